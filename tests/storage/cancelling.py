"""Cancelling work at a chosen one of the points where it waits."""

import asyncio
import types
from collections.abc import Coroutine, Generator
from typing import Any, TypeVar

T = TypeVar("T")


@types.coroutine
def cancelled_at(steps: range, work: Coroutine[Any, Any, T]) -> Generator[Any, Any, T]:
    """What `work` returns, whose task is cancelled each time that the number of its wait is in `steps`."""
    resume: Any = work.send
    value: Any = None
    number = 0
    while True:
        try:
            waits_for = resume(value)
        except StopIteration as end:
            result: T = end.value
            return result
        task = asyncio.current_task()
        if task is not None and number in steps:
            task.cancel()
        number += 1
        try:
            value, resume = (yield waits_for), work.send
        except BaseException as error:  # noqa: BLE001 (the work gets it)
            value, resume = error, work.throw


async def outcome(work: Coroutine[Any, Any, object]) -> BaseException | None:
    """What `work` raised in a task of its own, or None."""
    (raised,) = await asyncio.gather(work, return_exceptions=True)
    return raised if isinstance(raised, BaseException) else None
