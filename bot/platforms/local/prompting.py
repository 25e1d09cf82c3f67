"""Prompting: asks for a line, and makes room for what is drawn while somebody is typing it."""

import contextlib
from collections.abc import Iterator

from bot.platforms.local.drawing import Painter
from bot.platforms.local.lines import Source


class Prompter:
    """The prompt below everything else. `close` leaves its line, so that what comes next begins on one of its own."""

    def __init__(self, painter: Painter, lines: Source) -> None:
        self._painter = painter
        self._lines = lines
        self._open: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether a line is being waited for at a terminal."""
        return self._open is not None

    async def read(self, prompt: str) -> str | None:
        """The next line, with the prompt before it; None at the end of the input."""
        if not self._lines.are_typed or self._lines.are_waiting:
            line = await self._lines.next(prompt)
            if line is not None:
                self._painter.prompt(prompt, line)
            return line
        self._open = prompt
        if not self._lines.show_prompts:
            self._painter.prompt(prompt)
        line = await self._lines.next(prompt)
        self._open = None
        if line is None:
            self._painter.end_line()
        return line

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Something is drawn meanwhile: above the prompt, which comes back with what was typed so far."""
        typed = self._lines.typed
        if self._open is None or typed is None:
            yield
            return
        self._painter.lift_prompt(self._open + typed.before, typed.after)
        yield
        self._painter.put_prompt_back(self._open, typed.before, typed.after)

    def close(self) -> None:
        """Leave an open prompt."""
        if self._open is not None:
            self._open = None
            self._painter.end_line()
        self._lines.close()
