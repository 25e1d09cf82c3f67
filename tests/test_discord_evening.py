"""One evening on Discord with the whole bot behind the real edge: noticed by itself, and everybody's time counted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.community.attendance import Attendance, Attended
from bot.community.communities import Communities
from bot.community.stream import Stream
from bot.community.streams import Streams
from bot.core.specs import command_specs
from bot.model.ports import Memory
from bot.platforms.discord.connection import DiscordPlatform
from bot.surroundings import Surroundings
from tests.platforms.discord.bench import QUIET, START, components_of, labels_of
from tests.slice import Attached, configured

ACTIVE, COMPLETED = 2, 3  # Discord's numbers


@dataclass
class Evening:
    """The bot, its clock, and the Discord that it sits on."""

    app: App
    clock: VirtualClock
    bench: Attached
    memory: Memory

    async def passes(self, **span: float) -> None:
        """Let time pass for the bot and its edge."""
        until = self.clock.now() + timedelta(**span)
        await self.bench.env.settle()
        await self.app.live_until(self.clock, until)
        await self.bench.platform.keep()

    async def stream(self) -> Stream:
        async with self.app.parts.work() as work:
            newest = await Streams(work).newest(1)
        assert newest is not None
        return newest

    async def attended(self) -> dict[str, Attended]:
        """Who was there, by name, once everything is written."""
        await self.app.turn()
        async with self.app.parts.work() as work:
            return {one.name: one for one in await Attendance(work).people(1)}

    async def restarts(self) -> None:
        """Another process of the edge takes over where the last one stopped."""
        edge = _edge(self.clock, self.app, self.memory)
        await self.bench.platform.close()
        self.bench.platform = edge
        specs = command_specs(self.app.parts.registry, self.app.parts.translator)
        await self.bench.env.restart_bot(edge.prepare(self.app.dispatcher, specs))
        await self.bench.env.settle()


def _edge(clock: VirtualClock, app: App, memory: Memory) -> DiscordPlatform:
    say = app.parts.translator.text
    return DiscordPlatform("a-token", clock=clock, say=say, memory=memory, timing=QUIET)


@asynccontextmanager
async def evening(folder: Path) -> AsyncIterator[Evening]:
    clock, memories = VirtualClock(START), []

    def make(around: Surroundings) -> list[DiscordPlatform]:
        memories.append(around.memory("discord"))
        return [DiscordPlatform("a-token", clock=around.clock, say=around.say, memory=memories[0])]

    async with open_app(configured(folder), clock=clock, make_platforms=make) as app:
        edge = app.parts.platforms["discord"]
        assert isinstance(edge, DiscordPlatform)
        bench = Attached(edge, app.dispatcher, command_specs(app.parts.registry, app.parts.translator))
        try:
            await bench.open()
            with bench.env.time_context():
                yield Evening(app, clock, bench, memories[0])
        finally:
            await bench.env.shutdown()


@pytest.mark.long
async def test_an_event_on_a_stage_is_the_stream_and_everybodys_time_counts_over_a_restart(tmp_path: Path) -> None:
    async with evening(tmp_path) as it:
        guild, backend = it.bench.guild, it.bench.env.backend
        stage = guild.create_stage_channel("stage")
        planned = (START + timedelta(minutes=5)).isoformat()
        event = guild.create_scheduled_event("Glaze night", start_time=planned, entity_type=1, channel=stage)
        await it.passes(minutes=5)
        backend.edit_scheduled_event(guild.id, event.id, {"status": ACTIVE})
        await it.passes(seconds=1)
        assert (await it.stream()).title == "Glaze night"

        await it.bench.ben.join_voice(stage)
        await it.passes(minutes=4)
        await it.restarts()
        await it.passes(minutes=3, seconds=20)
        await it.bench.ben.leave_voice()
        await it.passes(minutes=3)
        backend.edit_scheduled_event(guild.id, event.id, {"status": COMPLETED})
        await it.passes(minutes=30)

        stream = await it.stream()
        assert stream.ended_at is not None and stream.started_at is not None
        assert stream.ended_at - stream.started_at == timedelta(minutes=10, seconds=21)
        assert {name: one.seconds for name, one in (await it.attended()).items()} == {"ben": 440.0}


@pytest.mark.long
async def test_only_a_host_who_goes_live_is_a_stream(tmp_path: Path) -> None:
    async with evening(tmp_path) as it:
        talk, backend = it.bench.guild.create_voice_channel("talk"), it.bench.env.backend
        for person, live in ((it.bench.ann, False), (it.bench.mona, True)):
            await person.join_voice(talk)
            backend.set_voice_state(it.bench.guild.id, person.id, talk.id, self_stream=True)
            await it.passes(seconds=1)
            async with it.app.parts.work() as work:
                assert (await Streams(work).live(1) is not None) is live, person.name


@pytest.mark.long
async def test_a_server_that_lets_the_bot_in_is_greeted_once_and_nothing_is_posted_where_it_was_taken_out(
    tmp_path: Path,
) -> None:
    async with evening(tmp_path) as it:
        await it.passes(minutes=1)
        await it.restarts()
        await it.passes(minutes=1)
        [hello] = it.bench.channel.history(viewer=it.bench.ben)
        assert "Set me up" in labels_of(components_of(hello))
        async with it.app.parts.work() as work:
            [space] = await Communities(work).spaces(1)
            assert space.title == "Evening club"
        it.bench.env.backend.emit("GUILD_DELETE", {"id": str(it.bench.guild.id)})
        await it.passes(minutes=1)
        async with it.app.parts.work() as work:
            assert await Communities(work).spaces(1) == []
