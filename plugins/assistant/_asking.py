"""Asking: the entry that answers, how sure that is, and what comes near where nothing is sure enough."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import SUGGESTED_FROM, Context, UserError, base_language, in_lines, parts_of, shortened
from plugins.assistant._knowledge import Entry, Knowledge, knowledge_of
from plugins.assistant._settings import AssistantSettings
from plugins.assistant._tables import questions
from plugins.assistant._wording import Wording, put_into_words

LONGEST: Final = 1000
GIVEN_BACK: Final = 1700
SUGGESTED: Final = 2
SURE: Final = 0.9
MOST_BEFORE_ALL: Final = 5
MOST_IN_COMMUNITY: Final = 30
"""So often one member, and all together, are answered before everybody within the time below: more fills a channel."""

BEFORE_ALL_WITHIN: Final = timedelta(minutes=10)


class Found(Struct, frozen=True):
    """What was found. `sources`: the answer, and behind it what comes near; none where nothing is sure enough.

    `foreign`: the answer is in another language than whoever asked speaks. `near`: what may be meant, where nothing is
    sure enough. `any`: there is any knowledge at all.
    """

    sources: Sequence[Entry] = ()
    confidence: float = 0.0
    foreign: bool = False
    near: Sequence[Entry] = ()
    any: bool = True


class Outcome(Struct, frozen=True):
    """What came of a question. `question_id`: None where the question is kept nowhere.

    `wording`: the answer as a machine put it, where it did.
    """

    found: Found
    question_id: int | None = None
    wording: Wording | None = None


def read(typed: str) -> str:
    """The question, as it is kept. Raises UserError."""
    text = in_lines(typed)
    if not text:
        raise UserError("assistant-ask-empty")
    if len(text) > LONGEST:
        raise UserError("assistant-ask-long", most=LONGEST, text=shortened(text, GIVEN_BACK))
    return text


async def may_before_all(ctx: Context) -> bool:
    """Whether what was asked by the bot's name is answered there: where the community wants it, and not too often."""
    lately = sa.select(
        sa.func.count(), sa.func.count(sa.case((questions.c.member_id.in_(parts_of(ctx.member.id)), 1)))
    ).where(
        questions.c.community_id == ctx.community.id,
        questions.c.before_all.is_(True),
        questions.c.at > ctx.now - BEFORE_ALL_WITHIN,
    )
    [(everybody, own)] = await ctx.db.rows(lately)
    wanted = (await ctx.settings(AssistantSettings)).answers_in_public
    return wanted and own < MOST_BEFORE_ALL and everybody < MOST_IN_COMMUNITY


async def ask(ctx: Context, text: str) -> Outcome:
    """Look for the answer, have it put into words where the community wants that, and note what was asked."""
    known = await found(ctx, text)
    wording = await put_into_words(ctx, text, known.sources)  # asks a network, so before anything is written
    return await noted(ctx, text, known, wording)


async def found(ctx: Context, text: str) -> Found:
    """Look for the answer, in the asker's language first; nothing is written, and nothing leaves."""
    knowledge, least = await knowledge_of(ctx), (await ctx.settings(AssistantSettings)).least_confidence / 100
    return looked_up(knowledge, text, base_language(ctx.language), least)


async def noted(
    ctx: Context, text: str, known: Found, wording: Wording | None = None, *, before_all: bool = False
) -> Outcome:
    """What came of a question, which is kept for a day, for a person to take over."""
    row = {"community_id": ctx.community.id, "member_id": ctx.member.id, "at": ctx.now, "text": text}
    number = await ctx.db.insert(sa.insert(questions).values(**row, before_all=before_all))
    return Outcome(known, number, wording)


def looked_up(knowledge: Knowledge, text: str, language: str, least: float) -> Found:
    """What answers that, in this language first; where nothing is sure enough, what comes near in any."""
    near: list[Entry] = []
    for tongue in sorted(knowledge.indexes, key=lambda one: (one != language, one)):
        found = knowledge.indexes[tongue].ask(text)
        likely = [knowledge.entries[one.key] for one in found if one.confidence >= SUGGESTED_FROM]
        if found and found[0].confidence >= least:
            return Found(likely, found[0].confidence, tongue != language)
        near += likely
    return Found(near=near[:SUGGESTED], any=bool(knowledge.entries))
