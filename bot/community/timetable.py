"""When streams have something due by themselves."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.community.stream import StreamState
from bot.community.streams import FOLLOW_UP
from bot.community.transitions import SILENCE
from bot.storage.types import from_micros

_SINCE: Final = (
    (StreamState.ENDING, "ending_since"),
    (StreamState.LIVE, "last_sign_at"),
    (StreamState.ENDED, "ended_at"),
    (StreamState.PLANNED, "planned_for"),
)
SINCE: Final = " UNION ALL ".join(
    f"SELECT min({column}) FROM streams WHERE state = '{state.value}'" for state, column in _SINCE
)
"""A raw statement: since when each kind of stream that moves by itself is as it is."""


def next_move(since: Sequence[Sequence[int | None]], debounce: timedelta) -> datetime | None:
    """When `Streams.tick` has the next move to make (aware, UTC), or None; `since` are the rows of `SINCE`."""
    waits = (debounce, SILENCE, FOLLOW_UP, FOLLOW_UP)
    moves = (from_micros(at) + wait for (at,), wait in zip(since, waits, strict=True) if at is not None)
    return min(moves, default=None)
