"""When streams have something due by themselves."""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from bot.community.stream import StreamState
from bot.community.streams import FOLLOW_UP
from bot.community.transitions import SILENCE
from bot.storage.tables import streams
from bot.storage.work import Work

_EARLIEST: Final = sa.select(
    *(
        sa.select(sa.func.min(since)).where(streams.c.state == state.value).scalar_subquery()
        for state, since in (
            (StreamState.ENDING, streams.c.ending_since),
            (StreamState.LIVE, streams.c.last_sign_at),
            (StreamState.ENDED, streams.c.ended_at),
            (StreamState.PLANNED, streams.c.planned_for),
        )
    )
)


async def next_move(work: Work, debounce: timedelta) -> datetime | None:
    """When `Streams.tick` has the next move to make (aware, UTC), or None."""
    earliest = await work.row(_EARLIEST)
    assert earliest is not None
    waits = (debounce, SILENCE, FOLLOW_UP, FOLLOW_UP)
    return min((since + wait for since, wait in zip(earliest, waits, strict=True) if since is not None), default=None)
