"""From a line such as "/shoutout @Ann for the teapot" to what somebody picks in Discord's options."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.model.messages import CommandSpec, OptionKind

_WORDS = {OptionKind.MOMENT: 2}  # "2026-11-27 19:00"


def options_of(
    line: str, commands: Mapping[tuple[str, ...], CommandSpec], people: Mapping[str, Any]
) -> tuple[str, Mapping[str, Any]]:
    """The command's name and its options by name; people are given as whoever `people` has under that name."""
    words = line.removeprefix("/").split(" ")
    path = max((path for path in commands if tuple(words[: len(path)]) == path), key=len)
    return " ".join(path), dict(_options(commands[path], words[len(path) :], people))


def _options(command: CommandSpec, words: Sequence[str], people: Mapping[str, Any]) -> Sequence[tuple[str, Any]]:
    options = []
    for option in command.options:
        count = len(words) if option.kind is OptionKind.REST else _WORDS.get(option.kind, 1)
        typed, words = " ".join(words[:count]), words[count:]
        if typed:
            options.append(
                (option.name, people[typed.removeprefix("@")] if option.kind is OptionKind.MEMBER else typed)
            )
    return options
