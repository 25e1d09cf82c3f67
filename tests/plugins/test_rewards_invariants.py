"""Whatever members, hosts and time do to rewards in any order, nothing is oversold and nobody pays for nothing."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.ledger import Ledger
from bot.errors import UserError
from bot.storage.tables import members
from plugins.rewards import _claiming, _delivering, _ending, _tending, _waiting
from plugins.rewards._claiming import Wish
from plugins.rewards._grants import grant_of
from plugins.rewards._reward import locked
from plugins.rewards._stock import restock
from plugins.rewards._tables import grants
from tests.plugins.counter import Counter, counter

PEOPLE = 4
ACTS = (
    "claim",
    "give",
    "yes",
    "give-up",
    "fail",
    "deliver",
    "revoke",
    "keep",
    "wait",
    "leave",
    "stock",
    "link",
    "unlink",
    "forget",
    "pass",
)
Act = tuple[str, int, int]
acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, PEOPLE - 1), st.integers(0, 11)), max_size=40)


async def furnish(here: Counter) -> None:
    """Rewards of each way to be had: at once, after a while to think, codes, without a limit and as a gift."""
    await here.reward("custom", stock=2, price=3, per_member=1)
    await here.reward("content", stock=1, price=2, per_member=1, hold_minutes=10, lasts_days=2)
    await here.reward("code", price=1, per_member=1)
    await here.codes(3, 2)
    await here.reward("custom", price=5, per_member=None, can_gift=True)
    await here.reward("custom", stock=1, price=0, per_member=1, hold_minutes=10, can_gift=True)


async def do(here: Counter, act: Act) -> None:
    """One thing that somebody does; a refusal changes nothing. Who is forgotten does nothing any more."""
    if here.members[act[1]] in here.gone:
        return
    try:
        async with here.at() as ctx:
            await _do(here, ctx, act)
    except UserError:
        pass
    if act[0] == "forget":
        for member in await _whole(here, here.members[act[1]]):
            await here.bot.app.parts.holdings.erase(here.bot.app.parts.database, member)


async def _do(here: Counter, ctx: Any, act: Act) -> None:
    what, who, which = act
    member, reward_id = here.members[who], which % 5 + 1
    friend = here.members[which % PEOPLE] if here.members[which % PEOPLE] not in here.gone else member
    everything = await ctx.db.rows(sa.select(grants.c.id, grants.c.member_id).order_by(grants.c.id))
    grant_id, holder = everything[which * 7 % len(everything)] if everything else (0, 0)
    match what:
        case "claim":
            await _claiming.claim(ctx, Wish(reward_id, member))
        case "give":
            await _claiming.claim(ctx, Wish(reward_id, member, for_id=friend))
        case "wait":
            await _waiting.wait(ctx, reward_id, member, None)
        case "leave":
            await _waiting.leave(ctx, reward_id, member, None)
        case "stock":
            await restock(ctx, which % 2 + 1, which % 4)
        case "link":
            await _link(here, ctx, member, friend)
        case "unlink":
            change = sa.update(members).where(members.c.id == member, members.c.counts_for.is_not(None))
            await ctx.db.execute(change.values(counts_for=None))
            here.unlinked = True
        case "forget":
            here.gone.update(await _whole(here, member))
        case "pass":
            here.clock.advance(timedelta(minutes=7) * (which * which + 1))
        case _ if not everything or (holder is None and what in ("yes", "give-up")):
            return
        case "yes":
            await _claiming.say_yes(ctx, grant_id, holder, for_id=friend if which > 8 else None)
        case "give-up":
            await _ending.give_up(ctx, grant_id, holder)
        case "fail":
            await _ending.fail(ctx, grant_id, "rewards-problem-host")
        case "deliver":
            grant = await grant_of(ctx, grant_id)
            await _delivering.settle(ctx, await locked(ctx, grant.reward_id), await grant_of(ctx, grant_id))
        case _:
            seen = await grant_of(ctx, grant_id)
            if await _ending.revoke(ctx, grant_id, refund=what == "revoke") and what == "keep":
                here.lost += [grant_id] if seen.state.is_there else []


async def _whole(here: Counter, member: int) -> list[int]:
    """The member and who is linked with them: they are one person, and are forgotten together."""
    acting = {row.id: row.counts_for or row.id for row in await here.rows(members)}
    return [id for id in acting if acting[id] == acting.get(member)]


async def _link(here: Counter, ctx: Any, member: int, into: int) -> None:
    """Links are one step deep: who acts for others, or is acted for, is linked with nobody else."""
    rows = {row.id: row.counts_for for row in await ctx.db.rows(sa.select(members.c.id, members.c.counts_for))}
    if member == into or rows[member] or rows[into] or member in rows.values():
        return
    await ctx.db.execute(sa.update(members).where(members.c.id == member).values(counts_for=into))
    await Ledger(ctx.db).collect([member, into])


async def tend(here: Counter) -> None:
    """What happens by itself."""
    alive, now = ("held", "delivering", "granted"), here.clock.now()
    while any(row.state in alive and row.until and row.until <= now for row in await here.rows(grants)):
        async with here.at() as ctx:
            await _tending.tend(ctx)
    for row in await here.rows(grants):
        if row.member_id is None and row.state in alive:
            async with here.at() as ctx:
                await _tending.let_go(ctx, row.id)


async def live_through(here: Counter, done: list[Act]) -> None:
    """Do it all, and look after each step."""
    await furnish(here)
    for act in done:
        await do(here, act)
        await tend(here)
        await here.assert_sound()
        if not here.unlinked:  # who was somebody else's part may have more than one of what is for one each
            await here.assert_the_line_moved()


@pytest.mark.long
@pytest.mark.timeout(600)  # the long profile looks at hundreds of days
@given(done=acts)
async def test_whatever_happens_seats_points_and_the_line_are_sound(done: list[Act]) -> None:
    async with counter(PEOPLE, points=12) as here:
        await live_through(here, done)


@pytest.mark.long
@settings(max_examples=10)
@given(done=acts)
async def test_whatever_happens_on_postgresql_it_is_the_same(done: list[Act], makers: dict[str, Any]) -> None:
    address = await makers["postgresql"].ready()
    async with counter(PEOPLE, points=12, database_url=address) as here:
        await live_through(here, done)
    await makers["postgresql"].drop(address)
