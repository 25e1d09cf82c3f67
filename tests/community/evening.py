"""A community with streams to try: signals, host commands, people speaking, and a clock to move."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import count

import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.community.attendance import Attendance, Summary
from bot.community.attendance_counter import AttendanceCounter
from bot.community.stream import Stream
from bot.community.streams import Started, Streams
from bot.model.events import Event, StreamEnded, StreamStarted
from bot.model.identity import AccountRef, Actor, SpaceRef
from bot.model.incoming import Presence, PresenceKind, SignalKind, StreamSignal
from bot.storage.database import Database
from bot.storage.queue import Line
from bot.storage.tables import spaces
from bot.storage.work import Work
from tests.community.people import START, add_community


def minutes(number: float) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=number)


class Evening:
    """One community on one database; what is emitted is kept in `events`."""

    def __init__(self, database: Database, community_id: int) -> None:
        self.database = database
        self.community_id = community_id
        self.space = SpaceRef("discord", f"kiln {community_id}")
        self.clock = VirtualClock(START)
        self.counter = AttendanceCounter()
        self.events: list[Event] = []
        self._ids = count()

    @asynccontextmanager
    async def streams(self) -> AsyncIterator[Streams]:
        """The service, in a piece of work of its own."""
        async with Work(self.database, self.clock, self._keep) as work:
            yield Streams(work)

    def _keep(self, event: Event) -> Sequence[Line]:
        self.events.append(event)
        return ()

    def own_events(self) -> list[Event]:
        """What was emitted about this community: a beat moves the streams of all."""
        return [event for event in self.events if event.community_id == self.community_id]

    def started(self) -> list[int]:
        """The community's streams that were told to have started."""
        return [event.stream_id for event in self.own_events() if isinstance(event, StreamStarted)]

    def ended(self) -> list[int]:
        """The community's streams that were told to have ended."""
        return [event.stream_id for event in self.own_events() if isinstance(event, StreamEnded)]

    def pass_time(self, step: timedelta) -> datetime:
        """Move the clock; returns the new present."""
        self.clock.advance(step)
        return self.clock.now()

    async def start(self, title: str = "", at: datetime | None = None, host_id: int | None = None) -> Started:
        """A host starts."""
        async with self.streams() as streams:
            return await streams.start(self.community_id, title=title, at=at, host_id=host_id)

    async def end(self, at: datetime | None = None) -> Stream:
        """A host ends."""
        async with self.streams() as streams:
            return await streams.end(self.community_id, at=at)

    async def signal(
        self,
        kind: SignalKind,
        reference: str = "a",
        *,
        source: str = "twitch",
        at: datetime | None = None,
        title: str = "",
        planned_for: datetime | None = None,
    ) -> Stream | None:
        """A source says something."""
        signal = StreamSignal(
            event_id=str(next(self._ids)),
            at=at or self.clock.now(),
            actor=Actor(AccountRef(source, "1"), "source"),
            kind=kind,
            source=source,
            reference=reference,
            title=title,
            planned_for=planned_for,
        )
        async with self.streams() as streams:
            return await streams.signal(self.community_id, signal)

    async def tick(self) -> int:
        """The engine's beat."""
        async with self.streams() as streams:
            return await streams.tick(self.clock.now())

    async def live(self) -> Stream | None:
        """The stream that is live or ending."""
        async with self.streams() as streams:
            return await streams.live(self.community_id)

    async def newest(self) -> Stream:
        """The newest stream, as it stands."""
        async with self.streams() as streams:
            stream = await streams.newest(self.community_id)
        assert stream is not None
        return stream

    def says(
        self,
        name: str,
        *,
        kind: PresenceKind = PresenceKind.CHAT,
        at: datetime | None = None,
        seconds: float = 0.0,
        platform: str = "discord",
    ) -> None:
        """Somebody shows to be there."""
        account = AccountRef(platform, name)
        self.counter.note(Presence(self.space, account, name, kind, at or self.clock.now(), seconds))

    async def comes(self, name: str = "Guest") -> None:
        """Somebody is there, so that the stream counts."""
        self.says(name)
        await self.flush()

    async def flush(self) -> int:
        """Write what was noted."""
        return await self.counter.flush(self.database, self.clock)

    async def summary(self, stream: Stream) -> Summary:
        """The stream's attendance."""
        async with Work(self.database, self.clock) as work:
            return await Attendance(work).summary(stream.id)

    async def lines(self, stream: Stream) -> list[tuple[str, int, int, float]]:
        """The stream's attendance: name, slot, messages, seconds."""
        async with self.database.read() as reader:
            query = """SELECT members.name, slot, messages, seconds FROM attendance
                JOIN members ON members.id = attendance.member_id WHERE stream_id = :id ORDER BY members.name, slot"""
            return [(row[0], row[1], row[2], row[3]) for row in await reader.fetch(query, {"id": stream.id})]


async def an_evening(database: Database) -> Evening:
    """A new community with a space on Discord."""
    evening = Evening(database, await add_community(database))
    async with database.write() as transaction:
        space = {"platform": evening.space.platform, "external_id": evening.space.space_id}
        await transaction.execute(sa.insert(spaces).values(community_id=evening.community_id, **space))
    return evening
