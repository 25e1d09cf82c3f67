"""Calling: which command, button or form an update means, whether its sender may, and what its handler answers."""

import logging
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any, Final

from bot.core.allowing import allowed
from bot.core.context import Answer, Context, answers_of
from bot.core.declarations import ActionSpec, By, Command
from bot.core.former import action_in
from bot.core.parameters import Reading, from_options, from_words
from bot.core.parts import Parts
from bot.core.private_chats import token_of
from bot.core.reading import reading_of
from bot.core.signatures import Answers, Chosen, Manner, answers_parameter, chosen_parameter, here_parameter
from bot.core.unseen import Unseen
from bot.core.whereabouts import here_of
from bot.errors import UserError
from bot.model.identity import Community, Member
from bot.model.incoming import (
    ActionPressed,
    Addressed,
    CodeTyped,
    CommandInvoked,
    FormSubmitted,
    Incoming,
    LinkOpened,
)
from bot.model.messages import is_unkept
from bot.storage.work import Work
from bot.text.markup import echoed

log = logging.getLogger(__name__)

answerable: Final[ContextVar[str]] = ContextVar("answerable", default="core")
"""Whose handler the update at hand has come to. It outlives the handler, so that also what ends one later is known."""


class Calling:
    """Calls handlers; raises UserError where there is none, or who asks may not. `unseen`: what waits for a START."""

    def __init__(self, parts: Parts, unseen: Unseen) -> None:
        self._parts = parts
        self._unseen = unseen

    async def answers(self, update: Incoming, work: Work, community: Community, member: Member) -> tuple[Answer, ...]:
        """What comes of what a member did."""
        match update:
            case CommandInvoked():
                return await self._command(update, work, community, member)
            case ActionPressed():
                return await self._pressed(update, update.token, work, community, member, Answers())
            case FormSubmitted():
                return await self._pressed(update, update.token, work, community, member, Answers(update.values))
            case LinkOpened():
                return await self._link(update, work, community, member)
            case CodeTyped():
                return await self._code(update, work, community, member)
            case Addressed():
                return await self._words(update, work, community, member)
            case _:
                log.warning("an update of kind %s has no handler", type(update).__name__)
        return ()

    async def _words(self, update: Addressed, work: Work, community: Community, member: Member) -> tuple[Answer, ...]:
        """Plain words, which one command may take; where none does, a space is not told so."""
        for command in self._parts.registry.coming_by(By.WORDS):
            try:
                acting = await allowed(self._parts, work, update, command, community, member)
            except UserError:
                continue
            given = {command.parameters[0].name: update.words}
            return await self.call(update, command, work, community, acting, given)
        if update.space is None:
            raise UserError("words-for-nobody")
        return ()

    async def _code(self, update: CodeTyped, work: Work, community: Community, member: Member) -> tuple[Answer, ...]:
        command = next(iter(self._parts.registry.coming_by(By.CODE)), None)
        if command is None:
            return ()
        member = await allowed(self._parts, work, update, command, community, member)
        given = {command.parameters[0].name: update.code}
        return await self.call(update, command, work, community, member, given)

    async def _link(self, update: LinkOpened, work: Work, community: Community, member: Member) -> tuple[Answer, ...]:
        token = token_of(self._parts, update)
        if is_unkept(token):  # what a link brings was stored: nothing secret is done by one
            raise UserError("button-unknown")
        if token and await action_in(self._parts, work, token, community):
            unseen = self._unseen.take(update.actor.account, token, work.now)
            return unseen or await self._pressed(update, token, work, community, member, Answers())
        name, _, words = token.partition("_")
        command = self._parts.registry.commands.get((name,))
        if command is None or By.LINK not in command.by:
            command, words = self._parts.registry.commands.get(("start",)), ""
        if command is None:
            return ()
        member = await allowed(self._parts, work, update, command, community, member)
        reading = reading_of(self._parts, work, community, member, command)
        arguments = await from_words(command.parameters, words, reading) if words else {}
        return await self.call(update, command, work, community, member, arguments)

    async def _command(
        self, update: CommandInvoked, work: Work, community: Community, member: Member
    ) -> tuple[Answer, ...]:
        command = self._parts.registry.commands.get(tuple(update.name.split()))
        if command is None:
            return await self._group(update, work, community, member)
        member = await allowed(self._parts, work, update, command, community, member)
        reading = reading_of(self._parts, work, community, member, command)
        if update.options:
            arguments = await from_options(command.parameters, dict(update.options), reading)
        else:
            arguments = await from_words(command.parameters, update.words, reading)
        return await self.call(update, command, work, community, member, arguments)

    async def _group(
        self, update: CommandInvoked, work: Work, community: Community, member: Member
    ) -> tuple[Answer, ...]:
        """A name that only begins commands, such as /stream, is a question about them."""
        commands, path = self._parts.registry.commands, tuple(update.name.split())
        about = commands.get(("help",))
        if about is None or not any(path == other[: len(path)] for other in commands):
            raise UserError("command-unknown", asked=echoed(update.name))
        member = await allowed(self._parts, work, update, about, community, member)
        return await self.call(update, about, work, community, member, {about.parameters[0].name: update.name})

    async def _pressed(
        self, update: Incoming, token: str, work: Work, community: Community, member: Member, answers: Answers
    ) -> tuple[Answer, ...]:
        read = await action_in(self._parts, work, token, community)
        spec = self._parts.registry.action_of(read[0]) if read else None
        if read is None or spec is None or len(read[1]) > len(spec.parameters):
            raise UserError("button-unknown")
        member = await allowed(self._parts, work, update, spec, community, member)
        given = {parameter.name: word for parameter, word in zip(spec.parameters, read[1], strict=False)}
        arguments = await from_options(spec.parameters, given, Reading(work, community, member, work.now))
        if (name := answers_parameter(spec.handler)) is not None:
            arguments[name] = answers
        if (name := chosen_parameter(spec.handler)) is not None:
            arguments[name] = Chosen()
        return await self.call(update, spec, work, community, member, arguments)

    async def call(
        self,
        update: Incoming,
        what: Command | ActionSpec,
        work: Work,
        community: Community,
        member: Member,
        arguments: Mapping[str, Any],
    ) -> tuple[Answer, ...]:
        """What a handler answers when it is given these."""
        public = isinstance(what, Command) and (what.public or here_of(update).manner is Manner.CALLED)
        context = Context(self._parts, work, community, what.plugin, member, public=public)
        if (name := here_parameter(what.handler)) is not None:
            arguments = {**arguments, name: here_of(update)}
        answerable.set(what.plugin)
        await what.handler(context, **arguments)
        return tuple(answers_of(context))
