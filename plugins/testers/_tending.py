"""What happens to a call by itself: picking, moving up, reminders, the end."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.api import Activities, Background, People, UserError, plain
from plugins.testers import _news, _picking
from plugins.testers._call import Call, State, call_of, calls_in, change, locked, moment
from plugins.testers._entry import Entry, Stand, entry_of, people, place, rows_of
from plugins.testers._letting_in import see_out
from plugins.testers._waking import wake_at

TESTED: Final = "tested"
SOON: Final = timedelta(days=1)
AT_ONCE: Final = 50
NOT_AGAIN: Final = timedelta(hours=12)
"""A host's word does not remind anybody twice within this."""


def nudge_at(call: Call) -> timedelta:
    """How long after the moment at which the test is due those who said nothing are reminded."""
    assert call.due is not None and call.ends is not None, "it is posted"
    return (call.ends - call.due) / 2


async def set_moments(ctx: Background, call: Call) -> None:
    """Wake for all that is to come of a call. What moved finds out by itself that it is too early."""
    if call.due is not None and call.ends is not None:
        for at in (call.until, call.due - SOON, call.due, call.due + nudge_at(call), call.ends):
            if at is not None and at > ctx.now:
                await wake_at(ctx, call, at)


async def tend(ctx: Background, call_id: int) -> None:
    """Do what is due by now."""
    try:
        call = await locked(ctx, call_id)
    except UserError:
        return  # thrown away
    if not call.state.is_shown or call.due is None or call.ends is None:
        return
    if call.ends <= ctx.now:
        await close(ctx, call)
        return
    if call.state is State.OPEN and call.until is not None and call.until <= ctx.now:
        call = await _picking.stop_taking(ctx, call)
    call = await _picking.draw(ctx, call)
    await _let_lapse(ctx, call)
    await _picking.fill(ctx, call)
    await _remind_by_itself(ctx, await call_of(ctx, call.id))


async def tend_all(ctx: Background) -> None:
    """Once a day: what fell due while the plugin was off, and places of whoever was forgotten."""
    for call in await calls_in(ctx, State.OPEN, State.PICKING, State.RUNNING):
        await wake_at(ctx, call, ctx.now)
        await set_moments(ctx, call)


async def look(ctx: Background, call_id: int) -> None:
    """Let the post say how things stand."""
    try:
        call = await locked(ctx, call_id)
    except UserError:
        return  # thrown away
    await _news.say(ctx, await change(ctx, call, is_due=False))


async def _let_lapse(ctx: Background, call: Call) -> None:
    """Whoever did not say yes in time makes room for the next."""
    for entry in await rows_of(ctx, call, Stand.ASKED):
        if entry.until is not None and entry.until <= ctx.now:
            late = await place(ctx, entry, Stand.LAPSED, until=None)
            await _news.tell(ctx, late, "testers-lapsed", title=call.title)


async def _remind_by_itself(ctx: Background, call: Call) -> None:
    """A day before the test is due, at that moment, and once more those who said nothing by then."""
    assert call.due is not None, "it is posted"
    silent = await people(ctx, call, Stand.TESTING)
    if not call.soon_told and call.due - SOON <= ctx.now < call.due:
        await _remind(ctx, call, silent, "testers-soon")
        await change(ctx, call, soon_told=True)
    if not call.due_told and call.due <= ctx.now:
        await _remind(ctx, call, silent, "testers-due")
        await change(ctx, call, due_told=True)
    if not call.nudged and call.due + nudge_at(call) <= ctx.now:
        await _remind(ctx, call, [one for one in silent if not _was_just(ctx, one)], "testers-nudge")
        await change(ctx, call, nudged=True)


async def _remind(ctx: Background, call: Call, some: Sequence[Entry], message: str, turn: int = 0) -> None:
    readers = await _news.members_of(ctx, some)
    buttons = [("testers.report_form", call.id), ("testers.look", call.id)]
    assert call.due is not None and call.ends is not None, "it is posted"
    for entry in some:
        reader = readers.get(entry.id)
        when, ends = moment(ctx, call.due, reader), moment(ctx, call.ends, reader)
        at = turn or int(call.due.timestamp())
        await _news.tell(ctx, entry, message, buttons=buttons, turn=at, title=call.title, when=when, ends=ends)


def _was_just(ctx: Background, entry: Entry) -> bool:
    return entry.reminded_at is not None and entry.reminded_at > ctx.now - NOT_AGAIN


async def remind_now(ctx: Background, call_id: int) -> tuple[Call, int]:
    """A host has those reminded who did not report yet; not whoever just was. Returns how many that are."""
    call = await locked(ctx, call_id)
    if not call.state.is_shown:
        raise UserError("testers-over-before", title=call.title)
    some = [one for one in await people(ctx, call, Stand.TESTING) if not _was_just(ctx, one)]
    await _remind(ctx, call, some, "testers-reminder", int(ctx.now.timestamp()))
    for entry in some:
        await place(ctx, entry, Stand.TESTING, reminded_at=ctx.now)
    return call, len(some)


async def close(ctx: Background, call: Call) -> Call:
    """It is over: nobody is let in any more, who reported is thanked, all others hear that it is over. Once."""
    if not call.state.is_shown:
        return call
    call = await change(ctx, call, state=State.OVER.value, closed_at=ctx.now)
    for entry in await people(ctx, call, Stand.REPORTED):
        if entry.member_id is not None:
            await ctx.use(Activities).record(ctx.community.id, entry.member_id, TESTED, f"testers:{call.id}")
        await _news.tell(ctx, entry, "testers-thanks", title=call.title)
    for entry in await rows_of(ctx, call, Stand.REPORTED, Stand.TESTING, Stand.ASKED):
        await see_out(ctx, entry)
    await _news.say(ctx, call)
    await wake_the_rest(ctx, call)
    return call


async def wake_the_rest(ctx: Background, call: Call) -> None:
    """Those who did not test, or said nothing, are told that it is over, some at a time."""
    await ctx.later(tell_the_rest, call_id=call.id)


async def tell_the_rest(ctx: Background, call_id: int, behind: int = 0) -> None:
    """Some of them, and go on with the next ones in another job."""
    call = await call_of(ctx, call_id)
    rest = sorted(await people(ctx, call, Stand.TESTING, Stand.ASKED, Stand.LINE), key=lambda one: one.id)
    some = [one for one in rest if one.id > behind][:AT_ONCE]
    for entry in some:
        tested = "yes" if entry.state is Stand.TESTING else "no"
        await _news.tell(ctx, entry, "testers-is-over", title=call.title, tested=tested)
    if len(some) == AT_ONCE:
        await ctx.later(tell_the_rest, call_id=call_id, behind=some[-1].id)


async def settled(ctx: Background, entry_id: int, problem: str | None, said: dict[str, str], way: str) -> None:
    """What the network says of letting a tester in: they hear of it, and of a refusal the hosts do, with its cure."""
    try:
        entry = await entry_of(ctx, entry_id)
        call = await locked(ctx, entry.call_id)
    except UserError:
        return  # it is not here any more
    if entry.state not in (Stand.TESTING, Stand.REPORTED) or not call.state.is_shown:
        return
    why = plain(ctx.t(problem, **said)) if problem is not None else None
    await place(ctx, entry, entry.state, problem=why)
    name = await ctx.use(People).name_of(entry.member_id)
    at = int(ctx.now.timestamp())
    if why is None:
        if not way:  # whoever has to come in by an address was told it by the core
            await _news.tell(ctx, entry, "testers-inside", turn=at, title=call.title, name=call.ref_name)
        return
    values = {"title": call.title, "name": name, "place": call.ref_name, "why": why}
    key, button = f"testers-refused:{entry.name}:{at}", ("testers.host_card", call.id)
    await _news.tell_hosts(ctx, key, "testers-host-refused", button, always=True, **values)
    await _news.tell(ctx, entry, "testers-outside", turn=at, title=call.title, name=call.ref_name)
