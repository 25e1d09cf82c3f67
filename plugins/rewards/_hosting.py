"""Times on hosts' screens: setting them, calling them off, and who came."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.api import (
    Action,
    Context,
    Field,
    FieldKind,
    Markup,
    Page,
    Role,
    UserError,
    echoed,
    headed,
    join,
    shortened,
    turning,
)
from plugins.rewards import _reminding
from plugins.rewards._editing import note
from plugins.rewards._grants import TAKEN, State, free_seats, grant_of, grants_where, in_state, move
from plugins.rewards._hosts import person_line
from plugins.rewards._limits import moment
from plugins.rewards._news import name_of, tell_holder
from plugins.rewards._reward import Kind, Reward, locked, reward_of
from plugins.rewards._settings import RewardSettings
from plugins.rewards._tables import grants
from plugins.rewards._times import Time, add_times, time_of, times_of
from plugins.rewards._times import change as change_time
from plugins.rewards._waiting import move_on

ON_A_PAGE = 6
MOST_WEEKS = 52
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def add(
    ctx: Context, reward_id: int, when: datetime, minutes: int, seats: int | None, weeks: int
) -> tuple[Reward, int]:
    """Add times on the host's own wall. Raises UserError for a moment that is over, or a reward without times."""
    reward = await locked(ctx, reward_id)
    if not reward.kind.has_times:
        raise UserError("rewards-times-other", title=reward.title)
    if when <= ctx.now:
        raise UserError("rewards-times-past", when=moment(ctx, when))
    if seats is None and reward.kind is Kind.SLOT:
        seats = 1
    added = await add_times(ctx, reward.id, when, ctx.member.zone, weeks=weeks, minutes=minutes, seats=seats)
    for time in added:
        await _reminding.set_reminders(ctx, time)
    await note(ctx, "rewards-edit", reward.id, reward.title)
    return reward, len(added)


async def ask_change(ctx: Context, reward_id: int, time_id: int) -> None:
    """Ask how long it takes and how many may come, with what holds now."""
    reward, time = await _to_come(ctx, reward_id, time_id)
    seats = "" if time.seats is None else str(time.seats)
    fields = [
        Field("minutes", ctx.t("rewards-time-minutes"), FieldKind.NUMBER, value=str(time.minutes)),
        Field("seats", ctx.t("rewards-time-seats"), FieldKind.NUMBER, value=seats, required=False),
    ]
    await ctx.ask("rewards.change_time", reward_id, time_id, title=shortened(reward.title, 45), fields=fields)


async def change(ctx: Context, reward_id: int, time_id: int, answers: Mapping[str, str]) -> Reward:
    """Change a time to come. Raises UserError for what does not fit, or fewer seats than are taken."""
    reward = await locked(ctx, reward_id)
    _, time = await _to_come(ctx, reward_id, time_id)
    minutes = _within(answers.get("minutes", ""), 5, 1440)
    seats = _within(answers["seats"], 1, 10_000) if answers.get("seats", "").strip() else None
    if seats is not None and seats < (taken := await _taken(ctx, time)):
        raise UserError("rewards-time-taken", taken=taken)
    changed = await change_time(ctx, time, minutes, seats)
    await note(ctx, "rewards-edit", reward.id, reward.title)
    if changed.minutes != time.minutes:
        await _reminding.set_end(ctx, changed)
        for job in (_reminding.retell, _reminding.open_until):
            await ctx.later(job, reward_id=reward.id, time_id=time.id, sequence=changed.sequence)
    await move_on(ctx, reward, changed)
    return reward


def _within(given: str, least: int, most: int) -> int:
    try:
        number = int(given.strip().replace(" ", "").replace("\u00a0", ""))
    except ValueError:
        number = 0
    if not least <= number <= most:
        raise UserError("rewards-time-wrong", given=echoed(given), least=least, most=most)
    return number


async def _to_come(ctx: Context, reward_id: int, time_id: int) -> tuple[Reward, Time]:
    reward = await reward_of(ctx, reward_id)
    time = next((one for one in await times_of(ctx, reward_id, since=ctx.now) if one.id == time_id), None)
    if time is None:
        raise UserError("rewards-time-gone", title=reward.title)
    return reward, time


async def listing(ctx: Context, reward: Reward, number: int, head: Markup | None = None) -> Screen:
    """A page of the times to come, with how many seats are taken."""
    page = Page.of(await times_of(ctx, reward.id, since=ctx.now), number, ON_A_PAGE)
    lines = [head] if head is not None else []
    if not page.items:
        return join([*lines, ctx.t("rewards-times-none", title=reward.title)]), []
    lines.append(headed(ctx, ctx.t("rewards-times-title", title=reward.title), page))
    rows = []
    for time in page.items:
        lines.append(await _line(ctx, reward, time))
        label = shortened(moment(ctx, time.starts_at), 60)
        rows.append([ctx.button("rewards.time_card", reward.id, time.id, label=label)])
    return join(lines), [*rows, turning(ctx, "rewards.times_page", page, reward.id)]


async def _line(ctx: Context, reward: Reward, time: Time) -> Markup:
    left = await free_seats(ctx, reward, time)
    values = {"when": moment(ctx, time.starts_at), "minutes": time.minutes}
    return ctx.t("rewards-time-line", taken=await _taken(ctx, time), left=-1 if left is None else left, **values)


async def _taken(ctx: Context, time: Time) -> int:
    seated = sa.select(sa.func.count()).select_from(grants).where(grants.c.time_id == time.id, in_state(*TAKEN))
    return int(await ctx.db.value(seated))


async def card(ctx: Context, reward: Reward, time_id: int, number: int = 1) -> Screen:
    """One time: who has a seat, and whether they came."""
    time = await time_of(ctx, reward.id, time_id)
    if time is None:
        raise UserError("rewards-not-here")
    alive = in_state(State.HELD, State.DELIVERING, State.GRANTED)
    seated = await grants_where(ctx, grants.c.time_id == time.id, alive, limit=10_000)
    page = Page.of(seated, number, ON_A_PAGE)
    title = ctx.t("rewards-time-title", title=reward.title, when=moment(ctx, time.starts_at))
    lines, rows = [headed(ctx, title, page)], []
    for grant in page.items:
        lines.append(await person_line(ctx, grant))
        name = shortened(await name_of(ctx, grant.member_id) or "–", 60)
        rows.append([ctx.button("rewards.host_grant", grant.id, label=name)])
    if not seated:
        lines.append(ctx.t("rewards-time-empty"))
    if time.starts_at > ctx.now and time.called_off_at is None and ctx.member.role >= Role.MODERATOR:
        change = ctx.button("rewards.time_form", reward.id, time.id)
        rows.append([change, ctx.button("rewards.ask_call_off", reward.id, time.id)])
    return join(lines), [*rows, turning(ctx, "rewards.time_page", page, reward.id, time.id)]


async def mark(ctx: Context, grant_id: int, *, came: bool) -> str:
    """Note whether somebody came; returns their name. Raises UserError before it has begun."""
    reward = await locked(ctx, (await grant_of(ctx, grant_id)).reward_id)
    grant = await grant_of(ctx, grant_id)
    time = await time_of(ctx, reward.id, grant.time_id)
    if time is None or grant.state is not State.GRANTED or time.starts_at > ctx.now:
        raise UserError("rewards-not-begun", title=reward.title)
    await move(ctx, grant, State.GRANTED, came=came)
    rules = await ctx.settings(RewardSettings)
    if not came and grant.came is None and rules.no_show == "pause":
        await tell_holder(ctx, grant, "rewards-missed", buttons=(), title=reward.title, days=rules.pause_days)
    return await name_of(ctx, grant.member_id)
