"""What a recap says before anybody puts it better: what was counted, thanks, what was asked about, moments."""

import asyncio
import math
from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Background,
    Group,
    Markup,
    NoteKind,
    People,
    Preferences,
    Said,
    Stream,
    Streams,
    contributed,
    counts_for,
    grouped,
    has_word,
    in_language,
    plain,
    shortened,
    times,
)
from plugins.streams._common import lasted, span
from plugins.streams._control import counts
from plugins.streams._tables import questions

LONGEST: Final = 1500
NOTES: Final = 10
NAMES: Final = 10
TOPICS: Final = 3
ASKERS: Final = 2
"""What one person alone asked is nobody's business but the hosts'."""

SHARE: Final = 0.1
"""So many of those who asked anything make what they asked about worth a line: of a crowd a handful are not "you"."""


class Draft(Struct, frozen=True):
    """A recap in one language. `text`: "" where there is nothing to tell; `names`: of those who are thanked in it.

    `people`: so many it tells of.
    """

    language: str
    text: str
    names: Sequence[str] = ()
    people: int = 0


async def drafted(ctx: Background, stream: Stream, language: str) -> Draft:
    """The draft in that language; asks other plugins, so it comes before the first write."""
    return await _drafted(in_language(ctx, language), stream)


async def told_of(ctx: Background, stream: Stream) -> int:
    """Of how many it would tell now: of another number once somebody is forgotten, or does not want to be shown."""
    _, people = await counts(ctx, stream, ctx.language)
    return people + len(await _thanked(ctx, stream))


async def _drafted(ctx: Background, stream: Stream) -> Draft:
    summed, people = await counts(ctx, stream, ctx.language)
    notes = await ctx.use(Streams).notes(stream.id)
    if not people and not notes:
        return Draft(ctx.language, "")
    took, known = span(ctx, stream, ctx.language), lasted(stream, ctx.now) >= 60  # less: only its first moment was seen
    lines = [ctx.t("streams-recap-counts", counts=summed, lasted=took, known=known)] if people else []
    thanked = await _thanked(ctx, stream)
    if thanked:
        lines.append(ctx.t("streams-recap-thanks", names=times.names(thanked[:NAMES], ctx.language)))
    lines += await _asked(ctx, stream)
    lines += _moments(ctx, [note.text for note in notes if note.kind is NoteKind.NOTE])
    lines += await contributed(ctx, "recap", stream)
    text = shortened("\n".join(map(plain, lines)), LONGEST)
    return Draft(ctx.language, text, thanked[:NAMES], people + len(thanked))


def _moments(ctx: Background, moments: Sequence[str]) -> list[Markup]:
    lines = [ctx.t("streams-recap-moments")] if moments else []
    lines += [ctx.t("streams-recap-moment", text=text) for text in moments[:NOTES]]
    if (more := len(moments) - NOTES) > 0:
        lines.append(ctx.t("streams-recap-more", count=more))
    return lines


async def _thanked(ctx: Background, stream: Stream) -> list[str]:
    """Who got a shout-out, each once, but nobody who asked not to be shown."""
    people, preferences = ctx.use(People), ctx.use(Preferences)
    notes = [note for note in await ctx.use(Streams).notes(stream.id) if note.kind is NoteKind.SHOUT_OUT]
    ids = dict.fromkeys(note.subject_id for note in notes if note.subject_id is not None)
    thanked = [await people.get(id) for id in ids]
    names = {member.id: member.name for member in thanked if not (await preferences.of(member.id)).hidden}
    return list(names.values())


async def _asked(ctx: Background, stream: Stream) -> list[Markup]:
    """What several people asked about with /q while it was on: topics alone, no words of anybody's."""
    if stream.started_at is None:
        return []
    who = counts_for(questions.c.member_id).label("member_id")
    on = questions.c.asked_at.between(stream.started_at, stream.ended_at or ctx.now)
    query = sa.select(questions.c.id, questions.c.text, who).where(questions.c.community_id == stream.community_id, on)
    rows = await ctx.db.rows(query.order_by(questions.c.id))
    topics = await asyncio.to_thread(_topics, rows, ctx.language)
    return [ctx.t("streams-recap-asked", topics=", ".join(topics[:TOPICS]))] if topics else []


def _topics(rows: Sequence[Any], language: str) -> list[str]:
    asked = {row.id: row for row in rows}
    enough = max(ASKERS, math.ceil(len({row.member_id for row in rows}) * SHARE))
    groups = grouped([Said(row.id, row.text) for row in rows], language).groups
    members = [[asked[key] for key in group.keys] for group in groups]
    called = [
        _called(group, theirs, language)
        for group, theirs in zip(groups, members, strict=True)
        if len({row.member_id for row in theirs}) >= enough
    ]
    return [topic for topic in called if topic]


def _called(group: Group[int], rows: Sequence[Any], language: str) -> str:
    """A topic's words, as they follow each other in what is asked; those alone that several people used themselves."""
    many = [
        word
        for word in group.topic
        if len({row.member_id for row in rows if has_word(row.text, word, language)}) >= ASKERS
    ]
    return " ".join(sorted(many, key=group.said[0].text.find))
