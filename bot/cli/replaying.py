"""afterglow replay on the screen: progress while it works, then what was found and what follows."""

import json
import sys
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from bot import log as logs
from bot.clock import SystemClock
from bot.config import Config
from bot.errors import InputFileError
from bot.replay import Replayed, replay
from bot.text.times import parse_moment

_STAGES = {"reading": "Reading the file", "counting": "Counting who was there", "simulating": "The 48 hours"}


async def show_replay(config: Config, path: Path, *, simulate: bool, ended_at: str | None, as_json: bool) -> int:
    """Replay `path` and print the outcome; returns the exit status."""
    logs.set_up("ERROR" if as_json else "WARNING", config.log.format)
    console = Console(stderr=as_json)
    end = _moment(ended_at, config)
    bars = Progress(TextColumn("{task.description:<24}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"),
                    TimeElapsedColumn(), console=console, disable=not console.is_terminal)  # fmt: skip
    with bars:
        tasks = {stage: bars.add_task(text, total=1.0, start=False, visible=False) for stage, text in _STAGES.items()}

        def progress(stage: str, share: float) -> None:
            bars.start_task(tasks[stage])
            bars.update(tasks[stage], completed=share, visible=True)

        done = await replay(config, path, simulate=simulate, ended_at=end, progress=progress)
    if as_json:
        sys.stdout.write(json.dumps(done.report.as_json()) + "\n")
    else:
        _print(Console(), path, done, simulate=simulate)
    return 0


def _moment(text: str | None, config: Config) -> datetime | None:
    if text is None:
        return None
    moment = parse_moment(text, "en", config.community.zone, SystemClock().now())
    if moment is None:
        raise InputFileError(
            f'--ended-at {text!r} is not a moment. Write it like "2026-11-20 20:00" or "today 18:00", as the clock '
            f"shows it in {config.community.zone}. Nothing was changed."
        )
    return moment


def _print(console: Console, path: Path, done: Replayed, *, simulate: bool) -> None:
    report = done.report
    console.print(f"\n[bold]{done.found.recording.title or path.name}[/]  ended {done.ended_at:%d %B %Y %H:%M} UTC")
    facts = Table(box=None, show_header=False, padding=(0, 2))
    facts.add_row("people", f"{report.people:,}", "person-slots (10 min)", f"{report.person_slots:,}")
    facts.add_row("messages", f"{report.messages:,}", "of them new", f"{done.new_messages:,}")
    facts.add_row("questions", f"{report.questions:,}", "by people", f"{report.askers:,}")
    console.print(facts)
    _print_broken(console, done)
    if done.too_old:
        console.print(
            "\nIts 48 hours are over, so nobody is written to. See them with [bold]--simulate[/], or move the stream "
            'with [bold]--ended-at "today 18:00"[/].'
        )
        return
    account = report.deliveries
    console.print(f"\n{report.enrolled:,} people get follow-ups: {account.planned:,} planned.")
    if simulate:
        console.print(
            f"Simulated: {account.sent:,} sent, {account.available:,} in inboxes, {account.unknown:,} unknown, "
            f"{account.failed:,} failed."
        )
        for reason, count in sorted(account.skipped.items(), key=lambda item: -item[1]):
            console.print(f"  {count:>6,} left out: {reason}")


def _print_broken(console: Console, done: Replayed) -> None:
    if done.found.broken_count:
        console.print(f"\n[yellow]{done.found.broken_count} broken lines were left out:[/]")
        for line in done.found.broken:
            console.print(f"  {line.number}: {line.why}")
        if done.found.broken_count > len(done.found.broken):
            console.print("  ...")
