"""Rewards on members' screens: the list with everybody's own progress, one reward, and what somebody holds."""

from collections.abc import Sequence

from bot.api import Action, Context, Ledger, Markup, Page, headed, join, plain, shortened, turning
from plugins.rewards._grants import State, held_by
from plugins.rewards._limits import moment
from plugins.rewards._opening import titled
from plugins.rewards._reward import Kind, Reward, all_rewards, reward_of
from plugins.rewards._standing import Seat, Standing, standing
from plugins.rewards._times import time_of

ON_A_PAGE = 5
SEATS = 8
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def listing(ctx: Context, number: int) -> Screen:
    """A page of what is on offer, each with what the member still needs for it."""
    page = Page.of(await all_rewards(ctx, on_offer=True), number, ON_A_PAGE)
    if not page.items:
        return ctx.t("rewards-none"), []
    points = (await ctx.use(Ledger).balance(ctx.member.id)).posted
    lines, rows = [headed(ctx, ctx.t("rewards-list-title", points=points), page)], []
    for reward in page.items:
        how = await standing(ctx, ctx.member, reward, points=points)
        lines += [ctx.t("rewards-list-line", title=reward.title, price=reward.price), _progress(ctx, how)]
        rows.append([ctx.button("rewards.show", reward.id, label=titled(ctx, reward))])
    turn = turning(ctx, "rewards.listing_page", page)
    return join(lines), [*rows, [*turn, ctx.button("rewards.mine_page", 1)]]


async def card(ctx: Context, reward: Reward, page: int = 1) -> Screen:
    """One reward: what it is, what it costs, what is missing, and the button that claims it."""
    how = await standing(ctx, ctx.member, reward)
    lines = [ctx.t("rewards-card", title=reward.title, kind=reward.kind.value, price=reward.price)]
    lines += [ctx.t("rewards-card-about", text=reward.about)] if reward.about else []
    if reward.closes_at is not None:
        early = reward.kind is Kind.EARLY
        lines.append(ctx.t("rewards-card-closes", when=moment(ctx, reward.closes_at), early=early))
    lines.append(_progress(ctx, how))
    lines += [_time_line(ctx, seat) for seat in Page.of(how.seats, page, SEATS).items]
    if not reward.can_be_had(ctx.now):
        return join(lines), []
    rows = _times(ctx, how, page) if reward.kind.has_times else _claims(ctx, how)
    return join(lines), rows


def _progress(ctx: Context, how: Standing) -> Markup:
    """Where the member stands, in one line."""
    each = [seat.left for seat in how.seats]
    left = sum(one for one in each if one is not None) if each and None not in each else how.left
    if how.enough or (how.has and not how.is_open_to):
        return ctx.t("rewards-have")
    if how.missing is not None:
        return ctx.t("rewards-missing", missing=how.missing)
    if left == 0 or (how.reward.kind.has_times and not how.seats):
        return ctx.t("rewards-full", place=how.place or 0, timed=how.reward.kind.has_times and not how.seats)
    if how.short:
        return ctx.t("rewards-points-missing", points=how.short)
    return ctx.t("rewards-yours-to-have", left=-1 if left is None else left)


def _claims(ctx: Context, how: Standing) -> list[list[Action]]:
    reward = how.reward
    if how.left == 0 and not how.enough and how.missing is None:
        return [[_wait_button(ctx, reward, 0, how.place)]]
    if not how.is_open_to:
        return []
    label = ctx.t("rewards-claim-for", price=reward.price, minutes=reward.hold_minutes)
    row = [ctx.button("rewards.claim", reward.id, how.nth, label=label)]
    if reward.can_gift:
        row.append(ctx.button("rewards.gift_form", reward.id, how.nth))
    return [row]


def _times(ctx: Context, how: Standing, number: int) -> list[list[Action]]:
    """A button for each time: to take it, or to wait for it."""
    if how.enough or how.missing is not None:
        return []
    page = Page.of(how.seats, number, SEATS)
    takes = [seat for seat in page.items if not seat.mine and (not how.short or seat.left == 0)]
    rows = [[_time_button(ctx, how, seat)] for seat in takes]
    return [*rows, turning(ctx, "rewards.show_page", page, how.reward.id)]


def _time_line(ctx: Context, seat: Seat) -> Markup:
    left = -1 if seat.left is None else seat.left
    return ctx.t("rewards-seat", when=moment(ctx, seat.time.starts_at), left=left, mine=seat.mine)


def _time_button(ctx: Context, how: Standing, seat: Seat) -> Action:
    when = moment(ctx, seat.time.starts_at)
    if seat.left == 0:
        return _wait_button(ctx, how.reward, seat.time.id, seat.place, when)
    label = shortened(plain(ctx.t("rewards-take-time", when=when, left=-1 if seat.left is None else seat.left)), 75)
    return ctx.button("rewards.claim_time", how.reward.id, seat.time.id, how.nth, label=label)


def _wait_button(ctx: Context, reward: Reward, time_id: int, place: int | None, when: str = "") -> Action:
    action = "rewards.wait_not" if place else "rewards.wait"
    key = "rewards-wait-not-for" if place else "rewards-wait-for"
    label = shortened(plain(ctx.t(key, when=when, timed=bool(time_id))), 75)
    return ctx.button(action, reward.id, time_id, label=label)


async def mine(ctx: Context, number: int) -> Screen:
    """A page of what the member holds, the newest first."""
    page = Page.of([*reversed(await held_by(ctx, ctx.member.id))], number, ON_A_PAGE)
    if not page.items:
        return ctx.t("rewards-mine-none"), [[ctx.button("rewards.listing_page", 1)]]
    lines, rows = [headed(ctx, ctx.t("rewards-mine-title"), page)], []
    for grant in page.items:
        reward = await reward_of(ctx, grant.reward_id)
        time = await time_of(ctx, reward.id, grant.time_id)
        values = {"title": reward.title, "state": grant.state.value, "timed": time is not None}
        when = moment(ctx, time.starts_at) if time is not None else ""
        until = moment(ctx, grant.until) if grant.until is not None else ""
        lasts = bool(until) and grant.state is not State.DELIVERING
        lines.append(ctx.t("rewards-mine-line", when=when, until=until, lasts=lasts, **values))
        label = shortened(plain(ctx.t("rewards-open", title=reward.title)), 60)
        rows.append([ctx.button("rewards.open_grant", grant.id, label=label)])
    return join(lines), [*rows, turning(ctx, "rewards.mine_page", page)]
