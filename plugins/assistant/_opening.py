"""The member's side of a case: begin one, say more, and what becomes of words that come when it is over."""

from datetime import timedelta
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Context, UserError, parts_of, shortened, upsert
from plugins.assistant import _reminding
from plugins.assistant._case import GIVEN_BACK, Case, State, case_of, cases_of, change, held, open_case, own
from plugins.assistant._case_posts import nudge, post
from plugins.assistant._case_tables import cases
from plugins.assistant._lines import Kind, said_lately, say
from plugins.assistant._settings import AssistantSettings
from plugins.assistant._tables import questions

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_IN_AN_HOUR: Final = 20


class Passed(Struct, frozen=True):
    """What became of somebody's words. `case`: None where they were passed on before, and that case is over."""

    case: Case | None
    new: bool = False  # they began the case
    again: bool = False  # these very words were passed on before


async def hand_over(ctx: Context, question_id: int) -> Passed:
    """Pass one's own question on to the team, once. Raises UserError."""
    mine = questions.c.member_id.in_(parts_of(ctx.member.id)) & (questions.c.community_id == ctx.community.id)
    this = mine & (questions.c.id == question_id)
    text = await ctx.db.value(sa.select(questions.c.text).where(this))
    if text is None:
        its = (questions.c.community_id == ctx.community.id) & (questions.c.id == question_id)
        is_there = await ctx.db.value(sa.select(questions.c.id).where(its))  # asked before everybody
        raise UserError("assistant-question-gone" if is_there is None else "assistant-question-not-yours")
    new = this & questions.c.handed_at.is_(None)
    if not (await ctx.db.execute(sa.update(questions).where(new).values(handed_at=ctx.now))).rowcount:
        return Passed(await open_case(ctx), again=True)
    return await begin(ctx, text)


async def begin(ctx: Context, text: str, after: Case | None = None) -> Passed:
    """Say it to the team: in the case that is open, else in a new one. Raises UserError with the words given back."""
    if (case := await open_case(ctx)) is not None:
        return Passed(await add(ctx, await held(ctx, case.id), text))
    await _refuse_beyond_limits(ctx, text)
    row = {"community_id": ctx.community.id, "member_id": ctx.member.id, "state": State.NEW.value}
    new = upsert(ctx.db.dialect, cases).values(
        **row, after_id=None if after is None else after.id, opened_at=ctx.now, since=ctx.now
    )
    made = (await ctx.db.execute(new.on_conflict_do_nothing().returning(cases.c.id))).first()
    if made is None:  # another account of theirs has begun one at this very moment
        return await begin(ctx, text, after)
    case = await _reminding.expect(ctx, await case_of(ctx, made.id))
    await say(ctx, case, Kind.MEMBER, text)
    await post(ctx, case, first=True)
    await nudge(ctx, case, "new")
    return Passed(case, new=True)


async def add(ctx: Context, case: Case, text: str) -> Case:
    """Say more in a case that is open and held. Raises UserError with the words given back."""
    if await said_lately(ctx, case, ctx.now - HOUR) >= MOST_IN_AN_HOUR:
        raise UserError("assistant-case-fast", most=MOST_IN_AN_HOUR, text=shortened(text, GIVEN_BACK))
    await say(ctx, case, Kind.MEMBER, text)
    if case.state is State.OPEN:  # else it has waited since an earlier word
        case = await _reminding.expect(ctx, await change(ctx, case, state=State.WAITING.value, since=ctx.now))
    await post(ctx, case)
    if case.taken_by is not None:
        await nudge(ctx, case, "more")
    return case


async def reply(ctx: Context, case_id: int, text: str) -> Passed:
    """What a member says to a case of theirs; where it is over, that begins another one, which goes on from it."""
    case = await own(ctx, case_id)
    return Passed(await add(ctx, case, text)) if case.is_open else await begin(ctx, text, case)


async def _refuse_beyond_limits(ctx: Context, text: str) -> None:
    most = (await ctx.settings(AssistantSettings)).most_handed_in_a_day
    lately = await cases_of(ctx, cases.c.member_id.in_(parts_of(ctx.member.id)), cases.c.opened_at > ctx.now - DAY)
    if len(lately) >= most:
        raise UserError("assistant-handed-enough", most=most, text=shortened(text, GIVEN_BACK))
