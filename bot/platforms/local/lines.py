"""Typed lines: reads a terminal, a pipe or a file line by line without ever holding up the event loop."""

import asyncio
import contextlib
import io
import os
import re
import threading
from typing import Protocol, TextIO

from msgspec import Struct

_KEYS = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]")  # arrow keys and the like, which a plain terminal types into the line


def cleaned(line: str) -> str:
    """A line without its end, and without what could steer a terminal."""
    return "".join(sign for sign in _KEYS.sub("", line.rstrip("\r\n")) if sign.isprintable() or sign == "\t")


class Typed(Struct, frozen=True):
    """What stands behind an open prompt, before the cursor and after it, as far as that is known."""

    before: str = ""
    after: str = ""


class Source(Protocol):
    """Where typed lines come from."""

    @property
    def are_typed(self) -> bool:
        """Whether somebody sits at a terminal, which shows what is typed by itself."""

    @property
    def show_prompts(self) -> bool:
        """Whether `next` draws the prompt."""

    @property
    def are_waiting(self) -> bool:
        """Whether there is a line already, so that its prompt comes too late to be seen before it."""

    @property
    def typed(self) -> Typed | None:
        """What stands behind the open prompt; None while none is open."""

    def start(self) -> None:
        """Begin to read, unless that was done."""

    async def next(self, prompt: str) -> str | None:
        """The next line, or None when there is none any more."""

    def close(self) -> None:
        """Read no more."""


class Lines:
    """The lines of `stream`, cleaned of control characters; None once it has ended.

    A daemon thread reads, since neither files nor Windows consoles can be watched by an event loop. It reads through a
    copy of the file, because a thread that waits inside `sys.stdin` itself brings the interpreter down at its exit.
    """

    show_prompts = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._waits = False
        self._has_begun = False

    @property
    def are_typed(self) -> bool:
        return self._stream.isatty()

    @property
    def are_waiting(self) -> bool:
        return not self._queue.empty()

    @property
    def typed(self) -> Typed | None:
        return Typed() if self._waits else None

    def start(self) -> None:
        """Begin to read, unless that was done."""
        if self._has_begun:
            return
        self._has_begun = True
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(loop,), name="typed-lines", daemon=True).start()

    async def next(self, prompt: str = "") -> str | None:
        """The next line without its end, or None when there is none any more."""
        self._waits = True
        line = await self._queue.get()
        self._waits = False
        if line is None:
            self._queue.put_nowait(None)
            return None
        return cleaned(line)

    def close(self) -> None:
        """The thread ends with the process."""
        self._waits = False

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
