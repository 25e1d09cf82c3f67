"""The console that commands draw on: rich's, but a reader who has enough is no reason to end in the middle."""

import io
import os
from collections.abc import Callable, Iterator
from typing import Any, Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from bot.model.messages import Markup
from bot.text.markup import to_ansi

_BINDS: Final = "\u00a0"
_HELD: Final = "\ue000"
"""What stands for the space that binds while lines are broken: rich would break them there too."""


class Output(Console):
    """Standard output. When nobody reads it any more `gone` is called; without one BrokenPipeError is raised."""

    def __init__(self, *, gone: Callable[[], None] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self._gone = gone
        self.is_gone = False
        if isinstance(self.file, io.TextIOWrapper):
            self.file.reconfigure(errors="replace")  # a pipe of another encoding gets "?" for what it cannot hold

    def text(self, markup: Markup, style: str = "") -> Text:
        """The markup as it looks here; no line of it is broken at a no-break space."""
        colour = self.is_terminal and not self.no_color
        return Text.from_ansi(to_ansi(markup, colour).replace(_BINDS, _HELD), style=style)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """What is put on the screen, once its lines are broken."""
        for segment in super().render(renderable, options):
            yield segment._replace(text=segment.text.replace(_HELD, _BINDS)) if _HELD in segment.text else segment

    def on_broken_pipe(self) -> None:
        """Rich would end the process here, whatever else runs in it."""
        self.is_gone = self.quiet = True
        # What is left in the buffer must not be tried again at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), self.file.fileno())
        if self._gone is None:
            raise BrokenPipeError
        self._gone()
