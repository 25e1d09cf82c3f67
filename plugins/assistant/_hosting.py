"""The hosts' side of a case: take it, answer, leave it, hand back; of two at once the second hears who was first."""

from bot.api import Context, People, UserError
from plugins.assistant import _closing, _reminding
from plugins.assistant._case import Case, State, case_of, change, held
from plugins.assistant._case_posts import for_member, post, tell
from plugins.assistant._lines import Kind, read, say


async def take(ctx: Context, case_id: int, *, over: bool = False) -> Case:
    """Whoever acts has it from now on. Raises UserError where another host has, unless it is taken `over`."""
    case = await held(ctx, case_id)
    await _refuse(ctx, case, over=over)
    if case.taken_by == ctx.member.id:
        return case
    case, line = await _take(ctx, case)
    await post(ctx, case)
    await tell(ctx, case, "taken", f"taken:{line}", [for_member(case)], host=ctx.member.name)
    return case


async def _take(ctx: Context, case: Case) -> tuple[Case, int]:
    line = await say(ctx, case, Kind.TAKEN, by=ctx.member.id)
    state = State.WAITING if case.state is State.NEW else case.state
    return await change(ctx, case, state=state.value, taken_by=ctx.member.id, taken_at=ctx.now), line


async def for_answer(ctx: Context, case_id: int) -> Case:
    """The case, where whoever acts may answer it. Raises UserError."""
    case = await case_of(ctx, case_id)
    await _refuse(ctx, case)
    return case


async def answer(ctx: Context, case_id: int, typed: str) -> Case:
    """Send a host's words to the member; who answers has taken it. Raises UserError with the words given back."""
    text = read(typed)
    case = await held(ctx, case_id)
    await _refuse(ctx, case, text)
    if case.taken_by is None:
        case, _ = await _take(ctx, case)
    await _reminding.settle(ctx, case)
    line = await say(ctx, case, Kind.HOST, text, ctx.member.id)
    now = {"state": State.OPEN.value, "since": ctx.now, "answered_at": case.answered_at or ctx.now}
    case = await change(ctx, case, **now, remind_at=None, reminded=0)
    await tell(ctx, case, "said", f"said:{line}", [for_member(case)], host=ctx.member.name, text=text)
    await post(ctx, case)
    return case


async def release(ctx: Context, case_id: int) -> Case:
    """It is anybody's again, and waits. Raises UserError where it is over, or another host's."""
    case = await held(ctx, case_id)
    await _refuse(ctx, case)
    if case.taken_by is None:
        return case
    line = await say(ctx, case, Kind.RELEASED, by=ctx.member.id)
    case = await _reminding.untaken(ctx, case)
    await post(ctx, case)
    await tell(ctx, case, "released", f"released:{line}", [for_member(case)], host=ctx.member.name)
    return case


async def hand_back(ctx: Context, case_id: int) -> Case:
    """It is over, and the bot answers again. Raises UserError where it was before, or is another host's."""
    case = await held(ctx, case_id)
    await _refuse(ctx, case)
    return await _closing.hand_back(ctx, case)


async def _refuse(ctx: Context, case: Case, text: str = "", *, over: bool = False) -> None:
    """Raises UserError, with what was written given back, where the case is over, or another host has it."""
    given = {"number": case.id, "text": text, "written": bool(text)}
    if not case.is_open:
        raise UserError("assistant-case-over", how=case.closed_as, **given)
    if not over and case.taken_by not in (None, ctx.member.id):
        raise UserError("assistant-case-taken", host=await ctx.use(People).name_of(case.taken_by), **given)
