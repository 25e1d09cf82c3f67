"""What keeps somebody from a reward, each in a refusal that says why and what to do."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.api import Background, Context, Member, UserError, parts_of
from bot.api import times as clock
from plugins.rewards._grants import TAKEN, Claims, Grant, grants_where, in_state
from plugins.rewards._reward import Reward
from plugins.rewards._settings import RewardSettings
from plugins.rewards._tables import grants, times
from plugins.rewards._times import Time

DROPS = 3
"""So often a day one may claim a reward and give it up again."""


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


def refuse_repeated(reward: Reward, claims: Claims, nth: int | None) -> None:
    """The same button was pressed before."""
    if nth is not None and claims.ever != nth:
        raise UserError("rewards-pressed-before", title=reward.title)


def refuse_restless(reward: Reward, claims: Claims) -> None:
    """They gave it up again and again: somebody else may be preparing it each time."""
    if claims.dropped >= DROPS:
        raise UserError("rewards-restless", title=reward.title, count=DROPS)


def refuse_beyond_limit(reward: Reward, claims: Claims) -> None:
    """The member has had as many as one may."""
    if claims.reach(reward.per_member):
        kept = claims.kept == claims.counted
        raise UserError("rewards-enough", title=reward.title, count=reward.per_member, kept=kept)


async def refuse_second_seat(ctx: Background, reward: Reward, member_id: int, time: Time | None) -> None:
    """Nobody sits on two chairs at once."""
    if time is None:
        return
    theirs = grants.c.member_id.in_(parts_of(member_id)) & (grants.c.time_id == time.id)
    if await grants_where(ctx, theirs, in_state(*TAKEN), limit=1):
        raise UserError("rewards-have-time", title=reward.title, when=moment(ctx, time.starts_at))


async def refuse_after_no_show(ctx: Background, reward: Reward, member_id: int) -> None:
    """Where the community pauses those who did not come, they wait."""
    rules = await ctx.settings(RewardSettings)
    if not reward.kind.has_times or rules.no_show != "pause":
        return
    missed = (grants.c.payer_id.in_(parts_of(member_id))) & grants.c.came.is_(False)
    last = sa.select(times.c.starts_at).join(grants, grants.c.time_id == times.c.id).where(missed)
    at = await ctx.db.value(last.order_by(times.c.starts_at.desc()).limit(1))
    pause = timedelta(days=rules.pause_days)
    if at is not None and at > ctx.now - pause:
        raise UserError("rewards-paused", title=reward.title, when=moment(ctx, at), again=moment(ctx, at + pause))


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
        return clock.moment(at, ctx.language, home, now=ctx.now)
    return clock.moment(at, reader.language, reader.zone, now=ctx.now, home_zone=home)


def home_moment(ctx: Background, at: datetime) -> str:
    """When it is for everybody: in the community's language and zone."""
    return clock.moment(at, ctx.community.language, ctx.community.zone, now=ctx.now)
