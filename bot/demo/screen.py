"""The demo on the screen: moments on a timeline of 80 columns, in Afterglow's colours, or bare in a pipe."""

import asyncio
import time
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from rich.console import RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from bot.demo.playing import Moment
from bot.demo.scenario import Place, Says, Scenario, Seen
from bot.model.messages import Markup
from bot.platforms.local.console import Output
from bot.text import times
from bot.text.languages import babel_locale
from bot.text.markup import clean, plain
from bot.text.saying import Say

WIDTH = 80
MOST_LINES = 7
"""How much of one message is shown; the rest is for `afterglow run`."""

FRAMES = 8  # how often the clock moves between two moments

# The dark column of the palette.
RAISED, QUIET, GLOW, CORAL, PLUM, LEAF = "#26264F", "#B9B6D3", "#FFB84D", "#FF7A6B", "#BC90D0", "#6FCF97"
_BARS = {Place.EVERYBODY: CORAL, Place.HOSTS: GLOW, Place.PRIVATE: PLUM}


Row = tuple[Markup, Markup]
"""Something short, and what is to be said of it."""


class Screen:
    """Draws on `console`, in one language and the scenario's own time zone. `say` is `Translator.text`."""

    def __init__(self, console: Output, say: Say, language: str, scenario: Scenario) -> None:
        self._console = console
        self._say = say
        self._language = language
        self._scenario = scenario
        self._zone = scenario.parts[0].zone
        self._at = scenario.start
        self._chapter = ""
        self._day: date | None = None

    def title(self) -> None:
        """What this is."""
        self._print(Text(self._words("demo-title"), style=f"bold {GLOW}"))
        about = self._text(self._say("demo-about", self._language, title=self._scenario.title), QUIET)
        for line in self._wrap(about, 0):
            self._print(line)

    async def moment(self, moment: Moment, pause: float) -> None:
        """Let the clock run to it for `pause` seconds, then show what happened."""
        await self._run_clock(moment.at, pause)
        if moment.chapter.title != self._chapter:
            self._chapter = moment.chapter.title
            self._heading(self._words(self._chapter))
        local = moment.at.astimezone(ZoneInfo(self._zone))
        if local.date() != self._day:
            self._day = local.date()
            weekday = format_date(local, "EEEE", locale=self._locale)
            self._print(Text(f"{weekday} {times.day(self._day, self._language, today=self._day)}", f"bold {QUIET}"))
        self._hang(Text(f"{self._clock(local):>5}", style=f"bold {GLOW}"), self._story(moment))

    def summary(self, figures: Sequence[Row], ends: Sequence[Row]) -> None:
        """What came of it: figures with what they count; then commands with what they do."""
        self._heading(self._words("demo-came-of-it"))
        for figure, what in figures:
            self._hang(Text(f"{plain(figure):>5}", style=f"bold {LEAF}"), self._wrap(self._text(what), 7))
        self._heading(self._words("demo-where-next"))
        longest = max(len(plain(command)) for command, _ in ends)
        for command, what in ends:
            first = Text(plain(command).ljust(longest), style=f"bold {GLOW}")
            self._hang(first, self._wrap(self._text(what), longest + 2))

    def broken_off(self) -> None:
        """Somebody has seen enough; what they typed to say so stays on a line of its own."""
        self._print(Text())
        self._print(Text(self._words("demo-broken-off"), style=QUIET))

    def _story(self, moment: Moment) -> Sequence[Text]:
        elsewhere = moment.at.astimezone(ZoneInfo(moment.part.zone))
        told = self._say(
            moment.act.tell,
            self._language,
            name=moment.part.name,
            said=moment.act.text if isinstance(moment.act, Says) else "",
            city=times.zone_name(moment.part.zone, self._language),
            clock=self._clock(elsewhere),
        )
        return [*self._wrap(self._text(told), 7), *(self._message(moment.seen) if moment.seen else ())]

    def _message(self, seen: Seen) -> Sequence[Text]:
        """A message beside a bar in the colour of its place, cut after so many lines, and its buttons."""
        lines = self._wrap(self._text(seen.text), 9)
        if len(lines) > MOST_LINES:
            lines = [*lines[: MOST_LINES - 1], Text("…")]
        labels = " ".join(f"[{clean(label)}]" for row in seen.buttons for label in row)
        lines += self._wrap(Text(labels, style=PLUM), 9) if labels else []
        bar = _BARS[seen.place]
        return [Text.assemble(("┃ " if line.plain else "┃", bar), line) for line in lines]

    def _wrap(self, text: Text, indent: int) -> list[Text]:
        lines = list(text.wrap(self._console, self._width - indent))
        for line in lines:
            line.rstrip()
        return lines

    def _hang(self, first: Text, lines: Sequence[Text]) -> None:
        """Lines beside what stands before the first of them."""
        for number, line in enumerate(lines):
            self._print(Text.assemble(first if number == 0 else " " * len(first), "  ", line))

    async def _run_clock(self, until: datetime, pause: float) -> None:
        """In a terminal the clock and a bar of the whole story move on for a while; elsewhere nothing is drawn."""
        start, self._at = self._at, until
        if not pause or not self._console.is_terminal:
            return
        with Live(console=self._console, transient=True, auto_refresh=False) as live:
            for frame in range(1, FRAMES + 1):
                live.update(self._progress(start + (until - start) * frame / FRAMES), refresh=True)
                await asyncio.sleep(pause / FRAMES)

    def _progress(self, at: datetime) -> RenderableType:
        local = at.astimezone(ZoneInfo(self._zone))
        clock = f"{format_skeleton('EEEdMMM', local, locale=self._locale)} {self._clock(local)}"
        bar = ProgressBar(
            total=self._scenario.span / timedelta(minutes=1),
            completed=(at - self._scenario.start) / timedelta(minutes=1),
            width=40,
            style=RAISED,
            complete_style=GLOW,
            finished_style=LEAF,
        )
        row = Table.grid(padding=(0, 2))
        row.add_row(Text(clock, style=GLOW), bar)
        return row

    def _heading(self, words: str) -> None:
        rule = "─" * (self._width - len(words) - 4)
        self._print(Text())
        self._print(Text.assemble(("── ", f"dim {QUIET}"), (words, f"bold {CORAL}"), (f" {rule}", f"dim {QUIET}")))

    def _clock(self, local: datetime) -> str:
        return str(format_time(local.time(), "short", locale=self._locale))

    def _words(self, key: str) -> str:
        return plain(self._say(key, self._language))

    def _text(self, markup: Markup, style: str = "") -> Text:
        return self._console.text(markup, style)

    @property
    def _locale(self) -> Locale:
        return babel_locale(self._language)

    def _print(self, what: RenderableType) -> None:
        self._console.print(what, width=self._width, highlight=False)

    @property
    def _width(self) -> int:
        return min(WIDTH, self._console.width)


class Pace:
    """Spreads the moments over what is left of so many seconds, however long the work itself takes."""

    def __init__(self, seconds: float, moments: int, *, longest: float) -> None:
        self._until = time.monotonic() + seconds
        self._left = moments
        self._longest = longest

    def next(self) -> float:
        """How many seconds to wait before the next moment."""
        left = max(1, self._left)
        self._left -= 1
        return min(self._longest, max(0.0, (self._until - time.monotonic()) / left))
