"""Typed commands: which published command a line of text means, and what is left of the line as its words."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bot.model.messages import CommandSpec

_COMMAND = re.compile(r"/(\w{1,64})(?:@(\w+))?(?:\s+(.*))?", re.ASCII | re.DOTALL)
_WORD = re.compile(r"(\S+)\s*(.*)", re.DOTALL)
NAME_LENGTH = 32
"""Characters of a command's name (https://core.telegram.org/bots/api#botcommand)."""


class Typed(Struct, frozen=True):
    """A command as somebody typed it. `name` is its path joined by spaces; `known` says whether it was published."""

    name: str
    words: str
    known: bool
    addressed: bool  # typed as /name@thisbot


def published_name(path: Sequence[str]) -> str:
    """The one word that Telegram shows for a command: its path joined by "_"."""
    return "_".join(path).replace("-", "_").lower()[:NAME_LENGTH]


class CommandTable:
    """The published commands, to find the one that was typed."""

    def __init__(self, commands: Sequence[CommandSpec]) -> None:
        self._paths = {published_name(spec.path): spec.path for spec in commands}
        self._starts = frozenset(published_name(spec.path[:1]) for spec in commands)
        self._depth = max((len(spec.path) for spec in commands), default=1)

    def read(self, text: str, username: str) -> Typed | None:
        """What `text` asks of the bot called `username`; None when it is no command or one for another bot.

        "/stream_start tea" and "/stream start tea" are the same: the longest path that is published wins.
        """
        found = _COMMAND.fullmatch(text.strip())
        if found is None:
            return None
        head, bot, rest = found.group(1).lower(), found.group(2), (found.group(3) or "").strip()
        if bot is not None and bot.lower() != username.lower():
            return None
        addressed = bot is not None
        path, words = None, rest
        for name, remainder in self._readings(head, rest):
            if name in self._paths:
                path, words = self._paths[name], remainder
        if path is not None:
            return Typed(" ".join(path), words, known=True, addressed=addressed)
        return Typed(head, rest, known=head in self._starts, addressed=addressed)

    def _readings(self, head: str, rest: str) -> Iterator[tuple[str, str]]:
        """The name of one, two, ... words with what would remain, shortest first."""
        yield head, rest
        for _ in range(self._depth - 1):
            found = _WORD.fullmatch(rest)
            if found is None:
                return
            head, rest = f"{head}_{found.group(1).lower().replace('-', '_')}", found.group(2)
            yield head, rest
