"""Edited lines: the keys and the history of readline, where somebody sits at a terminal and Python has it."""

import asyncio
import contextlib
import io
import queue
import sys
import threading
from typing import Any, TextIO

from rich.console import Console

from bot.platforms.local.lines import Typed, cleaned


class EditedLines:
    """The lines typed at the terminal of this process. Made by `edited_lines`.

    A daemon thread asks for one line after the other, since readline waits inside C.
    """

    are_typed = True
    show_prompts = True

    def __init__(self, readline: Any, termios: Any) -> None:
        self._readline = readline
        self._termios = termios
        self._cursor = _cursor_of(readline)
        self._modes = termios.tcgetattr(sys.stdin)
        self._prompts: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._lines: asyncio.Queue[str | None] = asyncio.Queue()
        self._is_open = threading.Event()
        self._has_begun = False
        self._has_ended = False

    @property
    def typed(self) -> Typed | None:
        """What stands behind the open prompt; None while none is open."""
        if not self._is_open.is_set():
            return None
        line = str(self._readline.get_line_buffer())
        before = line if self._cursor is None else line.encode()[: self._cursor.value].decode(errors="ignore")
        return Typed(before, line[len(before) :])

    @property
    def are_waiting(self) -> bool:
        """Whether a line came before its prompt; readline shows such a one by itself."""
        return False

    def start(self) -> None:
        """Begin to read, unless that was done."""
        if self._has_begun:
            return
        self._has_begun = True
        self._readline.set_pre_input_hook(self._is_open.set)
        self._readline.parse_and_bind("set enable-bracketed-paste off")  # it would stay on when we end meanwhile
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(loop,), name="edited-lines", daemon=True).start()

    async def next(self, prompt: str) -> str | None:
        """Show `prompt` and wait for the line that is typed behind it; None when there is none any more."""
        if self._has_ended:
            return None
        self._prompts.put(f"\001\x1b[2m\002{prompt}\001\x1b[0m\002")  # dim; the marks tell how wide it is
        line = await self._lines.get()
        self._has_ended = line is None
        return None if line is None else cleaned(line)

    def close(self) -> None:
        """Give the terminal back as it was, since the thread may still be waiting."""
        self._readline.set_pre_input_hook(None)
        self._termios.tcsetattr(sys.stdin, self._termios.TCSADRAIN, self._modes)

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        line: str | None = ""
        with contextlib.suppress(RuntimeError):  # the loop ended first, so that nobody waits for lines any more
            while line is not None:
                prompt = self._prompts.get()
                try:
                    line = input(prompt)
                except (EOFError, OSError):
                    line = None
                self._is_open.clear()
                loop.call_soon_threadsafe(self._lines.put_nowait, line)


def _cursor_of(readline: Any) -> Any:
    """Where readline itself keeps the place of the cursor, in bytes, which Python's module does not tell.

    None where it cannot be found: then it is taken to be at the end of the line.
    """
    try:
        import ctypes

        return ctypes.c_int.in_dll(ctypes.CDLL(getattr(readline, "__file__", None)), "rl_point")
    except (ImportError, OSError, ValueError):
        return None


def edited_lines(stream: TextIO, console: Console) -> EditedLines | None:
    """Readline on `stream` and `console`; None where those are not the terminal, or Python came without it."""
    if stream is not sys.stdin or console.file is not sys.stdout or not console.is_terminal or not stream.isatty():
        return None
    try:
        import readline
        import termios
    except ImportError:  # Windows, and some small builds
        return None
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return EditedLines(readline, termios)
