"""Commands as Discord knows them, built from the port's specs."""

import inspect
import logging
import re
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, cast

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.model.identity import Role
from bot.model.messages import CommandSpec, OptionKind, OptionSpec
from bot.text.markup import shortened

log = logging.getLogger(__name__)

TEXT_LENGTH = 100
BASE_LANGUAGE = "en"
NAME_PATTERN = re.compile(r"[-_'\w]{1,32}")  # Discord's rule for localised names, which discord.py does not check

TYPES: Mapping[OptionKind, Any] = {
    OptionKind.TEXT: str,
    OptionKind.REST: str,
    OptionKind.WHOLE: int,
    OptionKind.NUMBER: float,
    OptionKind.YES_NO: bool,
    OptionKind.MEMBER: discord.User,
    OptionKind.MOMENT: str,
    OptionKind.CHOICE: str,
}

Group = app_commands.Group
Command = app_commands.Command[Any, ..., None]
Parent = app_commands.CommandTree[Any] | Group


def add_commands(tree: app_commands.CommandTree[Any], specs: Sequence[CommandSpec]) -> tuple[str, ...]:
    """Put `specs` into `tree`. Returns the names of those that Discord cannot take, which are left out and logged.

    Discord's rules: a hundred commands, 25 subcommands to a group, and no command that is a group as well.
    """
    left_out: list[str] = []
    # Longer paths first, so that of "poll" and "poll close" the one gives way that Discord could not invoke.
    for spec in sorted(specs, key=lambda spec: (-len(spec.path), spec.path)):
        try:
            _add(tree, spec, specs)
        except (app_commands.AppCommandError, ValueError, TypeError) as error:
            name = " ".join(spec.path)
            log.warning("the command %s is left out on Discord: %s", name, error)
            left_out.append(name)
    return tuple(left_out)


def _add(tree: app_commands.CommandTree[Any], spec: CommandSpec, specs: Sequence[CommandSpec]) -> None:
    command = _command(spec)
    parent: Parent = tree
    for length in range(1, len(spec.path)):
        parent = _group(parent, spec.path[:length], specs)
    parent.add_command(command)


def _group(parent: Parent, path: tuple[str, ...], specs: Sequence[CommandSpec]) -> Group:
    found = parent.get_command(path[-1])
    if isinstance(found, Group):
        return found
    if found is not None:
        raise ValueError(f"{' '.join(path)} is a command already")
    family = [spec for spec in specs if spec.path[: len(path)] == path and len(spec.path) > len(path)]
    least = min(spec.least_role for spec in family)
    names = {key: name for spec in reversed(family) for key, name in _names(spec, len(path) - 1).items()}
    # People never see a group's description; Discord only insists on one.
    group = Group(
        name=locale_str(path[-1], by_language=names),
        description=" ".join(path),
        default_permissions=_cosmetic_rights(least),
        allowed_contexts=_contexts(least),
    )
    parent.add_command(group)
    return group


def _command(spec: CommandSpec) -> Command:
    command: Command = app_commands.Command(
        name=locale_str(spec.path[-1], by_language=_names(spec, len(spec.path) - 1)),
        description=_description(spec.texts, spec.path[-1]),
        callback=_callback(spec.options),
        allowed_contexts=_contexts(spec.least_role),
    )
    command.default_permissions = _cosmetic_rights(spec.least_role)
    return command


def _cosmetic_rights(least: Role) -> discord.Permissions | None:
    # It only keeps the menu short: administrators may change it, and the core decides the role anyway.
    return discord.Permissions(manage_guild=True) if least >= Role.MODERATOR else None


def _contexts(least: Role) -> app_commands.AppCommandContext:
    return app_commands.AppCommandContext(guild=True, dm_channel=least is Role.MEMBER, private_channel=False)


def _names(spec: CommandSpec, position: int) -> dict[str, str]:
    names: dict[str, str] = {}
    for key, name in spec.texts.items():
        language, _, part = key.partition(":")
        # The localised name is that of the last part, or the whole path in as many words.
        words = name.split()
        whole = [""] * (len(spec.path) - 1) + words if len(words) == 1 else words
        if part == "name" and len(whole) == len(spec.path) and _is_name(whole[position]):
            names[language] = whole[position]
    return names


def _is_name(name: str) -> bool:
    return bool(NAME_PATTERN.fullmatch(name)) and name == name.lower()


def _description(texts: Mapping[str, str], otherwise: str) -> locale_str:
    said = {key: shortened(text, TEXT_LENGTH) for key, text in texts.items() if text and ":" not in key}
    return locale_str(said.get(BASE_LANGUAGE) or next(iter(said.values()), otherwise), by_language=said)


def _callback(options: Sequence[OptionSpec]) -> Callable[..., Coroutine[Any, Any, None]]:
    """A callback that only carries the options: discord.py reads a command's options from a signature."""

    async def never_called(interaction: discord.Interaction[Any], **given: object) -> None:
        raise NotImplementedError("commands are run by the core")

    async def never_completed(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        raise NotImplementedError("suggestions come from the core")

    named = {f"option_{number}": option for number, option in enumerate(options)}
    parameters = [
        inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD),
        *(_parameter(name, option) for name, option in named.items()),
    ]
    cast("Any", never_called).__signature__ = inspect.Signature(parameters)
    app_commands.rename(**{name: _option_name(option) for name, option in named.items()})(never_called)
    app_commands.describe(**{name: _description(option.texts, option.name) for name, option in named.items()})(
        never_called
    )
    app_commands.choices(
        **{
            name: [app_commands.Choice(name=_choice_name(option, choice), value=choice) for choice in option.choices]
            for name, option in named.items()
            if option.kind is OptionKind.CHOICE
        }
    )(never_called)
    completed = {name: never_completed for name, option in named.items() if option.suggests}
    app_commands.autocomplete(**completed)(never_called)
    return never_called


def _parameter(name: str, option: OptionSpec) -> inspect.Parameter:
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        annotation=TYPES[option.kind],
        default=inspect.Parameter.empty if option.required else None,
    )


def _choice_name(option: OptionSpec, choice: str) -> locale_str:
    ending = f":choice-{choice}"
    names = {key.removesuffix(ending): name for key, name in option.texts.items() if key.endswith(ending) and name}
    shown = {language: shortened(name, TEXT_LENGTH) for language, name in names.items()}
    return locale_str(shown.get(BASE_LANGUAGE, choice), by_language=shown)


def _option_name(option: OptionSpec) -> locale_str:
    named = ((key.partition(":"), name) for key, name in option.texts.items())
    names = {language: name for (language, _, part), name in named if part == "name" and _is_name(name)}
    return locale_str(option.name, by_language=names)
