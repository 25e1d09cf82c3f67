"""What cases need day by day: those that are quiet end, those whose host is gone wait again, old ones are forgotten."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from bot.api import Background, Markup, MemberDeparted, mean_answer, parts_of
from plugins.assistant import _closing, _duty, _reminding
from plugins.assistant._case import STILL_OPEN, Case, State, cases_of, held, waiting
from plugins.assistant._case_posts import post
from plugins.assistant._case_tables import cases, duty, lines
from plugins.assistant._tables import questions

DAY: Final = timedelta(days=1)
QUIET: Final = timedelta(days=3)
KEPT: Final = timedelta(days=180)
"""So long a transcript can be read after the end."""


async def tend(ctx: Background) -> None:
    """Once a day, also for what fell due while the plugin was off."""
    await forget_old(ctx)
    quiet = STILL_OPEN & (cases.c.state == State.OPEN.value) & (cases.c.since < ctx.now - QUIET)
    for case in await cases_of(ctx, quiet, cases.c.taken_by.is_not(None)):
        await _closing.close_quiet(ctx, await held(ctx, case.id))
    forgotten = STILL_OPEN & cases.c.taken_by.is_(None) & (cases.c.state != State.NEW.value)
    for case in await cases_of(ctx, forgotten):
        await _wait_again(ctx, await held(ctx, case.id))
    await _reminding.look(ctx)


async def departed(ctx: Background, event: MemberDeparted) -> None:
    """Who leaves is on duty no more and has no case: those that they took wait again, their own ends."""
    await _duty.end(ctx, event.member_id)
    for case in await cases_of(ctx, STILL_OPEN, cases.c.taken_by.in_(parts_of(event.member_id))):
        await _wait_again(ctx, await held(ctx, case.id))
    for case in await cases_of(ctx, STILL_OPEN, cases.c.member_id.in_(parts_of(event.member_id))):
        await _closing.close_left(ctx, await held(ctx, case.id))


async def _wait_again(ctx: Background, case: Case) -> None:
    await post(ctx, await _reminding.untaken(ctx, case))


async def forget_old(ctx: Background) -> None:
    """What was asked longer than a day ago is gone, and what was handed on lies in its case; so do old cases go."""
    here = questions.c.community_id == ctx.community.id
    await ctx.db.execute(sa.delete(questions).where(here, questions.c.at < ctx.now - DAY))
    old = sa.select(cases.c.id).where(cases.c.community_id == ctx.community.id, cases.c.closed_at < ctx.now - KEPT)
    await ctx.db.execute(sa.delete(lines).where(lines.c.case_id.in_(old)))
    await ctx.db.execute(sa.delete(cases).where(cases.c.id.in_(old)))
    over = (duty.c.community_id == ctx.community.id) & (duty.c.until <= ctx.now)
    await ctx.db.execute(sa.delete(duty).where(over))


async def status(ctx: Background) -> Sequence[Markup]:
    """How many wait for a person, who is there for them, and what people thought of it."""
    waits, stars = len(await cases_of(ctx, waiting())), mean_answer(await _closing.spread(ctx))
    found = []
    if waits:
        staffed = "yes" if await _duty.on_duty(ctx) else "no"
        found.append(ctx.t("assistant-status", count=waits, staffed=staffed))
    if stars is not None:
        found.append(ctx.t("assistant-status-stars", mean=round(stars, 1)))
    return found
