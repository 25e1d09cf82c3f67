"""Presence that is written only after its stream was followed up: whoever it is about is not to be left out."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from bot.community.stream import StreamState
from bot.storage.database import Transaction
from bot.storage.queue import Line, enqueue
from bot.storage.tables import jobs, streams

AGAIN_AFTER: Final = timedelta(minutes=1)
"""So long more of it is waited for, so that a long history read back is not followed up line by line."""


async def follow_up_again(transaction: Transaction, stream_ids: Iterable[int], now: datetime) -> None:
    """Queue what follows a stream's end once more for those of these streams for which it was done already.

    It may be done twice harmlessly; who is known by then is left as they are. A stream that did not count may by now.
    """
    ended = (streams.c.id.in_(set(stream_ids))) & (streams.c.state == StreamState.ENDED)
    for row in await transaction.rows(sa.select(streams.c.id, streams.c.community_id, streams.c.number).where(ended)):
        done = sa.select(jobs.c.id).where(jobs.c.key == f"core:ended:{row.id}", jobs.c.state == "done")
        if row.number is not None and await transaction.row(done) is None:
            continue  # it is still to come, and will see them
        what = "stream_left_out" if row.number is None else "stream_ended"
        key = f"core:late:{row.id}:{int(now.timestamp() // AGAIN_AFTER.total_seconds())}"
        arguments = {"community_id": row.community_id, "stream_id": row.id}
        due, community_id = now + AGAIN_AFTER, row.community_id
        line = Line("core", what, arguments, due=due, community_id=community_id, key=key)
        await enqueue(transaction, line, now)
