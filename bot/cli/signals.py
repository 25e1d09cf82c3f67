"""Signals: Ctrl-C and the polite kill end the bot in order."""

import asyncio
import contextlib
import signal
from collections.abc import Callable


def when_told_to_stop(stop: Callable[[], None]) -> None:
    """Call `stop` at either of them, from now on."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no handlers for signals
            loop.add_signal_handler(number, stop)
