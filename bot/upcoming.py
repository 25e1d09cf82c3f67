"""When there is something to do next: one look for all kinds of work."""

from datetime import datetime

from msgspec import Struct

from bot.community.timetable import SINCE, next_move
from bot.core.jobs import JobRunner, first_queued
from bot.core.parts import Parts
from bot.delivery.outbox import FIRST_DUE, earliest
from bot.storage.database import Statement


class Upcoming(Struct, frozen=True):
    """When the first of each kind is due (aware, UTC), or None."""

    moves: datetime | None
    jobs: datetime | None
    deliveries: datetime | None

    @property
    def first(self) -> datetime | None:
        """When the first of all is due, or None."""
        return min((at for at in (self.moves, self.jobs, self.deliveries) if at is not None), default=None)


async def upcoming(parts: Parts, jobs: JobRunner) -> Upcoming:
    """What is due by now or comes next."""
    async with parts.database.read() as reader:
        statements: list[Statement] = [(SINCE, {}), (first_queued(reader.dialect), {}), (FIRST_DUE, {})]
        since, queued, due = await reader.fetch_each(statements)
    return Upcoming(next_move(since, parts.debounce), jobs.next_due(queued), earliest(due))
