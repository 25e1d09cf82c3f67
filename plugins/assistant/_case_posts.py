"""What hosts see of a case unasked: its post, a nudge for whoever has it or is on duty, and the member's news of it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from bot.api import Background, People, Telling, drawn_stars, names_in
from plugins.assistant._case import STILL_OPEN, Case, State, cases_of
from plugins.assistant._case_tables import cases
from plugins.assistant._duty import on_duty
from plugins.assistant._lines import SAID, beginning, line_values, lines_of
from plugins.assistant._lines import names_in as speakers

LASTS: Final = timedelta(days=7)
SHOWN: Final = 4
NAMED: Final = 5
WAITING: Final = 10
NUDGES_APART: Final = 300  # seconds
Buttons = list[tuple[str, int]]


async def post(ctx: Background, case: Case, *, first: bool = False) -> None:
    """Show the hosts how it stands; of a case that is over no word is shown any more."""
    values = {**await _standing(ctx, case), "lines": await _said(ctx, case)}
    if case.state is State.NEW:
        names = [member.name for member in await on_duty(ctx)]
        values |= {"duty": names_in(ctx, names, NAMED), "staffed": "yes" if names else "no"}
    once = case.name if first else None
    await ctx.use(Telling).for_hosts(
        case.name, "assistant-case-post", once=once, buttons=rows_of(case), lasts=LASTS, of=case.owner_id, **values
    )


async def post_waiting(ctx: Background) -> None:
    """Who is on duty has changed, and the posts of what has waited longest say who that is."""
    for case in await cases_of(ctx, STILL_OPEN, cases.c.taken_by.is_(None), limit=WAITING):
        await post(ctx, case)


async def _standing(ctx: Background, case: Case) -> dict[str, Any]:
    people = await ctx.use(People).of_many([id for id in (case.member_id, case.taken_by, case.closed_by) if id])
    names = {id: member.name for id, member in people.items()}
    host = names.get(case.taken_by or 0, "") if case.is_open else names.get(case.closed_by or 0, "")
    return {
        "number": case.id,
        "who": names.get(case.member_id, ""),
        "state": case.state.value,
        "how": case.closed_as,
        "host": host,
        "named": "yes" if host else "no",
        "duty": "",
        "staffed": "no",
        "starred": "yes" if case.stars else "no",
        "stars": drawn_stars(case.stars),
        "remarked": "yes" if case.remark else "no",
        "remark": case.remark,
    }


async def _said(ctx: Background, case: Case) -> list[dict[str, Any]]:
    """The last words, as texts of their own for whoever renders the post."""
    if not case.is_open:
        return []
    some = [line for line in await lines_of(ctx, case) if line.kind in SAID][-SHOWN:]
    names = await speakers(ctx, case, some)
    return [{"text": "assistant-case-line", "values": line_values(case, line, names)} for line in beginning(some)]


_CAN_DO: Final[Mapping[State, Sequence[Sequence[str]]]] = {
    State.NEW: (("take", "answer_form"), ("close", "transcript")),
    State.WAITING: (("answer_form", "back"), ("release", "transcript")),
    State.OPEN: (("answer_form", "back"), ("transcript",)),
    State.CLOSED: (("transcript",),),
}


def rows_of(case: Case) -> Sequence[Buttons]:
    """What a host can do about it."""
    return [[(f"assistant.case_{name}", case.id) for name in row] for row in _CAN_DO[case.state]]


async def nudge(ctx: Background, case: Case, why: str) -> None:
    """Tell whoever has it, or those who are on duty, by themselves: an edited post makes no sound.

    They took it, or said that they are on duty, so they asked for it. Words are read in the case alone, and vanish
    with it.
    """
    hosts = [case.taken_by] if case.taken_by is not None else [member.id for member in await on_duty(ctx)]
    who = await ctx.use(People).name_of(case.member_id)
    turn = int(ctx.now.timestamp()) // NUDGES_APART
    for id in (one for one in hosts if one != case.member_id):
        await ctx.use(Telling).member(
            id,
            f"{case.name}:{why}:{id}:{turn}",
            "assistant-case-nudge",
            asked=True,
            lasts=LASTS,
            buttons=[[("assistant.case_look", case.id), ("assistant.case_answer_form", case.id)]],
            why=why,
            who=who,
            number=case.id,
        )


async def tell(ctx: Background, case: Case, what: str, key: str, buttons: Sequence[Any], **values: Any) -> None:
    """Tell the member something of their own case."""
    await ctx.use(Telling).member(
        case.member_id,
        f"{case.name}:{key}",
        f"assistant-case-told-{what}",
        asked=True,
        lasts=LASTS,
        buttons=buttons,
        **values,
    )


def for_member(case: Case) -> Buttons:
    """What the member can do about it."""
    return [("assistant.case_reply_form", case.id), ("assistant.case_done", case.id)]
