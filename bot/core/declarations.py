"""What a plugin declares: commands, actions, settings, journeys and the rest. Declaring has no side effects."""

import re
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from msgspec import Struct
from pydantic import BaseModel

from bot.community.facts import FactSpec
from bot.core.signatures import Parameter, read_parameters
from bot.errors import PluginError
from bot.model.badges import Badge
from bot.model.events import Event
from bot.model.identity import Role
from bot.model.journeys import Journey
from bot.model.messages import ActionStyle
from bot.model.rights import Right
from bot.model.rules import Rule
from bot.model.titles import Titled, plugin_named

Handler = Callable[..., Awaitable[None]]
F = TypeVar("F", bound=Handler)
C = TypeVar("C", bound=Callable[..., Awaitable[Any]])

NAME = re.compile(r"[a-z][a-z0-9-]{1,23}")  # so short that it fits into a button's token


class NoSettings(BaseModel):
    """The settings of a plugin that has none."""


class By(Enum):
    """How else than by its name a command may come; what came goes to its first parameter."""

    CODE = "code"  # a code that was typed into the chat of a source, where nobody is answered
    LINK = "link"  # the payload of a deep link: "link_ABCD" is "/link ABCD"
    WORDS = "words"  # plain words said to the bot, in private or by its name in a space


class Command(Struct, frozen=True):
    """A command: its path ("stream", "start"), who may use it at least, its options, and what runs."""

    plugin: str
    path: tuple[str, ...]
    least_role: Role
    help: str
    parameters: tuple[Parameter, ...]
    handler: Handler
    opens_form: bool
    public: bool  # its answers are for everybody in the channel, unless the handler says otherwise
    examples: tuple[str, ...]
    own: bool = False  # about one's own person: no community can take it away from anybody
    by: frozenset[By] = frozenset()  # how else it may come
    by_owner: bool = False  # whoever owns a space may type it there, also where that makes them nobody in the community

    def __post_init__(self) -> None:
        if self.own and self.least_role is not Role.MEMBER:
            raise PluginError(self.plugin, f"the command {self.name} is everybody's own, so it takes no role.")
        if self.by and not self.parameters:
            how = " and ".join(sorted(one.value for one in self.by))
            raise PluginError(self.plugin, f"the command {self.name} comes by {how}, so it needs a parameter for that.")

    @property
    def name(self) -> str:
        return " ".join(self.path)


class ActionSpec(Struct, frozen=True):
    """A button: what it is called, who may press it at least, its arguments, and what runs.

    With `scale` it is a row of buttons, one for each number, which becomes the handler's last argument. With `unkept`
    nothing of a press or of a form is stored: what is left of it is what the handler writes.
    """

    plugin: str
    name: str
    label: str  # a text's key
    style: ActionStyle
    least_role: Role
    parameters: tuple[Parameter, ...]
    handler: Handler
    scale: tuple[int, int] | None = None
    opens_form: bool = False
    unkept: bool = False

    @property
    def full_name(self) -> str:
        return f"{self.plugin}.{self.name}"


class Reaction(Struct, frozen=True):
    """What runs when an event of a kind happened."""

    plugin: str
    event: type[Event]
    handler: Handler

    @property
    def name(self) -> str:
        return f"on:{self.event.__name__}:{self.handler.__name__}"


class Job(Struct, frozen=True):
    """Durable work: queued in the database under this name, run once it is due, also after a restart."""

    plugin: str
    name: str
    handler: Handler
    every: timedelta | None = None


class Contribution(Struct, frozen=True):
    """A part of something that others show: a line of the profile card, a cue for hosts, a part of the recap.

    `names` are what it brings where that has names: the placeholders that texts of journeys may mention. `switches` are
    such as only choose between words in a plugin's own texts; nobody is offered them.
    """

    plugin: str
    kind: str
    handler: Callable[..., Awaitable[Any]]
    names: tuple[str, ...] = ()
    switches: tuple[str, ...] = ()


class Needs(Struct, frozen=True):
    """A right that a plugin needs beside reading and writing, and what stops without it: a text's key."""

    right: Right
    without: str


@dataclass(slots=True)
class Plugin:
    """One plugin. `settings` is a pydantic model; `on_by_default` whether communities start with it enabled.

    `segments` are rules over kept facts, by name; a journey may wait for somebody to enter one. `tables` are its own,
    each name beginning with the plugin's; `migrations` the folder with their revisions (a bundled plugin's are in the
    core's). Columns that refer to members are made with `columns.member`: so people can be shown what is held about
    them, and be erased.
    """

    name: str
    settings: type[BaseModel] = NoSettings
    on_by_default: bool = True
    locked: bool = False  # cannot be disabled: without it nobody could enable anything
    facts: Sequence[FactSpec] = ()
    journeys: Sequence[Journey] = ()
    badges: Sequence[Badge] = ()
    segments: Mapping[str, Rule] = field(default_factory=dict)
    activities: Sequence[str] = ()
    needs: Sequence[Needs] = ()
    tables: sa.MetaData | None = None
    migrations: Path | None = None
    locales: Path | None = None
    commands: list[Command] = field(default_factory=list, init=False)
    actions: list[ActionSpec] = field(default_factory=list, init=False)
    reactions: list[Reaction] = field(default_factory=list, init=False)
    jobs: list[Job] = field(default_factory=list, init=False)
    contributions: list[Contribution] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise PluginError(self.name, "a name is 2 to 24 of a-z, 0-9 and -, beginning with a letter.")

    @property
    def titled(self) -> Titled:
        """Its name as texts show it: with what it is called."""
        return plugin_named(self.name)

    def is_on(self, chosen: bool | None) -> bool:
        """Whether it is on in a community that turned it on or off; None: it chose nothing."""
        return self.locked or (self.on_by_default if chosen is None else chosen)

    def command(
        self,
        path: str = "",
        *,
        least: Role = Role.MEMBER,
        opens_form: bool = False,
        public: bool = False,
        examples: Sequence[str] = (),
        own: bool = False,
        by: Collection[By] = (),
        by_owner: bool = False,
    ) -> Callable[[F], F]:
        """Declare a command: named like its function, or by `path` (up to three words); its signature is its options,
        its docstring the help where `locales/` has none. What the others mean is told with `Command`; one that comes
        by a link or a code asks before it acts, and one `by_owner` looks at the role."""

        def keep(handler: F) -> F:
            words = self._path(path or handler.__name__.replace("_", " "))
            command = Command(
                plugin=self.name,
                path=words,
                least_role=least,
                help=_first_line(handler, self.name),
                parameters=read_parameters(handler, self.name),
                handler=handler,
                opens_form=opens_form,
                public=public,
                examples=tuple(examples),
                own=own,
                by=frozenset(by),
                by_owner=by_owner,
            )
            self.commands.append(command)
            return handler

        return keep

    def _path(self, typed: str) -> tuple[str, ...]:
        words = tuple(typed.split())
        if not 1 <= len(words) <= 3:
            raise PluginError(self.name, f"the command {typed!r} needs one to three words.")
        return words

    def action(
        self,
        label: str,
        *,
        style: ActionStyle = ActionStyle.PLAIN,
        least: Role = Role.MEMBER,
        scale: tuple[int, int] | None = None,
        opens_form: bool = False,
        unkept: bool = False,
    ) -> Callable[[F], F]:
        """Declare a button by its handler. `label` is a text's key; arguments are whole numbers and short words.

        `unkept`: who pressed, or filled in a form under it, is nobody's business; plugins/README.md says what it takes.
        """

        def keep(handler: F) -> F:
            parameters = read_parameters(handler, self.name)
            name = handler.__name__
            spec = ActionSpec(self.name, name, label, style, least, parameters, handler, scale, opens_form, unkept)
            self.actions.append(spec)
            return handler

        return keep

    def on(self, event: type[Event]) -> Callable[[F], F]:
        """React to an event: the handler gets a Background and the event, once, also when the process died between."""

        def keep(handler: F) -> F:
            self.reactions.append(Reaction(self.name, event, handler))
            return handler

        return keep

    def job(self, *, every: timedelta | None = None) -> Callable[[F], F]:
        """Declare durable work: queued with `ctx.later(handler, ...)`, or run again and again with `every`."""

        def keep(handler: F) -> F:
            self.jobs.append(Job(self.name, handler.__name__, handler, every))
            return handler

        return keep

    def contributes(self, kind: str, *names: str, switches: tuple[str, ...] = ()) -> Callable[[C], C]:
        """Declare a part of something that others show; what `kind`s there are is told in plugins/README.md."""

        def keep(handler: C) -> C:
            self.contributions.append(Contribution(self.name, kind, handler, names, switches))
            return handler

        return keep


def _first_line(handler: Handler, plugin: str) -> str:
    if not handler.__doc__:
        raise PluginError(plugin, f"the command {handler.__name__} needs a docstring: it is its help.")
    return handler.__doc__.strip().splitlines()[0]
