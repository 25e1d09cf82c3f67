"""One piece of work: what a handler reads and writes, held together by one transaction and its events."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from types import TracebackType
from typing import Any, LiteralString, Self

import sqlalchemy as sa

from bot.clock import Clock
from bot.model.events import Event
from bot.storage.database import Database, Params, Reader, Transaction
from bot.storage.queue import Line, enqueue

Publish = Callable[[Event], Iterable[Line]]


class Work:
    """Reads freely; opens the transaction at the first write and commits it, with the events, when the block is left.

    `now` is the moment the work began, so that all it writes bears the same time. An exception keeps nothing.
    `publish` turns an event into the jobs that react to it; they are queued in the same transaction.
    """

    def __init__(self, database: Database, clock: Clock, publish: Publish | None = None) -> None:
        self.now: datetime = clock.now()
        self.dialect = database.dialect
        self.has_let_join: int | None = None  # the community that is left by this work: its spaces joined another one
        self._database = database
        self._publish = publish
        self._events: list[Event] = []
        self._after: list[Callable[[], None]] = []
        self._stack = AsyncExitStack()
        self._transaction: Transaction | None = None

    @property
    def is_writing(self) -> bool:
        """Whether its transaction is open, so that everybody who wants to write waits for it."""
        return self._transaction is not None

    @property
    def only_read(self) -> bool:
        """Whether there is nothing to keep so far: nothing was written, and there is no event."""
        return self._transaction is None and not self._events

    def emit(self, event: Event) -> None:
        """Let plugins know; stored together with the rest of the work, handed on afterwards."""
        self._events.append(event)

    def after_commit(self, call: Callable[[], None]) -> None:
        """Run `call` once something was written and kept, and not at all otherwise."""
        self._after.append(call)

    def forget_after_commit(self) -> None:
        """Run none of those calls: what is kept concerns nobody else."""
        self._after.clear()

    async def rows(self, statement: sa.Executable, params: Params | None = None) -> Sequence[sa.Row[*tuple[Any, ...]]]:
        """All rows of a statement that reads."""
        async with self.reading() as reader:
            return await reader.rows(statement, params)

    async def row(self, statement: sa.Executable, params: Params | None = None) -> sa.Row[*tuple[Any, ...]] | None:
        """The first row of a statement that reads, or None."""
        async with self.reading() as reader:
            return await reader.row(statement, params)

    async def value(self, statement: sa.Executable, params: Params | None = None) -> Any:
        """The first column of the first row, or None."""
        async with self.reading() as reader:
            return await reader.value(statement, params)

    async def fetch(self, sql: LiteralString, params: Params | None = None) -> Sequence[Sequence[Any]]:
        """Rows of a raw statement that reads; for hot paths."""
        async with self.reading() as reader:
            return await reader.fetch(sql, params)

    async def execute(self, statement: sa.Executable, params: Params | None = None) -> sa.CursorResult[Any]:
        """Run a statement that writes."""
        return await (await self.transaction()).execute(statement, params)

    async def insert(self, statement: sa.Insert) -> int:
        """Insert one row and return its id."""
        return await (await self.transaction()).insert(statement)

    async def insert_all(self, statement: sa.Insert, rows: Sequence[Params]) -> None:
        """Insert any number of rows, each with values of the same columns, in one trip."""
        await (await self.transaction()).insert_all(statement, rows)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Reader]:
        """What to read through: the transaction once it is open, so that its own writes are seen.

        Otherwise a reader that is given back with the block: there are few, and whoever kept one while waiting for
        something else would keep everybody from reading.
        """
        if self._transaction is not None:
            yield self._transaction
            return
        async with self._database.read() as reader:
            yield reader

    async def transaction(self) -> Transaction:
        """The open transaction; reads after this see what was written."""
        if self._transaction is None:
            self._transaction = await self._stack.enter_async_context(self._database.write())
        return self._transaction

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                await self._hand_on()
        except BaseException as failure:
            await self._stack.__aexit__(type(failure), failure, failure.__traceback__)
            raise
        await self._stack.__aexit__(kind, error, trace)
        if kind is None and self._transaction is not None:
            for call in self._after:
                call()

    async def _hand_on(self) -> None:
        lines = [line for event in self._events for line in self._publish(event)] if self._publish else []
        for line in lines:
            await enqueue(await self.transaction(), line, self.now)
