"""Questions: asked with /q at any time, kept until a host has answered them."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Activities, Attendance, Background, Context, People, Streams, UserError, parts_of
from plugins.streams._tables import questions

ASKED = "question_asked"
"""The activity; its reference is "question:<id>"."""

LONGEST = 300
OPEN_AT_ONCE = 5
KEPT = timedelta(days=14)
"""A question that nobody answered in this time is no longer shown."""


class Question(Struct, frozen=True):
    """One question that waits for an answer."""

    id: int
    name: str
    text: str


async def ask(ctx: Context, text: str) -> bool:
    """Keep a question; whether a stream is live that it counts for. Raises UserError for one that does not fit."""
    text = " ".join(text.split())
    if not text:
        raise UserError("streams-question-empty")
    if len(text) > LONGEST:
        raise UserError("streams-question-long", limit=LONGEST)
    if await _count(ctx, questions.c.member_id.in_(parts_of(ctx.member.id))) >= OPEN_AT_ONCE:
        raise UserError("streams-question-enough", limit=OPEN_AT_ONCE)
    whose = {"community_id": ctx.community.id, "member_id": ctx.member.id}
    question_id = await ctx.db.insert(sa.insert(questions).values(**whose, text=text, asked_at=ctx.now))
    await ctx.use(Activities).record(ctx.community.id, ctx.member.id, ASKED, f"question:{question_id}")
    stream = await ctx.use(Streams).live(ctx.community.id)
    if stream is not None:
        await ctx.use(Attendance).asked(stream, ctx.member)
    return stream is not None


async def waiting(ctx: Background, limit: int) -> tuple[Sequence[Question], int]:
    """The questions that wait longest, and how many wait in all."""
    query = sa.select(questions).where(*_waiting(ctx)).order_by(questions.c.id).limit(limit)
    rows = await ctx.db.rows(query)
    found = [Question(row.id, (await ctx.use(People).get(row.member_id)).name, row.text) for row in rows]
    return found, await _count(ctx)


async def answered(ctx: Context, question_id: int) -> None:
    """Note that a host answered it; once more changes nothing. Raises UserError when there is no such question here."""
    mine = (questions.c.id == question_id) & (questions.c.community_id == ctx.community.id)
    if await ctx.db.row(sa.select(questions.c.id).where(mine)) is None:
        raise UserError("streams-not-here")
    still = questions.c.answered_at.is_(None)
    await ctx.db.execute(sa.update(questions).where(mine, still).values(answered_at=ctx.now))


async def _count(ctx: Background, *where: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(questions).where(*_waiting(ctx), *where)
    return int(await ctx.db.value(query))


def _waiting(ctx: Background) -> tuple[sa.ColumnElement[bool], ...]:
    here = questions.c.community_id == ctx.community.id
    return here, questions.c.answered_at.is_(None), questions.c.asked_at > ctx.now - KEPT
