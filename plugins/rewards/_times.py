"""When slots and events are: a host's wall clock and its zone, read by everybody in their own."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.api import Background, UserError, wall_clock
from plugins.rewards._tables import rewards, times

WALL = "%Y-%m-%dT%H:%M"
LONGEST = timedelta(days=1)
"""No time takes longer."""


class Time(Struct, frozen=True):
    """One time of a reward. `sequence` counts its changes, as calendars want it."""

    id: int
    reward_id: int
    local: str
    zone: str
    starts_at: datetime
    minutes: int
    seats: int | None
    sequence: int
    called_off_at: datetime | None

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def stamp(self) -> int:
        """Its moment as a number, by which a job knows whether it still is at that time."""
        return int(self.starts_at.timestamp())


COLUMNS = tuple(times.c[name] for name in Time.__struct_fields__)


async def time_of(ctx: Background, reward_id: int, id: int | None) -> Time | None:
    """The reward's time of that id. Raises UserError when there is none such; None where none is asked for."""
    if id is None:
        return None
    row = await ctx.db.row(sa.select(*COLUMNS).where(times.c.id == id, times.c.reward_id == reward_id))
    if row is None:
        raise UserError("rewards-not-here")
    return Time(*row)


async def times_of(ctx: Background, reward_id: int, *, since: datetime | None = None) -> list[Time]:
    """The reward's times that stand, earliest first; with `since` those that begin later."""
    which = [times.c.reward_id == reward_id, times.c.called_off_at.is_(None)]
    if since is not None:
        which.append(times.c.starts_at > since)
    rows = await ctx.db.rows(sa.select(*COLUMNS).where(*which).order_by(times.c.starts_at, times.c.id))
    return [Time(*row) for row in rows]


async def add_times(
    ctx: Background, reward_id: int, first: datetime, zone: str, *, weeks: int, minutes: int, seats: int | None
) -> Sequence[Time]:
    """Add a time, or one on each of so many weeks, when the clock on that wall shows the same.

    One that is there already is not added again. Returns the new ones.
    """
    await ctx.db.transaction()
    known = {time.starts_at for time in await times_of(ctx, reward_id)}
    local = first.astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0)
    added = []
    for week in range(weeks):
        wall = local + timedelta(weeks=week)
        at = wall_clock(wall, zone)
        if at in known:
            continue
        shown = wall.strftime(WALL)
        row = {"reward_id": reward_id, "local": shown, "zone": zone, "starts_at": at}
        id = await ctx.db.insert(sa.insert(times).values(**row, minutes=minutes, seats=seats))
        added.append(Time(id, reward_id, shown, zone, at, minutes, seats, 0, None))
    return added


async def change(ctx: Background, time: Time, minutes: int, seats: int | None) -> Time:
    """How long it takes, and how many may come; calendars learn of another length."""
    sequence = time.sequence + (minutes != time.minutes)
    values = {"minutes": minutes, "seats": seats, "sequence": sequence}
    await ctx.db.execute(sa.update(times).where(times.c.id == time.id).values(**values))
    return replace(time, minutes=minutes, seats=seats, sequence=sequence)


async def call_off(ctx: Background, time: Time) -> bool:
    """The time will not be; False when it was called off before."""
    still = (times.c.id == time.id) & times.c.called_off_at.is_(None)
    change = sa.update(times).where(still).values(called_off_at=ctx.now, sequence=times.c.sequence + 1)
    return (await ctx.db.execute(change)).rowcount == 1


async def reckon_anew(ctx: Background) -> list[Time]:
    """Let times to come follow their wall where the rules of its zone were changed; returns those that moved."""
    ours = times.c.reward_id.in_(sa.select(rewards.c.id).where(rewards.c.community_id == ctx.community.id))
    coming = ours & (times.c.starts_at > ctx.now) & times.c.called_off_at.is_(None)
    moved = []
    for row in await ctx.db.rows(sa.select(*COLUMNS).where(coming)):
        time = Time(*row)
        at = wall_clock(datetime.strptime(time.local, WALL), time.zone)  # noqa: DTZ007 - a wall has no zone
        if at != time.starts_at:
            change = sa.update(times).where(times.c.id == time.id)
            await ctx.db.execute(change.values(starts_at=at, sequence=times.c.sequence + 1))
            moved.append(replace(time, starts_at=at, sequence=time.sequence + 1))
    return moved
