"""What a replay found and what follows, drawn for people in their own language."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.model.messages import Markup
from bot.platforms.local.console import Output
from bot.replay import Replayed
from bot.simulations import KEPT
from bot.text import times
from bot.text.refusals import in_words
from bot.text.saying import Say

_ALWAYS = ("sent", "available")


class ReplayScreen:
    """Tells of one replay. `zone` (IANA) is the community's, by whose clock it tells moments."""

    def __init__(self, console: Output, say: Say, language: str, zone: str) -> None:
        self._console = console
        self._say = say
        self._language = language
        self._zone = zone

    def show(self, path: Path, done: Replayed, now: datetime, *, simulated: bool) -> None:
        """Everything, from the title to what can be done next; `now` is aware."""
        ended = times.moment(done.ended_at, self._language, self._zone, now=now)
        title = done.found.recording.title or path.name
        parts: list[RenderableType] = [
            Text(),
            self._words("replay-title", title=title, ended=ended, zone=self._zone),
            self._figures(done),
            *self._zone_taken(done),
            *self._broken(done),
            Text(),
            *self._follows(done, now, simulated=simulated),
        ]
        for part in parts:
            self._console.print(part, highlight=False)

    def _figures(self, done: Replayed) -> Table:
        report, table = done.report, _table(4)
        for left, one, right, other in (
            ("people", report.people, "slots", report.person_slots),
            ("messages", report.messages, "new", done.new_messages),
            ("questions", report.questions, "askers", report.askers),
        ):
            first, second = self._words(f"replay-{left}", count=one), self._words(f"replay-{right}", count=other)
            table.add_row(self._number(one), first, self._number(other), second)
        return table

    def _zone_taken(self, done: Replayed) -> Iterator[Text]:
        if done.found.zone_taken:
            yield Text()
            yield self._words("replay-zone-taken", zone=done.found.zone_taken)

    def _broken(self, done: Replayed) -> Iterator[Text]:
        """What could not be read, the first few lines by number."""
        found = done.found
        if found.broken_count:
            yield Text()
            yield self._words("replay-broken", count=found.broken_count)
        for line in found.broken:
            why = in_words(line.error, self._language) if line.error else line.why
            yield Text(f"  {line.number}: {why}")
        if found.broken_count > len(found.broken):
            yield Text("  …")

    def _follows(self, done: Replayed, now: datetime, *, simulated: bool) -> Iterator[RenderableType]:
        if done.moved:
            yield self._words("replay-moved", people=done.moved)
        if done.too_old:
            evening = (now.astimezone(ZoneInfo(self._zone)) - timedelta(days=1)).replace(hour=20, minute=0)
            typed = times.moment(evening, self._language, self._zone, now=now)
            yield self._words("replay-too-old", option=f'--ended-at "{typed}"')
        elif not done.report.enrolled:
            yield self._words("replay-nobody")
        else:
            planned = self._number(done.report.deliveries.planned)
            yield self._words("replay-planned", people=done.report.enrolled, planned=planned)
            if simulated:
                yield self._words("replay-simulated")
                yield self._outcomes(done)
                yield Text()
                yield self._words("replay-simulated-in", folder=str(done.simulated_in), kept=KEPT)
            elif done.held:
                yield self._words("replay-held")

    def _outcomes(self, done: Replayed) -> Table:
        account, table = done.report.deliveries, _table(2)
        given = {"sent": account.sent, "available": account.available, "unknown": account.unknown}
        for name, count in {**given, "failed": account.failed}.items():
            if count or name in _ALWAYS:
                table.add_row(self._number(count), self._words(f"replay-{name}"))
        for reason, count in sorted(account.skipped.items(), key=lambda one: (-one[1], one[0])):
            table.add_row(self._number(count), self._words("replay-left-out", reason=reason))
        return table

    def _number(self, count: int) -> str:
        return times.number(count, self._language)

    def _words(self, key: str, **values: object) -> Text:
        words: Markup = self._say(key, self._language, **values)
        return self._console.text(words)


def _table(columns: int) -> Table:
    """Figures to the right, what they count to the left of the gap."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for column in range(columns):
        table.add_column(justify="left" if column % 2 else "right")
    return table
