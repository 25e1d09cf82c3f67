"""Going through what hosts were told: of a stretch of time, grouped by what it is about, the most urgent first."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from bot.api import (
    Background,
    Feeling,
    Group,
    Heard,
    Said,
    Urgency,
    UserError,
    base_language,
    feeling_of,
    grouped,
    heard,
    is_question,
    short_for,
    shortened,
    urgency_of,
)
from plugins.triage._stretches import KEPT, Stretch

MOST: Final = 3000
"""So many texts are gone through at once, the newest."""

QUOTES: Final = 2
QUOTED: Final = 140


class Piece(Struct, frozen=True):
    """One text, and how it sounds."""

    heard: Heard
    feeling: Feeling
    urgency: Urgency | None

    @property
    def mark(self) -> str:
        """What stands for it in a button."""
        return short_for(self.heard.name)


class Topic(Struct, frozen=True):
    """Texts about one thing, those that say the same side by side; the first resembles the most others.

    `quotes`: of so many of them, which are the first, `quoted`.
    """

    words: Sequence[str]
    pieces: Sequence[Piece]
    quotes: Sequence[str]
    quoted: int

    @property
    def mark(self) -> str:
        """What stands for it in a button: its first text."""
        return self.pieces[0].mark

    @property
    def urgency(self) -> Urgency | None:
        """The weightiest reason why one of them cannot wait."""
        return next((one for one in Urgency if one in {piece.urgency for piece in self.pieces}), None)

    @property
    def feeling(self) -> Feeling:
        """What more than half of them sound like."""
        many = {one: sum(piece.feeling is one for piece in self.pieces) for one in Feeling}
        return next((one for one in Feeling if many[one] * 2 > len(self.pieces)), Feeling.NEUTRAL)


class Triage(Struct, frozen=True):
    """All of a stretch of time. `aside`: what tells too little to be grouped."""

    topics: Sequence[Topic]
    aside: Sequence[Piece]

    @property
    def pieces(self) -> Sequence[Piece]:
        """All texts."""
        return [*(piece for topic in self.topics for piece in topic.pieces), *self.aside]


def people(pieces: Sequence[Piece]) -> tuple[int, int]:
    """How many people said that, and how many of the texts nobody knows whose they are."""
    named = [one.heard for one in pieces if one.heard.member_id is not None or one.heard.author]
    return len({(one.member_id, one.author.casefold()) for one in named}), len(pieces) - len(named)


async def gone_through(ctx: Background, time: Stretch) -> Triage:
    """All that the hosts were told in that time. To be asked before the first write."""
    found = [one for one in await heard(ctx, time.since) if _is_within(one, time)]
    found.sort(key=lambda one: (one.at or time.since, one.name))
    return await asyncio.to_thread(_sorted, found[-MOST:], base_language(ctx.community.language))


async def piece_of(ctx: Background, mark: str) -> Piece:
    """The one text that a button stands for. Raises UserError where it is gone, as with whoever said it."""
    found = next((one for one in await heard(ctx, ctx.now - KEPT) if short_for(one.name) == mark), None)
    if found is None:
        raise UserError("triage-gone")
    return piece(found)


def piece(one: Heard) -> Piece:
    """A text with how it sounds."""
    return Piece(one, feeling_of(one.text), urgency_of(one.text))


def _is_within(one: Heard, time: Stretch) -> bool:
    """Of a day that is over by then all of it, where nobody may know the moment."""
    if one.at is not None:
        return one.at >= time.since and (time.until is None or one.at < time.until)
    return one.day is not None and one.day >= time.since.date() and (time.until is None or one.day < time.until.date())


def _sorted(every: Sequence[Heard], language: str) -> Triage:
    pieces = {one.name: piece(one) for one in every}
    grouping = grouped([Said(one.name, one.text) for one in every], language)
    topics = [_topic(group, pieces) for group in grouping.groups]
    aside = [pieces[name] for alike in grouping.aside for name in alike.keys]
    topics.sort(key=_weight)
    return Triage(topics, aside)


def _topic(group: Group[str], pieces: Mapping[str, Piece]) -> Topic:
    quotes = [shortened(" ".join(alike.text.split()), QUOTED) for alike in group.said[:QUOTES]]
    quoted = sum(len(alike.keys) for alike in group.said[:QUOTES])
    return Topic(group.topic, [pieces[name] for name in group.keys], quotes, quoted)


def _weight(topic: Topic) -> tuple[int, int, bool, bool, float]:
    """What comes first: what is urgent, what many say, what waits for an answer, what asks, and what is newest."""
    texts = [piece.heard for piece in topic.pieces]
    waits = any(one.answer and not one.is_answered for one in texts)
    asks = any(is_question(one.text) for one in texts)
    newest = max((one.at.timestamp() for one in texts if one.at is not None), default=0.0)
    return _rank(topic.urgency), -len(texts), not waits, not asks, -newest


def _rank(urgency: Urgency | None) -> int:
    return len(Urgency) if urgency is None else list(Urgency).index(urgency)
