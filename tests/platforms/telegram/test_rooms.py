"""A second group, in which the hosts of a community meet."""

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
from bot.model.identity import SpaceRef
from bot.storage.tables import members, streams
from tests.platforms.telegram.records import Posted
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot
from tests.platforms.telegram.world import Group, Person


@dataclass
class Meeting:
    """Olga runs Tea, and made a group for its hosts, which Vera runs as well."""

    app: App
    clock: VirtualClock
    tea: Group
    room: Group
    olga: Person
    vera: Person

    async def says(self, who: Person, text: str, in_: Group) -> None:
        await who.says(text, in_=in_)
        await self.app.dispatcher.idle()

    async def offered(self, who: Person) -> Posted:
        """What `who` is asked when they make the room the hosts'."""
        seen = len(who.inbox)
        await self.says(who, "/setup hosts here", self.room)
        assert len(who.inbox) == seen + 1
        return who.inbox[-1]

    async def passes(self, minutes: int = 1) -> None:
        await self.app.live_until(self.clock, self.clock.now() + timedelta(minutes=minutes))

    async def homes(self) -> list[int | None]:
        """The communities that the two groups are spaces of."""
        async with self.app.parts.work() as work:
            found = [
                await Communities(work).of_space(SpaceRef("telegram", str(group.id))) for group in (self.tea, self.room)
            ]
        return [one.id if one is not None else None for one in found]

    async def members(self) -> list[str]:
        """Who is in Tea."""
        async with self.app.parts.work() as work:
            here = (members.c.community_id == 1) & members.c.left_at.is_(None)
            return [str(row.name) for row in await work.rows(sa.select(members.c.name).where(here).order_by("name"))]

    async def streams(self) -> list[tuple[int, str, str]]:
        """Every stream by its community, its title and how it stands."""
        async with self.app.parts.work() as work:
            query = sa.select(streams.c.community_id, streams.c.title, streams.c.state)
            return [(row[0], row[1], row[2]) for row in await work.rows(query)]


@asynccontextmanager
async def meeting(server: TelegramServer, folder: Path, clock: VirtualClock) -> AsyncIterator[Meeting]:
    olga, vera = server.person("Olga", started=True), server.person("Vera", started=True)
    tea, room = server.group("Tea", owner=olga, members=(vera,)), server.group("Backstage", owner=vera)
    room.administrators.append(olga)
    async with telegram_bot(server, folder, clock) as app:
        for group in (tea, room):
            await group.has_bot(inside=True)
            await app.dispatcher.idle()
        it = Meeting(app, clock, tea, room, olga, vera)
        await it.says(olga, "/ping", tea)
        await it.says(vera, "/ping", tea)
        yield it


@asynccontextmanager
async def met(server: TelegramServer, folder: Path, clock: VirtualClock) -> AsyncIterator[Meeting]:
    """The same once Tea's hosts meet there."""
    async with meeting(server, folder, clock) as it:
        question = await it.offered(it.olga)
        await it.says(it.olga, "/ping", it.room)
        await it.olga.presses(question, "Hosts of Tea")
        await it.app.dispatcher.idle()
        yield it


@pytest.mark.long
async def test_the_group_becomes_the_place_for_hosts_and_nothing_else(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with met(server, tmp_path, clock) as it:
        assert "What concerns hosts of Tea goes here now." in it.olga.inbox[-1].text
        assert await it.homes() == [1, None]
        posted = len(it.room.messages)
        await it.says(it.olga, "/stream_start Glazes", it.tea)
        await it.passes()
        [control] = it.room.messages[posted:]
        assert "Glazes" in control.text
        assert not [message for message in it.tea.messages if message.labels == control.labels]


@pytest.mark.long
async def test_what_is_pressed_and_typed_there_is_the_communitys_by_the_rights_that_one_has_in_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with met(server, tmp_path, clock) as it:
        await it.says(it.olga, "/stream_start Glazes", it.tea)
        await it.passes(10)
        await it.says(it.vera, "/stream_end", it.room)
        assert "This is for hosts" in it.vera.inbox[-1].text
        await it.says(it.vera, "/setup", it.room)
        assert "This is for moderators" in it.vera.inbox[-1].text
        await it.says(it.olga, "/stream_end", it.room)
        await it.passes(10)
        assert await it.streams() == [(1, "Glazes", "ended")]
        assert await it.homes() == [1, None]


@pytest.mark.long
async def test_nobody_joins_or_leaves_the_community_there_and_nothing_that_happens_there_is_a_stream(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with met(server, tmp_path, clock) as it:
        carl, before = server.person("Carl"), await it.members()
        await carl.joins(it.room)
        await it.says(it.vera, "hello", it.room)
        await it.room.serves(video_chat_started={})
        it.room.members.append(it.olga)
        await it.olga.leaves(it.room)
        await it.room.has_bot(inside=False)
        await it.room.has_bot(inside=True)
        await it.app.dispatcher.idle()
        await it.passes(10)
        assert await it.members() == before == ["Olga", "Vera"]
        assert (await it.streams(), await it.homes()) == ([], [1, None])


@pytest.mark.long
async def test_only_who_runs_both_may_join_them(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with meeting(server, tmp_path, clock) as it:
        question = await it.offered(it.olga)
        token = question.button("Hosts of Tea")["callback_data"]
        refused = await it.offered(it.vera)
        assert "I cannot see that only hosts read that place" in refused.text
        await it.vera.opens(token)
        await it.app.dispatcher.idle()
        assert "not there any more" in it.vera.inbox[-1].text
        assert await it.homes() == [1, 2]


@pytest.mark.long
async def test_a_group_that_had_a_stream_and_the_communitys_own_group_are_not_given_away(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with meeting(server, tmp_path, clock) as it:
        question = await it.offered(it.olga)
        await it.says(it.olga, "/stream_start Glazes", it.room)
        assert "I cannot see" in (await it.offered(it.olga)).text
        await it.olga.presses(question, "Hosts of Tea")
        await it.app.dispatcher.idle()
        assert "not there any more" in it.olga.inbox[-1].text
        assert await it.homes() == [1, 2]


@pytest.mark.long
async def test_the_room_may_become_a_supergroup(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with met(server, tmp_path, clock) as it:
        old, it.room = it.room, await it.room.migrates()
        it.room.administrators.append(it.olga)
        await it.app.dispatcher.idle()
        said = len(old.messages)
        await it.says(it.olga, "/stream_start Glazes", it.tea)
        await it.passes(10)
        assert (len(it.room.messages), len(old.messages)) == (1, said)
        await it.says(it.olga, "/stream_end", it.room)
        await it.passes(10)
        assert (await it.streams(), await it.homes()) == ([(1, "Glazes", "ended")], [1, None])


@pytest.mark.long
async def test_setup_shows_the_room_and_lets_it_go_and_then_it_is_a_community_again(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with met(server, tmp_path, clock) as it:
        await it.says(it.olga, "/setup", it.tea)
        for _ in range(3):
            shown = it.olga.inbox[-1]
            await it.olga.presses(shown, shown.labels[-1])
            await it.app.dispatcher.idle()
        shown = it.olga.inbox[-1]
        assert "What concerns hosts goes to Backstage." in shown.text
        assert "✓ Hosts: Backstage" in shown.labels
        assert "Everybody reads" not in shown.text
        await it.olga.presses(shown, "Hosts: privately")
        await it.app.dispatcher.idle()
        await it.says(it.olga, "/ping", it.room)
        assert await it.homes() == [1, 3]


@pytest.mark.long
async def test_who_is_in_none_is_taken_for_a_guest_of_the_only_community_that_is_left(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with met(server, tmp_path, clock) as it:
        carl = server.person("Carl")
        await carl.says("/me")
        await it.app.dispatcher.idle()
        assert "Carl" in carl.inbox[-1].text
        assert await it.members() == ["Carl", "Olga", "Vera"]
