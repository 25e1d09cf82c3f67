"""Rewards on hosts' screens: all of them, one with everything about it, and who has it."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.api import (
    Action,
    Context,
    Markup,
    Page,
    Role,
    RuleWords,
    UserError,
    headed,
    join,
    plain,
    shortened,
    turning,
)
from plugins.rewards import _ending, _voting
from plugins.rewards._delivering import settle
from plugins.rewards._editing import lacks, window
from plugins.rewards._grants import Grant, State, free_seats, grant_of, grants_where, in_state, taken
from plugins.rewards._limits import moment
from plugins.rewards._news import name_of, tell_holder
from plugins.rewards._opening import titled
from plugins.rewards._reward import Kind, Reward, all_rewards, locked, reward_of
from plugins.rewards._stock import is_untouched
from plugins.rewards._tables import codes, grants
from plugins.rewards._times import time_of
from plugins.rewards._waiting import how_many_wait

ON_A_PAGE = 6
Screen = tuple[Markup, Sequence[Sequence[Action]]]
ALIVE = (State.HELD, State.DELIVERING, State.GRANTED)


async def listing(ctx: Context, number: int) -> Screen:
    """A page of all rewards, with how many are given and left."""
    page = Page.of(await all_rewards(ctx), number, ON_A_PAGE)
    if not page.items:
        return ctx.t("rewards-host-none"), []
    lines, rows = [headed(ctx, ctx.t("rewards-host-title"), page)], []
    for reward in page.items:
        left = await free_seats(ctx, reward, None)
        given = await taken(ctx, reward)
        state = "open" if reward.can_be_had(ctx.now) else "early" if reward.is_open else "shut"
        line = {"title": reward.title, "kind": reward.kind.value, "price": reward.price, "state": state}
        lines.append(ctx.t("rewards-host-line", **line, given=given, left=-1 if left is None else left))
        rows.append([ctx.button("rewards.host_card", reward.id, label=titled(ctx, reward))])
    return join(lines), [*rows, turning(ctx, "rewards.host_page", page)]


async def card(ctx: Context, reward: Reward, head: Markup | None = None) -> Screen:
    """One reward with all that hosts know of it, and what they can do."""
    left, given = await free_seats(ctx, reward, None), await taken(ctx, reward)
    lines = [head] if head is not None else []
    lines.append(ctx.t("rewards-card", title=reward.title, kind=reward.kind.value, price=reward.price))
    lines += [ctx.t("rewards-card-about", text=reward.about)] if reward.about else []
    if reward.rule is not None:
        lines.append(ctx.t("rewards-card-rule", rule=(await RuleWords.of(ctx, reward.rule)).says(reward.rule)))
    lines.append(ctx.t("rewards-card-counts", given=given, left=-1 if left is None else left))
    opens, closes = window(ctx, reward)
    values = {"opens": opens, "closes": closes, "early": bool(opens), "late": bool(closes)}
    lines.append(ctx.t("rewards-card-limits", per_member=reward.per_member or 0, gift=reward.can_gift, **values))
    if reward.hold_minutes:
        lines.append(ctx.t("rewards-card-hold", minutes=reward.hold_minutes))
    if reward.lasts_days and not reward.kind.has_times:
        lines.append(ctx.t("rewards-card-lasts", days=reward.lasts_days))
    if reward.cost is not None:
        lines.append(ctx.t("rewards-card-cost", each=reward.cost, all=reward.cost * given))
    if waiting := await how_many_wait(ctx, reward.id):
        lines.append(ctx.t("rewards-card-waiting", count=waiting))
    lines += await _of_its_kind(ctx, reward)
    lines.append(ctx.t("rewards-card-state", open=reward.is_open))
    if not reward.is_open and (lacking := lacks(reward)) is not None:
        lines.append(ctx.t(lacking, title=reward.title))
    rows = _buttons(ctx, reward)
    if ctx.member.role >= Role.MODERATOR and not reward.is_open and await is_untouched(ctx, reward):
        rows.append([ctx.button("rewards.ask_remove", reward.id)])
    return join(lines), rows


async def _of_its_kind(ctx: Context, reward: Reward) -> list[Markup]:
    match reward.kind:
        case Kind.CODE:
            unused = (codes.c.reward_id == reward.id) & codes.c.grant_id.is_(None)
            count = int(await ctx.db.value(sa.select(sa.func.count()).select_from(codes).where(unused)))
            return [ctx.t("rewards-card-codes", count=count)]
        case Kind.ROLE | Kind.ROOM | Kind.STREAM if reward.native is not None:
            return [ctx.t("rewards-card-ref", kind=reward.kind.value, name=reward.ref_name)]
        case Kind.FILE if reward.ref_name:
            return [ctx.t("rewards-card-file", name=reward.ref_name)]
        case Kind.EARLY if reward.closes_at is not None:
            return [ctx.t("rewards-card-early", when=moment(ctx, reward.closes_at))]
        case Kind.VOTE:
            return await _tally(ctx, reward)
        case Kind.CREDITS:
            names = [await name_of(ctx, one.member_id) for one in await _alive(ctx, reward)]
            return [ctx.t("rewards-card-credits", names=", ".join(filter(None, names)) or "–")]
        case _:
            return []


async def _tally(ctx: Context, reward: Reward) -> list[Markup]:
    votes, gone = _voting.tally(reward, await _alive(ctx, reward))
    lines = [ctx.t("rewards-card-votes", option=option, count=count) for option, count in votes.items()]
    return [*lines, ctx.t("rewards-card-votes-gone", count=gone)] if gone else lines


async def _alive(ctx: Context, reward: Reward) -> list[Grant]:
    return await grants_where(ctx, grants.c.reward_id == reward.id, in_state(*ALIVE), limit=10_000)


def _buttons(ctx: Context, reward: Reward) -> list[list[Action]]:
    forms = [ctx.button("rewards.edit", reward.id, form, label=ctx.t(f"rewards-form-{form}")) for form in FORM_NAMES]
    more = [ctx.button("rewards.people_page", reward.id, 1)]
    if reward.kind is Kind.CODE:
        more.append(ctx.button("rewards.codes_form", reward.id))
    if reward.kind.has_times:
        more.append(ctx.button("rewards.times_page", reward.id, 1))
    if ctx.member.role < Role.MODERATOR:
        return [more]
    if reward.kind is Kind.FILE:
        more.append(ctx.button("rewards.file_form", reward.id))
    if reward.kind.is_native:
        more.append(ctx.button("rewards.targets", reward.id))
    if reward.can_be_had(ctx.now):
        more.append(ctx.button("rewards.announce", reward.id))
    state = ctx.button("rewards.take_off_offer" if reward.is_open else "rewards.put_on_offer", reward.id)
    return [[*forms, ctx.button("rewards.rule", reward.id)], [*more, state]]


FORM_NAMES = ("words", "numbers", "window")


async def people(ctx: Context, reward: Reward, number: int) -> Screen:
    """A page of who has it, is about to, or keeps a seat."""
    page = Page.of(await _alive(ctx, reward), number, ON_A_PAGE)
    if not page.items:
        return ctx.t("rewards-people-none", title=reward.title), []
    lines, rows = [headed(ctx, ctx.t("rewards-people-title", title=reward.title), page)], []
    for grant in page.items:
        lines.append(await person_line(ctx, grant))
        label = shortened(plain(ctx.t("rewards-person-button", name=await _called(ctx, grant))), 60)
        rows.append([ctx.button("rewards.host_grant", grant.id, label=label)])
    return join(lines), [*rows, turning(ctx, "rewards.people_page", page, reward.id)]


async def _called(ctx: Context, grant: Grant) -> str:
    return await name_of(ctx, grant.member_id) or plain(ctx.t("rewards-forgotten"))


async def person_line(ctx: Context, grant: Grant) -> Markup:
    """Whose it is and where it stands, in a line."""
    time = await time_of(ctx, grant.reward_id, grant.time_id)
    when = moment(ctx, time.starts_at) if time is not None else ""
    came = "unknown" if grant.came is None else "yes" if grant.came else "no"
    return ctx.t(
        "rewards-person",
        name=await _called(ctx, grant),
        state=grant.state.value,
        source=grant.source.value,
        timed=time is not None,
        when=when,
        came=came,
    )


async def grant_card(ctx: Context, grant_id: int, head: Markup | None = None) -> Screen:
    """One person's reward, and what a host can do about it."""
    grant = await grant_of(ctx, grant_id)
    reward = await reward_of(ctx, grant.reward_id)
    lines = [head] if head is not None else []
    lines += [ctx.t("rewards-host-grant", title=reward.title), await person_line(ctx, grant)]
    return join(lines), await _grant_buttons(ctx, reward, grant)


async def _grant_buttons(ctx: Context, reward: Reward, grant: Grant) -> list[list[Action]]:
    rows: list[list[Action]] = []
    if grant.state is State.DELIVERING and reward.kind is Kind.CUSTOM:
        rows.append([ctx.button("rewards.delivered", grant.id), ctx.button("rewards.cannot", grant.id)])
    time = await time_of(ctx, reward.id, grant.time_id)
    if time is not None and time.starts_at <= ctx.now and grant.state is State.GRANTED:
        said = [] if grant.came else [ctx.button("rewards.came", grant.id)]
        rows.append(said if grant.came is False else [*said, ctx.button("rewards.missed", grant.id)])
    if grant.state in ALIVE and ctx.member.role >= Role.MODERATOR:
        take = [ctx.button("rewards.revoke", grant.id, 1)]
        if grant.price and grant.state is not State.HELD:
            take.append(ctx.button("rewards.revoke", grant.id, 0, label=ctx.t("rewards-revoke-keep")))
        rows.append(take)
    return rows


async def delivered(ctx: Context, grant_id: int) -> str:
    """A host delivered it; returns to whom. Raises UserError when it is not on its way any more."""
    reward = await locked(ctx, (await grant_of(ctx, grant_id)).reward_id)
    grant = await grant_of(ctx, grant_id)
    if not await settle(ctx, reward, grant):
        raise await _settled(ctx, grant)
    await tell_holder(ctx, grant, "rewards-delivered-to-you", title=reward.title)
    return await _called(ctx, grant)


async def could_not(ctx: Context, grant_id: int) -> str:
    """A host cannot deliver it: the points go back. Raises UserError when it is not on its way any more."""
    grant = await grant_of(ctx, grant_id)
    if not await _ending.fail(ctx, grant_id, "rewards-problem-host"):
        raise await _settled(ctx, grant)
    return await _called(ctx, grant)


async def _settled(ctx: Context, grant: Grant) -> UserError:
    """Why there is nothing to hand over any more, and what may be done about it."""
    title = (await reward_of(ctx, grant.reward_id)).title
    if grant.state is State.GIVEN_UP:
        return UserError("rewards-off-before", title=title, name=await _called(ctx, grant), points=grant.price)
    return UserError("rewards-settled-before", title=title)
