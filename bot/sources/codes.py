"""Codes by which somebody claims their name in a chat, told apart from what people otherwise write."""

import re
from collections import deque
from datetime import datetime, timedelta

from bot.model.identity import AccountRef

_CODE = re.compile(r"[0-9A-TV-Z]{4}[ -]?[0-9A-TV-Z]{4}")
"""Eight letters and digits, in one piece or in two; no U is among them, and O, I and L may stand for digits."""

_TELLING = re.compile(r"[0-9-]")
"""What is in a code as it is shown, and not in words: a hyphen, most often a digit."""

SPAN = timedelta(minutes=10)
TRIES = 5  # of one account in that span
ALL_TRIES = 300  # of everybody: a word of eight letters that a whole chat repeats must not fill the database


def code_in(text: str) -> str | None:
    """The code that a message consists of, or None: the one place that knows how codes look."""
    typed = text.strip().upper()
    found = _CODE.fullmatch(typed) and _TELLING.search(typed)
    return typed.replace(" ", "").replace("-", "") if found else None


class Tries:
    """Lets so many codes through as people type, and not what could guess them or fill the database."""

    def __init__(self) -> None:
        self._tries: deque[tuple[datetime, AccountRef]] = deque()

    def allow(self, account: AccountRef, now: datetime) -> bool:
        """Whether another try of that account is handed on."""
        while self._tries and self._tries[0][0] <= now - SPAN:
            self._tries.popleft()
        theirs = sum(1 for _, who in self._tries if who == account)
        if theirs >= TRIES or len(self._tries) >= ALL_TRIES:
            return False
        self._tries.append((now, account))
        return True
