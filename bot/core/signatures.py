"""Handlers' signatures read as options: a parameter's annotation is the option's type."""

import inspect
import types
import typing
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, Literal, NewType

from msgspec import Struct

from bot.errors import PluginError
from bot.model.identity import ChannelRef, Member
from bot.model.messages import Choice, OptionKind

Rest = NewType("Rest", str)
"""The remainder of the line, as it was typed."""


class Within(Struct, frozen=True):
    """The bounds of a number, for an option's annotation: `Annotated[int, Within(1, 60)]`."""

    low: int
    high: int


class Suggested(Struct, frozen=True):
    """Who suggests what an option may be while it is typed: `Annotated[str, Suggested(names)]`.

    `by` is called with the Context and what was typed so far, and returns what fits, the likeliest first. It only
    reads, and has two seconds.
    """

    by: Callable[[Any, str], Awaitable[Sequence[Choice]]]


class Answers(dict[str, str]):
    """What a form brought, by field name; the annotation of an action's parameter that takes it."""


class Chosen(tuple[int, ...]):
    """What somebody chose by now in a network's own poll, by position; nothing: they took it back.

    The annotation of a parameter of the action that votes run. Where it is pressed as a button, nothing is chosen.
    """


class Manner(Enum):
    """How somebody acts."""

    ACTED = "acted"  # by a command, a button, a form
    CALLED = "called"  # by plain words before everybody with the bot's name in them; answers are for everybody as well
    ALONE = "alone"  # by plain words in private
    UNKEPT = "unkept"  # the same, and nothing of them may be stored, sent on or passed on


class Here(Struct, frozen=True):
    """Where somebody acts, and how; the annotation of a parameter that takes it. None: the network does not tell."""

    channel: ChannelRef | None = None
    manner: Manner = Manner.ACTED


_GIVEN = (Answers, Chosen, Here)
"""What the dispatcher fills in itself, so that nobody is asked for it."""

_KINDS: dict[object, OptionKind] = {
    str: OptionKind.TEXT,
    Rest: OptionKind.REST,
    int: OptionKind.WHOLE,
    float: OptionKind.NUMBER,
    bool: OptionKind.YES_NO,
    Member: OptionKind.MEMBER,
    datetime: OptionKind.MOMENT,
}


class Parameter(Struct, frozen=True):
    """One option of a command, or argument of an action."""

    name: str
    kind: OptionKind
    required: bool
    default: Any = None
    choices: tuple[str, ...] = ()
    choice_type: type[Enum] | None = None
    within: Within | None = None  # a number's bounds
    suggested: Suggested | None = None

    @property
    def shown(self) -> str:
        """The name as people type it."""
        return self.name.rstrip("_").replace("_", "-")


def read_parameters(handler: Callable[..., Any], plugin: str) -> tuple[Parameter, ...]:
    """The parameters of `handler` behind its first, which is the context. Raises PluginError for what cannot be one."""
    parameters = tuple(
        _parameter(parameter, hint, plugin, handler.__name__)
        for parameter, hint in _hinted(handler, plugin)
        if hint not in _GIVEN
    )
    optional = False
    for parameter in parameters:
        if parameter.required and optional:
            raise PluginError(
                plugin, f"{handler.__name__}: {parameter.name} is required but stands behind an optional one."
            )
        optional = optional or not parameter.required
    return parameters


def _hinted(handler: Callable[..., Any], plugin: str) -> list[tuple[inspect.Parameter, Any]]:
    """The parameters behind the context, with their annotations; each has one, and can be given by its name."""
    name = getattr(handler, "__name__", repr(handler))
    if not inspect.iscoroutinefunction(handler):
        raise PluginError(plugin, f"{name}: write it as async def.")
    parameters = list(inspect.signature(handler).parameters.values())
    if not parameters:
        raise PluginError(plugin, f"{name}: its first parameter is the context, such as ctx: Context.")
    try:
        hints = typing.get_type_hints(handler, include_extras=True)
    except NameError as error:
        raise PluginError(plugin, f"{name}: {error}; annotations need names that the module knows.") from error
    for parameter in parameters[1:]:
        if parameter.kind not in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY):
            raise PluginError(plugin, f"{name}: {parameter} cannot be an option; each one needs a name of its own.")
        if parameter.name not in hints:
            raise PluginError(plugin, f"{name}: {parameter.name} needs a type, such as {parameter.name}: str.")
    return [(parameter, hints[parameter.name]) for parameter in parameters[1:]]


def answers_parameter(handler: Callable[..., Any]) -> str | None:
    """The name of the parameter that takes a form's answers, or None."""
    return _given_parameter(handler, Answers)


def here_parameter(handler: Callable[..., Any]) -> str | None:
    """The name of the parameter that takes where somebody acts, or None."""
    return _given_parameter(handler, Here)


def chosen_parameter(handler: Callable[..., Any]) -> str | None:
    """The name of the parameter that takes what was voted for, or None."""
    return _given_parameter(handler, Chosen)


def _given_parameter(handler: Callable[..., Any], kind: type[Any]) -> str | None:
    return next((name for name, hint in typing.get_type_hints(handler).items() if hint is kind), None)


def _parameter(parameter: inspect.Parameter, hint: Any, plugin: str, handler: str) -> Parameter:
    hint, within, suggested = _annotated(hint)
    required = parameter.default is inspect.Parameter.empty
    default = None if required else parameter.default
    if typing.get_origin(hint) is Literal:
        choices = typing.get_args(hint)
        if not all(isinstance(choice, str) for choice in choices):
            raise PluginError(plugin, f"{handler}: the choices of {parameter.name} must be texts, in quotes.")
        return Parameter(parameter.name, OptionKind.CHOICE, required, default, choices)
    if isinstance(hint, type) and issubclass(hint, Enum):
        choices = tuple(str(member.value) for member in hint)
        return Parameter(parameter.name, OptionKind.CHOICE, required, default, choices, hint)
    kind = _KINDS.get(hint)
    if kind is None:
        raise PluginError(plugin, f"{handler}: the type of {parameter.name} is none that options can have.")
    if within is not None and kind not in (OptionKind.WHOLE, OptionKind.NUMBER):
        raise PluginError(plugin, f"{handler}: {parameter.name} is no number, so it cannot have bounds.")
    if suggested is not None and kind not in (OptionKind.TEXT, OptionKind.REST):
        raise PluginError(plugin, f"{handler}: {parameter.name} is no text, so nothing can be suggested for it.")
    return Parameter(parameter.name, kind, required, default, within=within, suggested=suggested)


def _annotated(hint: Any) -> tuple[Any, Within | None, Suggested | None]:
    """The type itself, and what an `Annotated` adds to it."""
    hint = _without_none(hint)
    extras: tuple[Any, ...] = ()
    if typing.get_origin(hint) is Annotated:
        extras, hint = hint.__metadata__, hint.__origin__
    within = next((extra for extra in extras if isinstance(extra, Within)), None)
    return _without_none(hint), within, next((extra for extra in extras if isinstance(extra, Suggested)), None)


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        kinds = [kind for kind in typing.get_args(hint) if kind is not type(None)]
        return kinds[0] if len(kinds) == 1 else hint
    return hint
