"""Roles and rooms on Discord, from what a member should have to Discord's own requests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import discord
import pytest
import simcord
import sqlalchemy as sa

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.people import People
from bot.core.services import build
from bot.core.specs import command_specs
from bot.delivery.natives import NativeGrants
from bot.model.grants import Native, NativeKind
from bot.model.identity import Actor, Community
from bot.platforms.discord.connection import DiscordPlatform
from bot.storage.grant_tables import native_marks
from bot.storage.work import Work
from bot.surroundings import Surroundings
from tests.platforms.contract_native import has
from tests.platforms.discord.bench import START, account
from tests.slice import Attached, configured


@dataclass
class Server:
    """The bot on one server, which has the roles Regular and Champion."""

    app: App
    clock: VirtualClock
    bench: Attached
    community: Community
    space_id: int
    regular: str
    champion: str

    async def passes(self, **span: float) -> None:
        await self.bench.env.settle()
        await self.app.live_until(self.clock, self.clock.now() + timedelta(**span))

    def grants(self, work: Work) -> NativeGrants:
        return build(NativeGrants, self.app.parts, work, self.community)

    async def give(
        self, person: simcord.MemberActor, kind: NativeKind, ref: str, source: str, *, days: int | None = None
    ) -> None:
        until = None if days is None else self.clock.now() + timedelta(days=days)
        async with self.app.parts.work() as work:
            member = await People(work).recognise(Actor(account(person), "somebody"), self.community)
            what = Native(self.space_id, kind, ref)
            await self.grants(work).give(member.id, what, source=source, until=until, reason="for being there")
        await self.app.turn()

    def roles(self, person: simcord.MemberActor) -> set[str]:
        """Which of the two the person has."""
        ids = self.bench.env.backend.guilds[self.bench.guild.id].members[person.id].role_ids
        names = {int(self.regular): "Regular", int(self.champion): "Champion"}
        return {names[id] for id in ids if id in names}


@asynccontextmanager
async def server_of(folder: Path, *, members: bool = False) -> AsyncIterator[Server]:
    clock = VirtualClock(START)

    def make(around: Surroundings) -> list[DiscordPlatform]:
        memory = around.memory("discord")
        return [DiscordPlatform("a-token", clock=around.clock, say=around.say, memory=memory, members=members)]

    async with open_app(configured(folder), clock=clock, make_platforms=make) as app:
        edge = app.parts.platforms["discord"]
        assert isinstance(edge, DiscordPlatform)
        bench = Attached(edge, app.dispatcher, command_specs(app.parts.registry, app.parts.translator))
        try:
            await bench.open()
            await bench.env.settle()
            await app.turn()
            roles = [str(bench.guild.create_role(name).id) for name in ("Regular", "Champion")]
            await bench.env.settle()
            async with app.parts.work() as work:
                [community] = await Communities(work).all()
                [space] = await Communities(work).spaces(community.id)
            with bench.env.time_context():
                yield Server(app, clock, bench, community, space.id, *roles)
        finally:
            await bench.env.shutdown()


@pytest.mark.long
async def test_roles_stand_side_by_side_and_each_goes_when_it_ends(tmp_path: Path) -> None:
    async with server_of(tmp_path) as it:
        ann, ben = it.bench.ann, it.bench.ben
        await it.give(ann, NativeKind.BADGE, it.regular, "test:1")
        await it.give(ann, NativeKind.BADGE, it.champion, "test:2", days=2)
        assert (it.roles(ann), it.roles(ben)) == ({"Regular", "Champion"}, set())
        assert "for being there" in {entry.reason for entry in it.bench.guild.audit_log()}
        await it.passes(days=2)
        assert it.roles(ann) == {"Regular"}
        async with it.app.parts.work() as work:
            await it.grants(work).take("test:1")
        await it.app.turn()
        assert it.roles(ann) == set()


@pytest.mark.long
async def test_a_private_thread_is_open_until_its_time_is_over(tmp_path: Path) -> None:
    async with server_of(tmp_path) as it:
        doors = has(it.bench.platform.natives.doors)
        thread = await doors.open_thread(it.bench.place, "Salon", [])
        await it.give(it.bench.ann, NativeKind.DOOR, thread.reference, "test:1", days=1)
        inside = it.bench.env.backend.channels[int(thread.reference)].thread_members
        assert it.bench.ann.id in inside and it.bench.ben.id not in inside
        await it.passes(days=1)
        assert it.bench.ann.id not in it.bench.env.backend.channels[int(thread.reference)].thread_members


@pytest.mark.long
async def test_a_role_above_the_bots_is_told_with_its_cure_and_given_once_it_is_below(tmp_path: Path) -> None:
    async with server_of(tmp_path) as it:
        backend, guild = it.bench.env.backend, it.bench.guild.id
        backend.guilds[guild].roles[int(it.champion)].position = 99
        backend.edit_role(guild, int(it.champion), {"name": "Champion"})
        await it.bench.env.settle()
        await it.give(it.bench.ann, NativeKind.BADGE, it.champion, "test:1")
        async with it.app.parts.work() as work:
            [failing] = await it.grants(work).failing()
        assert (failing.problem.key, dict(failing.problem.values)["role"]) == ("discord-problem-role-above", "Champion")
        backend.guilds[guild].roles[int(it.champion)].position = 1
        backend.edit_role(guild, int(it.champion), {"name": "Champion"})
        await it.passes(days=1)
        assert it.roles(it.bench.ann) == {"Champion"}
        async with it.app.parts.work() as work:
            assert not await it.grants(work).failing()


@pytest.mark.long
async def test_a_lost_answer_is_asked_again_and_a_right_that_is_missing_only_told(tmp_path: Path) -> None:
    async with server_of(tmp_path) as it:
        it.bench.env.inject_error("PUT", "/guilds/*/members/*/roles/*", status=503, code=0, message="no")
        await it.give(it.bench.ann, NativeKind.BADGE, it.regular, "test:1")
        await it.passes(minutes=2)
        assert it.roles(it.bench.ann) == {"Regular"}
        await it.bench.may(discord.Permissions(send_messages=True))
        await it.give(it.bench.ben, NativeKind.BADGE, it.regular, "test:2")
        async with it.app.parts.work() as work:
            [failing] = await it.grants(work).failing()
        assert dict(failing.problem.values)["rights"] == "Manage Roles"


@pytest.mark.long
async def test_who_left_unnoticed_is_given_nothing_and_that_is_no_matter_of_the_hosts(tmp_path: Path) -> None:
    async with server_of(tmp_path) as it:
        await it.give(it.bench.ann, NativeKind.BADGE, it.regular, "test:1")
        it.bench.guild.remove_member(it.bench.ann)
        await it.give(it.bench.ann, NativeKind.BADGE, it.champion, "test:2")
        async with it.app.parts.work() as work:
            assert not await it.grants(work).failing()
            known = {row.ref for row in await work.rows(sa.select(native_marks))}
        assert it.champion not in known
