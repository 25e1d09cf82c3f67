"""Drawing: how messages, forms and notes look in a terminal of 80 columns, with colours or without."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.control import Control
from rich.panel import Panel
from rich.segment import ControlType
from rich.text import Text

from bot.model.messages import YES, Accent, Action, Field, FieldKind, Markup
from bot.platforms.local.console import Output
from bot.platforms.local.limits import with_call
from bot.platforms.local.numbering import is_scale, numbered
from bot.platforms.local.records import Person, Shown
from bot.text.markup import clean, plain
from bot.text.saying import Say

BOT = "Afterglow"
WIDTH = 80
FRAME = 4  # characters that a box around an answer takes
LONGEST_IN_PROMPT = 40
GAP = "   "  # between buttons
# The dark column of the palette, by the kind of message.
COLOURS = {
    Accent.PLAIN: "#BC90D0",
    Accent.LIVE: "#FF7A6B",
    Accent.GLOW: "#FFB84D",
    Accent.PLUM: "#BC90D0",
    Accent.DONE: "#6FCF97",
    Accent.WARNING: "#FF7A6B",
}


class Painter:
    """Draws on `console`, in one language. `say` is `Translator.text`."""

    def __init__(self, console: Output, say: Say, language: str) -> None:
        self._console = console
        self._say = say
        self._language = language

    def words(self, key: str, **values: object) -> str:
        """A text of the terminal as plain characters."""
        return plain(self._say(key, self._language, **values))

    @property
    def language(self) -> str:
        return self._language

    def note(self, key: str, **values: object) -> None:
        """A line of the terminal itself, set apart from what the bot says."""
        self._hang(Text("· ", style="dim"), self._text(self._say(key, self._language, **values)))

    def message(self, shown: Shown) -> None:
        """A message of the bot; an answer that only one person sees stands in a box."""
        text = self._text(with_call(shown.message))
        colour = COLOURS[shown.message.accent]
        edited = f" ({self.words('local-edited')})" if shown.edited else ""
        if shown.private and not shown.direct:
            title = Text(self.words("local-only-you") + edited, style="dim")
            body = Group(text, *self._buttons(shown))
            self._print(Panel(body, title=title, title_align="left", border_style=colour, expand=False))
            return
        place = self.words("local-direct") if shown.direct else f"#{shown.channel.channel_id}"
        self._print(Text.assemble((BOT, f"bold {colour}"), (f" · {place}{edited}", "dim")))
        self._hang(Text("  "), Text("\n").join([text, *self._buttons(shown)]))

    def question(self, field: Field) -> None:
        """A field of a form: its label, its help, and what there is to pick."""
        self._print(
            Text.assemble((clean(field.label), "bold"), (f"  {clean(field.help)}" if field.help else "", "dim"))
        )
        for number, choice in enumerate(field.choices, 1):
            self._print(Text(f"  {number} {clean(choice.label)}"))
        if field.kind is FieldKind.YES_NO and not field.help and not field.value:
            self.note("local-form-say-yes-no")
        elif field.kind is FieldKind.CHOICES:
            self.note("local-form-say-choices")
        elif field.kind is FieldKind.FILE:
            self.note("local-form-say-file")

    def standing(self, field: Field) -> str:
        """What stands in the field, for its prompt; a longer text is drawn above it."""
        value = self.called(field, field.value)
        if len(value) <= LONGEST_IN_PROMPT and "\n" not in value:
            return value
        self._hang(Text("  "), Text(value))
        return "…"

    def called(self, field: Field, value: str) -> str:
        """A value of the field as people call it: labels instead of values."""
        if field.kind is FieldKind.YES_NO and value:
            return self.words("local-yes" if value == YES else "local-no")
        if not field.choices:
            return clean(value)
        several = value.split(",")
        return ", ".join(clean(choice.label) for choice in field.choices if choice.value in several)

    def title(self, text: str) -> None:
        """The heading of a form."""
        self._print(Text(clean(text), style=f"bold {COLOURS[Accent.GLOW]}"))

    def prompt(self, who: str, line: str | None = None) -> None:
        """The prompt, open for typing; or with the line that came through a pipe, so that the transcript reads well."""
        self._console.print(Text(who, style="dim"), end="", soft_wrap=True)
        if line is not None:
            self._console.print(Text(line), soft_wrap=True)

    def lift_prompt(self, before: str, after: str) -> None:
        """Wipe an open prompt away with all its lines, to draw something there; the cursor stands between the two."""
        last = self._row(before + after)
        wipe = (ControlType.ERASE_IN_LINE, 2)
        down = [(ControlType.CURSOR_DOWN, 1)] * (last - self._row(before))
        up = [move for _ in range(last) for move in ((ControlType.CURSOR_UP, 1), wipe)]
        self._console.control(Control(ControlType.CARRIAGE_RETURN, *down, wipe, *up))

    def put_prompt_back(self, who: str, before: str, after: str) -> None:
        """Draw an open prompt anew, with what was typed before the cursor and after it."""
        self.prompt(who)
        self._console.print(Text(before + after), end="", soft_wrap=True)
        if (before + after) and cell_len(who + before + after) % self._console.width == 0:
            self._console.print()  # a full row: the cursor already stands on the next one
        if after:
            up = [(ControlType.CURSOR_UP, 1)] * (self._row(who + before + after) - self._row(who + before))
            column = cell_len(who + before) % self._console.width
            right = [(ControlType.CURSOR_FORWARD, column)] if column else []
            self._console.control(Control(ControlType.CARRIAGE_RETURN, *up, *right))

    def _row(self, shown: str) -> int:
        """On which row of the screen the end of it stands, counted from where it begins."""
        return cell_len(shown) // max(1, self._console.width)

    def end_line(self) -> None:
        """Leave the line of an open prompt."""
        self._console.print()

    def role(self, person: Person) -> str:
        """What the person is called in the prompt."""
        return self.words(f"role-{person.role.name.lower()}")

    @property
    def _width(self) -> int:
        return min(WIDTH, self._console.width)

    def _text(self, markup: Markup) -> Text:
        return self._console.text(markup)

    def _buttons(self, shown: Shown) -> list[Text]:
        by_place = list(numbered(shown.buttons).items())
        lines: list[Text] = []
        for row in _rows(shown.message.actions):
            mine, by_place = by_place[: len(row)], by_place[len(row) :]
            labels = [_button(number, action) for number, action in mine]
            lines += map(Text, _lines(labels, self._width - FRAME, " " if is_scale(row) else GAP))
        return lines

    def _hang(self, first: Text, text: Text) -> None:
        """The lines of `text` beside what stands before the first of them, with nothing behind the last word."""
        for number, line in enumerate(text.wrap(self._console, self._width - len(first))):
            line.rstrip()
            before = first if number == 0 else Text(" " * len(first))
            self._print(Text.assemble(before, line) if line.plain or number == 0 else Text())

    def _print(self, what: RenderableType) -> None:
        self._console.print(what, width=self._width, highlight=False)


def _rows(rows: Sequence[Sequence[Action]]) -> Iterator[Sequence[Action]]:
    """The rows of a message; a scale that other networks must break over several is one again."""
    for scale, some in groupby(rows, key=is_scale):
        if scale:
            yield [action for row in some for action in row]
        else:
            yield from some


def _lines(buttons: Sequence[str], width: int, gap: str) -> Iterator[str]:
    """A row of buttons in as many lines as it takes, none torn in two while it fits a line of its own."""
    line = ""
    for button in buttons:
        if line and len(line) + len(gap) + len(button) > width:
            yield line
            line = ""
        line = f"{line}{gap}{button}" if line else button
    yield line


def _button(number: int, action: Action) -> str:
    """What presses it, and its label where that says something else."""
    link = f" → {clean(action.url)}" if action.url else ""
    label = clean(action.label).strip()
    return f"[{label}]{link}" if label == str(number) else f"[{number}] {label}{link}"
