"""Opens a whole bot for a scenario: a database of its own, a stage, a clock to move, and streams gone by."""

import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from pathlib import Path

from bot.app import App
from bot.clock import VirtualClock
from bot.community.chat_import import ImportedMessage, import_messages
from bot.community.past_streams import end_past_stream, keep_past_stream
from bot.community.stream_sources import SourceRef
from bot.config import CommunityConfig, Config
from bot.core.settling import settle
from bot.demo.local_stage import local_stage
from bot.demo.playing import Setting
from bot.demo.scenario import Scenario, Stage
from bot.model.identity import Community

BEFORE = timedelta(minutes=5)
"""So long before the stream the scenario's people come in."""

_WEEK = timedelta(days=7)
_SLOT = timedelta(minutes=10)

SetStage = Callable[[Config, VirtualClock], contextlib.AbstractAsyncContextManager[tuple[App, Stage]]]
"""Opens a whole bot on the clock, with nobody in it yet, and the chat network where the scenario is played."""


@contextlib.asynccontextmanager
async def open_for(
    scenario: Scenario, folder: Path, language: str, set_stage: SetStage = local_stage
) -> AsyncIterator[Setting]:
    """A bot on a database in `folder`, whatever configuration lies around. The community speaks `language`."""
    zone = scenario.parts[0].zone
    config = Config(
        data_folder=folder, community=CommunityConfig(name=scenario.community, language=language, zone=zone)
    )
    clock = VirtualClock(scenario.start - BEFORE)
    async with set_stage(config, clock) as (app, stage):
        for part in scenario.parts:
            stage.enters(part)
        async with app.parts.work() as work:
            community = await settle(app.parts, work, stage.space)
        await _live_through_the_past(app, community, scenario, stage)
        yield Setting(app, clock, stage, community)


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
