"""Answering: what a handler wants to be shown, or why nothing came of an update, given to the person who acted."""

import logging
from datetime import timedelta

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.context import Answer
from bot.core.incidents import note_incident
from bot.core.parts import Parts
from bot.core.unseen import Unseen
from bot.core.updates import accepted, stays_unkept
from bot.errors import UserError
from bot.guard import Failure, attempt
from bot.model.incoming import Addressed, Incoming, ReplyTo
from bot.model.messages import Form, Message
from bot.model.results import SendStatus
from bot.storage.work import Work

log = logging.getLogger(__name__)


class Answering:
    """Shows answers, each within `seconds`; what could not be shown is kept for whoever opens their private chat."""

    def __init__(self, parts: Parts, seconds: float) -> None:
        self._parts = parts
        self._seconds = seconds
        self.unseen = Unseen()

    async def refuse(self, update: Incoming, refusal: UserError, place: str) -> None:
        """Tell why nothing came of it, in the person's language."""
        if getattr(update, "reply_to", None) is None:
            return
        if isinstance(update, Addressed) and update.space is not None:
            return  # said in the midst of others, of whom nobody waits for that
        async with self._parts.work() as work:
            language = await self._language(update, work)
        text = self._parts.translator.text(refusal.key, language, **refusal.values)
        await self.show(update, Answer(Message(text), private=True), place)

    async def show(self, update: Incoming, answer: Answer, place: str) -> None:
        """Give one answer; `place` is what it answers, as moderators read it."""
        reply_to: ReplyTo | None = getattr(update, "reply_to", None)
        if reply_to is None:
            return
        if reply_to.expires_at is not None and reply_to.expires_at <= self._parts.clock.now() + timedelta(seconds=1):
            log.info("an answer came too late for %s", place)
            return
        platform = self._parts.platforms.get(reply_to.platform)
        if platform is None:
            log.info("%s is set up no more, so %s has no answer", reply_to.platform, place)
            return
        if isinstance(answer.what, Form):
            sending = platform.open_form(reply_to, answer.what)
        else:
            sending = platform.respond(reply_to, answer.what, private=answer.private)
        result = await attempt(accepted(sending), place=f"answering {place}", seconds=self._seconds)
        if isinstance(result, Failure):
            async with self._parts.database.write() as transaction:
                now = self._parts.clock.now()
                await note_incident(transaction, result, now, plugin="core", place=f"answering {place}")
        elif result is SendStatus.UNREACHABLE:
            self.unseen.keep(update, answer, self._parts.clock.now())

    async def _language(self, update: Incoming, work: Work) -> str:
        community = await Communities(work).of_space(update.space) if update.space else None
        community = community or await People(work).home(update.actor.account)
        if community is None:
            return update.actor.language or self._parts.defaults.language
        return (await People(work).recognise(update.actor, community, learns=not stays_unkept(update))).language
