"""Communities, members, streams and attendance, put straight into the tables."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from bot.storage.database import Database
from bot.storage.tables import attendance, communities, members, persons, streams

START = datetime(2026, 11, 22, 20, tzinfo=UTC)


async def add_community(database: Database, created_at: datetime = START) -> int:
    """A new community's id."""
    async with database.write() as transaction:
        return await transaction.insert(sa.insert(communities).values(name="Kiln", created_at=created_at))


async def add_members(database: Database, community_id: int, count: int, joined_at: datetime = START) -> list[int]:
    """The ids of new members, each a person of its own."""
    ids = []
    async with database.write() as transaction:
        for number in range(count):
            person_id = await transaction.insert(sa.insert(persons).values(created_at=START))
            line = {"community_id": community_id, "person_id": person_id, "name": f"Guest {number}"}
            ids.append(await transaction.insert(sa.insert(members).values(**line, joined_at=joined_at)))
    return ids


async def add_stream(
    database: Database, community_id: int, number: int | None, started_at: datetime, *, ended: bool = True
) -> int:
    """The id of a stream, two hours long when it has ended."""
    ended_at = started_at + timedelta(hours=2) if ended else None
    line = {"community_id": community_id, "number": number, "state": "ended" if ended else "live"}
    async with database.write() as transaction:
        return await transaction.insert(sa.insert(streams).values(**line, started_at=started_at, ended_at=ended_at))


async def end_stream(database: Database, stream_id: int, ended_at: datetime) -> None:
    """End a live stream."""
    async with database.write() as transaction:
        change = sa.update(streams).where(streams.c.id == stream_id)
        await transaction.execute(change.values(state="ended", ended_at=ended_at))


async def attend(
    database: Database, stream_id: int, member_id: int, at: datetime, *, slot: int = 0, questions: int = 0
) -> None:
    """Let a member be seen at a stream."""
    line = {"stream_id": stream_id, "member_id": member_id, "slot": slot, "questions": questions}
    async with database.write() as transaction:
        await transaction.execute(sa.insert(attendance).values(**line, first_at=at, last_at=at))


async def link(database: Database, member_id: int, into: int | None) -> None:
    """Let a member's person point to another member's person, or undo it."""
    async with database.write() as transaction:
        person = sa.select(members.c.person_id).where(members.c.id == member_id).scalar_subquery()
        target = sa.select(members.c.person_id).where(members.c.id == into).scalar_subquery()
        change = sa.update(persons).where(persons.c.id == person)
        await transaction.execute(change.values(points_to=target if into else None))
