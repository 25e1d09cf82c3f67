"""A question that a person is to answer: handed to the hosts, answered once, forgotten after a day where it is not."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, Context, Markup, People, Telling, UserError, counts_for, in_lines, parts_of, shortened
from plugins.assistant._settings import AssistantSettings
from plugins.assistant._tables import questions

LONGEST_ANSWER: Final = 1200
GIVEN_BACK: Final = 1700
QUOTED: Final = 200
DAY: Final = timedelta(days=1)
LASTS: Final = timedelta(days=7)


class Question(Struct, frozen=True):
    """What somebody asked, and how far it is."""

    id: int
    member_id: int
    at: datetime
    text: str
    handed_at: datetime | None
    answer: str
    answered_by: int | None

    @property
    def name(self) -> str:
        """What tells it from all others: one that is forgotten with its member may leave its number to the next."""
        return f"assistant:{self.id}:{int(self.at.timestamp() * 1000)}"


async def question_of(ctx: Background, question_id: int) -> Question:
    """The question of that id. Raises UserError where it is gone."""
    names = ("id", "at", "text", "handed_at", "answer", "answered_by")
    who = counts_for(questions.c.member_id).label("member_id")
    mine = (questions.c.id == question_id) & (questions.c.community_id == ctx.community.id)
    row = await ctx.db.row(sa.select(*(questions.c[name] for name in names), who).where(mine))
    if row is None:
        raise UserError("assistant-question-gone")
    return Question(**row._mapping)


async def hand_over(ctx: Context, question_id: int) -> bool:
    """Hand one's own question to the hosts; False where it was before. Raises UserError."""
    mine = questions.c.member_id.in_(parts_of(ctx.member.id)) & (questions.c.community_id == ctx.community.id)
    row = await ctx.db.row(sa.select(questions.c.handed_at).where(mine, questions.c.id == question_id))
    if row is None:
        raise UserError("assistant-question-gone")
    if row.handed_at is not None:
        return False
    lately = sa.select(sa.func.count()).select_from(questions).where(mine, questions.c.handed_at > ctx.now - DAY)
    most = (await ctx.settings(AssistantSettings)).most_handed_in_a_day
    if await ctx.db.value(lately) >= most:
        raise UserError("assistant-handed-enough", most=most, text=(await question_of(ctx, question_id)).text)
    new = questions.c.handed_at.is_(None) & (questions.c.id == question_id)
    if (await ctx.db.execute(sa.update(questions).where(new).values(handed_at=ctx.now))).rowcount:
        await _post(ctx, await question_of(ctx, question_id))
    return True


async def _post(ctx: Background, question: Question) -> None:
    """Show the hosts what is asked, and afterwards who answered it."""
    people, first = ctx.use(People), not question.answer
    buttons = [("assistant.answer_form", question.id)] if first else []
    values: dict[str, Any] = {"who": await people.name_of(question.member_id), "text": question.text}
    values["host"] = await people.name_of(question.answered_by)
    values["state"] = "open" if first else "answered"
    rows, once = [buttons] if buttons else [], question.name if first else None
    await ctx.use(Telling).for_hosts(
        question.name, "assistant-post", once=once, buttons=rows, lasts=LASTS, only_if_there=not first, **values
    )


async def open_for_answer(ctx: Context, question_id: int, typed: str = "") -> Question:
    """The question, as long as nobody has answered it. Raises UserError with what was typed given back."""
    question = await question_of(ctx, question_id)
    if question.handed_at is None:
        raise UserError("assistant-question-gone")
    if question.answer:
        host = await ctx.use(People).name_of(question.answered_by)
        raise UserError("assistant-answered-before", host=host, named=bool(host), text=typed, written=bool(typed))
    return question


async def answer(ctx: Context, question_id: int, typed: str) -> Question:
    """Send a host's answer to who asked, once. Raises UserError with the words given back."""
    text = in_lines(typed)
    if not text or len(text) > LONGEST_ANSWER:
        raise UserError("assistant-answer-length", most=LONGEST_ANSWER, text=shortened(text, GIVEN_BACK))
    await open_for_answer(ctx, question_id, text)
    still = (questions.c.id == question_id) & questions.c.answered_at.is_(None)
    now = {"answer": text, "answered_at": ctx.now, "answered_by": ctx.member.id}
    if (await ctx.db.execute(sa.update(questions).where(still).values(**now))).rowcount != 1:
        await open_for_answer(ctx, question_id, text)
    question = await question_of(ctx, question_id)
    await ctx.use(Telling).member(
        question.member_id,
        f"{question.name}:answer",
        "assistant-answer-message",
        asked=True,
        lasts=LASTS,
        host=ctx.member.name,
        quoted=shortened(question.text, QUOTED),
        text=text,
    )
    await _post(ctx, question)
    return question


async def forget_old(ctx: Background) -> None:
    """What was asked longer than a day ago and handed to nobody is gone; so are old answers, after a month."""
    old = questions.c.handed_at.is_(None) & (questions.c.at < ctx.now - DAY)
    done = questions.c.answered_at < ctx.now - 30 * DAY
    here = questions.c.community_id == ctx.community.id
    await ctx.db.execute(sa.delete(questions).where(here, old | done))


async def status(ctx: Background) -> Sequence[Markup]:
    """How many wait for a person."""
    waiting = questions.c.handed_at.is_not(None) & questions.c.answered_at.is_(None)
    here = sa.select(sa.func.count()).select_from(questions).where(questions.c.community_id == ctx.community.id)
    found = int(await ctx.db.value(here.where(waiting)))
    return [ctx.t("assistant-status", count=found)] if found else []
