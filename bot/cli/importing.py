"""afterglow import on the screen: what would come of a file, what came of it, and how it is undone."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from bot import log as logs
from bot.config import Config
from bot.importing.bringing import Desk, Foreseen, open_desk
from bot.importing.bringing import Progress as Told
from bot.importing.knowledge import bring_document
from bot.importing.opening import PointsFile, open_points
from bot.model.messages import Markup
from bot.model.point_imports import PointImport
from bot.platforms.local.cast import chosen_language
from bot.platforms.local.console import Output
from bot.text import times
from bot.text.files import bundled_locales
from bot.text.refusals import FileRefusedError, in_words
from bot.text.translator import load_translator

PLATFORMS = ("twitch", "kick", "discord", "telegram", "youtube")
BROKEN_SHOWN, SAMPLE = 5, 5


class ImportScreen:
    """Tells of imports in one language."""

    def __init__(self, language: str | None) -> None:
        self.language = chosen_language(language, os.environ)
        self._say = load_translator([bundled_locales()], names={"importing"}).text
        self._console = Output()

    def says(self, key: str, **values: object) -> None:
        """A line of text."""
        self._console.print(self.words(key, **values), highlight=False)

    def line(self, text: str) -> None:
        """A line that says already what it says."""
        self._console.print(self._console.text(Markup(text)), highlight=False)

    def words(self, key: str, **values: object) -> Text:
        text = self._say(key, self.language, **values)
        return self._console.text(text)

    def table(self, rows: Sequence[tuple[int, Text]]) -> None:
        """Figures to the right, what they count beside them."""
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(justify="right")
        table.add_column()
        for figure, words in rows:
            table.add_row(times.number(figure, self.language), words)
        self._console.print(table, highlight=False)

    @contextmanager
    def progress(self, key: str) -> Iterator[Told]:
        """A bar that moves while something is done; nothing where nobody watches."""
        columns = (BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeElapsedColumn())
        told = TextColumn("{task.description:<24}")
        with Progress(told, *columns, console=self._console, disable=not self._console.is_terminal) as bars:
            task = bars.add_task(self.words(key).plain, total=1.0)
            yield partial(_move, bars, task)


def _move(bars: Progress, task: TaskID, share: float) -> None:
    bars.update(task, completed=share)


async def show_points(
    config: Config,
    path: Path,
    *,
    apply: bool,
    one_for: int,
    platform: str | None,
    community: str | None,
    language: str | None,
) -> int:
    """What would come of a file, and with `apply` what came of it; returns the exit status."""
    logs.set_up("ERROR", config.log.format)
    screen = ImportScreen(language)
    if one_for < 1:
        raise FileRefusedError("importing-one-for")
    if platform not in (None, *PLATFORMS):
        raise FileRefusedError("importing-platform", typed=platform, known=", ".join(PLATFORMS))
    file = open_points(path, many=one_for, platform=platform)
    async with open_desk(config, community) as desk:
        foreseen = await desk.foresee(file)
        _tell_file(screen, file, foreseen)
        if not apply:
            screen.says("importing-only-shown", option="--apply")
            return 0
        with screen.progress("importing-stage") as told:
            brought = await desk.bring(file, told)
    _tell_brought(screen, brought)
    return 0


def _tell_file(screen: ImportScreen, file: PointsFile, foreseen: Foreseen) -> None:
    screen.says("importing-title", file=file.name, format=file.format, community=foreseen.community.name)
    known = foreseen.known
    by_name = sum(one.platform is not None and one.external_id is None for one in file.lines)
    nobody = sum(one.platform is None for one in file.lines)
    rows = [
        (len(file.lines), screen.words("importing-accounts", count=len(file.lines))),
        (file.points, screen.words("importing-points", count=file.points, one_for=file.one_for)),
        (known, screen.words("importing-known", count=known)),
        (len(file.lines) - known - by_name - nobody, screen.words("importing-not-here-yet")),
        (by_name, screen.words("importing-by-name")),
        (nobody, screen.words("importing-by-nobody")),
        (file.repeated, screen.words("importing-repeated")),
        (file.empty, screen.words("importing-no-points-left")),
        (len(file.broken), screen.words("importing-broken")),
    ]
    screen.table([row for place, row in enumerate(rows) if row[0] or place < 2])
    for broken in file.broken[:BROKEN_SHOWN]:
        screen.says("importing-broken-line", number=broken.number, why=in_words(broken.error, screen.language))
    top = sorted(file.lines, key=lambda one: -one.amount)[:SAMPLE]
    for one in top:
        screen.says("importing-sample", name=one.name, points=one.amount)
    if nobody and file.format == "streamelements":
        screen.says("importing-say-platform", option="--platform twitch")
    if foreseen.paid_before:
        screen.says("importing-paid-before", count=foreseen.paid_before)
    if foreseen.before is not None:
        screen.says("importing-known-file", number=foreseen.before.id)


def _tell_brought(screen: ImportScreen, brought: PointImport) -> None:
    screen.says("importing-done", number=brought.id, people=brought.paid, points=brought.points)
    if brought.waiting:
        screen.says("importing-waiting", count=brought.waiting, points=brought.waiting_points)
    screen.says("importing-undo-hint", command=f"afterglow import undo {brought.id}")


async def show_imports(config: Config, *, community: str | None, language: str | None) -> int:
    """What was brought along."""
    logs.set_up("ERROR", config.log.format)
    screen = ImportScreen(language)
    async with open_desk(config, community) as desk:
        found = await desk.all()
        if not found:
            screen.says("importing-none")
        for one in found:
            _tell_import(screen, desk, one)
    return 0


def _tell_import(screen: ImportScreen, desk: Desk, one: PointImport) -> None:
    at = times.day(one.begun_at.date(), screen.language)
    state = "undone" if one.undone_at else "done" if one.done_at else "begun"
    values = {"people": one.paid, "points": one.points, "waiting": one.waiting, "missing": one.missing}
    screen.says("importing-line", number=one.id, day=at, file=one.file, format=one.format, state=state, **values)


async def show_undoing(config: Config, number: int, *, apply: bool, community: str | None, language: str | None) -> int:
    """What undoing would take back, and with `apply` what it took."""
    logs.set_up("ERROR", config.log.format)
    screen = ImportScreen(language)
    async with open_desk(config, community) as desk:
        one = await desk.get(number)
        there = await desk.still_there(number)
        screen.says("importing-would-undo", number=one.id, file=one.file, people=there.people, points=there.taken)
        if there.missing:
            screen.says("importing-would-miss", points=there.missing)
        if not apply:
            screen.says("importing-only-shown", option="--apply")
            return 0
        with screen.progress("importing-undoing-stage") as told:
            done = await desk.undo(number, told)
    screen.says("importing-undone", people=done.people, points=done.taken, missing=done.missing)
    return 0


async def show_knowledge(
    config: Config, path: Path, *, spoken: str, community: str | None, language: str | None
) -> int:
    """Keep a document that the bot is to answer from; returns the exit status."""
    logs.set_up("ERROR", config.log.format)
    screen = ImportScreen(language)
    kept, refusal = await bring_document(config, path, spoken, community)
    if kept is None:
        screen.line(refusal)
        return 1
    values = {"file": kept.name, "sections": kept.sections, "language": kept.language}
    key = "importing-shelf" if kept.shelved else "importing-knowledge"
    screen.says(key, replaced="yes" if kept.replaced else "no", **values)
    return 0
