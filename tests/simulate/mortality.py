"""Death at a chosen step: everything that the bot is doing is cancelled in the middle of some await."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Generator
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")

STORAGE = "bot/storage/"
"""What a commit under way consists of ends by itself; `tests.kills` kills that as well, with the whole process."""


class Mortality:
    """Counts the steps of every task that is started under it; at the last one all of them are cancelled."""

    def __init__(
        self,
        steps: int,
        also: Collection[asyncio.Task[Any]] = (),
        at_death: Callable[[], None] = lambda: None,
    ) -> None:
        """`also` are tasks of the process that were there before; they are not counted, but end with it."""
        self._left = steps
        self._at_death = at_death
        self._tasks = [task for task in also if not _is_storage(task.get_coro())]
        self.struck = False

    async def spend(self, deed: Coroutine[Any, Any, Any]) -> bool:
        """Do `deed` and whatever it starts, until it is done or dies; whether it died."""
        loop = asyncio.get_running_loop()
        loop.set_task_factory(self._make)
        try:
            outcome = (await asyncio.gather(loop.create_task(deed), return_exceptions=True))[0]
            if self.struck:
                await asyncio.gather(*self._tasks, return_exceptions=True)
        finally:
            loop.set_task_factory(None)
            self._left = 0  # what goes on for longer kills nobody
        if isinstance(outcome, BaseException) and not (self.struck and isinstance(outcome, asyncio.CancelledError)):
            raise outcome
        return self.struck

    def _make(self, loop: asyncio.AbstractEventLoop, deed: Any, **options: Any) -> "asyncio.Task[Any]":
        if _is_storage(deed):
            return asyncio.Task(deed, loop=loop, **options)
        task = asyncio.Task(_Counted(deed, self._step), loop=loop, **options)
        self._tasks.append(task)
        if self.struck:
            task.cancel()  # the dead begin nothing
        return task

    def strike(self) -> None:
        """Die now, at the next await."""
        self.struck = True
        self._at_death()
        for task in self._tasks:
            task.cancel()

    def _step(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.strike()


class _Counted(Coroutine[Any, Any, Any]):
    """A coroutine that says when it goes on."""

    def __init__(self, inner: Coroutine[Any, Any, Any], step: Any) -> None:
        self._inner = inner
        self._step = step

    def send(self, value: Any) -> Any:
        self._step()
        return self._inner.send(value)

    def throw(self, kind: Any, value: Any = None, trace: TracebackType | None = None) -> Any:
        if value is None and trace is None:
            return self._inner.throw(kind)
        return self._inner.throw(kind, value, trace)

    def close(self) -> None:
        self._inner.close()

    def __await__(self) -> Generator[Any, Any, Any]:
        return self._inner.__await__()


def _is_storage(deed: Any) -> bool:
    code = getattr(deed, "cr_code", None)
    return code is not None and STORAGE in code.co_filename.replace("\\", "/")
