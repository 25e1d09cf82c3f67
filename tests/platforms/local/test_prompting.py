"""What comes in while somebody types stands above the prompt, and what they typed stays as it was, cursor and all."""

import asyncio
import io
import re

import pytest

from bot.platforms.local.console import Output
from bot.platforms.local.drawing import Painter
from bot.platforms.local.lines import Typed
from bot.platforms.local.prompting import Prompter
from bot.text.translator import Translator

WIDTH = 20
PROMPT = "Ema > "
MOVES = re.compile(r"\x1b\[(\d*)([A-Za-z])|(.)", re.DOTALL)


class Keyboard:
    """Somebody in the middle of a line, whose terminal shows it by itself."""

    are_typed = show_prompts = True
    are_waiting = False

    def __init__(self, typed: Typed) -> None:
        self.typed = typed
        self.asked = asyncio.Event()

    def start(self) -> None: ...

    def close(self) -> None: ...

    async def next(self, prompt: str) -> str | None:
        self.asked.set()
        await asyncio.Event().wait()
        return None


class Glass:
    """The screen of a terminal that obeys the few signs that are used: its rows, and where the cursor stands."""

    def __init__(self) -> None:
        self.rows = [""]
        self.row = self.column = 0

    def show(self, written: str) -> None:
        for count, move, sign in MOVES.findall(written):
            steps = int(count or 1)
            match move, sign:
                case "A", _:
                    self.row -= steps
                case "B", _:
                    self.row += steps
                case "C", _:
                    self.column += steps
                case "K", _:
                    self.rows[self.row] = ""
                case "m", _:
                    pass
                case _, "\r":
                    self.column = 0
                case _, "\n":
                    self._next_row()
                case _:
                    self._put(sign)

    def _put(self, sign: str) -> None:
        if self.column == WIDTH:
            self._next_row()
        row = self.rows[self.row].ljust(self.column)
        self.rows[self.row] = row[: self.column] + sign + row[self.column + 1 :]
        self.column += 1

    def _next_row(self) -> None:
        self.row, self.column = self.row + 1, 0
        if self.row == len(self.rows):
            self.rows.append("")


@pytest.mark.parametrize(
    ("before", "after", "cursor"),
    [
        ("", "", (0, 6)),
        ("hello", "", (0, 11)),
        ("he", "llo", (0, 8)),
        ("", "a line of three rows, really so", (0, 6)),
        ("a line of three rows, really so", "", (1, 17)),
        ("a line of three", " rows, really so", (1, 1)),
        ("exactly a row.", "", (1, 0)),
        ("exactly", " a row.", (0, 13)),
    ],
)
async def test_a_message_stands_above_the_line_and_the_cursor_stays(
    before: str, after: str, cursor: tuple[int, int], translator: Translator
) -> None:
    written, glass, keyboard = io.StringIO(), Glass(), Keyboard(Typed(before, after))
    console = Output(file=written, width=WIDTH, force_terminal=True, no_color=True, _environ={"TERM": "xterm"})
    painter = Painter(console, translator.text, "en")
    prompter = Prompter(painter, keyboard)
    reading = asyncio.create_task(prompter.read(PROMPT))
    await keyboard.asked.wait()
    painter.put_prompt_back(PROMPT, before, after)  # as readline does
    glass.show(written.getvalue())
    assert (glass.row, glass.column) == cursor

    written.seek(0)
    written.truncate()
    with prompter.aside():
        painter.title("News")
    glass.show(written.getvalue())
    line = PROMPT + before + after
    rows = [line[start : start + WIDTH] for start in range(0, len(line), WIDTH)]
    assert [row for row in glass.rows if row] == ["News", *rows]
    assert (glass.row, glass.column) == (cursor[0] + 1, cursor[1])
    reading.cancel()
