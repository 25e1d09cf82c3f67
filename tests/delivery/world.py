"""A community over a real database, with an engine, a chat that keeps what was sent, and a clock to move."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.community.activities import Activities
from bot.community.consent import Consents
from bot.core.settings import put
from bot.delivery import outbox
from bot.delivery.audience import Plan
from bot.delivery.case import JourneyStatus
from bot.delivery.engine import BATCH, IN_FLIGHT, SEND_SECONDS, Engine
from bot.delivery.explaining import Explained, explain
from bot.delivery.journeys import Journeys, Kept, release_held
from bot.delivery.loading import Loader, PluginsStand, as_chosen
from bot.delivery.planning import enrol
from bot.delivery.previewing import Previewer
from bot.delivery.rendering import Renderer
from bot.delivery.sending import Sender
from bot.delivery.waits import end_waits
from bot.model.decisions import Reason, State
from bot.model.identity import Community, Purpose, Route
from bot.model.journeys import Journey
from bot.model.occasions import Happened, StreamOver
from bot.model.results import SendResult, SendStatus
from bot.platforms.local.records import GENERAL, SPACE
from bot.storage.database import Database
from bot.storage.tables import (
    accounts,
    activities,
    attendance,
    communities,
    deliveries,
    members,
    persons,
    spaces,
    streams,
)
from bot.storage.work import Work
from bot.text.translator import Translator
from tests.delivery.ends import Buttons, Chat, OtherChat, Writer

START = datetime(2026, 11, 22, 20, tzinfo=UTC)
"""When the stream that everything here follows has ended: a Sunday, 21:00 in Prague."""

SERVICE_DIRECT = (Purpose.SERVICE, Route.DIRECT)
MARKETING_DIRECT = (Purpose.MARKETING, Route.DIRECT)

TEXTS = """
world-thanks = Thank you, { $name }!
world-again = Once more, { $name }.
world-broken = This one speaks of { $nothing }.
world-reminder = It begins, { $name }.
world-button = { $what }
mention-waits = something waits for you.
thread-name = Notes for { $name }
"""


@dataclass(frozen=True, slots=True)
class Line:
    """Where a delivery stands."""

    id: int
    member: int | None
    step: str
    state: State
    reason: Reason | None
    route: Route | None
    variant: str | None
    due_at: datetime
    expires_at: datetime
    settled_at: datetime | None
    detail: dict[str, str]
    enrolment: int | None

    @property
    def stands(self) -> str:
        """State and reason in a word: "skipped/left"."""
        return f"{self.state}/{self.reason}" if self.reason else self.state.value


class World:
    """What tests do to a community, in the words of the product."""

    def __init__(self, database: Database, translator: Translator, community: Community) -> None:
        self.database = database
        self.community = community
        self.clock = VirtualClock(START)
        self.plugins_stand: PluginsStand = as_chosen
        self.texts = translator
        self.chat = Chat(self.clock, translator.text)
        self.chats = {self.chat.name: self.chat}
        self.engine = self.new_engine()

    # Parts

    def new_engine(
        self,
        *,
        batch: int = BATCH,
        in_flight: int = IN_FLIGHT,
        database: Database | None = None,
        sender: Sender | None = None,
        send_seconds: float = SEND_SECONDS,
    ) -> Engine:
        """One more engine on the same chat, as after a restart or in another process."""
        parts = (database or self.database, self.clock, self.loader(), sender or self.sender())
        return Engine(*parts, batch=batch, in_flight=in_flight, send_seconds=send_seconds)

    def other_chat(self) -> Chat:
        """A second platform, which engines know that are made from now on."""
        other = OtherChat(self.clock, self.texts.text)
        self.chats[other.name] = other
        return other

    def loader(self) -> Loader:
        """A loader that knows the chats."""
        return Loader(self.chats, self.plugins_stand)

    def sender(self) -> Writer:
        """A sender into the chats."""
        renderer = Renderer(self.texts, Buttons(self.texts), {"streams_attended": 0})
        return Writer(self.chats, renderer)

    def previewer(self) -> Previewer:
        """What moderators look ahead with."""
        return Previewer(self.database, self.loader(), self.sender())

    def work(self) -> Work:
        """A piece of work now."""
        return Work(self.database, self.clock)

    async def opens_space(self, chat: Chat | None = None, *, channel: str | None = GENERAL.channel_id) -> None:
        """The community lives in the chat's space as well, and posts in that channel."""
        place = {"platform": (chat or self.chat).name, "external_id": SPACE.space_id, "post_channel": channel}
        async with self.work() as work:
            await work.execute(sa.insert(spaces).values(community_id=self.community.id, **place))

    # People

    async def member(
        self,
        name: str = "ann",
        *,
        zone: str | None = None,
        quiet: tuple[time, time] | None = None,
        consents: Iterable[tuple[Purpose, Route]] = (SERVICE_DIRECT,),
        doors: Sequence[bool | None] = (True,),
        left: bool = False,
        stopped: bool = False,
        chat: Chat | None = None,
    ) -> int:
        """A member with an account for each door: open, closed, or None for not tried yet. Returns the member's id.

        The accounts are in `chat`, in the first one when None.
        """
        chat = chat or self.chat
        minutes = [None, None] if quiet is None else [at.hour * 60 + at.minute for at in quiet]
        now = self.clock.now()
        async with self.work() as work:
            person = {"zone": zone, "quiet_from": minutes[0], "quiet_until": minutes[1], "created_at": now}
            person_id = await work.insert(sa.insert(persons).values(**person))
            for place, door in enumerate(doors):
                account = {"platform": chat.name, "external_id": f"{name}{place or ''}", "direct": door}
                await work.execute(sa.insert(accounts).values(person_id=person_id, name=name, **account))
                chat.person(f"{name}{place or ''}")
            line = {"community_id": self.community.id, "person_id": person_id, "name": name, "joined_at": now}
            member_id = await work.insert(sa.insert(members).values(**line))
            for purpose, route in consents:
                await Consents(work).give(member_id, purpose, route, source="a test")
            gone = {"left_at": now if left else None, "stopped_at": now if stopped else None}
            await work.execute(sa.update(members).where(members.c.id == member_id).values(**gone))
        return member_id

    async def consents(self, member_id: int, purpose: Purpose, *, granted: bool, route: Route = Route.DIRECT) -> None:
        """Agree to messages of that purpose by a route, or withdraw."""
        async with self.work() as work:
            change = Consents(work).give if granted else Consents(work).withdraw
            await change(member_id, purpose, route, source="a button")

    async def stops(self, member_id: int) -> None:
        """Stop all unasked messages."""
        async with self.work() as work:
            await Consents(work).stop(member_id, self.community.id)

    async def leaves(self, member_id: int) -> None:
        """Leave the community."""
        async with self.work() as work:
            await work.execute(sa.update(members).where(members.c.id == member_id).values(left_at=work.now))

    async def did(self, member_id: int, kind: str, *, at: datetime | None = None, reference: str = "") -> None:
        """Record an activity, now or `at`."""
        async with self.work() as work:
            count = await work.value(sa.select(sa.func.count()).select_from(activities))
            record = Activities(work).record
            await record(self.community.id, member_id, kind, reference or f"no {count}", at=at)

    async def ends_waits(self, member_id: int, kind: str, *, at: datetime) -> None:
        """Record an activity, and let the waits for it go on."""
        await self.did(member_id, kind, at=at)
        async with self.work() as work:
            await end_waits(work, member_id, kind, at)

    # Streams

    async def stream(self, *there: int, ended_at: datetime | None = None) -> str:
        """A stream of two hours that ended (now when not given) and whom it saw. Returns its trigger: "stream:1"."""
        end = ended_at or self.clock.now()
        start = end - timedelta(hours=2)
        async with self.work() as work:
            line = {"community_id": self.community.id, "state": "ended", "started_at": start, "ended_at": end}
            stream_id = await work.insert(sa.insert(streams).values(**line, number=await _next_number(work)))
            for member_id in there:
                await self.attend(work, f"stream:{stream_id}", member_id)
        return f"stream:{stream_id}"

    async def attend(self, work: Work, trigger: str, member_id: int) -> None:
        """Let somebody be seen at a stream."""
        seen = {"stream_id": int(trigger.removeprefix("stream:")), "member_id": member_id, "slot": 0}
        await work.execute(sa.insert(attendance).values(**seen, first_at=work.now, last_at=work.now))

    async def goes_live(self) -> None:
        """A stream starts now."""
        async with self.work() as work:
            line = {"community_id": self.community.id, "state": "live", "started_at": work.now}
            await work.execute(sa.insert(streams).values(**line, number=await _next_number(work)))

    async def goes_off(self, *, counts: bool) -> None:
        """The stream that is live ends now, and what waited for that is let go, as the job does."""
        async with self.work() as work:
            over = {"state": "ended", "ended_at": work.now, **({} if counts else {"number": None})}
            await work.execute(sa.update(streams).where(streams.c.state == "live").values(**over))
        await release_held(self.database, self.community.id, reason=Reason.ON_AIR)

    # Journeys

    async def install(self, journey: Journey, status: JourneyStatus = JourneyStatus.RUNNING) -> Kept:
        """Give the community a journey."""
        async with self.work() as work:
            await Journeys(work).install(self.community.id, [("test", journey)], status)
        return await self.kept(journey.name)

    async def kept(self, name: str = "after-stream") -> Kept:
        """The journey as it stands."""
        async with self.work() as work:
            return await Journeys(work).get(self.community.id, name)

    async def set_status(self, status: JourneyStatus, name: str = "after-stream") -> None:
        """Pause, resume or stop a journey, and let go what it held, as the job does."""
        kept = await self.kept(name)
        async with self.work() as work:
            await Journeys(work).set_status(kept, status, None)
        if status in (JourneyStatus.RUNNING, JourneyStatus.STOPPED):
            await release_held(self.database, self.community.id, kept.id)

    async def turn_plugin(self, *, on: bool) -> None:
        """Turn the plugin of the tests' journeys off or on, and let go what it held, as the job does."""
        async with self.work() as work:
            await put(work, self.community.id, "test", enabled=on)
        if on:
            await release_held(self.database, self.community.id, plugin="test")

    def plan(self, kept: Kept, trigger: str, anchor: datetime = START, member_id: int | None = None) -> Plan:
        """One occasion to enrol people in a journey."""
        mine = None if member_id is None else (member_id,)
        is_stream = trigger.startswith("stream:")
        occasion = StreamOver(int(trigger.removeprefix("stream:"))) if is_stream else Happened(trigger)
        return Plan(self.community, kept.plugin, kept.id, kept.version, kept.journey, occasion, anchor, mine)

    async def enrol(self, kept: Kept, trigger: str, anchor: datetime = START, *, people_at_once: int = 1000) -> int:
        """Enrol everybody whom it means; returns how many are new. A stream that it follows ended at `anchor`."""
        if trigger.startswith("stream:"):
            mine = streams.c.id == int(trigger.removeprefix("stream:"))
            async with self.work() as work:
                await work.execute(sa.update(streams).where(mine).values(ended_at=anchor))
        return await enrol(self.database, self.plan(kept, trigger, anchor), people_at_once=people_at_once)

    async def follow_up(self, journey: Journey, *there: int, status: JourneyStatus = JourneyStatus.RUNNING) -> Kept:
        """A stream with these people ended at START, and the journey starts for them."""
        kept = await self.install(journey, status)
        await self.enrol(kept, await self.stream(*there))
        return kept

    async def remind(self, member_id: int) -> None:
        """Put a message of its own into the outbox, due now."""
        due = self.clock.now()
        async with self.database.write() as transaction:
            await outbox.post(
                transaction,
                key="reminder",
                community_id=self.community.id,
                purpose=Purpose.SERVICE,
                due=due,
                expires=due + timedelta(hours=5),
                payload={"message": "world-reminder", "values": {}, "routes": ["direct"]},
                member_id=member_id,
            )

    # Time

    async def run_until(self, moment: datetime) -> None:
        """Let time pass as the clock of the bot does: wake the engine whenever something is due."""
        while (due := await self.engine.next_due()) is not None and due <= moment:
            self.clock.set(max(due, self.clock.now()))
            await self.engine.run_due()
        self.clock.set(max(moment, self.clock.now()))

    async def run(self, **after_start: float) -> None:
        """As `run_until`, so long after START: `hours=3`."""
        await self.run_until(START + timedelta(**after_start))

    # What is seen

    async def lines(self) -> list[Line]:
        """Every delivery, in the order it was planned."""
        async with self.database.read() as reader:
            return [_line(row) for row in await reader.rows(sa.select(deliveries).order_by(deliveries.c.id))]

    async def line(self, step: str = "thanks", member: int | None = None) -> Line:
        """The one delivery of that step, of this member where given."""
        [found] = [line for line in await self.lines() if line.step == step and member in (None, line.member)]
        return found

    async def stands(self) -> dict[str, str]:
        """Where each step of the only person stands."""
        return {line.step: line.stands for line in await self.lines()}

    @property
    def sent(self) -> list[tuple[str, datetime]]:
        """Who was sent something directly, and when."""
        return [(shown.only_for.user_id, shown.at) for shown in self.chat.sent if shown.only_for is not None]

    async def why(self, member_id: int) -> Sequence[Explained]:
        """What `/why` shows."""
        async with self.work() as work:
            return await explain(work, member_id)

    def fails(self, status: SendStatus, *, times: int = 1, retry_at: datetime | None = None) -> None:
        """Let the next sends end so."""
        for _ in range(times):
            self.chat.next_result(SendResult(status, retry_at=retry_at, reason="a test"))


async def new_world(database: Database, translator: Translator, zone: str = "Europe/Prague") -> World:
    """A community without anybody in it."""
    async with database.write() as transaction:
        row = sa.insert(communities).values(name="Kiln", zone=zone, created_at=START)
        community = Community(await transaction.insert(row), "Kiln", "en", zone)
    return World(database, translator, community)


async def _next_number(work: Work) -> int:
    return int(await work.value(sa.select(sa.func.coalesce(sa.func.max(streams.c.number), 0)))) + 1


def _line(row: sa.Row[*tuple[object, ...]]) -> Line:
    found = row._mapping
    return Line(
        id=found["id"],
        member=found["member_id"],
        step=found["step"],
        state=State(found["state"]),
        reason=Reason(found["reason"]) if found["reason"] else None,
        route=Route(found["route"]) if found["route"] else None,
        variant=found["variant"],
        due_at=found["due_at"],
        expires_at=found["expires_at"],
        settled_at=found["settled_at"],
        detail=found["detail"] or {},
        enrolment=found["enrolment_id"],
    )
