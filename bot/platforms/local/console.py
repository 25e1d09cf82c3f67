"""The console that commands draw on: rich's, but a reader who has enough is no reason to end in the middle."""

import io
import os
from collections.abc import Callable
from typing import Any

from rich.console import Console


class Output(Console):
    """Standard output. When nobody reads it any more `gone` is called; without one BrokenPipeError is raised."""

    def __init__(self, *, gone: Callable[[], None] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self._gone = gone
        self.is_gone = False
        if isinstance(self.file, io.TextIOWrapper):
            self.file.reconfigure(errors="replace")  # a pipe of another encoding gets "?" for what it cannot hold

    def on_broken_pipe(self) -> None:
        """Rich would end the process here, whatever else runs in it."""
        self.is_gone = self.quiet = True
        # What is left in the buffer must not be tried again at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), self.file.fileno())
        if self._gone is None:
            raise BrokenPipeError
        self._gone()
