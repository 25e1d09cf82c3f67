"""Waiting in tests for what is asynchronous and has no event of its own."""

import asyncio
from collections.abc import Callable

_WAIT = 20.0  # seconds; long, for a machine that does other things as well


async def eventually(done: Callable[[], bool], what: str) -> None:
    """Wait until `done`, as everything here is asynchronous; AssertionError when it takes too long."""
    try:
        async with asyncio.timeout(_WAIT):
            while not done():  # noqa: ASYNC110 - what is waited for has no event of its own
                await asyncio.sleep(0.002)
    except TimeoutError:
        raise AssertionError(f"not within {_WAIT:.0f} s: {what}") from None
