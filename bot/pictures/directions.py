"""Which way each sign of a line is read, by the rules of Unicode for lines without explicit embeddings."""

import unicodedata
from collections.abc import Sequence
from typing import Final

_STRONG: Final = ("L", "R")
_NEUTRAL: Final = ("ON", "WS", "B", "S", "BN")


def levels(signs: Sequence[str]) -> list[int]:
    """A level for each sign: even ones are read from the left, odd ones from the right.

    UAX 9 without its explicit codes, which names are cleaned of, and without paired brackets: a bracket goes the way of
    what stands around it.
    """
    kinds = [unicodedata.bidirectional(sign[0]) or "L" for sign in signs]
    base = next((0 if kind == "L" else 1 for kind in kinds if kind in ("L", "R", "AL")), 0)
    start = "R" if base else "L"
    _weak(kinds, start)
    _neutral(kinds, start)
    return [_level(kind, base) for kind in kinds]


def in_visual_order(levels: Sequence[int]) -> list[int]:
    """The places of runs with these levels from left to right."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def _weak(kinds: list[str], start: str) -> None:
    """Marks and numbers (W1 to W7)."""
    before, strong = start, start
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        before = kinds[place] = kind
    for place, kind in enumerate(kinds):
        if kind in ("ES", "CS") and 0 < place < len(kinds) - 1 and kinds[place - 1] == kinds[place + 1]:
            number = kinds[place - 1]
            if number == "EN" or (number == "AN" and kind == "CS"):
                kinds[place] = number
    _signs_of_numbers(kinds)
    strong = start
    for place, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kinds[place] = "L" if kind == "L" else "R"
        elif kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _signs_of_numbers(kinds: list[str]) -> None:
    """A currency or per cent sign goes with the number beside it."""
    for places in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = -1 if places.step > 0 else 1
        for place in places:
            if kinds[place] == "ET" and kinds[place + step] == "EN":
                kinds[place] = "EN"


def _neutral(kinds: list[str], start: str) -> None:
    """What has no direction takes that of both its sides, else that of the line (N1, N2)."""
    place = 0
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > place:
            left = _side(kinds[place - 1]) if place else start
            right = _side(kinds[end]) if end < len(kinds) else start
            kinds[place:end] = [left if left == right else start] * (end - place)
        place = max(end, place + 1)


def _side(kind: str) -> str:
    return kind if kind in _STRONG else "R"


def _level(kind: str, base: int) -> int:
    if kind == "L":
        return base + base % 2
    if kind == "R":
        return base + (base + 1) % 2
    return base + 2 - base % 2  # a number
