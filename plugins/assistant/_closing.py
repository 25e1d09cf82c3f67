"""The end of a case: by the member, by a host who hands back to the bot, or by itself; then one question for stars."""

from typing import Final

import sqlalchemy as sa

from bot.api import STARS, Background, Context, UserError, shortened
from plugins.assistant import _reminding
from plugins.assistant._case import GIVEN_BACK, Case, Closed, State, change, own
from plugins.assistant._case_posts import post, tell
from plugins.assistant._case_tables import cases
from plugins.assistant._lines import Kind, read, say

STAR_ACTION: Final = "assistant.case_stars"


async def done(ctx: Context, case_id: int) -> tuple[Case, bool]:
    """The member has what they wanted; False where it was over before. Raises UserError where it is not theirs."""
    case = await own(ctx, case_id)
    return (await _close(ctx, case, Closed.MEMBER, None), True) if case.is_open else (case, False)


async def hand_back(ctx: Context, case: Case) -> Case:
    """A host is done with it, and the bot answers again; the case is held."""
    case = await _close(ctx, case, Closed.HOST, ctx.member.id)
    await _tell_over(ctx, case, ctx.member.name)
    return case


async def close_quiet(ctx: Background, case: Case) -> None:
    """The member had their answer and has said nothing since; the case is held."""
    await _tell_over(ctx, await _close(ctx, case, Closed.QUIET, None), "")


async def close_left(ctx: Background, case: Case) -> None:
    """Nobody is there to be answered; the case is held."""
    await _close(ctx, case, Closed.LEFT, None)


async def _close(ctx: Background, case: Case, how: Closed, by: int | None) -> Case:
    await _reminding.settle(ctx, case)
    await say(ctx, case, Kind.CLOSED, by=by)
    now = {"state": State.CLOSED.value, "closed_at": ctx.now, "closed_as": how.value, "closed_by": by}
    case = await change(ctx, case, **now, remind_at=None)
    await post(ctx, case)
    return case


async def _tell_over(ctx: Background, case: Case, host: str) -> None:
    """Tell the member, and ask for stars where a person said anything."""
    answered = case.answered_at is not None
    values = {"how": case.closed_as, "host": host, "rated": "yes" if answered else "no"}
    await tell(ctx, case, "over", "over", [(STAR_ACTION, case.id)] if answered else [], **values)


async def rate(ctx: Context, case_id: int, stars: int) -> tuple[Case, bool]:
    """Keep the member's stars, once; False where they gave some before. Raises UserError where there is none to rate.

    They open nothing again.
    """
    case = await own(ctx, case_id)
    if case.is_open or case.answered_at is None or stars not in STARS.values:
        raise UserError("assistant-case-not-rated")
    if case.stars is not None:
        return case, False
    case = await change(ctx, case, stars=stars)
    await post(ctx, case)
    return case, True


async def remark(ctx: Context, case_id: int, typed: str) -> Case:
    """Keep the member's words beside their stars, once. Raises UserError that gives them back."""
    text = read(typed)
    case = await own(ctx, case_id)
    if case.stars is None or case.remark:
        raise UserError("assistant-case-remarked", text=shortened(text, GIVEN_BACK))
    case = await change(ctx, case, remark=text)
    await post(ctx, case)
    return case


async def spread(ctx: Background) -> dict[int, int]:
    """How often each number of stars was given."""
    given = sa.select(cases.c.stars, sa.func.count()).where(cases.c.community_id == ctx.community.id)
    rows = await ctx.db.rows(given.where(cases.c.stars.is_not(None)).group_by(cases.c.stars))
    return {int(stars): int(times) for stars, times in rows}
