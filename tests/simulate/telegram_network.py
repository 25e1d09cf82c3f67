"""Telegram as a network of the simulation: the real edge on a Bot API server of our own, in the same event loop."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from bot.app import App
from bot.clock import Clock
from bot.community.communities import Communities
from bot.core.settling import settle
from bot.core.specs import command_specs
from bot.model.identity import AccountRef, ChannelRef, Role, SpaceRef
from bot.model.incoming import ReplyTo
from bot.model.messages import Form
from bot.model.ports import Platform
from bot.platforms.local.records import Shown
from bot.platforms.telegram.connection import TelegramPlatform
from bot.platforms.telegram.origin import PLATFORM, Origin
from bot.platforms.telegram.questions import PRESS, UNKEPT_PRESS
from bot.surroundings import Surroundings
from tests.eventually import eventually
from tests.platforms.telegram.in_memory import ADDRESS, InMemory
from tests.platforms.telegram.records import BOT, Posted
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.world import Group, Person
from tests.simulate.ear import Ear
from tests.simulate.network import NotPossibleError
from tests.simulate.people import Newcomer, Resident
from tests.simulate.telegram_forms import STOPS, Filled, Step, way_through
from tests.simulate.telegram_world import Sights
from tests.simulate.watch import ON_ITS_WAY, Watch, WatchedPlatform

PRESS_PATIENCE = 30.0  # seconds; longer than the busiest machine takes
ANSWERED_WITHIN = timedelta(minutes=50)  # after more silence a form asks again instead of taking an answer


def _says_it(method: str, parameters: Mapping[str, str]) -> bool:
    """Whether a request sends the words of a delivery: by themselves, or below a picture."""
    return method == "sendMessage" or (method == "sendPhoto" and bool(parameters.get("caption")))


class Wire(InMemory):
    """The requests of one process, each message with the delivery that it is of."""

    def __init__(self, server: TelegramServer, sights: Sights, watch: Watch, faults: deque[Callable[[], None]]) -> None:
        """Each of the `faults` plans one for the request of a delivery, just before it."""
        super().__init__(server)
        self.faults = faults
        self._sights = sights
        self._watch = watch

    async def ask(
        self, request: httpx.Request, token: str, method: str, parameters: dict[str, str]
    ) -> tuple[int, object]:
        """As the way does it; sending takes one step, so what is new afterwards is of this request."""
        if method == "sendMessage" and ON_ITS_WAY.get() and self.faults:
            self.faults.popleft()()
        before = next(reversed(self.server.world.messages), (0, 0))
        try:
            answer = await super().ask(request, token, method, parameters)
        finally:
            newest = next(reversed(self.server.world.messages), (0, 0))
            if _says_it(method, parameters) and newest != before:
                self._sights.keys[newest[1]] = ON_ITS_WAY.get()
        if method == "getUpdates" and self.server.world.updates:
            self._watch.may_die_of_an_update()
        return answer


class TelegramNetwork:
    """See `Network`. Whoever a button leads into the private chat follows it, as people do."""

    name = PLATFORM
    pace = timedelta(seconds=4)  # so that a group of people stays within the limits
    tells_of_doors = True
    keeps_rights = True
    instead: Sequence[str] = ("telegram-open-private",)
    forgets_words = True
    hands_over_again = True

    def __init__(self, clock: Clock) -> None:
        self.watch = Watch()
        self.server = TelegramServer(clock)
        self._clock = clock
        self._sights = Sights(self.server.world, clock)
        self._wire: Wire | None = None
        self._idle: Callable[[], Awaitable[object]] | None = None
        self._residents: dict[str, Resident] = {}
        self._group: Group | None = None
        self._begun = False
        self.faults: deque[Callable[[], None]] = deque()  # for what leaves unasked alone
        self._forms: dict[str, tuple[Form, datetime]] = {}
        self._filled: dict[str, Filled] = {}
        self._seen_forms = 0
        self._provoked = 0  # how many requests had met a fault of ours before
        self._longest = 0  # the longest flood limit that was ever asked for
        self._stopped_until = 0.0  # after a flood limit the bot keeps still

    @property
    def space(self) -> SpaceRef:
        return SpaceRef(PLATFORM, str(self.group.id))

    @property
    def hosts(self) -> ChannelRef | None:
        return None

    @property
    def badge(self) -> str:
        return "Regular"

    @property
    def group(self) -> Group:
        """Where people meet."""
        assert self._group is not None
        return self._group

    def platform(self, around: Surroundings) -> Platform:
        self._wire = Wire(self.server, self._sights, self.watch, self.faults)
        edge = TelegramPlatform(
            self.server.token,
            base_url=ADDRESS,
            clock=around.clock,
            say=around.say,
            memory=around.memory(PLATFORM),
            press_patience=PRESS_PATIENCE,
            transport=self._wire,
        )
        return WatchedPlatform(edge, self.watch)

    @asynccontextmanager
    async def connected(self, app: App, ear: Ear) -> AsyncIterator[None]:
        specs = command_specs(app.parts.registry, app.parts.translator)
        self._idle = app.dispatcher.idle
        self.server.world.polled = False
        running = asyncio.create_task(app.parts.platforms[PLATFORM].run(ear, specs))
        try:
            await eventually(lambda: running.done() or self.server.world.polled, "the bot is connected")
            yield
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            self.server.world.polled = False

    async def ends(self) -> None:
        await self.server.close()

    def dies(self) -> None:
        assert self._wire is not None
        self._wire.dead = True
        self.server.world.polled = False

    async def prepare(self, app: App) -> None:
        owner = str(self.group.owner.id)
        async with app.parts.work() as work:
            await settle(app.parts, work, self.space)
            await Communities(work).set_channels(self.space, hosts=owner)
        self._begun = True

    async def settled(self) -> None:
        self._note_forms()
        world = self.server.world
        if world.polled:
            await eventually(
                lambda: not world.again and all(one["update_id"] < world.confirmed for one in world.updates),
                "the bot took all updates",
            )

    async def follows_the_clock(self) -> None:
        """The server looks at the same clock."""

    def moment(self) -> datetime:
        return datetime.fromtimestamp(self.server.world.now(), UTC)

    def calm(self) -> None:
        self.watch.calm()
        self.server.calm()
        self.faults.clear()

    # People

    @property
    def people(self) -> Sequence[Resident]:
        return list(self._residents.values())

    def comes(self, who: Newcomer, *, outside: bool = False) -> Resident:
        person = self.server.person(who.name, language=who.language, started=who.floor is Role.OWNER)
        floor = Role.MEMBER if who.floor is Role.HOST else who.floor  # no right of a group's says host
        if self._group is None:
            self._group = self.server.group("Evening club", owner=person)
        elif not self._begun and not outside:
            self._group.members.append(person)
        if floor is Role.MODERATOR:
            self.group.administrators.append(person)
        resident = Resident(AccountRef(PLATFORM, str(person.id)), who.name, floor, who.language)
        self._residents[resident.user_id] = resident
        return resident

    async def changes_rights(self, person: Resident, floor: Role) -> Role:
        one = self._person(person)
        is_one, shall_be = one in self.group.administrators, floor is Role.MODERATOR
        if shall_be and not is_one:
            await self.group.promotes(one)
        elif is_one and not shall_be:
            await self.group.demotes(one)
        return Role.MODERATOR if shall_be else Role.MEMBER

    async def says(self, person: Resident, text: str, *, privately: bool) -> None:
        one = self._person(person)
        if one.blocked if privately else not self._is_inside(one):
            raise NotPossibleError("they cannot write there")
        await one.says(text, in_=None if privately else self.group)

    async def tells(self, person: Resident, text: str, *, privately: bool) -> None:
        await self.says(person, text if privately else f"@{BOT['username']} {text}", privately=privately)

    async def presses(self, person: Resident, token: str) -> None:
        one = self._person(person)
        if token.startswith((PRESS, UNKEPT_PRESS)):
            if token not in STOPS or not self.forms(person):
                raise NotPossibleError("that is part of filling in a form")
            del self._forms[person.user_id]
        messages = [*(self.group.messages if self._is_inside(one) else ()), *one.inbox]
        if not messages:
            raise NotPossibleError("they see nothing of the bot")
        seen = [message for message in messages if _button(message, token)]
        await self._press(one, (seen or messages)[-1], token)

    async def _press(self, one: Person, message: Posted, token: str) -> None:
        notices = len(one.notices)
        await one.presses_token(message, token)
        await self._handled()
        door = next((notice.url for notice in one.notices[notices:] if notice.url), "")
        if door and not one.blocked:
            await one.follows(door)
            await self._handled()

    async def votes(self, person: Resident, poll: str, places: Sequence[int]) -> None:
        polls = self.server.world.polls
        place = next((place for place, one in polls.items() if one.id == poll and not one.closed), None)
        if place is None or place not in self.server.world.messages or not self._is_inside(self._person(person)):
            raise NotPossibleError("the poll is over")
        message = self.server.world.messages[place]
        await self._person(person).votes(message, *[place - 1 for place in places])

    async def fills_in(self, person: Resident, form: Form, values: Mapping[str, str]) -> Mapping[str, str]:
        one, (_, opened) = self._person(person), self._forms.pop(person.user_id)
        if one.blocked or self._clock.now() - opened > ANSWERED_WITHIN:
            raise NotPossibleError("the form is out of reach")
        filled = self._filled[person.user_id] = way_through(form, values)
        for step in filled.steps[:-1]:
            await self._take(one, step)
            await self._handled()
        if _question(one, filled.steps[-1]) is None:
            raise NotPossibleError("a question was lost")
        return filled.answers

    async def submits(self, person: Resident, form: Form) -> None:
        filled = self._filled.pop(person.user_id)
        await self._take(self._person(person), filled.steps[-1])

    def dismisses(self, person: Resident, form: Form) -> None:
        del self._forms[person.user_id]

    async def joins(self, person: Resident, invite: str = "") -> None:
        if not invite:
            await self._person(person).joins(self.group)
            return
        try:
            await self._person(person).follows(invite)
        except LookupError:
            raise NotPossibleError("the invite is gone") from None

    async def leaves(self, person: Resident) -> None:
        one = self._person(person)
        if one is self.group.owner or not self._is_inside(one):
            raise NotPossibleError("the owner stays, and nobody leaves who is not there")
        self.group.tags.pop(one.id, None)
        await one.leaves(self.group)

    async def shuts_out(self, person: Resident, *, shut: bool, quietly: bool) -> None:
        one = self._person(person)
        if quietly:
            one.blocked = shut
        else:
            await (one.blocks_bot() if shut else one.unblocks_bot())

    async def opens(self, person: Resident) -> None:
        await self._person(person).opens()

    async def repeats(self) -> None:
        last = self.server.world.last
        if last is None or _is_chat(last):
            raise NotPossibleError("nothing of that kind was handed over last")
        await self.server.world.repeat()

    # What is seen

    def told(self) -> Sequence[str]:
        if self.server.provoked > self._provoked:
            self._stopped_until = max(self._stopped_until, self._clock.monotonic() + self._longest)
        self._provoked = self.server.provoked
        told, self.server.world.told = self.server.world.told, []
        return [str(update["update_id"]) for update in told if not _is_chat(update)]

    def is_disturbed(self) -> bool:
        return self.server.provoked > self._provoked or self._clock.monotonic() < self._stopped_until

    def shown(self, person: Resident) -> Sequence[Shown]:
        return self._sights.of(self._person(person), self.group)

    @property
    def sent(self) -> Sequence[Shown]:
        return self._sights.all()

    def news(self) -> Sequence[Shown]:
        return list(self._sights.news())

    def forms(self, person: Resident) -> Sequence[Form]:
        self._note_forms()
        return [self._forms[person.user_id][0]] if person.user_id in self._forms else []

    def whose(self, to: ReplyTo) -> str:
        return str(Origin.of(to).user_id)

    def copies(self, key: str) -> int:
        return sum(of == key for of in self._sights.keys.values())

    def objections(self) -> Sequence[str]:
        return self.server.faults

    def stands(self, user_id: str, message_id: str) -> bool:
        return (int(user_id), int(message_id)) in self.server.world.messages

    def worn(self) -> Collection[tuple[str, str]]:
        plain = [one for one in self.group.members if one not in self.group.administrators]  # others have titles
        return [(str(one.id), tag) for one in plain if (tag := self.group.tags.get(one.id))]

    async def moves(self, *, told_in_old: bool, told_in_new: bool) -> None:
        """The group grows into a supergroup, which goes on under another id; what Telegram tells may be lost in one."""
        old = self.group
        new = self._group = await old.migrates(told=False)
        new.administrators, new.tags = old.administrators, old.tags
        if told_in_old:
            await old.serves(migrate_to_chat_id=new.id)
        if told_in_new:
            await new.serves(migrate_from_chat_id=old.id)

    def _note_forms(self) -> None:
        for to, form in self.watch.asked[self._seen_forms :]:
            self._forms[self.whose(to)] = form, self._clock.now()
        self._seen_forms = len(self.watch.asked)

    def floods(self, seconds: int) -> None:
        """Answer the next send with a flood limit."""
        self.server.floods("sendMessage", seconds)
        self._longest = max(self._longest, seconds)

    async def _take(self, one: Person, step: Step) -> None:
        question = _question(one, step)
        if question is None:
            raise NotPossibleError("a question was lost")
        if step.words:
            await one.says(step.words)
        else:
            await one.presses_token(question, step.button)

    async def _handled(self) -> None:
        assert self._idle is not None
        await self._idle()

    def _person(self, resident: Resident) -> Person:
        return self.server.world.people[int(resident.user_id)]

    def _is_inside(self, one: Person) -> bool:
        return one is self.group.owner or one in self.group.members


def _is_chat(update: Any) -> bool:
    """Whether somebody just chats, which is counted and not stored."""
    message = update.get("message", {})
    return message.get("chat", {}).get("id", 0) < 0 and not message.get("text", "/").startswith("/")


def _button(message: Posted, token: str) -> bool:
    return any(button.get("callback_data") == token for row in message.keyboard for button in row)


def _question(one: Person, step: Step) -> Posted | None:
    """The newest question, where the step can be taken."""
    asked = next((each for each in reversed(one.inbox) if any(_button(each, stop) for stop in STOPS)), None)
    return asked if asked is not None and (not step.button or _button(asked, step.button)) else None
