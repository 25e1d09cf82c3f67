"""The demo as people see it: its text in a pipe, its picture for the README."""

import io
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from bot.demo.play import show_demo
from bot.platforms.local.console import Output

PICTURE = Path(__file__).parents[1] / "snapshots" / "demo" / "demo.svg"
WIDTH = 80

_GROUND, _INK, _RAISED, _QUIET = (27, 27, 58), (255, 247, 238), (38, 38, 79), (185, 182, 211)
_GLOW, _CORAL, _PLUM, _LEAF = (255, 184, 77), (255, 122, 107), (188, 144, 208), (111, 207, 151)
_DUSK = TerminalTheme(_GROUND, _INK, [_RAISED, _CORAL, _LEAF, _GLOW, _QUIET, _PLUM, _QUIET, _INK])
# Fonts from elsewhere would not be loaded within a page anyway.
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


async def piped(language: str) -> str:
    """What `afterglow demo` writes into a pipe."""
    file = io.StringIO()
    await show_demo(Output(file=file, width=WIDTH), language, seconds=0)
    return file.getvalue().rstrip("\n")


async def coloured(language: str) -> str:
    """The same in a terminal with every colour, without pauses."""
    file = io.StringIO()
    console = Output(file=file, width=WIDTH, force_terminal=True, color_system="truecolor", legacy_windows=False)
    await show_demo(console, language, seconds=0)
    return file.getvalue()


def draw(text: str) -> str:
    """The 48 hours and what came of them as an SVG, from what a terminal was sent."""
    console = Output(file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="truecolor")
    lines = text.split("\n")
    console.print(Text.from_ansi("\n".join(lines[_start(lines) :]).rstrip()), soft_wrap=True)
    return console.export_svg(title="afterglow demo", theme=_DUSK, code_format=_FORMAT, unique_id="afterglow")


def _start(lines: list[str]) -> int:
    """Where the third chapter begins: the first two are left out of the picture."""
    return [number for number, line in enumerate(lines) if "── " in line][2]


@cache
def words_in(svg: str) -> str:
    """The words of a picture, without spaces and lines."""
    root = ElementTree.fromstring(svg)
    texts = root.iter("{http://www.w3.org/2000/svg}text")
    return "".join("".join(text.itertext()) for text in texts).replace("\xa0", "").replace(" ", "")
