"""afterglow replay on the screen: progress while it works, then what was found and what follows."""

import json
import os
import sys
from datetime import datetime
from pathlib import Path

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from bot import log as logs
from bot.cli.replay_screen import ReplayScreen
from bot.clock import SystemClock
from bot.config import Config
from bot.platforms.local.cast import chosen_language
from bot.platforms.local.console import Output
from bot.replay import replay
from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.refusals import FileRefusedError
from bot.text.times import parse_moment
from bot.text.translator import load_translator

_STAGES = ("reading", "counting", "simulating")


async def show_replay(
    config: Config, path: Path, *, simulate: bool, ended_at: str | None, as_json: bool, language: str | None
) -> int:
    """Replay `path` and print the outcome in `language` (the terminal's own when None); returns the exit status."""
    logs.set_up("ERROR", config.log.format)  # warnings are for whoever watches over a bot that runs for long
    tongue, say = chosen_language(language, os.environ), load_translator([bundled_locales()], names={"replay"}).text
    zone, now = config.community.zone, SystemClock().now()
    end = _moment(ended_at, tongue, zone, now)
    console = Output(stderr=as_json)
    bars = Progress(TextColumn("{task.description:<24}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"),
                    TimeElapsedColumn(), console=console, disable=not console.is_terminal)  # fmt: skip
    with bars:
        stages = {stage: plain(say(f"replay-stage-{stage}", tongue)) for stage in _STAGES}
        tasks = {stage: bars.add_task(text, total=1.0, start=False, visible=False) for stage, text in stages.items()}

        def progress(stage: str, share: float) -> None:
            bars.start_task(tasks[stage])
            bars.update(tasks[stage], completed=share, visible=True)

        done = await replay(config, path, simulate=simulate, ended_at=end, progress=progress)
    if as_json:
        sys.stdout.write(json.dumps(done.report.as_json()) + "\n")
    else:
        ReplayScreen(console, say, tongue, zone).show(path, done, now, simulated=simulate)
    return 0


def _moment(text: str | None, language: str, zone: str, now: datetime) -> datetime | None:
    if text is None:
        return None
    moment = parse_moment(text, language, zone, now, past=True)
    if moment is None:
        raise FileRefusedError("recording-no-moment", typed=text, zone=zone)
    return moment
