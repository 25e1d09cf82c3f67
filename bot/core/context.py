"""What handlers are given: the community, the member, texts, answers, and every service by its type."""

import copy
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, TypeVar

from msgspec import Struct, structs
from pydantic import BaseModel

from bot.core.declarations import ActionSpec, Handler, Job
from bot.core.parts import Parts
from bot.core.services import build
from bot.core.settings import PluginSettings
from bot.errors import PluginError
from bot.model.identity import Community, Member
from bot.model.messages import Action, ActionStyle, Field, Form, Markup, Message
from bot.storage.queue import Line, enqueue
from bot.storage.work import Work

T = TypeVar("T")
S = TypeVar("S", bound=BaseModel)


class Answer(Struct, frozen=True):
    """Something to show once the work is kept; `named`: it stands under its community's name."""

    what: Message | Form
    private: bool
    named: bool = False


class Background:
    """What jobs and reactions are given: nobody is waiting for an answer. At most twelve public members."""

    def __init__(self, parts: Parts, work: Work, community: Community, plugin: str) -> None:
        self.community = community
        self.db = work
        self._parts = parts
        self._plugin = plugin

    @property
    def now(self) -> datetime:
        """When this piece of work began, aware, in UTC."""
        return self.db.now

    @property
    def language(self) -> str:
        """The language to speak."""
        return self.community.language

    def t(self, key: str, /, **values: object) -> Markup:
        """The text `key`, filled in. Values that are str are escaped; numbers and plurals follow the language."""
        return self._parts.translator.text(key, self.language, **values)

    def use(self, service: type[T]) -> T:
        """A service of the core by its type, working within this piece of work: `ctx.use(Streams)`."""
        return build(service, self._parts, self.db, self.community)

    async def settings(self, model: type[S]) -> S:
        """The plugin's settings in this community, as the model it declared."""
        settings = PluginSettings(self.db, self._parts.registry, self.community.id)
        found = await settings.get(settings.plugin(self._plugin))
        if not isinstance(found, model):
            raise PluginError(self._plugin, f"its settings are {type(found).__name__}, not {model.__name__}.")
        return found

    async def later(
        self,
        job: Handler,
        *,
        after: timedelta = timedelta(0),
        at: datetime | None = None,
        key: str | None = None,
        **values: Any,
    ) -> bool:
        """Queue one of the plugin's jobs with JSON values; False when one with this `key` was ever queued before."""
        declared = next(
            (found for found in self._parts.registry.plugins[self._plugin].jobs if found.handler is job), None
        )
        if declared is None:
            raise PluginError(self._plugin, f"{job.__name__} is not declared with @plugin.job().")
        return await enqueue(
            await self.db.transaction(), self._line(declared, at or self.now + after, key, values), self.now
        )

    def button(
        self,
        action: Handler | str,
        *arguments: int | str,
        label: Markup | str | None = None,
        style: ActionStyle | None = None,
    ) -> Action:
        """A button that runs an action with these arguments, called as the action says or as `label` does."""
        spec = self._action(action)
        shown = label if label is not None else self.t(spec.label)
        return Action(str(shown), self._token(spec, *arguments), style or spec.style)

    def _token(self, spec: ActionSpec, *arguments: int | str) -> str:
        tokens, community = self._parts.tokens, self.community.id
        return tokens.make(spec.full_name, *arguments, community=community, unkept=spec.unkept)

    def _action(self, action: Handler | str) -> ActionSpec:
        if isinstance(action, str):
            return self._parts.registry.actions[action]
        for spec in self._parts.registry.plugins[self._plugin].actions:
            if spec.handler is action:
                return spec
        raise PluginError(self._plugin, f"{action.__name__} is not declared with @plugin.action().")

    def _line(self, job: Job, due: datetime, key: str | None, values: dict[str, Any]) -> Line:
        key = f"{job.plugin}.{job.name}:{key}" if key else None
        return Line(job.plugin, job.name, values, due=due, community_id=self.community.id, key=key)


class Context(Background):
    """What the handlers of commands and buttons are given: somebody waits for an answer."""

    def __init__(
        self,
        parts: Parts,
        work: Work,
        community: Community,
        plugin: str,
        member: Member,
        *,
        public: bool,
    ) -> None:
        super().__init__(parts, work, community, plugin)
        self.member = member
        self._public = public
        self._answers: list[Answer] = []

    @property
    def language(self) -> str:
        """The language of the person who acted."""
        return self.member.language

    async def reply(self, text: Markup | Message, *rows: Sequence[Action], private: bool | None = None) -> None:
        """Answer with a text and rows of buttons, once the work is kept. Private unless the command is public."""
        message = text if isinstance(text, Message) else Message(text, tuple(tuple(row) for row in rows if row))
        self._answers.append(Answer(message, not self._public if private is None else private))

    async def ask(
        self, action: Handler | str, *arguments: int | str, title: Markup | str, fields: Sequence[Field]
    ) -> None:
        """Ask for several things at once; what comes back runs `action`. Must be the first answer (PluginError)."""
        if self._answers:  # platforms open a form only as the direct response
            raise PluginError(self._plugin, "ask() must be the handler's first answer.")
        token = self._token(self._action(action), *arguments)
        self._answers.append(Answer(Form(token, str(title), tuple(fields)), private=True))


def in_language(context: Background, language: str) -> Background:
    """The same work of the same plugin, for readers of that language; nobody waits for it."""
    community = structs.replace(context.community, language=language)
    return Background(context._parts, context.db, community, context._plugin)


B = TypeVar("B", bound=Background)


def on_behalf(context: B, plugin: str) -> B:
    """The same context for a part of another plugin: its own settings, jobs and buttons, the same work and reader."""
    other = copy.copy(context)
    other._plugin = plugin
    return other


@asynccontextmanager
async def apart(context: B, plugin: str) -> AsyncIterator[B]:
    """As `on_behalf`, in a piece of work of its own, which is kept when the block is left."""
    async with context._parts.work() as work:
        other = on_behalf(context, plugin)
        other.db = work
        yield other


def plugin_of(context: Background) -> str:
    """The plugin that the context is for."""
    return context._plugin


def answers_of(context: Context) -> Sequence[Answer]:
    """What the handler wants to be shown; read by the dispatcher after the commit."""
    return tuple(context._answers)
