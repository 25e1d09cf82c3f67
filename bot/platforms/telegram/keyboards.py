"""Inline keyboards: how a message's actions are laid out as Telegram's buttons."""

from collections.abc import Iterator, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.model.messages import Action, ActionStyle

WIDE = 2
"""Buttons in a row when their labels are words: more are cut off on a phone."""
NARROW = 6
"""Buttons in a row when their labels are scores or stars."""
_SHORT = 3

_STYLES = {ActionStyle.MAIN: "primary", ActionStyle.DANGER: "danger"}


def keyboard(rows: Sequence[Sequence[Action]]) -> InlineKeyboardMarkup | None:
    """The buttons under a message; None when it has none."""
    laid_out = [[_button(action) for action in part] for row in rows for part in _broken(row)]
    return InlineKeyboardMarkup(laid_out) if laid_out else None


def _broken(row: Sequence[Action]) -> Iterator[Sequence[Action]]:
    """A row in parts that fit a phone; eleven scores become 6 + 5, not 6 + 4 + 1."""
    if not row:
        return
    most = NARROW if all(len(action.label) <= _SHORT for action in row) else WIDE
    count = -(-len(row) // most)
    size = -(-len(row) // count)
    for start in range(0, len(row), size):
        yield row[start : start + size]


def _button(action: Action) -> InlineKeyboardButton:
    if action.url is not None:
        return InlineKeyboardButton(action.label, url=action.url)
    return InlineKeyboardButton(action.label, callback_data=action.token, style=_STYLES.get(action.style))
