"""What somebody wrote, as it is kept: without signs that nobody sees, and nothing where there is nothing to read."""

import re
import unicodedata
from typing import Final

from bot.text.markup import clean

_JOINERS: Final = "\u200c\u200d"
"""Some writing needs them, and so do emoji of several people."""

_MARKS_IN_A_ROW: Final = 4
_BLANK_LINES: Final = re.compile(r"\n{3,}")


def in_a_line(text: str) -> str:
    """Words for one line; "" where there is nothing to read."""
    return " ".join(in_lines(text).split())


def in_lines(text: str) -> str:
    """The same of several lines, with one empty line between them at most."""
    kept = "".join(_readable(clean(text)))
    if not any(unicodedata.category(sign)[0] in "LNS" for sign in kept):
        return ""
    lines = (line.strip() for line in kept.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def _readable(text: str) -> list[str]:
    """Signs that stand for something; of marks that pile up on a letter those that writing needs."""
    found: list[str] = []
    marks = 0
    for sign in text:
        kind = unicodedata.category(sign)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if (kind == "Cf" and sign not in _JOINERS) or marks > _MARKS_IN_A_ROW:
            continue
        found.append(sign)
    return found
