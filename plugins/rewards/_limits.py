"""What keeps somebody from a reward, each in a refusal that says why and what to do."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.api import Background, Context, Member, UserError, parts_of, times
from plugins.rewards._grants import TAKEN, Grant, State, grants_where
from plugins.rewards._reward import Reward
from plugins.rewards._settings import RewardSettings
from plugins.rewards._tables import grants
from plugins.rewards._times import Time, time_of


def refuse_unless_on_offer(ctx: Background, reward: Reward) -> None:
    """It is not to be had now."""
    if reward.can_be_had(ctx.now):
        return
    early = reward.is_open and reward.opens_at is not None and ctx.now < reward.opens_at
    when = moment(ctx, reward.opens_at) if early and reward.opens_at is not None else ""
    raise UserError("rewards-shut", title=reward.title, early=early, when=when)


def refuse_gift(reward: Reward) -> None:
    """It is for whoever claims it."""
    if not reward.can_gift:
        raise UserError("rewards-no-gift", title=reward.title)


def refuse_bygone(ctx: Background, reward: Reward, time: Time | None) -> None:
    """Its time is missing, over, or called off."""
    if time is None and reward.kind.has_times:
        raise UserError("rewards-no-time", title=reward.title)
    if time is not None and (time.called_off_at is not None or time.starts_at <= ctx.now):
        raise UserError("rewards-time-over", title=reward.title, when=moment(ctx, time.starts_at))


def refuse_repeated(reward: Reward, claims: Sequence[Grant], nth: int | None) -> None:
    """The same button was pressed before."""
    if nth is not None and len(claims) != nth:
        raise UserError("rewards-pressed-before", title=reward.title)


async def refuse_beyond_limit(ctx: Background, reward: Reward, claims: Sequence[Grant]) -> None:
    """The member has had as many as one may. Of what has a time, what is over does not count."""
    if reward.per_member is None:
        return
    counted = [grant for grant in claims if await _counts(ctx, reward, grant)]
    if len(counted) >= reward.per_member:
        kept = all(grant.state is State.HELD for grant in counted)
        raise UserError("rewards-enough", title=reward.title, count=reward.per_member, kept=kept)


async def _counts(ctx: Background, reward: Reward, grant: Grant) -> bool:
    if grant.state not in TAKEN:
        return False
    if not reward.kind.has_times:
        return True
    time = await time_of(ctx, reward.id, grant.time_id)
    return time is not None and time.ends_at > ctx.now


async def refuse_second_seat(ctx: Background, reward: Reward, member_id: int, time: Time | None) -> None:
    """Nobody sits on two chairs at once."""
    if time is None:
        return
    theirs = grants.c.member_id.in_(parts_of(member_id)) & (grants.c.time_id == time.id)
    if any(one.state in TAKEN for one in await grants_where(ctx, theirs)):
        raise UserError("rewards-have-time", title=reward.title, when=moment(ctx, time.starts_at))


async def refuse_after_no_show(ctx: Background, reward: Reward, member_id: int) -> None:
    """Where the community pauses those who did not come, they wait."""
    rules = await ctx.settings(RewardSettings)
    if not reward.kind.has_times or rules.no_show != "pause":
        return
    missed = (grants.c.payer_id.in_(parts_of(member_id))) & grants.c.came.is_(False)
    from_then = ctx.now - timedelta(days=rules.pause_days)
    for grant in await grants_where(ctx, missed):
        time = await time_of(ctx, grant.reward_id, grant.time_id)
        if time is not None and time.starts_at > from_then:
            again = time.starts_at + timedelta(days=rules.pause_days)
            values = {"when": moment(ctx, time.starts_at), "again": moment(ctx, again)}
            raise UserError("rewards-paused", title=reward.title, **values)


async def refuse_foreign(ctx: Background, grant: Grant, member_id: int) -> None:
    """It is somebody else's."""
    mine = {id for (id,) in await ctx.db.rows(parts_of(member_id))}
    if grant.member_id not in mine:
        raise UserError("rewards-not-yours")


def moment(ctx: Background, at: datetime, reader: Member | None = None) -> str:
    """When it is, for that reader, or whoever acts; with the community's zone where the two differ."""
    if reader is None and isinstance(ctx, Context):
        reader = ctx.member
    home = ctx.community.zone
    if reader is None:
        return times.moment(at, ctx.language, home, now=ctx.now)
    return times.moment(at, reader.language, reader.zone, now=ctx.now, home_zone=home)


def home_moment(ctx: Background, at: datetime) -> str:
    """When it is for everybody: in the community's language and zone."""
    return times.moment(at, ctx.community.language, ctx.community.zone, now=ctx.now)
