"""What hosts are shown of cases: one of them, its transcript, all of them, and who is on duty."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.api import (
    Action,
    Context,
    Markup,
    Page,
    People,
    Role,
    headed,
    join,
    mean_answer,
    names_in,
    plain,
    shortened,
    times,
    turning,
)
from plugins.assistant import _closing
from plugins.assistant._case import Case, State, case_of, cases_of, waiting
from plugins.assistant._duty import on_duty
from plugins.assistant._learning import can_be_learnt
from plugins.assistant._lines import SAID, Line, beginning, line_text, lines_of
from plugins.assistant._lines import names_in as speakers
from plugins.assistant._showing import Screen

ON_A_PAGE: Final = 6
LETTERS_ON_A_PAGE: Final = 1500
FURTHER: Final = 100
"""Letters of a line beside what was said."""

LISTED: Final = 300
SHOWN: Final = 4
NAMED: Final = 5
LABEL: Final = 60
WAITING_SHOWN: Final = 5


async def page(ctx: Context, case: Case, head: Markup | None = None) -> Screen:
    """A case as a host sees it: how it stands, the last words, what can be done."""
    every = await lines_of(ctx, case)
    some = [line for line in every if line.kind in SAID][-SHOWN:]
    names = await speakers(ctx, case, every)
    lines = [*([head] if head else []), _title(ctx, case, names.get(case.member_id, ""))]
    lines.append(await _state(ctx, case))
    lines += [line_text(ctx, case, line, names) for line in beginning(some)]
    if case.after_id is not None:
        lines.append(ctx.t("assistant-case-goes-on", number=case.after_id))
    return join(lines, "\n"), [*_host_rows(ctx, case), *_learning_row(ctx, case, every)]


def _title(ctx: Context, case: Case, who: str) -> Markup:
    return ctx.t("assistant-case-title", number=case.id, who=who)


async def _state(ctx: Context, case: Case) -> Markup:
    host = await ctx.use(People).name_of(case.taken_by if case.is_open else case.closed_by)
    return ctx.t(
        "assistant-case-state",
        state=case.state.value,
        how=case.closed_as,
        host=host,
        named="yes" if host else "no",
        since=_moment(ctx, case.closed_at or case.since),
        starred="yes" if case.stars else "no",
        stars=case.shown_stars,
        remarked="yes" if case.remark else "no",
        remark=case.remark,
    )


def _host_rows(ctx: Context, case: Case) -> list[list[Action]]:
    transcript = ctx.button("assistant.case_transcript", case.id)
    all_of_them = ctx.button("assistant.cases_page", 1)
    if not case.is_open:
        return [[transcript, all_of_them]]
    answer = ctx.button("assistant.case_answer_form", case.id)
    if case.state is State.NEW:
        return [[ctx.button("assistant.case_take", case.id), answer], [_close(ctx, case), transcript], [all_of_them]]
    if case.taken_by != ctx.member.id:
        return [[ctx.button("assistant.case_take_over", case.id), transcript], [all_of_them]]
    rest = [ctx.button("assistant.case_release", case.id)] if case.waits else []
    return [[answer, _close(ctx, case)], [*rest, transcript], [all_of_them]]


def _learning_row(ctx: Context, case: Case, every: Sequence[Line]) -> list[list[Action]]:
    """Moderators may let the bot learn what a person answered."""
    learns = ctx.member.role >= Role.MODERATOR and can_be_learnt(every)
    return [[ctx.button("assistant.learn_form", case.id)]] if learns else []


def _close(ctx: Context, case: Case) -> Action:
    return ctx.button("assistant.case_close" if case.state is State.NEW else "assistant.case_back", case.id)


async def taken(ctx: Context, case: Case) -> Screen:
    """Another host has it; it can be taken over, on purpose."""
    host = await ctx.use(People).name_of(case.taken_by)
    return ctx.t("assistant-case-has", host=host, number=case.id), [
        [ctx.button("assistant.case_take_over", case.id), ctx.button("assistant.case_look", case.id)]
    ]


async def transcript(ctx: Context, case_id: int, number: int) -> Screen:
    """A page of all that was said and done, the first page being the oldest; 0 is the newest."""
    case = await case_of(ctx, case_id)
    every = await lines_of(ctx, case)
    pages = _packed(every)
    number, last = Page.nearest(len(pages), number or len(pages), 1)
    some = Page(pages[number - 1], number, last)
    names = await speakers(ctx, case, every)
    title = ctx.t("assistant-case-transcript-of", number=case.id, who=names.get(case.member_id, ""))
    lines = [headed(ctx, title, some)]
    for line in some.items:
        said = line_text(ctx, case, line, names)
        lines.append(ctx.t("assistant-case-at", at=_moment(ctx, line.at), said=said))
    file = ctx.button("assistant.case_file", case.id)
    back = ctx.button("assistant.case_look", case.id, label=ctx.t("assistant-case-back-to"))
    turns = turning(ctx, "assistant.case_transcript_page", some, case.id)
    return join(lines), [turns, [file, back], *_learning_row(ctx, case, every)]


def _packed(every: Sequence[Line]) -> Sequence[Sequence[Line]]:
    """In pages that one message has room for, with every line whole."""
    pages, letters = [list[Line]()], 0
    for line in every:
        if pages[-1] and letters + len(line.words) > LETTERS_ON_A_PAGE:
            pages.append([])
            letters = 0
        pages[-1].append(line)
        letters += len(line.words) + FURTHER
    return pages


async def listing(ctx: Context, number: int) -> Screen:
    """A page of all cases, open ones first."""
    page = Page.of(await cases_of(ctx, limit=LISTED), number, ON_A_PAGE)
    if not page.items:
        return ctx.t("assistant-cases-none"), [[ctx.button("assistant.duty_page")]]
    lines = [headed(ctx, ctx.t("assistant-cases"), page)]
    stars = mean_answer(await _closing.spread(ctx))
    lines += [ctx.t("assistant-status-stars", mean=round(stars, 1))] if stars is not None else []
    found, looks = await _listed(ctx, page.items)
    return join([*lines, *found]), [
        *looks,
        turning(ctx, "assistant.cases_page", page),
        [ctx.button("assistant.duty_page")],
    ]


async def _listed(ctx: Context, some: Sequence[Case]) -> tuple[list[Markup], list[list[Action]]]:
    lines, looks, people = [], [], ctx.use(People)
    known = await people.of_many([id for case in some for id in (case.member_id, case.taken_by) if id])
    for case in some:
        who, host = (known[id].name if id in known else "" for id in (case.member_id, case.taken_by or 0))
        values = {"state": case.state.value, "host": host, "since": _moment(ctx, case.closed_at or case.since)}
        stars = {"stars": case.shown_stars, "starred": "yes" if case.stars else "no"}
        lines.append(ctx.t("assistant-cases-line", number=case.id, who=who, **values, **stars))
        label = shortened(plain(ctx.t("assistant-case-title", number=case.id, who=who)), LABEL)
        looks.append([ctx.button("assistant.case_look", case.id, label=label)])
    return lines, looks


async def duty(ctx: Context, head: Markup | None = None) -> Screen:
    """Who is on duty, and what waits for whoever comes."""
    hosts = await on_duty(ctx)
    names = names_in(ctx, [member.name for member in hosts], NAMED)
    mine = any(member.id == ctx.member.id for member in hosts)
    lines = [*([head] if head else []), ctx.t("assistant-duty-now", names=names, some="yes" if hosts else "no")]
    found = await cases_of(ctx, waiting())
    lines.append(ctx.t("assistant-duty-waiting", count=len(found)))
    listed, looks = await _listed(ctx, found[:WAITING_SHOWN])
    turn = ctx.button("assistant.duty_off" if mine else "assistant.duty_on")
    rest = [ctx.button("assistant.cases_page", 1)] if len(found) > WAITING_SHOWN else []
    return join([*lines, *listed]), [*looks, [turn, *rest]]


def _moment(ctx: Context, at: datetime) -> str:
    return times.moment(at, ctx.language, ctx.member.zone, now=ctx.now, home_zone=ctx.community.zone)
