"""The life of an update: stored, its sender recognised, its handler found, permitted, run under guard, answered."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime
from weakref import WeakValueDictionary

from bot.community.attendance_counter import AttendanceCounter
from bot.community.communities import Communities
from bot.community.people import People
from bot.community.stream import was_on
from bot.core.answering import Answering
from bot.core.arriving import asked, joined
from bot.core.calling import Calling, answerable
from bot.core.context import Answer
from bot.core.handing_in import handed_in
from bot.core.in_hand import HandledAlreadyError, InHand, Unkept, close, mark
from bot.core.parts import Parts
from bot.core.passing import Passing
from bot.core.private_chats import community_of, is_chosen, named
from bot.core.signalling import signalled
from bot.core.space_events import change_space
from bot.core.suggesting import suggestions
from bot.core.taking import IN_HAND, Taking
from bot.core.updates import asked_for, stays_unkept, tells_floor
from bot.core.voting import Voting
from bot.core.whereabouts import left, with_groups
from bot.delivery.personal_invites import invite_gone
from bot.errors import UserError
from bot.guard import Failure, attempt
from bot.model.identity import AccountRef, Community, Member, SpaceRef
from bot.model.incoming import (
    Asked,
    BotPresent,
    Incoming,
    InviteGone,
    JoinRequested,
    LinkOpened,
    MemberJoined,
    MemberLeft,
    PollEnded,
    PollVoted,
    Presence,
    RawUpdate,
    ReachabilityChanged,
    SpaceMoved,
    StreamSignal,
    TextHandedIn,
)
from bot.model.messages import Choice
from bot.storage import intake
from bot.storage.intake import JoinedMeanwhileError, Waiting
from bot.storage.work import Work

log = logging.getLogger(__name__)

HANDLER_SECONDS = 10.0
AT_ONCE = 64


class Dispatcher:
    """The sink of every edge."""

    def __init__(
        self,
        parts: Parts,
        attendance: AttendanceCounter,
        *,
        seconds: float = HANDLER_SECONDS,
        in_hand: int = IN_HAND,
    ) -> None:
        """`seconds` is how long a handler may take, and each of its answers to be shown; `in_hand` as IN_HAND."""
        self._parts = parts
        self._attendance = attendance
        self._seconds = seconds
        self._taking = Taking(parts.database, self._in_turn, in_hand)
        self._passing = Passing(self._in_turn, in_hand)
        self._answering = Answering(parts, seconds)
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._turns: WeakValueDictionary[AccountRef, asyncio.Lock] = WeakValueDictionary()
        self._voting = Voting(parts)
        self._calling = Calling(parts, self._answering.unseen)

    async def receive(self, update: Incoming) -> None:
        """Store the update; handling goes on by itself. An update that repeats is stored, and handled, once."""
        await self.receive_all((update,))

    async def receive_all(self, updates: Sequence[Incoming]) -> None:
        """The same for several. What nobody may store is not stored, whichever way an edge hands it over."""
        kept = [update for update in updates if not stays_unkept(update)]
        if kept:
            async with self._parts.database.write() as transaction:
                new = await intake.store(transaction, kept, self._parts.clock.now())
            for stored in new:
                self._taking.take(stored)
        for update in updates if len(kept) < len(updates) else ():
            if stays_unkept(update):
                await self.receive_unkept(update)

    async def receive_unkept(self, update: Incoming) -> None:
        """Handle an update that nobody may store, like any other but for that."""
        await self._passing.take(update)

    def note(self, presence: Presence) -> None:
        """Count a sign of presence."""
        self._attendance.note(presence)

    async def was_live(self, space: SpaceRef, since: datetime, until: datetime) -> bool:
        """Whether a stream was on in the space at some time between."""
        async with self._parts.work() as work:
            community = await Communities(work).of_space(space)
            return community is not None and await was_on(work, community.id, since, until)

    async def suggest(self, asked: Asked) -> Sequence[Choice]:
        """What an option may be that somebody is typing."""
        return await suggestions(self._parts, asked)

    async def recover(self) -> int:
        """Handle what was stored before the process ended; returns how many that was, or how many it begins with."""
        return await self._taking.recover()

    async def idle(self) -> None:
        """Wait until everything received so far is handled."""
        await self._passing.idle()
        await self._taking.idle()

    async def _in_turn(self, in_hand: InHand) -> None:
        """One person's updates are handled in the order they came."""
        account = in_hand.update.actor.account
        turn = self._turns.get(account)
        if turn is None:
            turn = self._turns[account] = asyncio.Lock()
        async with turn, self._slots:
            early = await self._begin(in_hand)
        if early is not None:
            await self._voting.later(early, self._in_a_slot)

    async def _in_a_slot(self, in_hand: InHand) -> None:
        async with self._slots:
            await self._handle(in_hand)

    async def _begin(self, in_hand: InHand) -> InHand | None:
        """Handle it, or return what it is where it came too early."""
        if isinstance(in_hand.update, RawUpdate):
            answerable.set("core")
            meant = await self._meaning(in_hand, in_hand.update)
            if meant is None:
                return None
            in_hand = Unkept(meant) if isinstance(in_hand, Unkept) else Waiting(in_hand.id, meant)
        if await self._voting.is_early(in_hand.update):
            return in_hand
        await self._handle(in_hand)
        return None

    async def _handle(self, in_hand: InHand) -> None:
        answerable.set("core")
        update, place = in_hand.update, self._place(in_hand)
        done = await attempt(self._run(in_hand), place=place, seconds=self._seconds)
        if isinstance(done, Failure):
            if await self._close(in_hand, done if done.refusal is None else None, place):
                refusal = done.refusal or UserError("error-incident", code=done.code)
                await self._answering.refuse(update, refusal, place)
            return
        for answer in done:
            await self._answering.show(update, answer, place)

    async def _meaning(self, in_hand: InHand, raw: RawUpdate) -> Incoming | None:
        """What its edge reads in an update; None when there is nothing left to do about it."""
        platform = self._parts.platforms.get(raw.actor.account.platform)
        reader = platform.natives.reader if platform is not None else None
        if reader is None:
            log.info("an update waits until %s is set up again", raw.actor.account.platform)
            return None
        place = f"reading an update of {raw.actor.account.platform}"
        meant = await attempt(reader.understand(raw), place=place, seconds=self._seconds)
        if isinstance(meant, Incoming):
            return meant
        await self._close(in_hand, meant, place)
        return None

    def _place(self, in_hand: InHand) -> str:
        """Where something broke, as moderators read it: "/tea", "streams.remind"."""
        code = asked_for(in_hand.update)
        spec = None if code.startswith("/") else self._parts.registry.action_of(code)
        if spec is not None:
            return spec.full_name
        return (code if isinstance(in_hand, Waiting) else "") or type(in_hand.update).__name__

    async def _run(self, in_hand: InHand) -> tuple[Answer, ...]:
        """The answers; none where somebody else was faster, who gives theirs."""
        try:
            return await self._in_one_transaction(in_hand)
        except JoinedMeanwhileError:
            return await self._run(in_hand)  # it counts in the other community from now on
        except HandledAlreadyError as other:
            log.info("%s was handled by somebody else meanwhile", other)
            return ()

    async def _in_one_transaction(self, in_hand: InHand) -> tuple[Answer, ...]:
        """What the handler writes, and that the update is handled."""
        if isinstance(in_hand.update, BotPresent | SpaceMoved):
            async with self._parts.work() as work:
                await change_space(self._parts, work, in_hand.update)
                await mark(in_hand, work)
            return ()
        async with self._parts.work() as work:
            update, community, member = await self._meet(in_hand.update, work)
            if isinstance(update, MemberJoined):  # to meet them is all of it, and is told once
                await mark(in_hand, work, community)
                return ()
        # Kept by itself: a handler begins with no transaction open, and may wait for a network before it writes.
        async with self._parts.work() as work:
            answers = await self._route(update, work, community, member) if update is not None else ()
            answers = await named(self._parts, work, in_hand.update, community, answers)
            await mark(in_hand, work, community)
            return answers

    async def _close(self, in_hand: InHand, failure: Failure | None, place: str) -> bool:
        return await close(self._parts, in_hand, failure, plugin=answerable.get(), place=place)

    async def _meet(self, update: Incoming, work: Work) -> tuple[Incoming | None, Community, Member | None]:
        """The update as it counts, where it came from, and who sent it, where that matters.

        To meet somebody twice changes nothing.
        """
        counts: Incoming | None = update
        if isinstance(update, PollVoted | PollEnded):
            community = await self._voting.community_of(work, update)
        else:
            community, counts = await community_of(self._parts, work, update)
        if community is None:
            raise UserError("error-no-community")
        return (counts, community, await self._sender(counts, work, community) if counts is not None else None)

    async def _sender(self, update: Incoming, work: Work, community: Community) -> Member | None:
        told_by_nobody = isinstance(update, StreamSignal) and not update.hosts_only
        nobody = MemberLeft | PollEnded | JoinRequested | InviteGone | TextHandedIn
        if told_by_nobody or isinstance(update, nobody):
            return None  # nobody acts, or they are no member
        actor = await with_groups(work, update)
        if isinstance(update, MemberJoined):
            return await joined(work, update, actor, community)
        learns = not stays_unkept(update)
        member = await People(work).recognise(actor, community, told_floor=tells_floor(update), learns=learns)
        if isinstance(update, LinkOpened):
            await People(work).note_door(update.actor.account, open=True)
        if is_chosen(self._parts, update):
            await People(work).choose(member, community, update.actor.account)
        return member

    async def _route(
        self, update: Incoming, work: Work, community: Community, member: Member | None
    ) -> tuple[Answer, ...]:
        match update:
            case MemberLeft():
                await left(self._parts, work, update, community)
            case JoinRequested():
                await asked(work, update, community)
            case InviteGone() if update.space is not None:
                await invite_gone(work, update)
            case PollEnded():
                await self._voting.note_end(work, update)
            case StreamSignal():
                await signalled(self._parts, work, update, community, member)
            case TextHandedIn():
                await handed_in(self._parts, work, update, community)
            case _ if member is not None:
                return await self._from_member(update, work, community, member)
        return ()

    async def _from_member(
        self, update: Incoming, work: Work, community: Community, member: Member
    ) -> tuple[Answer, ...]:
        match update:
            case ReachabilityChanged():
                await People(work).note_door(update.actor.account, open=update.reachable)
                return ()
            case PollVoted():
                spec, member, chosen = await self._voting.call_of(work, update, community, member)
                return await self._calling.call(update, spec, work, community, member, chosen)
            case _:
                return await self._calling.answers(update, work, community, member)
