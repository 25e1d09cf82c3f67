"""Send one delivery: render it, try the open routes in order, and put what the platforms say into an outcome."""

from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.delivery.calling import Calls
from bot.delivery.case import Case, Door
from bot.delivery.illustrating import Illustrator, has_picture
from bot.delivery.outbox import Outcome
from bot.delivery.rendering import Renderer
from bot.delivery.rolling import ONLY_EDITS
from bot.model.decisions import Reason, Send, State
from bot.model.identity import AccountRef, ChannelRef, Route, Target, ThreadRef
from bot.model.messages import Message
from bot.model.native import Poll
from bot.model.ports import Platform
from bot.model.results import SendResult, SendStatus
from bot.storage.database import Transaction
from bot.storage.tables import accounts

FIRST_RETRY = timedelta(seconds=30)
LAST_RETRY = timedelta(hours=1)

Placed = Mapping[int, Mapping[str, object]]
"""The values of plugins' placeholders, by delivery."""

_CLOSED = (SendStatus.BLOCKED, SendStatus.UNREACHABLE, SendStatus.GONE)


class _Refused(Struct, frozen=True):
    """A route that did not work with one account, and what its platform said."""

    route: Route
    account: AccountRef
    result: SendResult

    @property
    def name(self) -> str:
        """What was tried, as outcomes keep it; a thread and a mention by their own names beside the direct message."""
        account = f"{self.account.platform}:{self.account.user_id}"
        return account if self.route is Route.DIRECT else f"{self.route}:{account}"

    @property
    def is_shut(self) -> bool:
        """Whether the account takes no direct messages. How its threads and mentions end says nothing of that."""
        return self.route is Route.DIRECT and self.result.status in _CLOSED


class Sender:
    """Knows the running platforms and how to put things into words."""

    def __init__(
        self, platforms: Mapping[str, Platform], renderer: Renderer, illustrator: Illustrator | None = None
    ) -> None:
        self._platforms = platforms
        self._renderer = renderer
        self._illustrator = illustrator
        self._calls = Calls()
        self._fill: Callable[[Sequence[Case]], Awaitable[Placed]] | None = None

    @property
    def platforms(self) -> Collection[str]:
        """The names of the platforms that messages can leave by."""
        return self._platforms.keys()

    @property
    def edges(self) -> Mapping[str, Platform]:
        """The platforms themselves, by their names."""
        return self._platforms

    def fill_from(self, source: Callable[[Sequence[Case]], Awaitable[Placed]]) -> None:
        """Where the values of plugins' placeholders come from; plugins are known one layer up."""
        self._fill = source

    async def place(self, cases: Sequence[Case]) -> list[Case]:
        """The same cases, each knowing what plugins' placeholders stand for: asked once for all who do not yet."""
        found = list(cases)
        asked = [place for place, case in enumerate(cases) if _wants_placing(case)]
        if self._fill is None or not asked:
            return found
        # A preview's deliveries are not stored yet and have no ids of their own.
        ids = {place: cases[place].due.id or -1 - place for place in asked}
        told_apart = [replace(cases[place], due=replace(cases[place].due, id=ids[place])) for place in asked]
        placed = await self._fill(told_apart)
        for place in asked:
            found[place] = replace(cases[place], placed=placed.get(ids[place], {}))
        return found

    async def render(self, case: Case, send: Send) -> Message:
        """The message as its readers will see it; plugins are asked for their placeholders where nobody asked yet."""
        if case.recipient is None:
            return self._renderer.own(case.due, case.language)
        if case.step is not None:
            [placed] = await self.place([case])
            return self._renderer.step(placed, send.variant)
        return self._renderer.own(case.due, case.recipient.language, case.recipient.name)

    async def illustrate(self, case: Case, message: Message) -> Message:
        """The message with the picture that goes with its delivery, as its reader likes it; often there is none."""
        if self._illustrator is None or not has_picture(case.due):
            return message
        who = (case.language, "") if case.recipient is None else (case.recipient.language, case.recipient.name)
        return await self._illustrator.illustrated(case, message, self._renderer.says(case.due, *who))

    async def send(self, case: Case, send: Send, message: Message | Poll, now: datetime) -> Outcome:
        """Send it by the first route that works. Returns the outcome; what the platform refuses is no exception."""
        if case.recipient is None or isinstance(message, Poll):
            return await self._to_channel(case, message, now)
        refused: list[_Refused] = []
        outcome = await self._by_first_that_works(case, send, message, now, refused)
        detail = tuple((one.name, one.result.status.value) for one in refused)
        shut = tuple(one.account for one in refused if one.is_shut)
        return replace(outcome, detail=(*detail, *outcome.detail), shut=shut)

    async def _by_first_that_works(
        self, case: Case, send: Send, message: Message, now: datetime, refused: list[_Refused]
    ) -> Outcome:
        """What did not work on the way there is put into `refused`."""
        for route, door in _ways(case, send):
            if door is None:
                return made_available(case, route, send.variant)
            to, shown = self._addressed(case, route, door, message)
            sending = partial(self._platforms[door.account.platform].send, to, shown, key=_key(case))
            result = await (self._calls.make(to, sending, now) if isinstance(to, ChannelRef) else sending())
            if result.status is SendStatus.SENT:
                return _arrived(case, send, route, to, result)
            one = _Refused(route, door.account, result)
            if result.status is SendStatus.UNKNOWN:
                detail = ((one.name, result.reason or "unknown"),)
                return Outcome(
                    case.due, State.UNKNOWN, Reason.UNKNOWN_OUTCOME, route=route, variant=send.variant, detail=detail
                )
            if result.status is SendStatus.LATER and (again := _retry_at(case, result, now)):
                return Outcome(case.due, State.PENDING, Reason.RETRY, again)
            refused.append(one)
        spared = next((one.result for one in refused if one.result.status is SendStatus.SPARED), None)
        if spared is not None and (again := _retry_at(case, spared, now)):
            return Outcome(case.due, State.PENDING, Reason.RETRY, again)
        return Outcome(case.due, State.FAILED, Reason.REFUSED)

    def _addressed(self, case: Case, route: Route, door: Door, message: Message) -> tuple[Target, Message]:
        """Where it goes by this route, and what is said there: in a post for everybody nothing of the message."""
        if route is Route.DIRECT:
            return door.account, message
        place = door.place
        assert place is not None, "else the door does not open that way"
        if route is Route.MENTION:
            return place, self._renderer.mention(case, door.account)
        name = self._renderer.thread(case)
        return ThreadRef(place.platform, place.space_id or "", place.channel_id, door.account.user_id, name), message

    async def note_doors(self, transaction: Transaction, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Remember the doors that turned out to be closed, so that nobody knocks at them again."""
        for account in (account for outcome in outcomes for account in outcome.shut):
            change = sa.update(accounts).values(direct=False, direct_changed_at=now)
            same = (accounts.c.platform == account.platform) & (accounts.c.external_id == account.user_id)
            await transaction.execute(change.where(same))

    async def _to_channel(self, case: Case, message: Message | Poll, now: datetime) -> Outcome:
        platform, space, channel = (case.due.payload or {})["channel"]
        edge = self._platforms.get(platform)
        if edge is None:
            return Outcome(case.due, State.SKIPPED, Reason.NO_ROUTE)
        place = ChannelRef(platform, channel, space)
        if isinstance(message, Poll):
            result = await _opened(edge, place, case, message)
        else:
            edited = await _edited(edge, place, case, message)
            if edited is not None and edited.status is SendStatus.SENT:
                return Outcome(case.due, State.SENT, Reason.EDITED, message_ref=case.stands_at)
            if edited is None and (case.due.payload or {}).get(ONLY_EDITS):
                return Outcome(case.due, State.SKIPPED, Reason.SATISFIED)
            result = edited or await edge.send(place, message, key=_key(case))
        if result.status is SendStatus.SENT:
            ref = f"{platform}:{channel}:{result.message_id}"
            return Outcome(case.due, State.SENT, Reason.DUE, message_ref=ref, reference=result.reference)
        if result.status is SendStatus.UNKNOWN:
            return Outcome(case.due, State.UNKNOWN, Reason.UNKNOWN_OUTCOME, detail=((platform, result.reason),))
        if result.status in (SendStatus.LATER, SendStatus.SPARED) and (again := _retry_at(case, result, now)):
            return Outcome(case.due, State.PENDING, Reason.RETRY, again)
        return Outcome(case.due, State.FAILED, Reason.REFUSED, detail=((platform, result.status.value),))


def _wants_placing(case: Case) -> bool:
    return case.placed is None and case.step is not None and case.recipient is not None


async def _opened(edge: Platform, place: ChannelRef, case: Case, poll: Poll) -> SendResult:
    if edge.natives.polls is None:
        return SendResult(SendStatus.INVALID, reason="it has no polls")
    return await edge.natives.polls.open_poll(place, poll, key=_key(case))


async def _edited(edge: Platform, place: ChannelRef, case: Case, message: Message) -> SendResult | None:
    """What came of editing the post that this is the next word of; None where it has to be posted."""
    platform, _, where = (case.stands_at or "").partition(":")
    channel, _, message_id = where.rpartition(":")
    if (platform, channel) != (place.platform, place.channel_id):
        return None  # nothing stands yet, or the hosts' place is another by now
    result = await edge.edit(place, message_id, message)
    return None if result.status is SendStatus.GONE else result


def first_platform(case: Case, send: Send) -> str:
    """The platform that is tried first; "" where none can be."""
    if case.recipient is None:
        return str([*(case.due.payload or {}).get("channel", ()), ""][0])
    return next((door.account.platform for _, door in _ways(case, send) if door is not None), "")


def made_available(case: Case, route: Route, variant: str) -> Outcome:
    """The outcome of a pull: it waits to be opened."""
    return Outcome(case.due, State.AVAILABLE, Reason.DUE, route=route, variant=variant, until=_until(case))


def _arrived(case: Case, send: Send, route: Route, to: Target, result: SendResult) -> Outcome:
    """The outcome of a push. One that called somebody waits in their inbox as a pull does."""
    where = f"{to.platform}:{to.channel_id}" if isinstance(to, ChannelRef) else to.platform
    return Outcome(
        case.due,
        State.SENT,
        Reason.DUE,
        route=route,
        variant=send.variant,
        message_ref=f"{where}:{result.message_id}",
        until=_until(case) if route is Route.MENTION else None,
    )


def _until(case: Case) -> datetime:
    """It waits until its journey closes, since whoever opens it a day later is not disturbed."""
    if case.enrolment is None:
        return case.due.expires_at
    return max(case.due.expires_at, case.enrolment.anchor + case.enrolment.journey.closes_after)


def _ways(case: Case, send: Send) -> Iterator[tuple[Route, Door | None]]:
    """Each route with each door it can use, the doors known to be open first; a pull route needs no door."""
    assert case.recipient is not None
    doors = sorted(case.recipient.doors, key=lambda door: door.direct is not True)
    asked = bool((case.due.payload or {}).get("asked"))
    for route in send.routes:
        if route.is_pull:
            yield route, None
        else:
            for door in doors:
                if door.opens(route) and (asked or door.allows(case.due.purpose, route)):
                    yield route, door


def _retry_at(case: Case, result: SendResult, now: datetime) -> datetime | None:
    """When to try once more, later each time; None when that would be after the delivery's expiry."""
    wait = min(FIRST_RETRY * 2 ** min(case.due.attempts - 1, 10), LAST_RETRY)
    again = max(result.retry_at or now, now + (timedelta(0) if result.retry_at else wait))
    return max(again, now + timedelta(seconds=1)) if again < case.due.expires_at else None


def _key(case: Case) -> str:
    return f"delivery-{case.due.id}"
