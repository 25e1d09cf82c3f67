"""Presence that is written only after its stream was followed up: whoever it is about is not to be left out."""

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import Final, LiteralString

import sqlalchemy as sa

from bot.storage.database import Transaction
from bot.storage.queue import Line, enqueue
from bot.storage.tables import jobs
from bot.storage.types import to_json
from bot.storage.unpacking import unpacked_ids

AGAIN_AFTER: Final = timedelta(minutes=1)
"""So long more of it is waited for, so that a long history read back is not followed up line by line."""


async def follow_up_again(transaction: Transaction, stream_ids: AbstractSet[int], now: datetime) -> None:
    """Queue what follows a stream's end once more for those of these streams for which it was done already.

    It may be done twice harmlessly; who is known by then is left as they are. A stream that did not count may by now.
    """
    sql: LiteralString = "SELECT id, community_id, number FROM streams WHERE state = 'ended' AND id IN ({ids})"
    ids = unpacked_ids(transaction.dialect, "ids")
    rows = await transaction.fetch(sql.format(ids=ids), {"ids": to_json(sorted(stream_ids))})
    for stream_id, community_id, number in rows:
        done = sa.select(jobs.c.id).where(jobs.c.key == f"core:ended:{stream_id}", jobs.c.state == "done")
        if number is not None and await transaction.row(done) is None:
            continue  # it is still to come, and will see them
        what = "stream_left_out" if number is None else "stream_ended"
        key = f"core:late:{stream_id}:{int(now.timestamp() // AGAIN_AFTER.total_seconds())}"
        arguments = {"community_id": community_id, "stream_id": stream_id}
        line = Line("core", what, arguments, due=now + AGAIN_AFTER, community_id=community_id, key=key)
        await enqueue(transaction, line, now)
