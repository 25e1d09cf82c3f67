"""Opens a whole bot for a scenario: a database of its own, the local chat, a clock to move, and streams gone by."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from bot.app import App, open_app
from bot.clock import Clock, VirtualClock
from bot.community.chat_import import ImportedMessage, import_messages
from bot.community.past_streams import end_past_stream, keep_past_stream
from bot.community.stream_sources import SourceRef
from bot.config import CommunityConfig, Config
from bot.core.settling import settle
from bot.core.specs import command_specs
from bot.demo.local_stage import LocalStage
from bot.demo.playing import Setting
from bot.demo.scenario import Scenario, Stage
from bot.model.identity import Community
from bot.model.ports import Platform
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import SPACE
from bot.text.translator import Translator

BEFORE = timedelta(minutes=5)
"""So long before the stream the scenario's people come in."""

_WEEK = timedelta(days=7)
_SLOT = timedelta(minutes=10)


@contextlib.asynccontextmanager
async def open_for(scenario: Scenario, folder: Path, language: str) -> AsyncIterator[Setting]:
    """A bot on a database in `folder`, whatever configuration lies around. The community speaks `language`."""
    zone = scenario.parts[0].zone
    config = Config(
        data_folder=folder, community=CommunityConfig(name=scenario.community, language=language, zone=zone)
    )
    clock = VirtualClock(scenario.start - BEFORE)
    async with open_app(config, clock=clock, make_platforms=_local_chat) as app:
        chat = app.parts.platforms[SPACE.platform]
        assert isinstance(chat, LocalPlatform)
        running = asyncio.create_task(chat.run(app.dispatcher, command_specs(app.parts.registry, app.parts.translator)))
        try:
            await chat.ready()
            stage = LocalStage(chat)
            for part in scenario.parts:
                stage.enters(part)
            async with app.parts.work() as work:
                community = await settle(app.parts, work, SPACE)
            await _live_through_the_past(app, community, scenario, stage)
            yield Setting(app, clock, stage, community)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await app.dispatcher.idle()


async def _live_through_the_past(app: App, community: Community, scenario: Scenario, stage: Stage) -> None:
    """The streams of the weeks before, imported as recordings are: who was there, and nothing that anybody said."""
    for number, title in enumerate(scenario.past, 1):
        weeks = len(scenario.past) - number + 1
        start = scenario.start - weeks * _WEEK
        source = SourceRef(community.id, "recording-demo", f"week-{number}")
        async with app.parts.work() as work:
            stream_id, _ = await keep_past_stream(work, source, title, start)
        await import_messages(app.parts.database, stream_id, _presence(scenario, stage, weeks))
        async with app.parts.work() as work:
            await end_past_stream(work, community.id, stream_id, again=False)
    await app.turn()


def _presence(scenario: Scenario, stage: Stage, weeks: int) -> Iterator[ImportedMessage]:
    for part in scenario.parts:
        for slot in range(4 if part.visits >= weeks else 0):
            account = stage.account(part.name)
            yield ImportedMessage(f"{weeks}:{slot}:{part.name}", account, part.name, slot * _SLOT)


def _local_chat(_: Config, clock: Clock, translator: Translator) -> Sequence[Platform]:
    return [LocalPlatform(clock, translator.text)]
