"""A badge's rules put together condition by condition."""

import re

from bot.api import Badge, Condition, Rule, Together, UserError, folded

MOST_CONDITIONS = 6
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def conditions(badge: Badge) -> int:
    """How many conditions its levels have together."""
    return sum(len(Together.of(level).parts) for level in badge.levels)


def can_be_turned(badge: Badge) -> bool:
    """Whether it makes a difference if any condition of the last level is enough."""
    return bool(badge.levels) and len(Together.of(badge.levels[-1]).parts) > 1


def with_condition(badge: Badge, level: int, condition: Condition) -> Badge:
    """The condition joined to the others of a level (counted from 1), or a level of its own behind the last one.

    Raises UserError for a level that has enough of them.
    """
    if level > len(badge.levels):
        return _with_levels(badge, [*badge.levels, condition])
    before = Together.of(badge.levels[level - 1])
    if condition in before.parts:  # the button was pressed twice
        return badge
    if len(before.parts) >= MOST_CONDITIONS:
        raise UserError("badges-enough-conditions", limit=MOST_CONDITIONS)
    levels = list(badge.levels)
    levels[level - 1] = before.plus(condition).rule or condition
    return _with_levels(badge, levels)


def without_last(badge: Badge) -> Badge:
    """Without the last condition of the last level; a level without any goes as well."""
    *levels, last = badge.levels
    rest = Together.of(last).without_last().rule
    return _with_levels(badge, levels if rest is None else [*levels, rest])


def turned(badge: Badge, *, any_of: bool) -> Badge:
    """The last level's conditions are all needed, or any of them is enough."""
    *levels, last = badge.levels
    return _with_levels(badge, [*levels, Together.of(last).turned(any_of=any_of).rule or last])


def _with_levels(badge: Badge, levels: list[Rule]) -> Badge:
    by_hand = badge.by_hand or not levels  # one that nothing gives, people give
    return Badge.model_validate({**badge.model_dump(), "levels": tuple(levels), "by_hand": by_hand})


def named_after(title: str, taken: set[str]) -> str:
    """A name that can be typed, made of what the badge is called."""
    base = _NOT_IN_NAMES.sub("-", folded(title)).strip("-")[:20].rstrip("-")
    base = base if base[:1].isalpha() else f"badge-{base}".rstrip("-")
    number, name = 2, base
    while name in taken:
        number, name = number + 1, f"{base}-{number}"
    return name
