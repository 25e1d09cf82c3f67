"""Calls on members' screens: those under way, one of them with how somebody stands, and a draw to check."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from bot.api import Action, Context, File, Markup, Message, Page, drawing, headed, join, shortened, turning
from plugins.testers._call import Call, State, Way, calls_in, count_calls, moment
from plugins.testers._entry import SEATED, Entry, Stand, by_ticket, own, people

ON_A_PAGE: Final = 5
SHOWN: Final = 10
UNDER_WAY: Final = (State.OPEN, State.PICKING, State.RUNNING)
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def listing(ctx: Context, number: int) -> Screen:
    """A page of the calls under way, each with how the member stands."""
    number, last = Page.nearest(await count_calls(ctx, *UNDER_WAY), number, ON_A_PAGE)
    found = await calls_in(ctx, *UNDER_WAY, limit=ON_A_PAGE, skip=(number - 1) * ON_A_PAGE)
    if not found:
        return ctx.t("testers-none"), []
    page = Page(found, number, last)
    lines, rows = [headed(ctx, ctx.t("testers-list"), page)], []
    for call in found:
        mine = await own(ctx, call, ctx.member.id)
        lines.append(ctx.t("testers-line", title=call.title, state=call.state.value, stand=_word(mine)))
        rows.append([ctx.button("testers.look", call.id, label=shortened(call.title, 60))])
    return join(lines), [*rows, turning(ctx, "testers.listing_page", page)]


def _word(entry: Entry | None) -> str:
    return entry.state.value if entry is not None else "none"


async def card(ctx: Context, call: Call, head: Markup | None = None) -> Screen:
    """One call: what is to be tested, until when, and how the member stands."""
    mine = await own(ctx, call, ctx.member.id)
    lines = [head] if head is not None else [ctx.t("testers-card", title=call.title)]
    lines += [ctx.t("testers-card-about", text=call.about)] if call.about and head is None else []
    lines.append(await _how(ctx, call, mine))
    return join(lines), _buttons(ctx, call, mine)


async def _how(ctx: Context, call: Call, mine: Entry | None) -> Markup:
    """Where the member stands, in a sentence or two."""
    line = await people(ctx, call, Stand.LINE)
    place = next((place for place, one in enumerate(line, 1) if mine is not None and one.id == mine.id), 0)
    kept = moment(ctx, mine.until) if mine is not None else ""
    free = call.seats - len(await people(ctx, call, *SEATED))
    values = {
        "until": moment(ctx, call.until),
        "due": moment(ctx, call.due),
        "name": call.ref_name,
        "placed": "no" if call.native is None else "barred" if mine is not None and mine.problem else "yes",
        "place": place,
        "kept": kept,
        "free": max(0, free),
        "ticket": mine.ticket if mine is not None else "",
        "drawn": "yes" if call.is_drawn else "no",
    }
    if not call.state.is_shown:
        return ctx.t("testers-how-over", stand=_word(mine))
    shut = mine is None and not call.takes_volunteers(ctx.now)
    return ctx.t("testers-how", way=call.way.value, stand="shut" if shut else _word(mine), **values)


def _buttons(ctx: Context, call: Call, mine: Entry | None) -> list[list[Action]]:
    rows: list[list[Action]] = []
    state = mine.state if mine is not None else None
    if call.state.is_shown:
        if state in (None, Stand.BACK, Stand.LAPSED) and call.takes_volunteers(ctx.now):
            rows.append([ctx.button("testers.volunteer", call.id)])
        if state is Stand.ASKED:
            rows.append([ctx.button("testers.confirm", call.id)])
        if state in (Stand.TESTING, Stand.REPORTED):
            rows.append(
                [ctx.button("testers.report_form", call.id, label=ctx.t("testers-report", again=_again(state)))]
            )
        if state in (Stand.ASKED, Stand.TESTING, Stand.LINE):
            rows.append([ctx.button("testers.step_back", call.id)])
    if call.published is not None:
        rows.append([ctx.button("testers.draw_check", call.id)])
    return rows


def _again(state: Stand | None) -> str:
    return "yes" if state is Stand.REPORTED else "no"


async def draw(ctx: Context, call: Call) -> Message:
    """Everything about a call's draw that may be known by now, and the list to take along."""
    lines = [ctx.t("testers-draw", title=call.title), ctx.t("testers-draw-promise", commitment=call.commitment)]
    published = call.published
    if published is None:
        lines.append(ctx.t("testers-draw-open", until=moment(ctx, call.until)))
    else:
        count, fingerprint = len(published.splitlines()), drawing.digest(published)
        lines.append(ctx.t("testers-draw-list", count=count, fingerprint=fingerprint))
    if call.is_drawn and published is not None:
        order = list(islice(drawing.drawn(call.secret, published), max(SHOWN, call.seats)))
        fair = drawing.digest(call.secret) == call.commitment
        lines.append(ctx.t("testers-draw-secret", secret=call.secret))
        lines.append(ctx.t("testers-draw-order", tickets=", ".join(order) or "–", seats=call.seats))
        lines += await _passed_over(ctx, call, order)
        lines.append(ctx.t("testers-draw-holds", fair=fair))
    if call.way is Way.LOT and (mine := await own(ctx, call, ctx.member.id)) is not None:
        lines.append(ctx.t("testers-draw-own", ticket=mine.ticket))
    files = (File("draw.txt", published.encode()),) if published else ()
    return Message(join(lines), files=files)


async def _passed_over(ctx: Context, call: Call, order: Sequence[str]) -> list[Markup]:
    """Tickets that were drawn and whose people do not test: why somebody behind them does."""
    whose = await by_ticket(ctx, call)
    gone = [one for one in order if whose[one].member_id is None or whose[one].state in (Stand.BACK, Stand.LAPSED)]
    return [ctx.t("testers-draw-passed", tickets=", ".join(gone))] if gone else []
