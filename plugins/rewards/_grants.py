"""Who got what: each grant in its state, and how many seats are taken."""

from datetime import datetime, timedelta
from enum import Enum
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, UserError, parts_of
from plugins.rewards._reward import Kind, Reward
from plugins.rewards._tables import codes, draws, entries, grants
from plugins.rewards._times import LONGEST, Time, times_of


class State(Enum):
    """Where a grant stands."""

    HELD = "held"  # kept while somebody makes up their mind; not paid
    DELIVERING = "delivering"  # paid, and on its way
    GRANTED = "granted"
    EXPIRED = "expired"  # its time is over
    LAPSED = "lapsed"  # nobody said yes, or not in time
    FAILED = "failed"  # it could not be delivered; points went back
    GIVEN_UP = "given-up"  # by whoever had it
    REVOKED = "revoked"  # by a moderator

    @property
    def is_there(self) -> bool:
        """Whether somebody has it, or is about to."""
        return self in (State.DELIVERING, State.GRANTED)


TAKEN = (State.HELD, State.DELIVERING, State.GRANTED, State.EXPIRED)
"""What is not in the stock any more. A seat that was kept too long is taken until it goes to the next in line."""


ORIGIN = "reward:grant:"
DAY = timedelta(days=1)


class Source(Enum):
    """How somebody came by it."""

    CLAIM = "claim"
    WAITLIST = "waitlist"
    HAND = "hand"
    DRAW = "draw"

    @property
    def counts(self) -> bool:
        """Whether it counts against what one member may have."""
        return self in (Source.CLAIM, Source.WAITLIST)


class Grant(Struct, frozen=True):
    """One piece of a reward. `member_id` is whose it is, `payer_id` who claimed it; None: forgotten since."""

    id: int
    reward_id: int
    time_id: int | None
    member_id: int | None
    payer_id: int | None
    state: State
    source: Source
    price: int
    at: datetime
    until: datetime | None
    vote: str | None
    problem: str | None
    way: str
    came: bool | None

    @property
    def reference(self) -> str:
        """What its points were spent on, as the ledger has it."""
        return f"reward:claim:{self.id}"

    @property
    def origin(self) -> str:
        """Why somebody has a role or a room, as native grants have it."""
        return f"{ORIGIN}{self.id}"

    @property
    def about(self) -> str:
        """What an activity is about that has to do with it."""
        return f"reward:{self.id}"

    @property
    def is_gift(self) -> bool:
        return self.payer_id is not None and self.payer_id != self.member_id


COLUMNS = tuple(grants.c[name] for name in Grant.__struct_fields__)


def grant_from(row: Any) -> Grant:
    """The grant in a row that begins with COLUMNS."""
    values = {name: row[place] for place, name in enumerate(Grant.__struct_fields__)}
    return Grant(**{**values, "state": State(values["state"]), "source": Source(values["source"])})


async def grant_of(ctx: Background, id: int) -> Grant:
    """The community's grant of that id. Raises UserError when there is none."""
    mine = (grants.c.id == id) & (grants.c.community_id == ctx.community.id)
    row = await ctx.db.row(sa.select(*COLUMNS).where(mine))
    if row is None:
        raise UserError("rewards-not-here")
    return grant_from(row)


async def own_grant(ctx: Background, id: int, member_id: int) -> Grant:
    """The same, of that member. Raises UserError when it is somebody else's."""
    grant = await grant_of(ctx, id)
    mine = {one for (one,) in await ctx.db.rows(parts_of(member_id))}
    if grant.member_id not in mine:
        raise UserError("rewards-not-yours")
    return grant


async def grants_where(ctx: Background, *which: sa.ColumnElement[bool], limit: int = 500) -> list[Grant]:
    """The community's grants that fit, oldest first."""
    mine = grants.c.community_id == ctx.community.id
    rows = await ctx.db.rows(sa.select(*COLUMNS).where(mine, *which).order_by(grants.c.id).limit(limit))
    return [grant_from(row) for row in rows]


async def held_by(ctx: Background, member_id: int) -> list[Grant]:
    """What the member has or keeps, oldest first."""
    theirs = grants.c.member_id.in_(parts_of(member_id))
    return await grants_where(ctx, theirs, in_state(State.HELD, State.DELIVERING, State.GRANTED), limit=10_000)


def in_state(*states: State) -> sa.ColumnElement[bool]:
    """Over grants: whether they are in one of these states."""
    return grants.c.state.in_([state.value for state in states])


async def free_seats(ctx: Background, reward: Reward, time: Time | None) -> int | None:
    """How many more can be given, at that time where it has times; None: as many as wanted.

    What draws will give away is not free.
    """
    left = await left_over(ctx, reward, time)
    return None if left is None else max(0, left)


async def left_over(ctx: Background, reward: Reward, time: Time | None) -> int | None:
    """The same, below zero where more is promised than there is."""
    limits = []
    if reward.kind is Kind.CODE:
        limits.append(await _codes_left(ctx, reward))
    if reward.stock is not None:
        limits.append(reward.stock - await taken(ctx, reward) - await promised(ctx, reward))
    if time is not None and time.seats is not None:
        limits.append(time.seats - await taken(ctx, reward, time))
    return min(limits) if limits else None


async def taken(ctx: Background, reward: Reward, time: Time | None = None) -> int:
    """How many are given or held, of all or at one time."""
    which = [grants.c.reward_id == reward.id, in_state(*TAKEN)]
    if time is not None:
        which.append(grants.c.time_id == time.id)
    return int(await ctx.db.value(sa.select(sa.func.count()).select_from(grants).where(*which)))


async def _codes_left(ctx: Background, reward: Reward) -> int:
    unused = (codes.c.reward_id == reward.id) & codes.c.grant_id.is_(None)
    there = int(await ctx.db.value(sa.select(sa.func.count()).select_from(codes).where(unused)))
    held = (grants.c.reward_id == reward.id) & in_state(State.HELD)
    kept = int(await ctx.db.value(sa.select(sa.func.count()).select_from(grants).where(held)))
    return there - kept - await promised(ctx, reward)


async def promised(ctx: Background, reward: Reward) -> int:
    """How many draws keep for those who win, or won and do not have it yet."""
    of_reward = draws.c.reward_id == reward.id
    open_ones = sa.select(sa.func.coalesce(sa.func.sum(draws.c.winners), 0)).where(
        of_reward, draws.c.drawn_at.is_(None)
    )
    handing = of_reward & draws.c.drawn_at.is_not(None) & draws.c.handed_at.is_(None)
    owed = handing & entries.c.place.is_not(None) & entries.c.grant_id.is_(None)
    won = sa.select(sa.func.count()).select_from(entries.join(draws, draws.c.id == entries.c.draw_id)).where(owed)
    return int(await ctx.db.value(open_ones)) + int(await ctx.db.value(won))


class Claims(Struct, frozen=True):
    """What a member, with all linked accounts, claimed of a reward: how often ever, and how many of that count.

    `kept` of those that count are not paid yet. Of what has a time, what is over does not count. `dropped` were claimed
    within a day, and given up.
    """

    ever: int
    counted: int
    kept: int
    dropped: int

    def reach(self, most: int | None) -> bool:
        """Whether they are as many as one may have."""
        return most is not None and self.counted >= most


async def claims_of(ctx: Background, reward: Reward, member_id: int) -> Claims:
    """How often the member claimed it, whatever became of that."""
    counts = in_state(*TAKEN)
    if reward.kind.has_times:
        begun = await times_of(ctx, reward.id, since=ctx.now - LONGEST)
        counts &= grants.c.time_id.in_([time.id for time in begun if time.ends_at > ctx.now])
    mine = (grants.c.reward_id == reward.id) & grants.c.payer_id.in_(parts_of(member_id))
    dropped = in_state(State.GIVEN_UP) & (grants.c.at > ctx.now - DAY)
    columns = (sa.true(), counts, counts & in_state(State.HELD), dropped)
    many = [sa.func.coalesce(sa.func.sum(sa.case((which, 1), else_=0)), 0) for which in columns]
    row = await ctx.db.row(sa.select(*many).select_from(grants).where(mine))
    assert row is not None
    return Claims(*map(int, row))


async def move(ctx: Background, grant: Grant, to: State, **values: Any) -> bool:
    """Bring the grant into another state; False when it is not in the one that was seen any more."""
    seen = (grants.c.id == grant.id) & (grants.c.state == grant.state.value)
    change = sa.update(grants).where(seen).values(state=to.value, **values)
    return (await ctx.db.execute(change)).rowcount == 1
