"""Guards: what keeps somebody from counting, and what a person has to look at first."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from bot.api import Background, Links, Member, Networks, People, Space, Standing, counts_for, parts_of
from plugins.referrals._referral import How, Reason, State, in_state, referrals_where
from plugins.referrals._settings import ReferralSettings
from plugins.referrals._tables import bans, referrals

DAY, WEEK = timedelta(days=1), timedelta(days=7)
FORGOTTEN_FOR: Final = timedelta(days=90)
"""For so long it makes one look twice that somebody whom the member brought had themself forgotten."""

_R: Final = referrals.c


async def is_banned(ctx: Background, *member_ids: int | None) -> bool:
    """Whether one of them may not bring anybody, or be brought."""
    asked = [id for id in member_ids if id is not None]
    mine = counts_for(bans.c.member_id).in_([counts_for(id) for id in asked])
    query = sa.select(bans.c.member_id).where(bans.c.community_id == ctx.community.id, mine).limit(1)
    return bool(asked) and await ctx.db.row(query) is not None


async def is_here(ctx: Background, member_id: int) -> bool:
    """Whether the member has not left, by one account at least."""
    people = ctx.use(People)
    member = (await people.of_many([member_id])).get(member_id)
    return member is not None and ctx.community.id in [one.id for one in await people.communities_of(member)]


async def standings(ctx: Background, member: Member) -> AsyncIterator[tuple[Space, Standing | None]]:
    """How each of the member's accounts stands in each space of its network by now; the networks are asked."""
    networks, accounts = ctx.use(Networks), await ctx.use(Links).accounts(member.person_id)
    for space in await networks.spaces():
        for one in accounts:
            if one.ref.platform == space.ref.platform:
                yield space, await networks.standing(space, one.ref)


async def doubt(ctx: Background, inviter_id: int, invited_id: int, how: How) -> Reason | None:
    """Why a person should look at a new one, which is not written down yet; the inviter's code is held."""
    chosen = await ctx.settings(ReferralSettings)
    if await _is_young(ctx, invited_id, timedelta(days=chosen.least_account_days)):
        return Reason.YOUNG
    theirs = _R.inviter_id.in_(parts_of(inviter_id))
    gone = await referrals_where(ctx, theirs, _R.invited_id.is_(None), _R.began_at > ctx.now - FORGOTTEN_FOR)
    if any(one.qualified_at is not None for one in gone):
        return Reason.FORGOTTEN
    lately = await referrals_where(ctx, theirs, _R.began_at > ctx.now - WEEK)
    if len([one for one in lately if one.state is not State.REFUSED]) >= chosen.most_in_a_week:
        return Reason.VELOCITY
    if how is not How.CODE:
        return None
    by_code = [one for one in lately if one.how is How.CODE and one.began_at > ctx.now - DAY]
    return Reason.VELOCITY if len(by_code) >= chosen.codes_in_a_day else None


async def doubt_the_flood(ctx: Background, inviter_id: int) -> None:
    """A code that many type within a day stands somewhere for everybody: those before are looked at as well."""
    flood = (_R.how == How.CODE.value) & (_R.began_at > ctx.now - DAY) & _R.approved.is_(False)
    mine = _R.inviter_id.in_(parts_of(inviter_id)) & in_state(State.WAITING)
    change = sa.update(referrals).where(flood, mine)
    await ctx.db.execute(change.values(state=State.CONTESTED.value, reason=Reason.VELOCITY.value))


async def _is_young(ctx: Background, member_id: int, least: timedelta) -> bool:
    """Whether all of their accounts, of which that can be known, were made just now."""
    member = (await ctx.use(People).of_many([member_id])).get(member_id)
    accounts = [] if member is None else await ctx.use(Links).accounts(member.person_id)
    made = [at for one in accounts if (at := ctx.use(Networks).made_at(one.ref)) is not None]
    return bool(made and least) and min(made) > ctx.now - least
