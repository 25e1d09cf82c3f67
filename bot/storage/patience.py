"""Write transactions that wait for something other than the database are given up: everybody else waits for them."""

import asyncio
from types import TracebackType
from typing import Final, Protocol

from bot.errors import StorageError

LOOK_SECONDS: Final = 0.1
LOOKS: Final = 10
"""So many looks in a row must find nothing under way. They are counted, as a process that was stopped is no fault."""


class Busy(Protocol):
    """What is looked at: whether a statement is under way, and how many there were so far."""

    under_way: int
    statements: int


class Patience:
    """A block in which a transaction may not be idle for a second: StorageError is raised there, wherever it waits.

    As asyncio.timeout, which costs a fifth of a small transaction; this one is around each of them.
    """

    __slots__ = ("_cancelling", "_every", "_given_up", "_idle", "_loop", "_next", "_seen", "_task", "_transaction")

    def __init__(self, transaction: Busy, look_seconds: float = LOOK_SECONDS) -> None:
        self._every = look_seconds
        self._transaction = transaction
        self._idle = 0
        self._seen = -1
        self._given_up = False

    def __enter__(self) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._task = task
        self._cancelling = task.cancelling()
        self._loop = asyncio.get_running_loop()
        self._next = self._loop.call_later(self._every, self._look)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._next.cancel()
        if not self._given_up or self._task.uncancel() > self._cancelling:
            return  # somebody else wants the task to end as well
        if kind is asyncio.CancelledError:
            raise StorageError(
                f"A write transaction was open for {LOOKS * self._every:g} s while it waited for something other "
                "than the database; nothing of it was kept. Wait for a network before the first write, or in a job."
            ) from error

    def _look(self) -> None:
        quiet = not self._transaction.under_way and self._transaction.statements == self._seen
        self._idle = self._idle + 1 if quiet else 0
        self._seen = self._transaction.statements
        if self._idle < LOOKS:
            self._next = self._loop.call_later(self._every, self._look)
        else:
            self._given_up = True
            self._task.cancel()
