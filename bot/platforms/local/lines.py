"""Typed lines: reads a terminal, a pipe or a file line by line without ever holding up the event loop."""

import asyncio
import contextlib
import io
import os
import re
import threading
from typing import TextIO

_KEYS = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]")  # arrow keys and the like, which a plain terminal types into the line


class Lines:
    """The lines of `stream`, cleaned of control characters; None once it has ended.

    A daemon thread reads, since neither files nor Windows consoles can be watched by an event loop. It reads through a
    copy of the file, because a thread that waits inside `sys.stdin` itself brings the interpreter down at its exit.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._started = False

    @property
    def are_typed(self) -> bool:
        """Whether somebody sits at a terminal, which shows what is typed by itself."""
        return self._stream.isatty()

    async def next(self) -> str | None:
        """The next line without its end, or None when there is none any more."""
        if not self._started:
            self._started = True
            loop = asyncio.get_running_loop()
            threading.Thread(target=self._read, args=(loop,), name="typed-lines", daemon=True).start()
        line = await self._queue.get()
        if line is None:
            self._queue.put_nowait(None)
            return None
        return "".join(sign for sign in _KEYS.sub("", line.rstrip("\r\n")) if sign.isprintable() or sign == "\t")

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        # RuntimeError: the loop ended first, so that nobody waits for lines any more.
        with contextlib.suppress(RuntimeError):
            try:
                with _copy_of(self._stream) as lines:
                    for line in lines:
                        loop.call_soon_threadsafe(self._queue.put_nowait, line)
            except OSError:
                pass  # a terminal that was closed ends like a file
            finally:
                loop.call_soon_threadsafe(self._queue.put_nowait, None)


def _copy_of(stream: TextIO) -> contextlib.AbstractContextManager[TextIO]:
    try:
        descriptor = os.dup(stream.fileno())
    except io.UnsupportedOperation:
        return contextlib.nullcontext(stream)
    return os.fdopen(descriptor, encoding=stream.encoding, errors="replace")
