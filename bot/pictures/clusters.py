"""Names taken apart into what a reader takes for one sign, and cleaned of what would break a picture."""

import unicodedata
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 160
"""Signs of a text that are looked at; no line of a picture holds more."""

_READ: Final = 2000  # characters that are looked at for so many signs
_MARKS: Final = 3  # on one sign: more than any script needs, fewer than a tower of them
_JOINER, _NON_JOINER, _EMOJI_STYLE, _TEXT_STYLE = "\u200d", "\u200c", "\ufe0f", "\ufe0e"


def clusters(text: str) -> tuple[str, ...]:
    """The signs of `text` in their order, without control characters, overrides of direction and towers of marks."""
    found: list[str] = []
    for sign in _signs(unicodedata.normalize("NFC", text[:_READ])):
        if sign == " " and (not found or found[-1] == " "):
            continue
        found.append(sign)
        if len(found) == LONGEST:
            break
    while found and found[-1] == " ":
        found.pop()
    return tuple(found)


def is_emoji_style(cluster: str) -> bool:
    """Whether a sign asks to be shown as an emoji though it may be text: a heart, a digit in a box."""
    return _EMOJI_STYLE in cluster


def bare(cluster: str) -> str:
    """The sign without what only chooses between text and emoji."""
    return cluster.replace(_EMOJI_STYLE, "").replace(_TEXT_STYLE, "")


def _signs(text: str) -> Iterator[str]:
    sign, marks = "", 0
    for char in map(_cleaned, text):
        if not char:
            continue
        if sign and _continues(sign, char):
            marks += unicodedata.category(char)[0] == "M" and char not in (_EMOJI_STYLE, _TEXT_STYLE)
            if marks <= _MARKS:
                sign += char
            continue
        if sign:
            yield sign
        # What can only follow something has nothing to follow here.
        sign, marks = ("" if _follows(char) else char), 0
    if sign:
        yield sign


def _cleaned(char: str) -> str:
    """The character; a space for whatever separates; nothing for what cannot be seen or says how to draw."""
    if char in (_JOINER, _NON_JOINER) or "\U000e0020" <= char <= "\U000e007f":
        return char
    category = unicodedata.category(char)
    if category in ("Zs", "Zl", "Zp") or char in "\t\n\v\f\r\x85":
        return " "
    return "" if category in ("Cc", "Cf", "Co", "Cs") or char in _BLANK else char


_BLANK: Final = "\u3164\uffa0\u115f\u1160\u2800"
"""Letters that look like nothing, which people take for a name without one."""


def _continues(sign: str, char: str) -> bool:
    if _follows(char):
        return sign != " "
    if sign[-1] == _JOINER:
        return _is_pictorial(char)
    return _is_flag_letter(char) and len(sign) == 1 and _is_flag_letter(sign)


def _follows(char: str) -> bool:
    """Whether it belongs to what stands before it: marks, joiners, colours of skin, what flags are spelt with."""
    tag = "\U000e0020" <= char <= "\U000e007f"
    skin = "\U0001f3fb" <= char <= "\U0001f3ff"
    return tag or skin or char in (_JOINER, _NON_JOINER) or unicodedata.category(char)[0] == "M"


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_pictorial(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sm", "Cn") or char >= "\U0001f000"
