"""Questions: asked with /q at any time, kept until a host has answered them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Activities,
    Attendance,
    Background,
    Context,
    Heard,
    HostsHeard,
    People,
    Streams,
    Telling,
    UserError,
    counts_for,
    in_lines,
    parts_of,
    shortened,
)
from plugins.streams._tables import questions

ASKED = "question_asked"
"""The activity; its reference is "question:<id>"."""

LONGEST = 300
OPEN_AT_ONCE = 5
LONGEST_ANSWER = 1200
GIVEN_BACK = 1700
QUOTED = 200
ANSWER_LASTS = timedelta(days=7)
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
    ctx.db.emit(HostsHeard(community_id=ctx.community.id, at=ctx.now, said=f"question:{question_id}"))
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


async def heard(ctx: Background, since: datetime) -> Sequence[Heard]:
    """What was asked since then, for the triage of another plugin."""
    who = counts_for(questions.c.member_id).label("member_id")
    found = sa.select(*(questions.c[name] for name in ("id", "text", "asked_at", "answered_at")), who)
    mine = (questions.c.community_id == ctx.community.id) & (questions.c.asked_at >= since)
    rows = await ctx.db.rows(found.where(mine).order_by(questions.c.id))
    return [
        Heard(
            f"{row.id}-{int(row.asked_at.timestamp() * 1000)}",
            "streams-heard",
            row.text,
            at=row.asked_at,
            member_id=row.member_id,
            answer=("streams.reply_form", row.id) if row.answered_at is None else (),
            is_answered=row.answered_at is not None,
        )
        for row in rows
    ]


async def open_for_reply(ctx: Context, question_id: int, typed: str = "") -> tuple[int, str]:
    """Who asked, and what, as long as it waits. Raises UserError, with what was typed given back."""
    mine = (questions.c.id == question_id) & (questions.c.community_id == ctx.community.id)
    row = await ctx.db.row(sa.select(questions.c.member_id, questions.c.text, questions.c.answered_at).where(mine))
    if row is None or row.answered_at is not None:
        raise UserError("streams-reply-late", gone=row is None, text=typed, written=bool(typed))
    return row.member_id, row.text


async def reply(ctx: Context, question_id: int, typed: str) -> str:
    """Answer somebody in private, once; their name. Raises UserError with the words given back."""
    text = in_lines(typed)
    if not text or len(text) > LONGEST_ANSWER:
        raise UserError("streams-reply-length", most=LONGEST_ANSWER, text=shortened(text, GIVEN_BACK))
    member_id, asked = await open_for_reply(ctx, question_id, text)
    still = (questions.c.id == question_id) & questions.c.answered_at.is_(None)
    if (await ctx.db.execute(sa.update(questions).where(still).values(answered_at=ctx.now))).rowcount != 1:
        await open_for_reply(ctx, question_id, text)
    await ctx.use(Telling).member(
        member_id,
        f"streams-reply:{question_id}:{int(ctx.now.timestamp())}",
        "streams-reply-message",
        asked=True,
        lasts=ANSWER_LASTS,
        host=ctx.member.name,
        quoted=shortened(asked, QUOTED),
        text=text,
    )
    return await ctx.use(People).name_of(member_id)


async def _count(ctx: Background, *where: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(questions).where(*_waiting(ctx), *where)
    return int(await ctx.db.value(query))


def _waiting(ctx: Background) -> tuple[sa.ColumnElement[bool], ...]:
    here = questions.c.community_id == ctx.community.id
    return here, questions.c.answered_at.is_(None), questions.c.asked_at > ctx.now - KEPT
