"""When streams have something due by themselves."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.community.stream import StreamState
from bot.community.streams import FOLLOW_UP
from bot.community.transitions import SILENCE
from bot.storage.tables import streams
from bot.storage.work import Work


async def next_move(work: Work, debounce: timedelta) -> datetime | None:
    """When `Streams.tick` has the next move to make (aware, UTC), or None."""
    moves = (
        (StreamState.ENDING, streams.c.ending_since, debounce),
        (StreamState.LIVE, streams.c.last_sign_at, SILENCE),
        (StreamState.ENDED, streams.c.ended_at, FOLLOW_UP),
        (StreamState.PLANNED, streams.c.planned_for, FOLLOW_UP),
    )
    found = []
    for state, since, wait in moves:
        query = sa.select(sa.func.min(since)).where(streams.c.state == state.value)
        earliest: datetime | None = await work.value(query)
        if earliest is not None:
            found.append(earliest + wait)
    return min(found, default=None)
