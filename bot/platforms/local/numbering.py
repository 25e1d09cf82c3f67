"""Numbering: which number presses which button."""

from collections.abc import Mapping, Sequence

from bot.model.messages import Action


def numbered(buttons: Sequence[Action]) -> Mapping[int, Action]:
    """The buttons, in their order, by the numbers that press them.

    A button whose label is a number is pressed by that number, so that 3 gives a 3. The others count from one and pass
    over what is taken.
    """
    own = _own_numbers(buttons)
    free = (number for number in range(1, len(buttons) * 2 + 1) if number not in own.values())
    return {own[place] if place in own else next(free): action for place, action in enumerate(buttons)}


def is_scale(row: Sequence[Action]) -> bool:
    """Whether every button of the row is labelled with a number, as scores are."""
    return bool(row) and all(_number(action) is not None for action in row)


def _own_numbers(buttons: Sequence[Action]) -> Mapping[int, int]:
    """The numbers that are labels, by the place of their button; of two that are the same only the first counts."""
    own: dict[int, int] = {}
    for place, action in enumerate(buttons):
        number = _number(action)
        if number is not None and number not in own.values():
            own[place] = number
    return own


def _number(action: Action) -> int | None:
    label = action.label.strip()
    return int(label) if label.isdecimal() else None
