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

_INTO = "INSERT INTO activities (community_id, member_id, kind, at, reference, value)"
_ONCE = """
ON CONFLICT (member_id, kind, reference) DO UPDATE SET at = excluded.at, value = excluded.value
WHERE activities.at <> excluded.at OR activities.value <> excluded.value
"""

_RECORD = f"""
{_INTO}
SELECT streams.community_id, attendance.member_id, :kind, MAX(attendance.last_at), :reference, COUNT(*)
FROM attendance JOIN streams ON streams.id = attendance.stream_id JOIN members ON members.id = attendance.member_id
WHERE attendance.stream_id = :stream_id AND attendance.member_id > :after AND attendance.member_id <= :last
    AND members.counts_for IS NULL AND NOT EXISTS (SELECT 1 FROM members part WHERE part.counts_for = members.id)
GROUP BY streams.community_id, attendance.member_id
{_ONCE}
"""

_RECORD_LINKED = f"""
{_INTO}
SELECT streams.community_id, COALESCE(members.counts_for, members.id), :kind, MAX(attendance.last_at), :reference,
    COUNT(DISTINCT attendance.slot)
FROM attendance JOIN streams ON streams.id = attendance.stream_id JOIN members ON members.id = attendance.member_id
WHERE attendance.stream_id = :stream_id AND attendance.member_id IN (
    SELECT id FROM members WHERE counts_for IS NOT NULL
    UNION SELECT counts_for FROM members WHERE counts_for IS NOT NULL)
GROUP BY streams.community_id, COALESCE(members.counts_for, members.id)
{_ONCE}
"""
"""The same for linked accounts: what they did is one person's."""


async def record_attended(database: Database, stream_id: int) -> int:
    """Record the activities of a stream that ended, in short transactions; returns how many are new or not as before.

    May be broken off and called again, also when more was seen since. No event per person is emitted.
    """
    after = 0
    what = {"kind": ATTENDED, "reference": f"stream:{stream_id}"}
    async with database.write() as transaction:
        new = await transaction.run(_RECORD_LINKED, {"stream_id": stream_id, **what})
    while True:
        async with database.read() as reader:
            chunk = {"stream_id": stream_id, "after": after, "chunk": _CHUNK}
            ((last,),) = await reader.fetch(_LAST, chunk)
        if last is None:
            return new
        values = {"stream_id": stream_id, "after": after, "last": last}
        async with database.write() as transaction:
            new += await transaction.run(_RECORD, values | what)
        after = last
