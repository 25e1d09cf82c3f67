"""After a stream: an activity "attended" for everybody who was there."""

from typing import Final

from bot.community.activities import ATTENDED
from bot.storage.database import Database

_CHUNK: Final = 1000

_LAST = """
SELECT MAX(member_id) FROM (
    SELECT DISTINCT member_id FROM attendance WHERE stream_id = :stream_id AND member_id > :after
    ORDER BY member_id LIMIT :chunk
) AS people
"""

_RECORD = """
INSERT INTO activities (community_id, member_id, kind, at, reference, value)
SELECT streams.community_id, attendance.member_id, :kind, MAX(attendance.last_at), :reference, COUNT(*)
FROM attendance JOIN streams ON streams.id = attendance.stream_id
WHERE attendance.stream_id = :stream_id AND attendance.member_id > :after AND attendance.member_id <= :last
GROUP BY streams.community_id, attendance.member_id
ON CONFLICT (member_id, kind, reference) DO UPDATE SET at = excluded.at, value = excluded.value
WHERE activities.at <> excluded.at OR activities.value <> excluded.value
"""


async def record_attended(database: Database, stream_id: int) -> int:
    """Record the activities of a stream that ended, in short transactions; returns how many are new or not as before.

    May be broken off and called again, also when more was seen since. No event per person is emitted.
    """
    new, after = 0, 0
    while True:
        async with database.read() as reader:
            chunk = {"stream_id": stream_id, "after": after, "chunk": _CHUNK}
            ((last,),) = await reader.fetch(_LAST, chunk)
        if last is None:
            return new
        values = {"stream_id": stream_id, "after": after, "last": last}
        async with database.write() as transaction:
            new += await transaction.run(_RECORD, values | {"kind": ATTENDED, "reference": f"stream:{stream_id}"})
        after = last
