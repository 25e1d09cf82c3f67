"""Who tests: whoever came first, was drawn, or was chosen by hosts; the next in line moves up where a place is free."""

from collections.abc import AsyncIterator, Iterable
from datetime import timedelta
from typing import Final

from bot.api import Background, Context, Facts, UserError, drawing, holds
from plugins.testers._call import Call, State, Way, change, locked, moment
from plugins.testers._entry import SEATED, Entry, Stand, by_ticket, own_rows, people, place
from plugins.testers._letting_in import let_in
from plugins.testers._news import members_of, say, tell, tell_hosts
from plugins.testers._settings import TesterSettings
from plugins.testers._waking import expect_look, wake_at

CHECKED_FOR: Final = timedelta(minutes=5)
"""So long the list of a draw stands before the secret is told, for everybody to keep it."""

TO_ANSWER: Final = timedelta(hours=1)
"""With less time than this before the test is due nobody else is asked."""


async def is_welcome(ctx: Background, call: Call, member_id: int) -> bool:
    """Whether the call's rule holds for the member."""
    return call.rule is None or holds(call.rule, await ctx.use(Facts).of(member_id))


async def free_seats(ctx: Background, call: Call) -> int:
    """How many places nobody has."""
    return max(0, call.seats - len(await people(ctx, call, *SEATED)))


async def stop_taking(ctx: Background, call: Call) -> Call:
    """Nobody can put themselves forward any more: what comes next depends on how testers are picked."""
    if call.state is not State.OPEN:
        return call
    match call.way:
        case Way.FIRST:
            call = await change(ctx, call, state=State.RUNNING.value, picked_at=ctx.now)
        case Way.LOT:
            call = await _let_the_list_stand(ctx, call)
        case Way.HAND:
            call = await change(ctx, call, state=State.PICKING.value)
            count = len(await people(ctx, call, Stand.LINE))
            button = "testers.people_page", call.id, 1
            values = {"title": call.title, "count": count, "seats": call.seats}
            await tell_hosts(ctx, f"testers-choose:{call.id}", "testers-host-choose", button, always=True, **values)
    await say(ctx, call)
    return call


async def _let_the_list_stand(ctx: Background, call: Call) -> Call:
    """Whoever is still welcome has a ticket in it, each person one."""
    lots = [
        drawing.Lot(entry.ticket, 1)
        for entry in await people(ctx, call, Stand.LINE)
        if entry.member_id is not None and await is_welcome(ctx, call, entry.member_id)
    ]
    await wake_at(ctx, call, ctx.now + CHECKED_FOR)
    return await change(ctx, call, state=State.PICKING.value, published=drawing.list_of(lots), stands_at=ctx.now)


async def draw(ctx: Background, call: Call) -> Call:
    """Draw, once the list has stood long enough, and ask those who were drawn."""
    late = call.stands_at is not None and ctx.now >= call.stands_at + CHECKED_FOR
    if call.way is not Way.LOT or call.state is not State.PICKING or not late:
        return call
    call = await change(ctx, call, state=State.RUNNING.value, picked_at=ctx.now)
    await fill(ctx, call)
    for entry in await people(ctx, call, Stand.LINE):
        await tell(ctx, entry, "testers-not-drawn", buttons=[("testers.look", call.id)], title=call.title)
    await say(ctx, call)
    return call


async def drawn_order(ctx: Background, call: Call) -> AsyncIterator[Entry]:
    """The entries in the order of the draw, as far as their people are still known."""
    whose = await by_ticket(ctx, call)
    for ticket in drawing.drawn(call.secret, call.published or ""):
        if ticket in whose:
            yield whose[ticket]


async def fill(ctx: Background, call: Call) -> None:
    """Let those who are next move up while places are free. The call is locked."""
    if call.state not in (State.OPEN, State.RUNNING) or _is_too_late(ctx, call):
        return
    free = await free_seats(ctx, call)
    if call.way is Way.HAND:
        await _ask_hosts(ctx, call, free)
    elif free:
        async for entry in _next(ctx, call):
            await ask(ctx, call, entry)
            free -= 1
            if not free:
                break
    await expect_look(ctx, call)


def _is_too_late(ctx: Background, call: Call) -> bool:
    return call.due is not None and ctx.now > call.due - TO_ANSWER


async def _next(ctx: Background, call: Call) -> AsyncIterator[Entry]:
    """Whoever is next in line and still welcome, each person once, and nobody who has a place by another account."""
    waiting = {entry.id: entry for entry in await people(ctx, call, Stand.LINE)}
    if call.way is Way.LOT and call.picked_at is None:
        return
    async for entry in drawn_order(ctx, call) if call.way is Way.LOT else _as_they_came(waiting.values()):
        known = waiting.get(entry.id)
        if known is not None and known.member_id is not None and await is_welcome(ctx, call, known.member_id):
            yield known


async def _as_they_came(some: Iterable[Entry]) -> AsyncIterator[Entry]:
    for entry in some:
        yield entry


async def _ask_hosts(ctx: Background, call: Call, free: int) -> None:
    """A place that was given is free again: hosts choose who moves up."""
    waiting = len(await people(ctx, call, Stand.LINE))
    if call.state is State.RUNNING and free and waiting:
        key, button = f"testers-free:{call.id}:{int(ctx.now.timestamp())}", ("testers.people_page", call.id, 1)
        values = {"title": call.title, "free": free, "waiting": waiting}
        await tell_hosts(ctx, key, "testers-host-free", button, always=True, **values)


async def ask(ctx: Background, call: Call, entry: Entry) -> Entry:
    """Keep a place for somebody until they say yes."""
    hours = (await ctx.settings(TesterSettings)).confirm_hours
    until = ctx.now + timedelta(hours=hours)
    until = min(until, call.due) if call.due is not None else until
    entry = await place(ctx, entry, Stand.ASKED, until=until)
    await wake_at(ctx, call, until)
    reader = (await members_of(ctx, [entry])).get(entry.id)
    kept, when = moment(ctx, until, reader), moment(ctx, call.due, reader)
    buttons = [("testers.confirm", call.id), ("testers.step_back", call.id)]
    turn, lasts = int(until.timestamp()), until - ctx.now
    await tell(
        ctx, entry, "testers-picked", buttons=buttons, lasts=lasts, turn=turn, title=call.title, until=kept, when=when
    )
    return entry


async def take_by_hand(ctx: Context, call_id: int, entry_id: int) -> tuple[Call, Entry]:
    """A host chooses somebody. Raises UserError where no place is free, or they are not waiting any more."""
    call = await locked(ctx, call_id)
    if call.way is not Way.HAND or not call.state.is_shown:
        raise UserError("testers-not-by-hand", title=call.title)
    chosen = [one for one in await people(ctx, call, Stand.LINE) if one.id == entry_id]
    if not chosen:
        raise UserError("testers-not-waiting")
    if not await free_seats(ctx, call):
        raise UserError("testers-full", title=call.title, seats=call.seats)
    if _is_too_late(ctx, call):
        raise UserError("testers-too-late", title=call.title, due=moment(ctx, call.due))
    entry = await ask(ctx, call, chosen[0])
    if call.state is State.PICKING and not await free_seats(ctx, call):
        call = await change(ctx, call, state=State.RUNNING.value, picked_at=ctx.now)
        await say(ctx, call)
    await expect_look(ctx, call)
    return call, entry


async def done_choosing(ctx: Background, call: Call) -> Call:
    """The hosts chose all whom they want: they test from now on."""
    if call.way is Way.HAND and call.state in (State.OPEN, State.PICKING):
        call = await change(ctx, call, state=State.RUNNING.value, picked_at=ctx.now)
        await say(ctx, call)
    return call


async def start(ctx: Background, call: Call, entry: Entry) -> Entry:
    """They test from now on."""
    for other in await own_rows(ctx, call, entry.member_id or 0, Stand.ASKED, Stand.LINE):
        if other.id != entry.id:
            await place(ctx, other, Stand.BACK)
    entry = await place(ctx, entry, Stand.TESTING, until=None)
    await let_in(ctx, call, entry)
    await expect_look(ctx, call)
    return entry
