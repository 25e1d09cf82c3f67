"""Inline keyboards: how a message's actions are laid out as Telegram's buttons."""

from collections.abc import Iterator, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.model.messages import Action, ActionStyle, in_even_parts

WIDE = 2
"""Buttons in a row when their labels are words: more are cut off on a phone."""
NARROW = 6
"""Buttons in a row when their labels are scores or stars."""
_SHORT = 3
_HALF = 20
"""What half the width of a phone shows of a label; a longer one has a row to itself."""

_STYLES = {ActionStyle.MAIN: "primary", ActionStyle.DANGER: "danger"}


def keyboard(rows: Sequence[Sequence[Action]]) -> InlineKeyboardMarkup | None:
    """The buttons under a message; None when it has none."""
    laid_out = [[_button(action) for action in part] for row in rows for part in _broken(row)]
    return InlineKeyboardMarkup(laid_out) if laid_out else None


def _broken(row: Sequence[Action]) -> Iterator[Sequence[Action]]:
    """A row in parts that fit a phone; eleven scores become 6 + 5, not 6 + 4 + 1."""
    start = 0
    for place, action in enumerate(row):
        if len(action.label) > _HALF:
            yield from _evenly(row[start:place])
            yield (action,)
            start = place + 1
    yield from _evenly(row[start:])


def _evenly(row: Sequence[Action]) -> Iterator[Sequence[Action]]:
    most = NARROW if all(len(action.label) <= _SHORT for action in row) else WIDE
    return in_even_parts(row, most)


def _button(action: Action) -> InlineKeyboardButton:
    if action.url is not None:
        return InlineKeyboardButton(action.label, url=action.url)
    return InlineKeyboardButton(action.label, callback_data=action.token, style=_STYLES.get(action.style))
