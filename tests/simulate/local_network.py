"""The local chat as a network of the simulation."""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.app import App
from bot.clock import Clock
from bot.core.specs import command_specs
from bot.model.identity import ChannelRef, Role, SpaceRef
from bot.model.incoming import ReplyTo
from bot.model.messages import Form
from bot.model.ports import Platform
from bot.model.results import SendResult
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import BOT, GENERAL, HOSTS, OWN_THREAD, PLATFORM, SPACE, Asked, Person, Shown
from bot.surroundings import Surroundings
from tests.simulate.ear import Ear
from tests.simulate.network import NotPossibleError
from tests.simulate.people import Newcomer, Resident
from tests.simulate.watch import Watch, WatchedPlatform


class _Chat(LocalPlatform):
    """The local chat, which can forget what it was to answer."""

    def calm(self) -> None:
        self._results.clear()
        self._room.faults.clear()

    def worn(self) -> list[tuple[str, str]]:
        """See `Network`."""
        rooms = [(thread, people) for thread, people in self._room.threads.items() if not thread.startswith(OWN_THREAD)]
        inside = [(one, thread) for thread, people in rooms for one in people]
        return [*self._room.tags.items(), *inside]

    async def votes(self, person: Person, poll: str, places: Sequence[int]) -> None:
        """See `Network`."""
        if (found := self._polls._open.get(poll)) is None:
            raise NotPossibleError("the poll is over")
        found.votes[person.user_id] = tuple(place - 1 for place in places)
        await self._gate.voted(person, poll, found.votes[person.user_id])


class LocalNetwork:
    """See `Network`. The chat itself knows of no restarts."""

    name = PLATFORM
    pace = timedelta(0)
    tells_of_doors = True
    keeps_rights = True
    instead: Sequence[str] = ()
    forgets_words = False
    hands_over_again = False

    def __init__(self, clock: Clock) -> None:
        self.watch = Watch()
        self._clock = clock
        self._chat: _Chat | None = None
        self._residents: dict[str, Resident] = {}
        self._fresh: list[Shown] = []
        self._filled: dict[str, Mapping[str, str]] = {}

    @property
    def space(self) -> SpaceRef:
        return SPACE

    @property
    def hosts(self) -> ChannelRef | None:
        return HOSTS

    @property
    def badge(self) -> str:
        return "Regular"

    @property
    def chat(self) -> _Chat:
        """What people sit in."""
        assert self._chat is not None
        return self._chat

    def platform(self, around: Surroundings) -> Platform:
        if self._chat is None:
            self._chat = _Chat(self._clock, around.say)
            self._chat.listen(self._notice)
        return WatchedPlatform(self._chat, self.watch)

    @asynccontextmanager
    async def connected(self, app: App, ear: Ear) -> AsyncIterator[None]:
        specs = command_specs(app.parts.registry, app.parts.translator)
        running = asyncio.create_task(self.chat.run(ear, specs))
        try:
            await self.chat.ready()
            yield
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    async def ends(self) -> None:
        """The chat has no other life."""

    def dies(self) -> None:
        """The chat is the process."""

    async def prepare(self, app: App) -> None:
        """The chat has all it needs."""

    async def settled(self) -> None:
        """Everything is handed over at once."""

    async def follows_the_clock(self) -> None:
        """There is only one clock."""

    def moment(self) -> datetime:
        return self._clock.now()

    def calm(self) -> None:
        self.watch.calm()
        self.chat.calm()

    def next_result(self, result: SendResult, *, arrives: bool = False) -> None:
        """Let the next send end so."""
        self.chat.next_result(result, arrives=arrives)

    def next_native(self, result: SendResult) -> None:
        """Let the next change of a tag, or of who is in a thread, end so."""
        self.chat.next_native(result)

    # People

    @property
    def people(self) -> Sequence[Resident]:
        return list(self._residents.values())

    def comes(self, who: Newcomer, *, outside: bool = False) -> Resident:
        person = self.chat.person(who.user_id, name=who.name, floor=who.floor, language=who.language, outside=outside)
        resident = Resident(person.account, who.name, who.floor, who.language)
        self._residents[who.user_id] = resident
        return resident

    async def changes_rights(self, person: Resident, floor: Role) -> Role:
        self.comes(Newcomer(person.user_id, person.name, floor, person.language))
        return floor

    async def says(self, person: Resident, text: str, *, privately: bool) -> None:
        one = self._person(person)
        await self.chat.says(one, text, one.private_chat if privately else GENERAL)

    async def tells(self, person: Resident, text: str, *, privately: bool) -> None:
        await self.says(person, text if privately else f"{BOT} {text}", privately=privately)

    async def presses(self, person: Resident, token: str) -> None:
        await self.chat.presses(self._person(person), token)

    async def votes(self, person: Resident, poll: str, places: Sequence[int]) -> None:
        await self.chat.votes(self._person(person), poll, places)

    async def fills_in(self, person: Resident, form: Form, values: Mapping[str, str]) -> Mapping[str, str]:
        self._filled[person.user_id] = values
        return {each.name: values.get(each.name, each.value) for each in form.fields}

    async def submits(self, person: Resident, form: Form) -> None:
        await self.chat.submits(self._person(person), form, self._filled.pop(person.user_id))

    def dismisses(self, person: Resident, form: Form) -> None:
        open_one = next(asked for asked in self.chat.forms(self._person(person)) if asked.form is form)
        self.chat.dismisses(open_one)

    async def joins(self, person: Resident, invite: str = "") -> None:
        try:
            await self.chat.joins(self._person(person), invite)
        except LookupError:
            raise NotPossibleError("the invite is gone") from None

    async def leaves(self, person: Resident) -> None:
        await self.chat.leaves(self._person(person))

    async def shuts_out(self, person: Resident, *, shut: bool, quietly: bool) -> None:
        change = self.chat.blocks if shut else self.chat.unblocks
        await change(self._person(person), quietly=quietly)

    async def opens(self, person: Resident) -> None:
        await self.chat.opens(self._person(person), "")

    async def repeats(self) -> None:
        await self.chat.repeats()

    # What is seen

    def told(self) -> Sequence[str]:
        return ()

    def is_disturbed(self) -> bool:
        return False

    def shown(self, person: Resident) -> Sequence[Shown]:
        return self.chat.shown(self._person(person))

    @property
    def sent(self) -> Sequence[Shown]:
        return self.chat.sent

    def news(self) -> Sequence[Shown]:
        fresh, self._fresh = self._fresh, []
        return fresh

    def forms(self, person: Resident) -> Sequence[Form]:
        return [asked.form for asked in self.chat.forms(self._person(person))]

    def whose(self, to: ReplyTo) -> str:
        return to.token

    def copies(self, key: str) -> int:
        return sum(shown.key == key for shown in self.chat.sent)

    def objections(self) -> Sequence[str]:
        return ()

    def stands(self, user_id: str, message_id: str) -> bool:
        return any(shown.message_id == message_id and shown.direct for shown in self.chat.sent)

    def worn(self) -> Collection[tuple[str, str]]:
        return self.chat.worn()

    def _person(self, resident: Resident) -> Person:
        return next(person for person in self.chat.people if person.user_id == resident.user_id)

    def _notice(self, what: Shown | Asked) -> None:
        if isinstance(what, Shown):
            self._fresh.append(what)
