"""Calls on hosts' screens: all of them, one with everything about it, and who put themselves forward."""

from collections.abc import Sequence
from typing import Final

from bot.api import Action, Context, Markup, Page, People, RuleWords, Segments, headed, join, plain, shortened, turning
from plugins.testers._call import Call, State, Way, calls_in, count_calls, moment
from plugins.testers._entry import ALIVE, Entry, Stand, people
from plugins.testers._news import members_of
from plugins.testers._reporting import Report, reports_of

ON_A_PAGE: Final = 6
REPORTS_ON_A_PAGE: Final = 4
QUOTED: Final = 500
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def listing(ctx: Context, number: int) -> Screen:
    """A page of all calls, the newest first."""
    number, last = Page.nearest(await count_calls(ctx, *State), number, ON_A_PAGE)
    found = await calls_in(ctx, *State, limit=ON_A_PAGE, skip=(number - 1) * ON_A_PAGE)
    if not found:
        return ctx.t("testers-host-none"), []
    page = Page(found, number, last)
    lines, rows = [headed(ctx, ctx.t("testers-host-list"), page)], []
    for call in found:
        lines.append(ctx.t("testers-host-line", title=call.title, state=call.state.value, **await _counts(ctx, call)))
        rows.append([ctx.button("testers.host_card", call.id, label=shortened(call.title, 60))])
    return join(lines), [*rows, turning(ctx, "testers.host_page", page)]


async def _counts(ctx: Context, call: Call) -> dict[str, int]:
    each = await people(ctx, call, *ALIVE)
    count = {stand: len([one for one in each if one.state is stand]) for stand in ALIVE}
    return {
        "seats": call.seats,
        "waiting": count[Stand.LINE],
        "asked": count[Stand.ASKED],
        "testing": count[Stand.TESTING],
        "reports": count[Stand.REPORTED],
    }


async def card(ctx: Context, call: Call, head: Markup | None = None) -> Screen:
    """One call with all that hosts know of it, and what they can do."""
    lines = [head] if head is not None else []
    lines.append(ctx.t("testers-card", title=call.title))
    lines += [ctx.t("testers-card-about", text=call.about)] if call.about else []
    lines.append(ctx.t("testers-host-state", state=call.state.value, way=call.way.value))
    counts = ctx.t("testers-host-counts", state=call.state.value, **await _counts(ctx, call))
    if call.state is State.OVER:
        return join([*lines, counts]), _buttons(ctx, call)
    when = {"until": moment(ctx, call.until), "due": moment(ctx, call.due), "ends": moment(ctx, call.ends)}
    said = {"early": "yes" if call.until is not None else "no", "late": "yes" if call.due is not None else "no"}
    lines.append(ctx.t("testers-host-when", state=call.state.value, **when, **said))
    lines.append(await _who(ctx, call))
    lines.append(ctx.t("testers-host-where", name=call.ref_name, placed="yes" if call.native else "no"))
    return join([*lines, counts]), _buttons(ctx, call)


async def _who(ctx: Context, call: Call) -> Markup:
    if call.rule is None:
        return ctx.t("testers-host-everybody")
    words = (await RuleWords.of(ctx, call.rule)).says(call.rule)
    count = await ctx.use(Segments).how_many(ctx.community.id, call.rule)
    return ctx.t("testers-host-rule", rule=words, count=count)


def _buttons(ctx: Context, call: Call) -> list[list[Action]]:
    if call.state is State.OVER:
        return [[ctx.button("testers.reports_page", call.id, 1), ctx.button("testers.csv", call.id)], _all(ctx)]
    others = [way for way in Way if way is not call.way]
    ways = [
        ctx.button("testers.set_way", call.id, way.value, label=ctx.t("testers-pick-by", way=way.value))
        for way in others
    ]
    arrange = [
        ctx.button("testers.edit_form", call.id),
        ctx.button("testers.rule", call.id),
        ctx.button("testers.where_page", call.id, 1),
    ]
    if call.state is State.DRAFT:
        return [[ctx.button("testers.post_now", call.id), ctx.button("testers.throw_away", call.id)], ways, arrange]
    return [*_doing(ctx, call), arrange, *([ways] if call.state is State.OPEN else []), _all(ctx)]


def _doing(ctx: Context, call: Call) -> list[list[Action]]:
    """What moves a call on."""
    on = [ctx.button("testers.people_page", call.id, 1)]
    if call.state is State.OPEN or (call.state is State.PICKING and call.way is Way.HAND):
        on.append(ctx.button("testers.pick_now", call.id, label=ctx.t("testers-pick-now", way=call.way.value)))
    read = [ctx.button("testers.reports_page", call.id, 1), ctx.button("testers.csv", call.id)]
    return [on, read, [ctx.button("testers.remind_now", call.id), ctx.button("testers.ask_close", call.id)]]


def _all(ctx: Context) -> list[Action]:
    return [ctx.button("testers.host_page", 1)]


async def volunteers(ctx: Context, call: Call, number: int, head: Markup | None = None) -> Screen:
    """A page of who put themselves forward, those who test first; by hand they are chosen here."""
    every = sorted(await people(ctx, call, *ALIVE), key=lambda one: ALIVE.index(one.state))
    page = Page.of(every, number, ON_A_PAGE)
    back = [ctx.button("testers.host_card", call.id, label=ctx.t("testers-back"))]
    lines = [head] if head is not None else []
    if not page.items:
        return join([*lines, ctx.t("testers-people-none", title=call.title)]), [back]
    lines.append(headed(ctx, ctx.t("testers-people", title=call.title), page))
    names, rows = await members_of(ctx, page.items), []
    for entry in page.items:
        name = names[entry.id].name if entry.id in names else plain(ctx.t("testers-somebody"))
        lines.append(_person(ctx, entry, name))
        if call.way is Way.HAND and call.state.is_shown and entry.state is Stand.LINE:
            label = ctx.t("testers-take", name=shortened(name, 40))
            rows.append([ctx.button("testers.take", call.id, entry.id, label=label)])
    return join(lines), [*rows, turning(ctx, "testers.people_page", page, call.id), back]


def _person(ctx: Context, entry: Entry, name: str) -> Markup:
    kept, barred = moment(ctx, entry.until), "yes" if entry.problem else "no"
    values = {"name": name, "state": entry.state.value, "kept": kept, "barred": barred, "why": entry.problem or ""}
    return ctx.t("testers-person", **values)


async def reports(ctx: Context, call: Call, number: int) -> Screen:
    """A page of what testers found."""
    page = Page.of(await reports_of(ctx, call), number, REPORTS_ON_A_PAGE)
    back = [ctx.button("testers.host_card", call.id, label=ctx.t("testers-back"))]
    if not page.items:
        return ctx.t("testers-reports-none", title=call.title), [back]
    lines = [headed(ctx, ctx.t("testers-reports", title=call.title), page)]
    names = await _names(ctx, page.items)
    for one in page.items:
        values = {"name": names[one.member_id], "stars": one.shown_stars, "starred": "yes" if one.stars else "no"}
        lines.append(ctx.t("testers-report-line", text=shortened(one.text, QUOTED), **values))
    csv = [ctx.button("testers.csv", call.id)]
    return join(lines), [turning(ctx, "testers.reports_page", page, call.id), [*csv, *back]]


async def _names(ctx: Context, some: Sequence[Report]) -> dict[int, str]:
    found = await ctx.use(People).of_many([one.member_id for one in some])
    unknown = plain(ctx.t("testers-somebody"))
    return {one.member_id: found[one.member_id].name if one.member_id in found else unknown for one in some}
