"""A house with two guests who may be given tags and let into a room, on the local chat."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.services import build
from bot.delivery.natives import NativeGrants
from bot.model.grants import Native, NativeKind
from bot.model.identity import Community, Role
from bot.platforms.local.records import GENERAL, Person
from bot.storage.work import Work
from bot.testing import WholeBot


@dataclass(frozen=True, slots=True)
class House:
    """Hana owns the place, Ann and Ben are guests. `regular` and `champion` are tags, `salon` is a private thread."""

    bot: WholeBot
    community: Community
    space_id: int
    thread: str
    hana: Person
    ann: Person
    ben: Person

    @property
    def regular(self) -> Native:
        return Native(self.space_id, NativeKind.BADGE, "Regular")

    @property
    def champion(self) -> Native:
        return Native(self.space_id, NativeKind.BADGE, "Champion")

    @property
    def salon(self) -> Native:
        return Native(self.space_id, NativeKind.DOOR, self.thread)

    def work(self) -> Work:
        return self.bot.app.parts.work()

    def grants(self, work: Work) -> NativeGrants:
        return build(NativeGrants, self.bot.app.parts, work, self.community)

    async def member_id(self, person: Person) -> int:
        async with self.work() as work:
            return (await People(work).recognise(person.actor, self.community)).id

    async def own_id(self, person: Person) -> int:
        """The membership of that very account, whoever acts for it."""
        async with self.work() as work:
            member = await People(work).recognise(person.actor, self.community)
        return member.side or member.id

    async def give(self, person: Person, what: Native, source: str = "test:1", **more: object) -> bool:
        member_id = await self.member_id(person)
        async with self.work() as work:
            given = await self.grants(work).give(member_id, what, source=source, **more)  # type: ignore[arg-type]
        await self.bot.app.turn()
        return given

    async def take(self, source: str = "test:1") -> int:
        async with self.work() as work:
            taken = await self.grants(work).take(source)
        await self.bot.app.turn()
        return taken

    def tag(self, person: Person) -> str:
        return self.bot.chat.tag(person)

    def is_inside(self, person: Person) -> bool:
        return self.bot.chat.is_inside(person, self.thread)


@contextlib.asynccontextmanager
async def house_of(bot: WholeBot, *, language: str = "en") -> AsyncIterator[House]:
    people = [bot.person("Hana", Role.OWNER, language=language)]
    people += [bot.person(name, language=language) for name in ("Ann", "Ben")]
    for person in people:
        await bot.says(person, "/me")
    doors = bot.chat.natives.doors
    assert doors is not None
    salon = await doors.open_thread(GENERAL, "Salon", [])
    async with bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        [space] = await Communities(work).spaces(community.id)
    yield House(bot, community, space.id, salon.reference, *people)
