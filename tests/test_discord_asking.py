"""Polls and invites of Discord's own, through the whole bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import discord
import pytest
import simcord

from bot.api import Came
from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.people import People
from bot.core.specs import command_specs
from bot.model.identity import Actor
from bot.platforms.discord.connection import DiscordPlatform
from bot.surroundings import Surroundings
from tests.core.ballot import Ballot, Box
from tests.platforms.discord.bench import START, account
from tests.platforms.discord.test_polls import announce
from tests.slice import Attached, configured


@dataclass
class Club:
    """The bot on one server, and what the plugin heard."""

    app: App
    clock: VirtualClock
    bench: Attached
    ballot: Ballot
    box: Box

    async def settles(self) -> None:
        """Let all be told and done."""
        for _ in range(2):
            await self.bench.env.settle()
            await self.app.turn()

    async def passes(self, **span: float) -> None:
        await self.settles()
        await self.app.live_until(self.clock, self.clock.now() + timedelta(**span))
        await self.settles()

    @property
    def poll(self) -> discord.Message:
        """The newest poll."""
        return next(one for one in reversed(self.bench.channel.history()) if one.poll is not None)

    async def member(self, person: simcord.MemberActor) -> int:
        """The id of the member behind somebody."""
        async with self.box.work() as (work, space):
            community = await Communities(work).get(space.community_id)
            return (await People(work).recognise(Actor(account(person), "somebody"), community)).id

    async def comes(self, name: str, *addresses: str) -> None:
        """Let somebody join while these invites are used."""
        for address in addresses:
            self.bench.env.backend.invites[address.rpartition("/")[2]].uses += 1
        self.bench.guild.add_member(self.bench.env.create_user(name))
        await self.settles()


@asynccontextmanager
async def club(folder: Path) -> AsyncIterator[Club]:
    clock, ballot = VirtualClock(START), Ballot()

    def make(around: Surroundings) -> list[DiscordPlatform]:
        memory = around.memory("discord")
        return [DiscordPlatform("a-token", clock=around.clock, say=around.say, memory=memory, members=True)]

    async with open_app(configured(folder), clock=clock, loaded=ballot.loaded, make_platforms=make) as app:
        edge = app.parts.platforms["discord"]
        assert isinstance(edge, DiscordPlatform)
        bench = Attached(edge, app.dispatcher, command_specs(app.parts.registry, app.parts.translator))
        try:
            await bench.open()
            it = Club(app, clock, bench, ballot, Box(app, "discord"))
            await it.settles()
            async with it.box.work() as (work, space):
                await Communities(work).set_channels(space.ref, post=str(bench.channel.id))
            with bench.env.time_context():
                yield it
        finally:
            await bench.env.shutdown()
        assert bench.env.errors == []


@pytest.mark.long
async def test_a_poll_is_voted_in_and_ends_once_when_discord_announces_it(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        assert await it.box.open(poll=it.box.poll(several=True)) is None
        await it.settles()
        await it.bench.ann.set_poll_votes(it.poll, answers=[1, 3])
        await it.bench.ann.set_poll_votes(it.poll, answers=[1])
        await it.settles()
        assert it.ballot.votes == [("Ann", 7, (0,)), ("Ann", 7, (0, 2)), ("Ann", 7, (0,))]
        shown = it.poll
        it.bench.env.backend.expire_poll(it.bench.channel.id, shown.id)
        announce(it.bench, shown)
        await it.passes(hours=3)
        assert it.ballot.ended == [("box:7", (1, 0, 0), True)]


@pytest.mark.long
async def test_a_poll_of_ninety_minutes_is_closed_by_the_bot_though_discord_knows_hours(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        assert await it.box.fits(it.box.poll(hours=0.9)) == "core-poll-short"
        assert await it.box.fits(it.box.poll(anonymous=True)) == "core-poll-open"
        await it.box.open(poll=it.box.poll(hours=1.5))
        await it.settles()
        await it.bench.ann.set_poll_votes(it.poll, answers=[2])
        await it.passes(minutes=89)
        assert it.ballot.ended == []
        await it.passes(minutes=3)
        assert it.ballot.ended == [("box:7", (0, 1, 0), True)]


@pytest.mark.long
async def test_a_poll_without_the_right_to_send_any_is_told_as_failed(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        it.bench.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, message="no", times=None)
        await it.box.open()
        await it.passes(minutes=1)
        assert it.ballot.failed == [("box:7", "refused")]


@pytest.mark.long
async def test_who_comes_by_a_personal_invite_is_told_with_whose_it_is_as_sure_as_that_is(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        ann, ben = await it.member(it.bench.ann), await it.member(it.bench.ben)
        one, other = await it.box.invite(ann, on_request=True), await it.box.invite(ben)
        assert isinstance(one, str) and isinstance(other, str)
        await it.settles()
        await it.comes("nina", one)
        told = it.ballot.arrived[-1]
        assert (told.came, told.invited_by, told.confidence) == (Came.NEW, ann, 0.9)
        await it.comes("otto")
        assert it.ballot.arrived[-1].invited_by is None
        await it.comes("pia", one, other)
        told = it.ballot.arrived[-1]
        assert (told.invited_by in (ann, ben), told.confidence) == (True, 0.5)


@pytest.mark.long
async def test_an_invite_that_a_moderator_deleted_is_made_anew(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        ann = await it.member(it.bench.ann)
        first = await it.box.invite(ann)
        assert isinstance(first, str) and await it.box.invite(ann) == first
        it.bench.env.backend.delete_invite(first.rpartition("/")[2])
        await it.settles()
        second = await it.box.invite(ann)
        assert isinstance(second, str) and second != first
        assert await it.box.revoke(ann)
        await it.settles()
        assert not it.bench.env.backend.invites


@pytest.mark.long
async def test_without_the_right_to_invite_it_is_said_with_its_cure(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        rights = discord.Permissions.all()
        rights.update(administrator=False, create_instant_invite=False)
        await it.bench.may(rights)
        problem = await it.box.invite(await it.member(it.bench.ann))
        assert not isinstance(problem, str)
        assert dict(problem.values)["rights"] == "Create Instant Invite"
