"""How fast the bot may ask Telegram for things: what may leave when, reckoned without waiting for it.

Telegram publishes only that messages should stay under 30 a second, 20 a minute in a group and about one a second in a
private chat (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). Reads, matters of
members and answers to presses have rows of their own here, so that neither a crowd of them nor a crowd of messages
keeps the other waiting.
"""

from bisect import bisect_right, insort
from collections import OrderedDict
from enum import Enum, StrEnum, auto

from telegram.error import TelegramError

_ALL, _UNASKED = 0, 1
"""The two lanes of a row: the second holds what nobody waits for, and is narrower."""


class Kind(StrEnum):
    """What is asked for."""

    SEND = auto()  # messages, new and edited
    READ = auto()
    ANSWER = auto()  # to presses
    MANAGE = auto()  # members, links, menus: all else that changes something


_A_SECOND = {
    Kind.SEND: ((_ALL, 30), (_UNASKED, 24)),
    Kind.READ: ((_ALL, 20), (_UNASKED, 20)),
    Kind.ANSWER: ((_ALL, 30), (_UNASKED, 30)),
    Kind.MANAGE: ((_ALL, 10), (_UNASKED, 10)),
}
_GROUP = {_ALL: (20, 60.0), _UNASKED: (15, 60.0)}
_PRIVATE = {_ALL: (10, 10.0), _UNASKED: (3, 3.0)}
"""One a second, with room for a small burst: a person who presses is answered at once."""


class Urgency(Enum):
    """How long it may wait (seconds), and that a share of the messages is kept for what people wait for."""

    REPLY = 5.0
    BULK = 1.0
    REST = 50.0  # of a message whose beginning is out


class HeldBackError(TelegramError):
    """It was not sent: it would have waited too long. It may go in `wait` seconds."""

    def __init__(self, wait: float) -> None:
        super().__init__(f"held back for {wait:.0f} s to stay within Telegram's limits")
        self.wait = wait


class Window:
    """So many in any so many seconds."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._moments: list[float] = []

    def free_at(self, now: float) -> float:
        """The first moment from `now` on at which there is room for one more, also beside what is booked later."""
        at = now
        while (blocker := self._blocker(at)) is not None:
            at = blocker + self._seconds
        return at

    def book(self, at: float, now: float) -> None:
        """One goes at `at`."""
        insort(self._moments, at)
        if self._moments[0] <= now - self._seconds:
            del self._moments[: bisect_right(self._moments, now - self._seconds)]

    def is_idle(self, now: float) -> bool:
        """Whether it says nothing any more."""
        return not self._moments or self._moments[-1] <= now - self._seconds

    def _blocker(self, at: float) -> float | None:
        """The first of those that, together with one at `at`, would be too many."""
        place = bisect_right(self._moments, at)
        for start in range(max(0, place - self._most), min(place, len(self._moments) - self._most) + 1):
            first, last = self._moments[start], self._moments[start + self._most - 1]
            if max(last, at) < min(first, at) + self._seconds:
                return first
        return None


class Pace:
    """The rows, and what Telegram itself has stopped. A stop ends when it is over and never before."""

    REMEMBERED = 5000  # chats

    def __init__(self) -> None:
        self._everything = {(kind, lane): Window(most, 1.0) for kind, both in _A_SECOND.items() for lane, most in both}
        self._chats: OrderedDict[tuple[int, int], Window] = OrderedDict()
        self._stops: dict[tuple[Kind, int | None], float] = {}

    def book(self, kind: Kind, chat: int | None, urgency: Urgency, now: float) -> float:
        """When to ask for it: the moment is taken then. Raises HeldBackError where that is too far away."""
        windows = self._windows(kind, chat, urgency, now)
        at = max(now, self._stopped_until(kind, chat, now))
        while (later := max(window.free_at(at) for window in windows)) > at:
            at = later
        if at - now > urgency.value:
            raise HeldBackError(at - now)
        for window in windows:
            window.book(at, now)
        return at

    def check(self, kind: Kind, chat: int | None, now: float) -> None:
        """Raises HeldBackError where Telegram stopped it after it was booked."""
        until = self._stopped_until(kind, chat, now)
        if until > now:
            raise HeldBackError(until - now)

    def stop(self, kind: Kind, chat: int | None, now: float, seconds: float) -> None:
        """Telegram said to wait. It does not say with what: a second chat that hears so means all of them."""
        other = any(of is kind and where != chat and until > now for (of, where), until in self._stops.items())
        for where in (chat, None) if other else (chat,):
            self._stops[kind, where] = max(self._stops.get((kind, where), now), now + seconds)

    def _stopped_until(self, kind: Kind, chat: int | None, now: float) -> float:
        for key in [key for key, until in self._stops.items() if until <= now]:
            del self._stops[key]
        return max(self._stops.get((kind, chat), now), self._stops.get((kind, None), now))

    def _windows(self, kind: Kind, chat: int | None, urgency: Urgency, now: float) -> list[Window]:
        lanes = (_ALL, _UNASKED) if urgency is Urgency.BULK else (_ALL,)
        windows = [self._everything[kind, lane] for lane in lanes]
        if kind is Kind.SEND and chat is not None:
            windows += [self._chat(chat, lane, now) for lane in lanes]
        return windows

    def _chat(self, chat: int, lane: int, now: float) -> Window:
        window = self._chats.get((chat, lane))
        if window is None:
            window = self._chats[chat, lane] = Window(*(_GROUP if chat < 0 else _PRIVATE)[lane])
        self._chats.move_to_end((chat, lane))
        while len(self._chats) > self.REMEMBERED and next(iter(self._chats.values())).is_idle(now):
            self._chats.popitem(last=False)
        return window
