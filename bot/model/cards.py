"""What a picture says: small frozen parts, all words already in the reader's language."""

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """How somebody likes to see cards: as a picture on dark or light ground, or as text alone."""

    DARK = "dark"
    LIGHT = "light"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CardTier:
    """The tier that somebody has reached."""

    name: str


@dataclass(frozen=True, slots=True)
class CardFigure:
    """A number worth seeing and what it counts: "12" and "streams"; `main`: the one that people ask for first."""

    value: str
    label: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class CardBadge:
    """A badge that somebody has: its emoji (or nothing) and its title."""

    emoji: str
    title: str


@dataclass(frozen=True, slots=True)
class CardGoal:
    """What comes next: its title, how much of it is done, and in words what is left: "2 more streams"."""

    title: str
    left: str
    done: float
    of: float

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        return min(1.0, max(0.0, self.done / self.of)) if self.of > 0 else 1.0


CardPart = CardTier | CardFigure | CardBadge | CardGoal
"""What a plugin may add to somebody's card."""


@dataclass(frozen=True, slots=True)
class ProfileCard:
    """Who somebody is here. `community` and `day` stand in the corner: where and when it was so."""

    name: str
    since: str
    community: str
    day: str
    tier: CardTier | None = None
    figures: tuple[CardFigure, ...] = ()
    badges: tuple[CardBadge, ...] = ()
    goal: CardGoal | None = None


@dataclass(frozen=True, slots=True)
class RankingRow:
    """One place: `value` is what its bar shows, `words` says the same; `own`: it is the reader's."""

    place: int
    name: str
    value: float
    words: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class RankingCard:
    """The first places, best first; the last row may be the reader's own, far below the others."""

    title: str
    community: str
    day: str
    rows: tuple[RankingRow, ...]


@dataclass(frozen=True, slots=True)
class HallEntry:
    """Somebody in the hall of fame: what for (an emoji and a title) and since when, in words."""

    name: str
    emoji: str
    title: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class HallCard:
    """The hall of fame, the newest or greatest first."""

    title: str
    community: str
    day: str
    entries: tuple[HallEntry, ...]


Card = ProfileCard | RankingCard | HallCard
"""Whatever a picture can be made of."""
