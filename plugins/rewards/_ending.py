"""How a grant ends: failed, lapsed, over, given up, taken back. Points go back where they should, seats move on."""

from collections.abc import Mapping
from datetime import timedelta

from bot.api import Background, Ledger, UserError
from plugins.rewards._delivering import note_returned, take_from_network
from plugins.rewards._grants import Grant, Source, State, grant_of, move
from plugins.rewards._limits import home_moment, refuse_foreign
from plugins.rewards._news import name_of, tell_holder, tell_hosts
from plugins.rewards._reward import Kind, Reward, locked
from plugins.rewards._settings import RewardSettings
from plugins.rewards._times import Time, time_of
from plugins.rewards._waiting import move_on

ON_ITS_WAY = (State.DELIVERING,)
ANY = (State.HELD, State.DELIVERING, State.GRANTED)


async def fail(ctx: Background, grant_id: int, problem: str, said: Mapping[str, str] | None = None) -> bool:
    """It cannot be delivered: `problem` is the key of a text that says why, filled with `said`. All goes back."""
    reward, grant = await _seen(ctx, grant_id)
    if not await _end(ctx, reward, grant, State.FAILED, refund=True, seen=ON_ITS_WAY, problem=problem):
        return False
    title, points = reward.title, grant.price
    await tell_holder(ctx, grant, "rewards-failed", buttons=(), member_id=grant.payer_id, title=title, points=points)
    if grant.is_gift:
        await tell_holder(ctx, grant, "rewards-failed", buttons=(), title=title, points=0)
    name = await name_of(ctx, grant.member_id)
    await tell_hosts(
        ctx,
        f"reward-failed:{grant.id}",
        "rewards-host-failed",
        title=reward.title,
        name=name,
        problem=ctx.t(problem, **(said or {})),
    )
    return True


async def lapse(ctx: Background, grant_id: int) -> bool:
    """Nobody said yes in time."""
    reward, grant = await _seen(ctx, grant_id)
    late = grant.until is not None and grant.until <= ctx.now
    if not late or not await _end(ctx, reward, grant, State.LAPSED, refund=False, seen=(State.HELD,)):
        return False
    if grant.source is Source.WAITLIST:
        await tell_holder(ctx, grant, "rewards-offer-over", buttons=(), title=reward.title)
    return True


async def expire(ctx: Background, grant_id: int) -> bool:
    """Its time is over. Its seat stays used."""
    reward, grant = await _seen(ctx, grant_id)
    late = grant.until is not None and grant.until <= ctx.now
    if not late or grant.state is not State.GRANTED or not await move(ctx, grant, State.EXPIRED, until=None):
        return False
    await take_from_network(ctx, reward, grant)
    await tell_holder(ctx, grant, "rewards-over", buttons=(), title=reward.title)
    return True


async def give_up(ctx: Background, grant_id: int, member_id: int) -> tuple[Reward, Grant, bool]:
    """Whoever has it does not want it. Returns whether points came back. Raises UserError where it is too late."""
    reward, grant = await _seen(ctx, grant_id)
    await refuse_foreign(ctx, grant, member_id)
    time = await time_of(ctx, reward.id, grant.time_id)
    if grant.state not in ANY:
        raise UserError("rewards-ended-before", title=reward.title)
    if grant.state is State.GRANTED and not can_be_given_up(ctx, time):
        raise UserError("rewards-no-way-back", title=reward.title, timed=time is not None)
    back = await comes_back(ctx, grant, time)
    await _end(ctx, reward, grant, _let_go_as(grant), refund=back, seen=ANY)
    await _tell_of_giving_up(ctx, reward, grant, time, back=back)
    return reward, grant, back


def _let_go_as(grant: Grant) -> State:
    """A seat that was only kept was never theirs to give up."""
    return State.LAPSED if grant.state is State.HELD else State.GIVEN_UP


async def _tell_of_giving_up(ctx: Background, reward: Reward, grant: Grant, time: Time | None, *, back: bool) -> None:
    """Whoever paid for somebody else hears of it, and so do those who keep a slot, or were about to hand it over."""
    if grant.state is State.HELD:
        return
    name, title = await name_of(ctx, grant.member_id), reward.title
    if grant.is_gift:
        points, message = grant.price if back else 0, "rewards-gift-returned"
        payer = grant.payer_id
        await tell_holder(ctx, grant, message, buttons=(), member_id=payer, title=title, name=name, points=points)
    if reward.kind is Kind.SLOT and time is not None and (await ctx.settings(RewardSettings)).tell_bookings:
        when = home_moment(ctx, time.starts_at)
        await tell_hosts(ctx, f"reward-free:{grant.id}", "rewards-host-given-up", title=title, name=name, when=when)
    if reward.kind is Kind.CUSTOM:
        points = grant.price if back else 0
        await tell_hosts(ctx, f"reward-off:{grant.id}", "rewards-host-off", title=title, name=name, points=points)


def can_be_given_up(ctx: Background, time: Time | None) -> bool:
    """What is there already can be given up only before its time."""
    return time is not None and ctx.now < time.starts_at


async def comes_back(ctx: Background, grant: Grant, time: Time | None) -> bool:
    """Whether giving it up now brings the points back."""
    rules = await ctx.settings(RewardSettings)
    late = time is not None and ctx.now > time.starts_at - timedelta(hours=rules.give_up_hours)
    paid = grant.price > 0 and grant.state is not State.HELD
    return paid and (not late or rules.late_points == "back")


async def revoke(ctx: Background, grant_id: int, *, refund: bool, message: str = "rewards-revoked") -> bool:
    """A moderator takes it back."""
    reward, grant = await _seen(ctx, grant_id)
    paid = refund and grant.state is not State.HELD
    if not await _end(ctx, reward, grant, State.REVOKED, refund=paid, seen=ANY):
        return False
    back, payer = grant.price if paid else 0, grant.payer_id
    await tell_holder(ctx, grant, message, buttons=(), title=reward.title, points=0 if grant.is_gift else back)
    if grant.is_gift:
        await tell_holder(ctx, grant, message, buttons=(), member_id=payer, title=reward.title, points=back)
    return True


async def let_go(ctx: Background, grant_id: int) -> bool:
    """Whoever had it is forgotten: what nobody can use any more is free again. Who paid for it gets the points back."""
    reward, grant = await _seen(ctx, grant_id)
    time = await time_of(ctx, reward.id, grant.time_id)
    usable = grant.state is State.GRANTED and not can_be_given_up(ctx, time)
    if grant.member_id is not None or usable:
        return False
    return await _end(ctx, reward, grant, _let_go_as(grant), refund=grant.state is not State.HELD, seen=ANY)


async def _seen(ctx: Background, grant_id: int) -> tuple[Reward, Grant]:
    """The grant as it is once its reward is locked: nobody else changes it from here on."""
    reward = await locked(ctx, (await grant_of(ctx, grant_id)).reward_id)
    return reward, await grant_of(ctx, grant_id)


async def _end(
    ctx: Background,
    reward: Reward,
    grant: Grant,
    to: State,
    *,
    refund: bool,
    seen: tuple[State, ...],
    problem: str | None = None,
) -> bool:
    """End it, give the points back, let the seat go to whoever waits: once, whoever says so how often."""
    if grant.state not in seen or not await move(ctx, grant, to, until=None, problem=problem):
        return False
    if refund and grant.price:
        await ctx.use(Ledger).give_back(ctx.community.id, grant.reference)
    await take_from_network(ctx, reward, grant)
    await note_returned(ctx, grant)
    await move_on(ctx, reward, await time_of(ctx, reward.id, grant.time_id))  # where that made none free, it stays
    return True
