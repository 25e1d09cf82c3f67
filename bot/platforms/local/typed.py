"""What a typed line means: which published command it invokes."""

import difflib
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bot.model.messages import CommandSpec

_WORD = re.compile(r"\S+")


class TypedCommand(Struct, frozen=True):
    """A command as it was typed: its path joined by spaces, and the rest of the line."""

    name: str
    words: str


def read_command(text: str, commands: Sequence[CommandSpec]) -> TypedCommand | None:
    """The command that `text` ("/stream start tonight") invokes; the longest path wins; None when there is none."""
    line = text.removeprefix("/")
    words = list(_WORD.finditer(line))
    spelled = tuple(word.group().casefold() for word in words)
    paths = {spelling: spec.path for spec in commands for spelling in _spellings(spec, spelled)}
    for length in range(min(len(words), max(map(len, paths), default=0)), 0, -1):
        path = paths.get(spelled[:length])
        if path:
            return TypedCommand(" ".join(path), line[words[length - 1].end() :].strip())
    return None


def read_group(text: str, commands: Sequence[CommandSpec]) -> TypedCommand | None:
    """The beginning that several commands share, typed alone ("/stream"): the bot itself says what there is."""
    words = tuple(text.removeprefix("/").casefold().split())
    if words and any(tuple(part.casefold() for part in spec.path[: len(words)]) == words for spec in commands):
        return TypedCommand(" ".join(words), "")
    return None


def nearest_command(text: str, commands: Sequence[CommandSpec]) -> str | None:
    """The name of a command that looks like `text`, for "did you mean"; None when none does."""
    names = [" ".join(spec.path) for spec in commands]
    words = text.removeprefix("/").casefold().split()
    tries = (" ".join(words[:length]) for length in range(min(len(words), 3), 0, -1))
    return next((name for typed in tries for name in difflib.get_close_matches(typed, names, n=1)), None)


def _spellings(spec: CommandSpec, typed: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The path itself, and where what was typed may mean it, with its last part as each language calls it (the text
    under "cs:name").
    """
    path = tuple(part.casefold() for part in spec.path)
    yield path
    if typed[: len(path) - 1] == path[:-1]:
        yield from ((*path[:-1], text.casefold()) for key, text in spec.texts.items() if key.endswith(":name"))
