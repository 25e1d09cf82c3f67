"""Everything that the loaded plugins declare, looked up by what it answers to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import convert
from pydantic import ValidationError

from bot.community.activities import CORE_ACTIVITIES
from bot.community.core_facts import CORE_FACTS
from bot.community.facts import FactSpec
from bot.core.declarations import ActionSpec, By, Command, Contribution, Handler, Job, Plugin, Reaction
from bot.core.tokens import code
from bot.delivery.case import PluginStatus
from bot.delivery.recipients import STREAM_FACTS
from bot.errors import PluginError
from bot.model.badges import Badge
from bot.model.events import Event
from bot.model.journeys import Journey
from bot.model.rules import FactValue, Rule
from bot.storage.queue import Line
from bot.storage.types import to_parts


class Registry:
    """The plugins' declarations. Taking in a plugin either succeeds whole or leaves the registry as it was."""

    def __init__(self, plugins: Iterable[Plugin] = ()) -> None:
        self.plugins: dict[str, Plugin] = {}
        self.commands: dict[tuple[str, ...], Command] = {}
        self.actions: dict[str, ActionSpec] = {}
        self.jobs: dict[tuple[str, str], Job | Reaction] = {}
        self._codes: dict[str, ActionSpec] = {}
        self._by_handler: dict[Handler, Command] = {}
        self._coming_by: defaultdict[By, list[Command]] = defaultdict(list)
        self._reactions: defaultdict[type[Event], list[Reaction]] = defaultdict(list)
        for plugin in plugins:
            self.take_in(plugin)

    def take_in(self, plugin: Plugin) -> None:
        """Add a plugin. Raises PluginError for a name that is taken."""
        if plugin.name in self.plugins or plugin.name == "core":
            raise PluginError(plugin.name, "another plugin has this name.")
        commands = self._new_commands(plugin)
        self._check_names(plugin)
        _check_settings(plugin)
        actions = {spec.full_name: spec for spec in plugin.actions}
        codes = {code(name, unkept=spec.unkept): spec for name, spec in actions.items()}
        if (clash := codes.keys() & self._codes.keys()) or len(codes) != len(actions):
            named = ", ".join(sorted(codes[short].name for short in clash)) or "two of its own"
            raise PluginError(plugin.name, f"rename an action: the short form of {named} is taken.")
        self._check_tables(plugin)
        self.plugins[plugin.name] = plugin
        self.commands |= commands
        self._by_handler |= {command.handler: command for command in commands.values()}
        for command in commands.values():
            for how in command.by:
                self._coming_by[how].append(command)
        self.actions |= actions
        self._codes |= codes
        self.jobs |= {(plugin.name, job.name): job for job in plugin.jobs}
        self.jobs |= {(plugin.name, reaction.name): reaction for reaction in plugin.reactions}
        for reaction in plugin.reactions:
            self._reactions[reaction.event].append(reaction)

    def _new_commands(self, plugin: Plugin) -> dict[tuple[str, ...], Command]:
        found = dict(self.commands)
        groups = {path[:length] for path in found for length in range(1, len(path))}
        for command in plugin.commands:
            above = {command.path[:length] for length in range(1, len(command.path))}
            if command.path in found or not above.isdisjoint(found):
                raise PluginError(plugin.name, f"the command /{command.name} clashes with one that exists.")
            if command.path in groups:
                raise PluginError(plugin.name, f"the command /{command.name} is also the name of a group.")
            found[command.path] = command
            groups |= above
        return {path: command for path, command in found.items() if path not in self.commands}

    def _check_names(self, plugin: Plugin) -> None:
        """Each name once: a second one would take the place of the first without a word."""
        known = {fact.name for fact in self.facts}
        for what, names, taken in (
            ("action", [spec.name for spec in plugin.actions], set[str]()),
            ("job", [job.name for job in plugin.jobs], set()),
            ("reaction", [reaction.name for reaction in plugin.reactions], set()),
            ("journey", [journey.name for journey in plugin.journeys], set()),
            ("badge", [badge.name for badge in plugin.badges], {badge.name for badge in self._declared_badges}),
            ("fact", [fact.name for fact in plugin.facts], known),
            ("segment", list(plugin.segments), self.segments.keys()),
        ):
            if twice := {name for name in names if names.count(name) > 1 or name in taken}:
                raise PluginError(plugin.name, f"rename its {what} {min(twice)}: the name is taken.")

    def _check_tables(self, plugin: Plugin) -> None:
        if plugin.tables is not None:
            for name in plugin.tables.tables:
                if not name.startswith(plugin.name.replace("-", "_") + "_"):
                    raise PluginError(plugin.name, f"its table {name} must begin with the plugin's name.")

    def standing(self, plugin: str, chosen: bool | None) -> PluginStatus:
        """Where a plugin stands in a community that turned it on or off; None: it chose nothing."""
        found = self.plugins.get(plugin)
        if found is None:
            return PluginStatus.GONE
        return PluginStatus.ON if found.is_on(chosen) else PluginStatus.OFF

    @property
    def facts(self) -> tuple[FactSpec, ...]:
        """Every fact there is, the core's first."""
        return (*CORE_FACTS, *(fact for plugin in self.plugins.values() for fact in plugin.facts))

    @property
    def empty_facts(self) -> dict[str, FactValue]:
        """The value of each where nothing is known, so that no text misses one."""
        nothing: dict[str, FactValue] = {"number": 0, "text": "", "yes_no": False, "several": ""}
        empty = {spec.name: nothing[spec.kind] for spec in self.facts}
        empty |= dict.fromkeys(STREAM_FACTS, 0)
        return empty | {f"since.{kind}": False for kind in self.activities}

    def interests_of(self, facts: Mapping[str, FactValue]) -> frozenset[str]:
        """What a member with these facts said to be interested in, folded."""
        chosen = [str(facts.get(spec.name, "")) for spec in self.facts if spec.interests]
        return frozenset(text for lines in chosen for text in lines.split("\n") if text)

    @property
    def journeys(self) -> Sequence[tuple[str, Journey]]:
        """Every default journey, with its plugin."""
        return [(plugin.name, journey) for plugin in self.plugins.values() for journey in plugin.journeys]

    @property
    def _declared_badges(self) -> Sequence[Badge]:
        return [badge for plugin in self.plugins.values() for badge in plugin.badges]

    @property
    def badges(self) -> Mapping[str, tuple[str, Badge]]:
        """The badges that can be earned with the plugins there are, by name, each with the plugin that declares it."""
        done = self.activities
        declared = [(plugin.name, badge) for plugin in self.plugins.values() for badge in plugin.badges]
        return {badge.name: (plugin, badge) for plugin, badge in declared if done.issuperset(badge.activities)}

    @property
    def segments(self) -> Mapping[str, Rule]:
        """Every plugin's segments, by name."""
        return {name: rule for plugin in self.plugins.values() for name, rule in plugin.segments.items()}

    @property
    def activities(self) -> frozenset[str]:
        """The kinds of activities that are recorded: the core's and those that plugins declare."""
        return CORE_ACTIVITIES.union(*(plugin.activities for plugin in self.plugins.values()))

    def contributions(self, kind: str) -> Sequence[Contribution]:
        """What the plugins add to something that others show."""
        return [part for plugin in self.plugins.values() for part in plugin.contributions if part.kind == kind]

    def action_of(self, code: str) -> ActionSpec | None:
        """The action behind a token's letters."""
        return self._codes.get(code)

    def is_kept(self, name: str) -> bool:
        """Whether there is an action of that name ("plugin.action") that is not unkept."""
        return name in self.actions and not self.actions[name].unkept

    def coming_by(self, how: By) -> Sequence[Command]:
        """The commands that may come that way, the first declared first."""
        return tuple(self._coming_by.get(how, ()))

    def command_of(self, handler: Handler) -> Command | None:
        """The command that runs this handler, which a button may run as well."""
        return self._by_handler.get(handler)

    def jobs_for(self, event: Event) -> list[Line]:
        """The jobs that an event gives to those who react to it."""
        kind = type(event)
        return [
            Line(
                reaction.plugin,
                reaction.name,
                {"event": to_parts(event)},
                community_id=event.community_id,
                key=f"{reaction.plugin}.{reaction.name}:{event.key}",
            )
            for reaction in self._reactions[kind]
        ]


def _check_settings(plugin: Plugin) -> None:
    try:
        plugin.settings()
    except ValidationError as error:
        field = ".".join(map(str, error.errors()[0]["loc"]))
        raise PluginError(plugin.name, f"its setting {field} needs a default that fits.") from error


def event_of(reaction: Reaction, arguments: Mapping[str, Any]) -> Event:
    """The event that `Registry.jobs_for` put into a job."""
    return convert(arguments["event"], reaction.event)
