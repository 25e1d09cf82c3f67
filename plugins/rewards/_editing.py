"""Making and changing rewards: forms that say what was expected, and a line in the list of changes for each."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Audit,
    Context,
    Field,
    FieldKind,
    UserError,
    echoed,
    in_a_line,
    parse_yes_no,
    plain,
    times,
)
from plugins.rewards._early import set_day
from plugins.rewards._limits import moment
from plugins.rewards._reward import Kind, Reward, change, locked, refuse_taken, reward_of
from plugins.rewards._stock import refuse_too_few, restock
from plugins.rewards._tables import rewards
from plugins.rewards._waiting import move_on_everywhere

TITLE, ABOUT, CONTENT = 80, 600, 8000
MOST = 1_000_000
IN_A_POST = 2500
"""What everybody gets in the end has to fit into a post."""
HELD_AT_FIRST = 10
"""Minutes for which a seat at a time is kept for somebody who makes up their mind."""


async def create(ctx: Context, kind: Kind, title: str) -> Reward:
    """A new reward that nobody sees before it is opened. Raises UserError for a title that does not fit."""
    await refuse_taken(ctx, _title(title))
    values = {"title": _title(title), "per_member": 1, "hold_minutes": HELD_AT_FIRST if kind.has_times else 0}
    row = {"community_id": ctx.community.id, "kind": kind.value, "made_at": ctx.now, **values}
    id = await ctx.db.insert(sa.insert(rewards).values(**row))
    await note(ctx, "rewards-create", id, title)
    return await reward_of(ctx, id)


async def note(ctx: Context, action: str, reward_id: int, after: object) -> int:
    """A line in the list of changes."""
    return await ctx.use(Audit).note(ctx.community.id, ctx.member.id, action, f"reward:{reward_id}", None, after)


class Asked(Struct, frozen=True):
    """One field of a form: how its value is shown and read. `read` raises ValueError for what does not fit."""

    name: str
    kind: FieldKind
    shown: Callable[[Context, Reward], str]
    read: Callable[[Context, str], Any]


def _title(text: str) -> str:
    words = in_a_line(text)
    if not 0 < len(words) <= TITLE:
        raise UserError("rewards-title-length", most=TITLE)
    return words


def _words(most: int) -> Callable[[Context, str], str]:
    def read(ctx: Context, text: str) -> str:
        if len(text) > most:
            raise ValueError
        return text.strip()

    return read


def _whole(low: int, *, none: bool = True) -> Callable[[Context, str], int | None]:
    """A number from `low` on; nothing, or a dash, where there may be none."""

    def read(ctx: Context, text: str) -> int | None:
        bare = text.strip().replace(" ", "").replace("\u00a0", "")
        if bare in ("", "-", "–", "∞"):
            return None if none else low
        number = int(bare)
        if not low <= number <= MOST:
            raise ValueError
        return number

    return read


def _moment(ctx: Context, text: str) -> datetime | None:
    if text.strip() in ("", "-", "–"):
        return None
    at = times.parse_moment(text, ctx.language, ctx.member.zone, ctx.now)
    if at is None:
        raise ValueError
    return at


def _yes_no(ctx: Context, text: str) -> bool:
    yes = parse_yes_no(text)
    if yes is None:
        raise ValueError
    return yes


def _number(name: str) -> Callable[[Context, Reward], str]:
    def shown(ctx: Context, reward: Reward) -> str:
        value = getattr(reward, name)
        return "" if value is None else str(value)

    return shown


def _when(name: str) -> Callable[[Context, Reward], str]:
    """As it can be typed again: the day and the time on the wall."""

    def shown(ctx: Context, reward: Reward) -> str:
        at: datetime | None = getattr(reward, name)
        return "" if at is None else f"{at.astimezone(ZoneInfo(ctx.member.zone)):%Y-%m-%d %H:%M}"

    return shown


FORMS: Mapping[str, Sequence[Asked]] = {
    "words": (
        Asked("title", FieldKind.TEXT, lambda ctx, reward: reward.title, lambda ctx, text: _title(text)),
        Asked("about", FieldKind.LONG_TEXT, lambda ctx, reward: reward.about, _words(ABOUT)),
        Asked("content", FieldKind.LONG_TEXT, lambda ctx, reward: reward.content, _words(CONTENT)),
    ),
    "numbers": (
        Asked("price", FieldKind.NUMBER, _number("price"), _whole(0, none=False)),
        Asked("stock", FieldKind.NUMBER, _number("stock"), _whole(0)),
        Asked("per_member", FieldKind.NUMBER, _number("per_member"), _whole(1)),
        Asked("lasts_days", FieldKind.NUMBER, _number("lasts_days"), _whole(1)),
        Asked("cost", FieldKind.NUMBER, _number("cost"), _whole(0)),
    ),
    "window": (
        Asked("opens_at", FieldKind.TEXT, _when("opens_at"), _moment),
        Asked("closes_at", FieldKind.TEXT, _when("closes_at"), _moment),
        Asked("hold_minutes", FieldKind.NUMBER, _number("hold_minutes"), _whole(0, none=False)),
        Asked("can_gift", FieldKind.YES_NO, lambda ctx, reward: "yes" if reward.can_gift else "no", _yes_no),
    ),
}


def asked_of(reward: Reward, form: str) -> Sequence[Asked]:
    """The form's fields that mean something for a reward of its kind: what has a time is over by itself."""
    return [one for one in FORMS[form] if one.name != "lasts_days" or not reward.kind.has_times]


async def ask(ctx: Context, reward: Reward, form: str) -> None:
    """Open one of the forms with what holds now."""
    fields = [
        Field(
            one.name,
            plain(ctx.t(f"rewards-field-{one.name.replace('_', '-')}")),
            one.kind,
            plain(ctx.t(f"rewards-field-{one.name.replace('_', '-')}.help", kind=reward.kind.value)),
            one.shown(ctx, reward),
            required=one.name in ("title", "can_gift"),
        )
        for one in asked_of(reward, form)
    ]
    await ctx.ask("rewards.save", reward.id, form, title=ctx.t(f"rewards-form-{form}"), fields=fields)


async def save(ctx: Context, reward_id: int, form: str, answers: Mapping[str, str]) -> Reward:
    """Keep what was answered. Raises UserError for what does not fit; then nothing is changed."""
    reward = await locked(ctx, reward_id)
    values = {}
    for one in asked_of(reward, form):
        given = answers.get(one.name, "")
        if given.strip() == one.shown(ctx, reward).strip():
            continue
        try:
            values[one.name] = one.read(ctx, given)
        except ValueError:
            name = one.name.replace("_", "-")
            label, expected = (
                ctx.t(f"rewards-field-{name}"),
                ctx.t(f"rewards-field-{name}.help", kind=reward.kind.value),
            )
            raise UserError("rewards-field-wrong", label=label, given=echoed(given), expected=expected) from None
    if "title" in values:
        await refuse_taken(ctx, values["title"], beside=reward.id)
    if "stock" in values:
        await refuse_too_few(ctx, reward, values["stock"])
    if values:
        await change(ctx, reward.id, **values)
        await note(ctx, "rewards-edit", reward.id, reward.title)
        reward = await reward_of(ctx, reward.id)
        if reward.is_open and (lacking := lacks(reward)) is not None:
            raise UserError(lacking, title=reward.title)
        await set_day(ctx, reward)
        await move_on_everywhere(ctx, reward)
    return reward


async def set_stock(ctx: Context, reward: Reward, stock: int) -> Reward:
    """How many there are, given ones included. Raises UserError for a number that does not fit."""
    if not 0 <= stock <= MOST:
        raise UserError("rewards-stock-wrong", most=MOST)
    await note(ctx, "rewards-edit", reward.id, reward.title)
    return await restock(ctx, reward.id, stock)


async def put_on_offer(ctx: Context, reward_id: int, *, on: bool) -> Reward:
    """Let members have it, or not any more. Raises UserError when something it needs is missing."""
    reward = await locked(ctx, reward_id)
    if on and (lacking := lacks(reward)) is not None:
        raise UserError(lacking, title=reward.title)
    await change(ctx, reward.id, is_open=on)
    await note(ctx, "rewards-open", reward.id, on)
    reward = await reward_of(ctx, reward.id)
    await set_day(ctx, reward)
    await move_on_everywhere(ctx, reward)
    return reward


def lacks(reward: Reward) -> str | None:
    """The key of what has to be done before it can be on offer; None for nothing."""
    if reward.kind in (Kind.CONTENT, Kind.EARLY) and not reward.content:
        return "rewards-lacks-content"
    if reward.kind is Kind.EARLY and len(reward.content) > IN_A_POST:
        return "rewards-lacks-shortness"
    if reward.kind is Kind.EARLY and reward.closes_at is None:
        return "rewards-lacks-day"
    if reward.kind is Kind.VOTE and len(reward.options) < 2:
        return "rewards-lacks-options"
    if reward.kind is Kind.FILE and not reward.ref_name:
        return "rewards-lacks-file"
    return "rewards-lacks-ref" if reward.kind.is_native and reward.ref is None else None


def window(ctx: Context, reward: Reward) -> tuple[str, str]:
    """From when until when it is to be had, in words; "" for always."""
    opens = moment(ctx, reward.opens_at) if reward.opens_at else ""
    return opens, moment(ctx, reward.closes_at) if reward.closes_at else ""
