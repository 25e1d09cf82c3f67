"""What a picture says: small frozen parts, all words already in the reader's language."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct


class Look(StrEnum):
    """How somebody likes to see cards: as a picture on dark or light ground, or as text alone."""

    DARK = "dark"
    LIGHT = "light"
    TEXT = "text"


class CardTier(Struct, frozen=True):
    """The tier that somebody has reached."""

    name: str


class CardFigure(Struct, frozen=True):
    """A number worth seeing and what it counts: "12" and "streams"; `main`: the one that people ask for first."""

    value: str
    label: str
    main: bool = False


class CardBadge(Struct, frozen=True):
    """A badge that somebody has: its emoji (or nothing) and its title."""

    emoji: str
    title: str


class CardGoal(Struct, frozen=True):
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


class ProfileCard(Struct, frozen=True):
    """Who somebody is here. `community` and `day` stand in the corner: where and when it was so."""

    name: str
    since: str
    community: str
    day: str
    tier: CardTier | None = None
    figures: tuple[CardFigure, ...] = ()
    badges: tuple[CardBadge, ...] = ()
    goal: CardGoal | None = None


class RankingRow(Struct, frozen=True):
    """One place: `value` is what its bar shows, `words` says the same; `own`: it is the reader's."""

    place: int
    name: str
    value: float
    words: str
    own: bool = False


class RankingCard(Struct, frozen=True):
    """The first places, best first; the last row may be the reader's own, far below the others."""

    title: str
    community: str
    day: str
    rows: tuple[RankingRow, ...]


class HallEntry(Struct, frozen=True):
    """Somebody in the hall of fame: what for (an emoji and a title) and since when, in words."""

    name: str
    emoji: str
    title: str
    day: str = ""


class HallCard(Struct, frozen=True):
    """The hall of fame, the newest or greatest first."""

    title: str
    community: str
    day: str
    entries: tuple[HallEntry, ...]


class ChartRow(Struct, frozen=True):
    """One answer: `value` is what its bar shows, `words` say the same ("12 votes · 48 %"); `won`: it is lit.

    `interval`: between which values the truth may lie, where the value is an estimate.
    """

    label: str
    value: float
    words: str
    won: bool = False
    interval: tuple[float, float] | None = None


class ChartCard(Struct, frozen=True):
    """A poll's bars, from zero. `note` is a line below: "25 of 40 people who were there voted".

    `full` is the value of a bar that fills its track; None: that of the longest bar.
    """

    title: str
    community: str
    day: str
    rows: tuple[ChartRow, ...]
    note: str = ""
    full: float | None = None


class Mood(StrEnum):
    """What an answer on a scale says: in which colour it is shown."""

    AGAINST = "against"
    NEITHER = "neither"
    FOR = "for"


class ScoreColumn(Struct, frozen=True):
    """One step of a scale: what it is called ("7", "3 ★") and how many chose it."""

    label: str
    count: int
    mood: Mood = Mood.NEITHER


class ScoreGroup(Struct, frozen=True):
    """Steps side by side that count as one: "Detractors" and "6 · 24 %", below the columns of their mood."""

    label: str
    words: str
    mood: Mood


class ScorePoint(Struct, frozen=True):
    """The score at one time: the day in words, the score as a number and in words, and between what it may lie."""

    day: str
    value: float
    words: str
    interval: tuple[float, float] | None = None


class ScoreCard(Struct, frozen=True):
    """A scale's answers: the score ("+42") and its margin ("± 11") large, `about` in words what it is, a column a step.

    `over_time` are the scores of several times, oldest first, drawn between the ends of the scale, `least` and `most`.
    """

    title: str
    community: str
    day: str
    score: str
    margin: str
    about: str
    columns: tuple[ScoreColumn, ...]
    groups: tuple[ScoreGroup, ...] = ()
    note: str = ""
    over_time: tuple[ScorePoint, ...] = ()
    least: float = -100.0
    most: float = 100.0


class InviteCard(Struct, frozen=True):
    """An invitation by somebody: their name, one sentence, and the way in.

    `address` is what the square code leads to; `code` is what people type or read instead.
    """

    name: str
    sentence: str
    address: str
    code: str
    community: str
    day: str


Card = ProfileCard | RankingCard | HallCard | ChartCard | ScoreCard | InviteCard
"""Whatever a picture can be made of."""

KINDS: Final[Mapping[str, type[Card]]] = {
    "profile": ProfileCard,
    "leaderboard": RankingCard,
    "hall": HallCard,
    "chart": ChartCard,
    "score": ScoreCard,
    "invite": InviteCard,
}
"""What each kind is called where it is stored, and as a file."""


def kind_of(card: Card) -> str:
    """What the card's kind is called."""
    return next(name for name, kind in KINDS.items() if type(card) is kind)


def in_words(card: Card) -> str:
    """What a picture of answers or an invitation says, by its own words, for who cannot see it; "" for the others."""
    match card:
        case ChartCard():
            said = [card.title, *(f"{row.label}: {row.words}" for row in card.rows), card.note]
        case ScoreCard():
            groups = [f"{group.label}: {group.words}" for group in card.groups]
            columns = [f"{column.label}: {column.count}" for column in card.columns]
            times = [f"{point.day}: {point.words}" for point in card.over_time]
            score = f"{card.score} {card.margin}".strip()
            said = [card.title, score, card.about, card.note, *groups, *columns, *times]
        case InviteCard():
            said = [f"{card.name} {card.sentence}", card.code, card.address]
        case _:
            said = []
    return "\n".join(part for part in said if part)
