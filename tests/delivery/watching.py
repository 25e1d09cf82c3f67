"""A watcher at the door: checks each send at the moment it happens, by rules of its own, against the database."""

from collections import Counter, defaultdict
from datetime import datetime, time, timedelta
from typing import Any, LiteralString
from zoneinfo import ZoneInfo

from bot.model.identity import AccountRef, ChannelRef, Purpose, Route, Target, ThreadRef
from bot.model.journeys import Exit, Journey
from bot.model.messages import Message
from bot.model.results import SendResult, SendStatus
from bot.storage.types import from_micros, to_micros
from tests.delivery.world import World

_SEND: LiteralString = """
SELECT d.state, d.purpose, d.step, d.expires_at, d.member_id, e.anchor_at, e.ended, e.id, j.status, v.definition,
       m.left_at, m.stopped_at, c.stopped_at AS community_stopped, p.quiet_from, p.quiet_until, p.zone
FROM deliveries d JOIN enrolments e ON e.id = d.enrolment_id JOIN journeys j ON j.id = e.journey_id
JOIN journey_versions v ON v.journey_id = e.journey_id AND v.version = e.version
JOIN members m ON m.id = d.member_id JOIN persons p ON p.id = m.person_id JOIN communities c ON c.id = d.community_id
WHERE d.id = :id
"""

_CONSENT: LiteralString = """
SELECT count(*) FROM consents WHERE member_id = :member AND purpose = :purpose AND route = :route AND granted
"""

_THEIRS: LiteralString = """
SELECT a.external_id FROM members m JOIN accounts a ON a.person_id = m.person_id WHERE m.id = :member
"""

_POSTS: LiteralString = "SELECT count(*) FROM spaces WHERE post_channel = 'general'"

_DONE: LiteralString = "SELECT kind FROM activities WHERE member_id = :member AND at >= :anchor"

_STARTED: LiteralString = "SELECT count(*) FROM streams WHERE started_at > :anchor AND number IS NOT NULL"

DELIVERED = (SendStatus.SENT, SendStatus.UNKNOWN)


class Watcher:
    """Stands where messages leave. Raises AssertionError for one that must not, once `complain` is called."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._pushes: defaultdict[int, list[datetime]] = defaultdict(list)
        self.delivered: Counter[str] = Counter()
        self._complaints: list[str] = []
        self.stand()

    def stand(self) -> None:
        """Take the place at the door."""
        self._world.chat.on_the_way = self.on_the_way
        self._world.chat.arrived = self.arrived

    async def on_the_way(self, key: str) -> None:
        """Before the platform gets it."""
        row = await self._row(key)
        now = self._world.clock.now()
        went = self._world.chat.leaving[key]
        wrong = [*_wrong(row, now), *await self._wrong_by_history(row, *went), *self._over_the_caps(row, now)]
        if self.delivered[key]:
            wrong.append("sent before")
        self._complaints += [f"{key} at {now}: {what}" for what in wrong]
        self._pushes[row["member_id"]].append(now)

    async def arrived(self, key: str, result: SendResult) -> None:
        """After the platform answered."""
        if result.status in DELIVERED:
            self.delivered[key] += 1
        else:
            row = await self._row(key)
            self._pushes[row["member_id"]].remove(self._world.clock.now())

    def complain(self) -> None:
        """Raise for what was wrong. The engine takes what is raised during a send for a fault of the platform."""
        assert not self._complaints, "\n".join(self._complaints)
        assert all(count <= 1 for count in self.delivered.values())

    async def _row(self, key: str) -> dict[str, Any]:
        async with self._world.database.read() as reader:
            [row] = await reader.fetch(_SEND, {"id": int(key.removeprefix("delivery-"))})
        names = "state purpose step expires_at member_id anchor_at ended enrolment status definition left_at"
        more = "stopped_at community_stopped quiet_from quiet_until zone"
        return dict(zip(f"{names} {more}".split(), row, strict=True))

    async def _wrong_by_history(self, row: dict[str, Any], to: Target, message: Message) -> list[str]:
        journey = Journey.model_validate_json(row["definition"])
        who, since = {"member": row["member_id"]}, {"anchor": row["anchor_at"]}
        async with self._world.database.read() as reader:
            agreed = {**who, "purpose": row["purpose"], "route": route_to(to).value}
            consents = (await reader.fetch(_CONSENT, agreed))[0][0]
            theirs = {account for (account,) in await reader.fetch(_THEIRS, who)}
            posts = (await reader.fetch(_POSTS))[0][0]
            done = {kind for (kind,) in await reader.fetch(_DONE, {**who, **since})}
            started = (await reader.fetch(_STARTED, since))[0][0]
        step = journey.step(row["step"])
        assert step is not None
        facts = {
            "no consent": not consents,
            "another route": route_to(to) not in step.routes,
            "somebody else's": called_by(to, message) not in theirs,
            "the space posts nowhere": not isinstance(to, AccountRef) and not posts,
            "told to everybody": isinstance(to, ChannelRef) and message.text != "something waits for you.",
            "satisfied": done & set(step.satisfied_by),
            "exited": done & set(journey.exit_activities),
            "unhappy": row["purpose"] == Purpose.MARKETING.value and "unhappy" in done,
            "live again": Exit.LIVE_AGAIN in journey.exits and started,
        }
        return [what for what, so in facts.items() if so]

    def _over_the_caps(self, row: dict[str, Any], now: datetime) -> list[str]:
        caps = Journey.model_validate_json(row["definition"]).caps
        zone = _zone(row)
        pushes = self._pushes[row["member_id"]]
        today = sum(at.astimezone(zone).date() == now.astimezone(zone).date() for at in pushes)
        week = sum(at > now - timedelta(days=7) for at in pushes)
        return [f"{today} pushes today, {week} this week"] if today >= caps.per_day or week >= caps.per_week else []


def route_to(to: Target) -> Route:
    """By which route something leaves that goes there."""
    if isinstance(to, ThreadRef):
        return Route.THREAD
    return Route.DIRECT if isinstance(to, AccountRef) else Route.MENTION


def called_by(to: Target, message: Message) -> str | None:
    """Whose attention it wants: the account's or the thread's, or of the one whom a post calls."""
    if isinstance(to, ChannelRef):
        return message.calls.account.user_id if message.calls is not None else None
    return to.user_id if message.calls is None else None


def _wrong(row: dict[str, Any], now: datetime) -> list[str]:
    facts = {
        "no intent": row["state"] != "sending",
        "left": row["left_at"],
        "stopped": row["stopped_at"],
        "everything stopped": row["community_stopped"],
        "not running": row["status"] != "running",
        "ended": row["ended"],
        "expired": to_micros(now) >= row["expires_at"],
        "past the journey's close": now
        >= from_micros(row["anchor_at"]) + Journey.model_validate_json(row["definition"]).closes_after,
        "quiet": is_quiet(row["quiet_from"], row["quiet_until"], now.astimezone(_zone(row)).time()),
    }
    return [what for what, so in facts.items() if so]


def is_quiet(start: int | None, end: int | None, clock: time) -> bool:
    """Whether the clock on the wall shows quiet hours; `start` and `end` are minutes after midnight."""
    if start is None or end is None:
        return False
    now = clock.hour * 60 + clock.minute
    return start <= now < end if start <= end else not end <= now < start


def _zone(row: dict[str, Any]) -> ZoneInfo:
    return ZoneInfo("Europe/Prague" if row["zone"] in (None, "Nowhere/Such") else row["zone"])
