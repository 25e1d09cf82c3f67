"""Asking: the entry that answers, how sure that is, and what comes near where nothing is sure enough."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import SUGGESTED_FROM, Context, UserError, base_language, in_lines, shortened
from plugins.assistant._knowledge import Entry, Knowledge, knowledge_of
from plugins.assistant._settings import AssistantSettings
from plugins.assistant._tables import questions
from plugins.assistant._wording import Wording, put_into_words

LONGEST: Final = 1000
GIVEN_BACK: Final = 1700
SUGGESTED: Final = 2
SURE: Final = 0.9


class Outcome(Struct, frozen=True):
    """What came of a question. `answer`: None where nothing was sure enough; then `near` are those that may be meant.

    `wording`: the answer as a machine put it, where it did.
    `foreign`: the answer is in another language than whoever asked speaks. `known`: there is any knowledge at all.
    """

    question_id: int
    answer: Entry | None = None
    confidence: float = 0.0
    foreign: bool = False
    near: Sequence[Entry] = ()
    known: bool = True
    wording: Wording | None = None


def read(typed: str) -> str:
    """The question, as it is kept. Raises UserError."""
    text = in_lines(typed)
    if not text:
        raise UserError("assistant-ask-empty")
    if len(text) > LONGEST:
        raise UserError("assistant-ask-long", most=LONGEST, text=shortened(text, GIVEN_BACK))
    return text


async def ask(ctx: Context, text: str) -> Outcome:
    """Look for the answer, in the asker's language first; the question is kept for a day, for a person to take over."""
    knowledge, least = await knowledge_of(ctx), (await ctx.settings(AssistantSettings)).least_confidence / 100
    found = looked_up(knowledge, text, base_language(ctx.language), least)
    wording = await put_into_words(ctx, text, found.sources)  # asks a network, so before anything is written
    row = {"community_id": ctx.community.id, "member_id": ctx.member.id, "at": ctx.now, "text": text}
    id = await ctx.db.insert(sa.insert(questions).values(**row))
    known = bool(knowledge.entries)
    if not found.sources:
        return Outcome(id, near=found.near, known=known)
    return Outcome(id, found.sources[0], found.confidence, found.foreign, known=known, wording=wording)


class Found(Struct, frozen=True):
    """What was found. `sources`: the answer, and behind it what comes near; none where nothing is sure enough."""

    sources: Sequence[Entry] = ()
    confidence: float = 0.0
    foreign: bool = False
    near: Sequence[Entry] = ()


def looked_up(knowledge: Knowledge, text: str, language: str, least: float) -> Found:
    """What answers that, in this language first; where nothing is sure enough, what comes near in any."""
    near: list[Entry] = []
    for tongue in sorted(knowledge.indexes, key=lambda one: (one != language, one)):
        found = knowledge.indexes[tongue].ask(text)
        likely = [knowledge.entries[one.key] for one in found if one.confidence >= SUGGESTED_FROM]
        if found and found[0].confidence >= least:
            return Found(likely, found[0].confidence, tongue != language)
        near += likely
    return Found(near=near[:SUGGESTED])
