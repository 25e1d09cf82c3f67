"""Tags and doors on Telegram, with the whole bot and Telegram's own requests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import App
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.people import People
from bot.core.services import build
from bot.delivery.natives import NativeGrants
from bot.model.grants import Native, NativeKind
from bot.model.identity import AccountRef, Actor, Role, SpaceRef
from bot.storage.grant_tables import native_marks
from bot.storage.work import Work
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot
from tests.platforms.telegram.world import Group, Person


@dataclass
class Salon:
    """Olga runs Tea and a second group, Salon; Ann and Ben are guests of Tea."""

    app: App
    clock: VirtualClock
    server: TelegramServer
    tea: Group
    salon: Group
    olga: Person
    ann: Person
    ben: Person

    async def says(self, who: Person, text: str, in_: Group) -> None:
        await who.says(text, in_=in_)
        await self.app.dispatcher.idle()

    async def presses(self, who: Person, label: str) -> str:
        await who.presses(who.inbox[-1], label)
        await self.app.dispatcher.idle()
        return who.inbox[-1].text

    async def passes(self, **span: float) -> None:
        await self.app.live_until(self.clock, self.clock.now() + timedelta(**span))

    def grants(self, work: Work) -> NativeGrants:
        return build(NativeGrants, self.app.parts, work, self.community)

    async def begin(self) -> None:
        async with self.app.parts.work() as work:
            found = await Communities(work).of_space(SpaceRef("telegram", str(self.tea.id)))
            assert found is not None
            self.community = found
            [space, *_] = await Communities(work).spaces(found.id)
            self.space_id = space.id

    async def give(self, person: Person, kind: NativeKind, ref: str, source: str, **more: object) -> None:
        actor = Actor(AccountRef("telegram", str(person.id)), person.first_name)
        async with self.app.parts.work() as work:
            member = await People(work).recognise(actor, self.community)
            what = Native(self.space_id, kind, ref)
            await self.grants(work).give(member.id, what, source=source, **more)  # type: ignore[arg-type]
        await self.app.turn()

    async def stands(self) -> list[tuple[str, str]]:
        async with self.app.parts.work() as work:
            return [(row.ref, row.stands) for row in await work.rows(sa.select(native_marks))]


@asynccontextmanager
async def salon_bot(server: TelegramServer, folder: Path, clock: VirtualClock) -> AsyncIterator[Salon]:
    olga = server.person("Olga", started=True)
    ann, ben = server.person("Ann", started=True), server.person("Ben")
    tea, salon = server.group("Tea", owner=olga, members=(ann, ben)), server.group("Salon", owner=olga)
    async with telegram_bot(server, folder, clock) as app:
        salon.bot_removes_people = True
        for group in (tea, salon):
            await group.has_bot(inside=True)
            await app.dispatcher.idle()
        it = Salon(app, clock, server, tea, salon, olga, ann, ben)
        for person in (olga, ann, ben):
            await it.says(person, "/ping", tea)
        await it.begin()
        yield it


@pytest.mark.long
async def test_a_channel_in_which_nobody_can_type_a_command_is_a_door_as_well(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        letters = server.group("Letters", owner=it.olga)
        letters.type, letters.bot_removes_people = "channel", True
        await letters.has_bot(inside=True)
        await it.app.dispatcher.idle()
        await it.says(it.olga, "/setup door", it.tea)
        assert it.olga.inbox[-1].labels == ["Letters", "Salon"]
        assert await it.presses(it.olga, "Letters") == (
            "Letters is a door of Tea now. Whoever has the way in asks to come in, and I open at once."
            " Everybody else is left to you."
        )
        await it.give(it.ann, NativeKind.DOOR, str(letters.id), "test:1", until=clock.now() + timedelta(days=1))
        await it.passes(minutes=1)
        await it.ann.follows(it.ann.inbox[-1].text.split()[-1])
        await it.app.dispatcher.idle()
        await it.passes(minutes=1)
        assert it.ann in letters.members
        await it.passes(days=1)
        assert it.ann not in letters.members


async def made(it: Salon) -> None:
    await it.says(it.olga, "/setup door", it.tea)
    assert "Salon is a door of Tea now." in await it.presses(it.olga, "Salon")


@pytest.mark.long
async def test_who_was_given_the_way_in_asks_and_is_let_in_and_is_out_when_it_ends(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await made(it)
        until = clock.now() + timedelta(days=2)
        await it.give(it.ann, NativeKind.DOOR, str(it.salon.id), "test:1", until=until)
        await it.passes(minutes=1)
        assert it.ann.inbox[-1].text.startswith("Salon is open to you. Ask to come in there")
        address = it.ann.inbox[-1].text.split()[-1]
        await it.ann.follows(address)
        await it.ben.follows(address)  # who only found it
        await it.app.dispatcher.idle()
        await it.passes(minutes=1)
        assert (it.ann in it.salon.members, it.ben in it.salon.members) == (True, False)
        assert list(it.salon.requests) == [it.ben.id]  # left to who runs the group
        assert await it.stands() == [(str(it.salon.id), "yes")]
        await it.passes(days=2)
        assert it.ann not in it.salon.members
        assert await it.stands() == []
        await it.ann.follows(address)
        await it.app.dispatcher.idle()
        await it.passes(minutes=1)
        assert it.ann not in it.salon.members


@pytest.mark.long
async def test_a_door_is_no_community_and_nothing_that_happens_there_counts(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await made(it)
        carl = server.person("Carl")
        await carl.joins(it.salon)
        await it.says(carl, "hello", it.salon)
        await it.salon.has_bot(inside=False)
        await it.salon.has_bot(inside=True)
        await it.app.dispatcher.idle()
        async with it.app.parts.work() as work:
            assert await Communities(work).of_space(SpaceRef("telegram", str(it.salon.id))) is None
            everybody = await People(work).with_role(it.community, Role.MEMBER)
        assert [member.name for member in everybody] == ["Olga", "Ann", "Ben"]


@pytest.mark.long
async def test_a_group_is_made_a_door_from_inside_and_is_none_any_more_when_it_is_closed(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        it.salon.bot_removes_people = False
        await it.says(it.olga, "/setup door here", it.salon)
        said = await it.presses(it.olga, "A door of Tea")
        assert "Salon is a door of Tea now." in said and "I may not see anybody out." in said
        await it.give(it.ann, NativeKind.DOOR, str(it.salon.id), "test:1")
        await it.says(it.olga, "/setup door", it.tea)
        assert "Salon is no door any more." in await it.presses(it.olga, "Close Salon")
        assert await it.stands() == []
        await it.says(it.olga, "/audit", it.tea)
        assert "Salon is no door any more" in it.olga.inbox[-1].text


@pytest.mark.long
async def test_only_who_runs_a_group_makes_it_a_door(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await it.tea.promotes(it.ann)
        await it.app.dispatcher.idle()
        await it.says(it.ann, "/setup door", it.tea)
        assert "I see no other group or channel that could be one." in it.ann.inbox[-1].text
        assert "Salon" not in it.ann.inbox[-1].labels


@pytest.mark.long
async def test_a_door_may_become_a_supergroup(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await made(it)
        it.salon.type = "group"
        await it.give(it.ann, NativeKind.DOOR, str(it.salon.id), "test:1", until=clock.now() + timedelta(days=1))
        new = await it.salon.migrates(told=False)
        await it.says(it.olga, "somebody writes before Telegram tells of it", new)
        await it.says(it.olga, "/ping", new)
        await it.salon.serves(migrate_to_chat_id=new.id)
        await it.app.dispatcher.idle()
        async with it.app.parts.work() as work:
            assert await Communities(work).of_space(SpaceRef("telegram", str(new.id))) is None
            [door] = await it.grants(work).doors()
        assert door.what.ref == str(new.id)
        assert await it.stands() == [(str(new.id), "offered")]


@pytest.mark.long
async def test_the_highest_tag_is_shown_and_the_next_when_it_ends_and_in_the_group_that_it_grew_into(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await it.give(it.ben, NativeKind.BADGE, "regular", "test:low", rank=1)
        await it.give(it.ben, NativeKind.BADGE, "champion", "test:high", rank=2, until=clock.now() + timedelta(days=1))
        assert it.tea.tags == {it.ben.id: "champion"}
        it.tea = await it.tea.migrates()
        await it.app.dispatcher.idle()
        await it.passes(minutes=1)
        assert it.tea.tags == {it.ben.id: "champion"}
        await it.passes(days=1)
        assert it.tea.tags == {it.ben.id: "regular"}


@pytest.mark.long
async def test_administrators_have_no_tag_and_hosts_are_not_told_of_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        it.tea.administrators.append(it.ann)
        await it.give(it.ann, NativeKind.BADGE, "regular", "test:1")
        async with it.app.parts.work() as work:
            assert await it.grants(work).failing() == []


@pytest.mark.long
async def test_a_flood_limit_and_a_right_that_is_missing_are_waited_for_and_told(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        server.floods("setChatMemberTag", 7)
        await it.give(it.ben, NativeKind.BADGE, "regular", "test:1")
        assert it.tea.tags == {}
        await it.passes(seconds=8)
        assert it.tea.tags == {it.ben.id: "regular"}
        server.refuses("setChatMemberTag", 400, "Bad Request: not enough rights to set member tag")
        it.tea.bot_manages_tags = False
        await it.give(it.ben, NativeKind.BADGE, "champion", "test:2", rank=3)
        async with it.app.parts.work() as work:
            keys = {failing.problem.key for failing in await it.grants(work).failing()}
        assert keys == {"telegram-problem-no-tags"}
