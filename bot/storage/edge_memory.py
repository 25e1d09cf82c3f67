"""What a platform's edge keeps over restarts, in the database: the port `Memory`."""

import sqlalchemy as sa

from bot.clock import Clock
from bot.storage.database import Database
from bot.storage.dialect import upsert
from bot.storage.further_tables import edge_memory


class EdgeMemory:
    """One platform's part of it. Each call is a transaction of its own: what was kept holds once it returns."""

    def __init__(self, database: Database, clock: Clock, platform: str) -> None:
        self._database = database
        self._clock = clock
        self._platform = platform

    async def recall(self, name: str) -> str | None:
        """See `bot.model.ports.Memory`."""
        async with self._database.read() as reader:
            text: str | None = await reader.value(sa.select(edge_memory.c.text).where(*self._is(name)))
        return text

    async def keep(self, name: str, text: str) -> None:
        """See `bot.model.ports.Memory`."""
        values = {"platform": self._platform, "name": name, "text": text, "changed_at": self._clock.now()}
        async with self._database.write() as transaction:
            row = upsert(transaction.dialect, edge_memory).values(**values)
            new = {"text": row.excluded.text, "changed_at": row.excluded.changed_at}
            key = [edge_memory.c.platform, edge_memory.c.name]
            await transaction.execute(row.on_conflict_do_update(index_elements=key, set_=new))

    async def drop(self, name: str) -> None:
        """See `bot.model.ports.Memory`."""
        async with self._database.write() as transaction:
            await transaction.execute(sa.delete(edge_memory).where(*self._is(name)))

    def _is(self, name: str) -> tuple[sa.ColumnElement[bool], ...]:
        return edge_memory.c.platform == self._platform, edge_memory.c.name == name
