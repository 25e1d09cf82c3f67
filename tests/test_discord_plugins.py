"""What members win and claim as Discord shows it: the whole bot, its plugins and Discord's own roles and rooms."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from tests.platforms.discord.bench import labels_of, text_of
from tests.test_discord_natives import Server, server_of


@dataclass
class Club:
    """The server, with the newest answer that each person sees."""

    server: Server
    shown: dict[int, simcord.InteractionResult] = field(default_factory=dict)

    async def uses(self, who: simcord.MemberActor, name: str, **options: Any) -> str:
        """A command; what it answers."""
        self.shown[who.id] = await who.slash(self.server.bench.channel, name, **options)
        return await self._answer(who)

    async def presses(self, who: simcord.MemberActor, label: str) -> str:
        """A button of the newest answer; what that answers."""
        self.shown[who.id] = await who.click(self._newest(who), label=label)
        return await self._answer(who)

    def labels(self, who: simcord.MemberActor) -> tuple[str, ...]:
        """The buttons of the newest answer."""
        return labels_of(self._newest(who).components)

    async def passes(self, **span: float) -> None:
        """Let time pass for the bot and for the Discord in memory, which has a clock of its own."""
        await self.server.passes(**span)
        env = self.server.bench.env
        await env.advance_time((self.server.clock.now() - env.now()).total_seconds())

    async def stream(self, *guests: simcord.MemberActor) -> None:
        """A short one, at which all of them write."""
        await self.uses(self.server.bench.olga, "stream start", title="Tea")
        for guest in guests:
            await guest.send(self.server.bench.channel, "hello")
        await self.passes(minutes=11)
        await self.uses(self.server.bench.olga, "stream end")
        await self.passes(minutes=20)

    async def _answer(self, who: simcord.MemberActor) -> str:
        await self.server.app.dispatcher.idle()
        await self.server.bench.env.settle()
        return text_of(self._newest(who).components)

    def _newest(self, who: simcord.MemberActor) -> Any:
        asked = self.shown[who.id]
        return [*([asked.response] if asked.response else []), *asked.followups][-1]


@asynccontextmanager
async def club(folder: Path) -> AsyncIterator[Club]:
    async with server_of(folder) as server:
        yield Club(server)


@pytest.mark.long
async def test_whoever_wins_a_badge_wears_the_role_that_was_picked_from_the_list(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        olga, ann, ben = it.server.bench.olga, it.server.bench.ann, it.server.bench.ben
        await it.stream(ben)
        assert (await it.uses(olga, "badge show", badge="first")).startswith("**🎬 First stream**")
        assert "Evening club: not at all" in await it.presses(olga, "Role or tag")
        await it.presses(olga, "In Evening club")
        assert it.labels(olga) == ("Mods", "Regular", "Champion", "Not at all")
        assert "From now on 🎬 First stream shows that way." in await it.presses(olga, "Champion")
        await it.passes(minutes=1)
        assert (it.server.roles(ann), it.server.roles(ben)) == (set(), {"Champion"})
        await it.stream(ann)
        assert (it.server.roles(ann), it.server.roles(ben)) == ({"Champion"}, {"Champion"})


async def offered(it: Club, kind: str, title: str, opens: str) -> str:
    """A reward that opens what is picked from the list; what its card says of that."""
    olga = it.server.bench.olga
    await it.uses(olga, "reward create", kind=kind, title=title)
    await it.presses(olga, "What it opens")
    card = await it.presses(olga, opens)
    assert "is on offer" in await it.presses(olga, "Put on offer")
    return card


async def claims(it: Club, who: simcord.MemberActor, title: str) -> None:
    await it.uses(who, "rewards", title=title)
    assert "It is on its way." in await it.presses(who, "Claim it")
    await it.passes(minutes=1)


async def is_taken_back(it: Club, who: simcord.MemberActor, title: str) -> None:
    olga = it.server.bench.olga
    await it.uses(olga, "reward revoke", member=who.user, reward=title)
    await it.presses(olga, it.labels(olga)[0])
    await it.passes(minutes=1)


@pytest.mark.long
async def test_a_reward_gives_the_role_that_was_picked_from_the_list_until_it_is_taken_back(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        ann, ben = it.server.bench.ann, it.server.bench.ben
        assert "Gives the role Regular." in await offered(it, "role", "Cup", "Regular")
        await claims(it, ann, "Cup")
        assert (it.server.roles(ann), it.server.roles(ben)) == ({"Regular"}, set())
        await is_taken_back(it, ann, "Cup")
        assert it.server.roles(ann) == set()


@pytest.mark.long
async def test_a_reward_opens_a_private_thread_of_its_own_until_it_is_taken_back(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        ann, ben, channels = it.server.bench.ann, it.server.bench.ben, it.server.bench.env.backend.channels
        assert "Opens Salon." in await offered(it, "room", "Salon", "New private thread on Discord")
        [thread] = [channel for channel in channels.values() if channel.name == "Salon"]
        assert thread.type == discord.ChannelType.private_thread.value
        await claims(it, ann, "Salon")
        assert ann.id in thread.thread_members and ben.id not in thread.thread_members
        await is_taken_back(it, ann, "Salon")
        assert ann.id not in thread.thread_members


@pytest.mark.long
async def test_a_birthday_is_told_by_its_day_and_a_month_from_the_list(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        ann = it.server.bench.ann
        assert "7 March: is that right?" in await it.uses(ann, "birthday", day=7, month="march")
        assert "Noted: 7 March. It stays between us." in await it.presses(ann, "Yes, but only us two")
        assert "Your birthday is 7 March." in await it.uses(ann, "birthday")
