"""Putting oneself forward, saying yes, and stepping back."""

from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, Context, Facts, MemberDeparted, RuleWords, UserError, drawing
from plugins.testers._call import Call, State, Way, call_of, locked
from plugins.testers._entry import ALIVE, Entry, Stand, entry_of, in_calls, own, own_rows, people, place
from plugins.testers._letting_in import see_out
from plugins.testers._picking import fill, free_seats, is_welcome, start
from plugins.testers._tables import entries
from plugins.testers._waking import expect_look

MOST: Final = 1000
"""So many can put themselves forward for one call."""


class Forward(Struct, frozen=True):
    """What became of it: `new` where they were not in it before."""

    call: Call
    entry: Entry
    new: bool


async def volunteer(ctx: Context, call_id: int) -> Forward:
    """Put whoever acts forward; a second press changes nothing. Raises UserError for who may not, or too late."""
    call = await locked(ctx, call_id)
    before = await own(ctx, call, ctx.member.id)
    if before is not None and before.state in ALIVE:
        return Forward(call, before, new=False)
    if not call.takes_volunteers(ctx.now):
        raise UserError("testers-shut", title=call.title)
    if not await is_welcome(ctx, call, ctx.member.id):
        raise await _not_for_them(ctx, call)
    waiting = await people(ctx, call, Stand.LINE)
    if len(waiting) >= MOST:
        raise UserError("testers-crowded", title=call.title)
    entry = await _write(ctx, call, before)
    if call.way is Way.FIRST and not waiting and await free_seats(ctx, call):
        entry = await start(ctx, call, entry)
    elif call.way is Way.FIRST:
        await fill(ctx, call)  # those before them may be welcome no more
        entry = await entry_of(ctx, entry.id)
    await expect_look(ctx, call)
    return Forward(call, entry, new=True)


async def _not_for_them(ctx: Context, call: Call) -> UserError:
    assert call.rule is not None, "everybody is welcome where there is no rule"
    known = await ctx.use(Facts).of(ctx.member.id)
    lacking = (await RuleWords.of(ctx, call.rule)).lacking(call.rule, known)
    return UserError("testers-not-for-you", title=call.title, missing=lacking)


async def _write(ctx: Context, call: Call, before: Entry | None) -> Entry:
    """At the end of the line, also whoever stepped back before."""
    if before is not None:
        values = {"member_id": ctx.member.id, "since": ctx.now, "until": None, "problem": None}
        return await place(ctx, before, Stand.LINE, **values)
    row = {"call_id": call.id, "member_id": ctx.member.id, "ticket": drawing.new_ticket(), "since": ctx.now}
    return await entry_of(ctx, await ctx.db.insert(sa.insert(entries).values(**row, state=Stand.LINE.value)))


async def confirm(ctx: Context, call_id: int) -> Forward:
    """Whoever was picked says yes. Raises UserError where no place is kept for them any more."""
    call = await locked(ctx, call_id)
    entry = await own(ctx, call, ctx.member.id)
    if entry is not None and entry.state in (Stand.TESTING, Stand.REPORTED) and call.state is not State.OVER:
        return Forward(call, entry, new=False)
    kept = entry is not None and entry.state is Stand.ASKED and entry.until is not None and ctx.now < entry.until
    if entry is None or not kept or not call.state.is_shown:
        raise UserError("testers-not-kept", title=call.title)
    return Forward(call, await start(ctx, call, entry), new=True)


async def step_back(ctx: Context, call_id: int) -> Call:
    """Whoever acts does not want to test after all; who is next moves up. Raises UserError where there is nothing."""
    call = await locked(ctx, call_id)
    mine = await own_rows(ctx, call, ctx.member.id, *ALIVE)
    if not mine or not call.state.is_shown:
        raise UserError("testers-not-in", title=call.title)
    if any(entry.state is Stand.REPORTED for entry in mine):
        raise UserError("testers-reported-before", title=call.title)
    for entry in mine:
        await _out(ctx, entry)
    await fill(ctx, call)
    await expect_look(ctx, await call_of(ctx, call.id))
    return call


async def _out(ctx: Background, entry: Entry) -> None:
    await place(ctx, entry, Stand.BACK, until=None)
    await see_out(ctx, entry)


async def departed(ctx: Background, event: MemberDeparted) -> None:
    """Whoever left the community keeps no place from others."""
    gone = await in_calls(ctx, event.member_id, Stand.LINE, Stand.ASKED, Stand.TESTING)
    for call_id in sorted({entry.call_id for entry in gone}):
        call = await locked(ctx, call_id)
        for entry in await own_rows(ctx, call, event.member_id, Stand.LINE, Stand.ASKED, Stand.TESTING):
            await _out(ctx, entry)
        await fill(ctx, call)
