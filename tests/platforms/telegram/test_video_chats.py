"""Video chats and live streams as signals of streams."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.model.incoming import SignalKind, StreamSignal
from bot.storage.tables import streams
from tests.platforms.telegram.conftest import START, Restarted, Scene
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot


async def test_a_video_chat_is_one_stream_from_its_start_to_its_end(scene: Scene) -> None:
    started = await scene.group.serves(video_chat_started={})
    scene.clock.advance(timedelta(hours=1))
    await scene.group.serves(video_chat_ended={"duration": 3600})
    first, last = scene.sink.of(StreamSignal)
    assert (first.kind, first.at, first.space) == (SignalKind.STARTED, START, scene.space)
    assert (last.kind, last.at) == (SignalKind.ENDED, START + timedelta(hours=1))
    assert first.reference == last.reference == f"{scene.group.id}:{started}"
    assert first.source == "telegram-video-chat"


async def test_the_start_is_remembered_over_a_restart(idle: Scene, restarted: Restarted) -> None:
    async with idle.connected():
        await idle.group.serves(video_chat_started={})
        [first] = idle.sink.of(StreamSignal)
    async with restarted() as scene:
        scene.clock.advance(timedelta(minutes=30))
        await scene.group.serves(video_chat_ended={"duration": 1800})
        assert (await scene.sink.newest(StreamSignal)).reference == first.reference


async def test_an_end_whose_start_was_missed_is_not_taken_for_the_end_of_an_earlier_one(scene: Scene) -> None:
    await scene.group.serves(video_chat_started={})
    await scene.group.serves(video_chat_ended={"duration": 0})
    scene.clock.advance(timedelta(hours=5))
    await scene.group.serves(video_chat_ended={"duration": 3600})
    first, _, last = scene.sink.of(StreamSignal)
    assert last.reference != first.reference
    assert last.began_at == START + timedelta(hours=4)


async def test_a_channel_tells_of_its_live_streams_too(scene: Scene) -> None:
    channel = scene.server.group("Tea news", owner=scene.olga)
    channel.type = "channel"
    await channel.serves(video_chat_scheduled={"start_date": int(START.timestamp()) + 3600})
    await channel.serves(video_chat_started={})
    planned, started = scene.sink.of(StreamSignal)
    assert (planned.kind, planned.planned_for) == (SignalKind.PLANNED, START + timedelta(hours=1))
    assert started.space is not None and started.space.space_id == str(channel.id)


@pytest.mark.long
async def test_the_community_has_a_stream_as_long_as_the_video_chat_even_when_its_start_was_missed(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    olga = server.person("Olga", started=True)
    group = server.group("Tea", owner=olga)
    async with telegram_bot(server, tmp_path, clock) as app:
        clock.advance(timedelta(hours=2))
        await group.serves(video_chat_ended={"duration": 3600})
        await app.live_until(clock, clock.now() + timedelta(minutes=6))
        async with app.parts.work() as work:
            [stream] = await work.rows(sa.select(streams.c.started_at, streams.c.ended_at))
    assert tuple(stream) == (START + timedelta(hours=1), START + timedelta(hours=2))
