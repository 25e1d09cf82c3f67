"""The door: each unasked message is looked at as it leaves, by the model and by rules of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import msgspec

from bot.model.identity import AccountRef, ChannelRef, Purpose, Route, ThreadRef
from bot.model.journeys import Exit, Journey
from bot.model.results import SendResult, SendStatus
from bot.storage.types import from_micros
from tests.simulate.model import PUSHES_PER_DAY, PUSHES_PER_WEEK
from tests.simulate.town import LANGUAGES, Town
from tests.simulate.watch import To

DELIVERED = (SendStatus.SENT, SendStatus.UNKNOWN)
CLOSED = (SendStatus.BLOCKED, SendStatus.UNREACHABLE, SendStatus.GONE)
FOLLOW_UP = timedelta(hours=48)

_ROW = """
SELECT d.state, d.purpose, d.step, d.expires_at, d.member_id, d.payload, e.anchor_at, e.trigger, e.ended, j.status,
       v.definition, j.plugin
FROM deliveries d LEFT JOIN enrolments e ON e.id = d.enrolment_id LEFT JOIN journeys j ON j.id = e.journey_id
LEFT JOIN journey_versions v ON v.journey_id = e.journey_id AND v.version = e.version WHERE d.id = :id
"""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A delivery as its row says it, while it leaves."""

    state: str
    purpose: Purpose
    step: str
    expires_at: int
    member_id: int | None
    payload: dict[str, object]
    anchor_at: int | None
    trigger: str | None
    ended: str | None
    status: str | None
    journey: Journey | None
    plugin: str | None

    @property
    def asked(self) -> bool:
        """Whether the person asked for this very message."""
        return bool(self.payload.get("asked"))


class Door:
    """Stands where messages leave; complains into the town's ledger."""

    def __init__(self, town: Town) -> None:
        self._town = town
        watch = town.chat.watch
        watch.leaving, watch.arrived, watch.died = self.leaving, self.arrived, self.died

    def leaving(self, key: str, to: To) -> None:
        """Before the platform gets it."""
        ledger, row = self._town.ledger, self._row(key)
        user_id = self._whom(key, to)
        wrong = [*self._wrong(row), *(self._wrong_for_a_person(row, to, user_id) if user_id is not None else ())]
        if user_id is None and (row.member_id is not None or row.journey is not None):
            wrong.append("a private matter leaves for a channel")
        if ledger.delivered.get(key):
            wrong.append("delivered before")
        ledger.complaints += [f"{key} ({row.step or row.payload.get('message')}) to {to}: {each}" for each in wrong]
        ledger.leaving[key] = to
        if user_id is not None and not row.asked:
            self._town.model.people[user_id].pushes.append(self._town.now)

    def arrived(self, key: str, to: To, result: SendResult | None) -> None:
        """After the platform answered; None: it broke off in the middle."""
        ledger = self._town.ledger
        ledger.leaving.pop(key, None)
        if result is None or result.status in DELIVERED:
            ledger.delivered[key] = ledger.delivered.get(key, 0) + 1
            if result is None or result.status is SendStatus.UNKNOWN:
                ledger.unsure.add(key)
            return
        ledger.refused.setdefault(key, []).append(result.status.value)
        self._was_no_push(key, to)
        if isinstance(to, AccountRef) and result.status in CLOSED:
            ledger.closed_doors.add(to.user_id)

    def died(self, key: str, to: To) -> None:
        """The process ended in the middle of it."""
        ledger = self._town.ledger
        if ledger.leaving.pop(key, None) is not None:
            self._was_no_push(key, to)

    def _was_no_push(self, key: str, to: To) -> None:
        user_id = self._whom(key, to)
        if user_id is not None and not self._row(key).asked:
            self._town.model.people[user_id].pushes.pop()

    def _whom(self, key: str, to: To) -> str | None:
        """Who is to notice it: whose account or thread it is, or whom a post calls that says nothing else."""
        if not isinstance(to, ChannelRef):
            return to.user_id
        message = self._town.chat.watch.said[key]
        says_nothing = any(message.text == self._town.text("mention-waits", language) for language in LANGUAGES)
        return message.calls.account.user_id if message.calls is not None and says_nothing else None

    def _row(self, key: str) -> Leaving:
        [row] = self._town.books.rows(_ROW, id=int(key.removeprefix("delivery-")))
        state, purpose, step, expires, member, payload, anchor, trigger, ended, status, definition, plugin = row
        journey = Journey.model_validate_json(definition) if definition else None
        asks = msgspec.json.decode(payload) if payload else {}
        why = (anchor, trigger, ended, status, journey, plugin)
        return Leaving(state, Purpose(purpose), step, expires, member, asks, *why)

    def _wrong(self, row: Leaving) -> Sequence[str]:
        facts = {
            "no intent was stored": row.state != "sending",
            "expired": self._town.now >= from_micros(row.expires_at),
            "everything is stopped": self._town.model.stopped,
            "the journey does not run": row.journey is not None and row.status != "running",
            "the plugin is off": row.plugin in self._town.model.off,
            "the enrolment ended": row.ended is not None,
        }
        return [what for what, so in facts.items() if so]

    def _wrong_for_a_person(self, row: Leaving, to: To, user_id: str) -> Sequence[str]:
        town, now = self._town, self._town.now
        person, route = town.model.people[user_id], _ROUTES[type(to)]
        caps = (row.journey.caps.per_day, row.journey.caps.per_week) if row.journey else _USUAL
        unasked = {
            "they stopped everything": person.stopped,
            f"they never agreed to {row.purpose} by {route}": not person.allows(row.purpose, route),
            "they have quiet hours": town.model.is_quiet(user_id, now),
            "they got enough already": town.model.is_over_the_caps(user_id, now, *caps),
        }
        facts = {
            "somebody else's": town.main_of(town.members().get(row.member_id or 0, "")) != town.main_of(user_id),
            "they left": person.left and not person.left_unknown,
            **(self._wrong_in_journey(row) if row.journey else {}),
            **({} if row.asked else unasked),
        }
        return [what for what, so in facts.items() if so]

    def _wrong_in_journey(self, row: Leaving) -> dict[str, bool]:
        assert row.journey is not None and row.anchor_at is not None
        since = {"member": row.member_id, "anchor": row.anchor_at}
        did = "SELECT kind FROM activities WHERE member_id = :member AND at >= :anchor"
        done = set(self._town.books.column(did, **since))
        step = row.journey.step(row.step)
        counted = "SELECT max(started_at) FROM streams WHERE number IS NOT NULL"
        started = self._town.books.value(counted) or 0
        on = self._town.books.column("SELECT 'stream:' || id FROM streams WHERE state IN ('live', 'ending')")
        return {
            "satisfied": step is None or bool(done & set(step.satisfied_by)),
            "the journey's exit was seen": bool(done & set(row.journey.exit_activities)),
            "marketing to somebody unhappy": row.purpose is Purpose.MARKETING and "unhappy" in done,
            "live again": Exit.LIVE_AGAIN in row.journey.exits and started > row.anchor_at,
            "its stream goes on": row.trigger in on,
            "after the 48 hours": self._town.now >= from_micros(row.anchor_at) + row.journey.closes_after,
        }


_ROUTES = {AccountRef: Route.DIRECT, ThreadRef: Route.THREAD, ChannelRef: Route.MENTION}
_USUAL = (PUSHES_PER_DAY, PUSHES_PER_WEEK)
