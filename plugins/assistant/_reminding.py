"""Nothing is lost where nobody answers: hosts are reminded twice, the member told honestly, hosts reminded each day."""

from collections.abc import Sequence
from datetime import timedelta
from statistics import median
from typing import Final

import sqlalchemy as sa

from bot.api import Background, Telling, times
from plugins.assistant._case import Case, State, cases_of, change, held, waiting
from plugins.assistant._case_posts import LASTS, for_member, nudge, post, tell
from plugins.assistant._case_tables import cases
from plugins.assistant._lines import Kind, say
from plugins.assistant._settings import AssistantSettings

AGAIN: Final = (2, 1)
"""After the first reminder so many times as long until the second, and from that until the member is told."""

EACH: Final = timedelta(days=1)
MOST: Final = 10
LOOKED_BACK: Final = timedelta(days=90)
LOOKED_AT: Final = 20
FEWEST: Final = 3
"""From so many answers on it is told how long one usually takes."""


async def expect(ctx: Background, case: Case) -> Case:
    """It is for a host to speak: look after a while whether somebody did."""
    return await _later(ctx, case, await _wait(ctx), 0)


async def untaken(ctx: Background, case: Case) -> Case:
    """Nobody has it any more: it waits for anybody, also where it was for the member to speak."""
    waited = case.remind_at is not None or case.reminded > 0
    case = await change(ctx, case, state=State.NEW.value, taken_by=None, taken_at=None)
    return case if waited else await expect(ctx, case)


async def _wait(ctx: Background) -> timedelta:
    return timedelta(minutes=(await ctx.settings(AssistantSettings)).remind_after_minutes)


async def _later(ctx: Background, case: Case, span: timedelta, reminded: int) -> Case:
    await ctx.later(look, after=span)
    return await change(ctx, case, remind_at=ctx.now + span, reminded=reminded)


async def look(ctx: Background) -> None:
    """Remind of whatever still waits and is due by now; what was answered meanwhile is due no more."""
    due = await cases_of(ctx, waiting(), cases.c.remind_at <= ctx.now)
    for case in due:
        case = await held(ctx, case.id)
        if case.waits and case.remind_at is not None and case.remind_at <= ctx.now:
            await _remind(ctx, case)


async def _remind(ctx: Background, case: Case) -> None:
    stage = case.reminded + 1
    if stage == len(AGAIN) + 1:
        await _tell_honestly(ctx, case)
    else:
        await _remind_hosts(ctx, case, stage)
        await nudge(ctx, case, "waits")
    if stage >= MOST:
        await change(ctx, case, remind_at=None, reminded=stage)
        return
    wait = await _wait(ctx)
    await _later(ctx, case, wait * AGAIN[stage - 1] if stage <= len(AGAIN) else EACH, stage)


async def _tell_honestly(ctx: Background, case: Case) -> None:
    """Nobody could answer yet. Whoever had it is away: it is anybody's again, and the bot is silent no longer."""
    await say(ctx, case, Kind.UNANSWERED)
    await tell(ctx, case, "unanswered", f"unanswered:{int(case.since.timestamp())}", [for_member(case)])
    if case.taken_by is not None:
        await post(ctx, await untaken(ctx, case))


async def _remind_hosts(ctx: Background, case: Case, stage: int) -> None:
    """A post of its own, since an edit makes no sound."""
    name = _name(case, stage)
    await ctx.use(Telling).for_hosts(
        name,
        "assistant-case-reminder",
        once=name,
        buttons=[[("assistant.case_look", case.id), ("assistant.case_answer_form", case.id)]],
        lasts=LASTS,
        of=case.owner_id,
        number=case.id,
        taken="yes" if case.taken_by is not None else "no",
        span=times.duration((ctx.now - case.since).total_seconds(), ctx.community.language),
    )


def _name(case: Case, stage: int) -> str:
    return f"{case.name}:{int(case.since.timestamp())}:{stage}"


async def settle(ctx: Background, case: Case) -> None:
    """What hosts were reminded of is seen to, and the reminders say so; the case is as it was until now."""
    for stage in range(1, case.reminded + 1):
        await ctx.use(Telling).for_hosts(
            _name(case, stage), "assistant-case-reminder-done", once=None, only_if_there=True, number=case.id
        )


async def usual_wait(ctx: Background) -> str:
    """How long a first answer usually took lately, in words; "" where too few are known to say so."""
    lately = cases.c.answered_at > ctx.now - LOOKED_BACK
    found = sa.select(cases.c.opened_at, cases.c.answered_at).where(cases.c.community_id == ctx.community.id, lately)
    rows = await ctx.db.rows(found.order_by(cases.c.answered_at.desc()).limit(LOOKED_AT))
    waits: Sequence[float] = [(row.answered_at - row.opened_at).total_seconds() for row in rows]
    return times.duration(max(60, median(waits)), ctx.language) if len(waits) >= FEWEST else ""
