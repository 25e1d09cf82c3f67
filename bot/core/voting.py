"""Votes in polls of the networks' own: which poll is meant, and what a vote runs; those that come early wait."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final
from weakref import WeakValueDictionary

import sqlalchemy as sa
from msgspec import Struct

from bot.community.communities import Communities
from bot.core.allowing import allowed
from bot.core.declarations import ActionSpec
from bot.core.in_hand import InHand
from bot.core.parameters import Reading, from_options
from bot.core.parts import Parts
from bot.core.signatures import Chosen, chosen_parameter
from bot.delivery.case import Case
from bot.delivery.native_polls import POLL, note_end
from bot.delivery.outbox import Outcome
from bot.errors import UserError
from bot.guard import attempt
from bot.model.decisions import State
from bot.model.identity import AccountRef, Community, Member
from bot.model.incoming import Incoming, PollEnded, PollVoted
from bot.storage.asking_tables import native_polls
from bot.storage.tables import deliveries
from bot.storage.work import Work

log = logging.getLogger(__name__)

EARLY_SECONDS: Final = 130.0
"""For so long a vote waits in memory for a poll to be known: until a process that died over it has lost its lease."""

LOOK_AGAIN: Final = 0.5
"""Seconds after which it is looked at again, though nobody told of an outcome."""

KEPT: Final = 1000
"""So many polls are known without asking, those that were voted in last."""

_P: Final = native_polls.c
_UNDER_WAY: Final = sa.exists().where(
    _P.platform == sa.bindparam("platform"),
    _P.opened_at.is_(None),
    _P.ended_at.is_(None),
    deliveries.c.id == _P.delivery_id,
    deliveries.c.state == State.SENDING.value,
)
_MEANT: Final = sa.select(native_polls).where(
    _P.platform == sa.bindparam("platform"), _P.reference == sa.bindparam("poll")
)


class _Poll(Struct, frozen=True):
    """What never changes of a poll that was opened."""

    id: int
    community_id: int
    options: int
    action: str
    arguments: tuple[str, ...]


class Voting:
    """Knows the polls that were opened.

    What a network calls a poll is known once it has answered, and people may have voted by then. Their votes wait
    beside everything else that they do, in their order, and are in the intake meanwhile.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._known: dict[tuple[str, str], _Poll] = {}
        self._turns: WeakValueDictionary[AccountRef, asyncio.Lock] = WeakValueDictionary()
        self._opened = asyncio.Event()
        parts.engine.listen(self._heard)

    async def is_early(self, update: Incoming) -> bool:
        """Whether it is about a poll that may be on its way, or has to wait for another such vote of the person's."""
        if not isinstance(update, PollVoted | PollEnded):
            return False
        turn = self._turns.get(update.actor.account)
        if turn is not None and turn.locked():
            return True
        return await attempt(self._is_under_way(update), place="looking for a poll") is True

    async def later(self, in_hand: InHand, handle: Callable[[InHand], Awaitable[None]]) -> None:
        """Handle it once its poll is known, or nobody waits for its opening any more."""
        update = in_hand.update
        assert isinstance(update, PollVoted | PollEnded), "nothing else is early"
        turn = self._turns.get(update.actor.account)
        if turn is None:
            turn = self._turns[update.actor.account] = asyncio.Lock()
        async with turn:
            with suppress(TimeoutError):
                async with asyncio.timeout(EARLY_SECONDS):
                    while await attempt(self._is_under_way(update), place="looking for a poll") is True:
                        await self._news()
            await handle(in_hand)

    async def community_of(self, work: Work, update: PollVoted | PollEnded) -> Community | None:
        """Whose poll it is; None for one that nobody here opened."""
        poll = await self._meant(work, update)
        return None if poll is None else await Communities(work).now(poll.community_id)

    async def note_end(self, work: Work, update: PollEnded) -> None:
        """It has ended; plugins hear of it once."""
        if (poll := await self._meant(work, update)) is not None:
            for event in await note_end(await work.transaction(), poll.id, update.votes, work.now, final=True):
                work.emit(event)

    async def call_of(
        self, work: Work, update: PollVoted, community: Community, member: Member
    ) -> tuple[ActionSpec, Member, dict[str, Any]]:
        """What a vote runs, for whom, with which arguments. Raises UserError where it is not there, or not allowed."""
        poll = await self._meant(work, update)
        spec = self._parts.registry.actions.get(poll.action) if poll is not None else None
        if poll is None or spec is None or len(poll.arguments) > len(spec.parameters):
            raise UserError("button-unknown")
        member = await allowed(self._parts, work, update, spec, community, member)
        given = {parameter.name: word for parameter, word in zip(spec.parameters, poll.arguments, strict=False)}
        arguments = await from_options(spec.parameters, given, Reading(work, community, member, work.now))
        if (name := chosen_parameter(spec.handler)) is not None:
            arguments[name] = Chosen(sorted({one for one in update.chosen if 0 <= one < poll.options}))
        return spec, member, arguments

    async def _meant(self, work: Work, update: PollVoted | PollEnded) -> _Poll | None:
        name = update.actor.account.platform, update.poll
        if (poll := self._known.pop(name, None)) is None:
            row = await work.row(_MEANT, {"platform": name[0], "poll": name[1]})
            if row is None:
                return None
            words = tuple(str(word) for word in row.arguments)
            poll = _Poll(row.id, row.community_id, row.options, row.action, words)
        self._known[name] = poll
        while len(self._known) > KEPT:
            del self._known[next(iter(self._known))]
        return poll

    async def _is_under_way(self, update: PollVoted | PollEnded) -> bool:
        """Whether a poll is being opened on that network, and this one is not known."""
        asked = {"platform": update.actor.account.platform, "poll": update.poll}
        if (asked["platform"], asked["poll"]) in self._known:
            return False
        query = sa.select(_UNDER_WAY & ~_MEANT.exists())
        async with self._parts.database.read() as reader:
            return bool(await reader.value(query, asked))

    def _heard(self, case: Case, outcome: Outcome) -> None:
        if POLL in (case.due.payload or {}):
            self._opened.set()
            self._opened = asyncio.Event()

    async def _news(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._opened.wait(), LOOK_AGAIN)
