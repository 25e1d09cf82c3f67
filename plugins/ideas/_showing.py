"""The board, and an idea's own page: the same for everybody, with more buttons for hosts."""

from collections.abc import Sequence
from enum import Enum
from typing import Final

import sqlalchemy as sa

from bot.api import (
    Action,
    ActionStyle,
    Context,
    Markup,
    Page,
    People,
    Role,
    headed,
    join,
    plain,
    shortened,
    times,
    turning,
)
from plugins.ideas import _merging
from plugins.ideas._idea import VOTES, Idea, State, has_voted, idea_from, select_ideas
from plugins.ideas._tables import ideas, words

ON_A_PAGE: Final = 5
LABEL: Final = 60
Screen = tuple[Markup, Sequence[Sequence[Action]]]


class Which(Enum):
    """Which ideas are shown."""

    OPEN = "open"
    NEW = "new"
    PLANNED = "planned"
    DONE = "done"
    DECLINED = "declined"
    HIDDEN = "hidden"


class Order(Enum):
    """Which come first."""

    VOTES = "votes"
    NEWEST = "newest"


def _chosen(ctx: Context, which: Which) -> Sequence[sa.ColumnElement[bool]]:
    """What is on the board: those merged into another stand with that one, and what is hidden only hosts see."""
    if which is Which.HIDDEN and ctx.member.role >= Role.HOST:
        return ideas.c.merged_into.is_(None), ideas.c.hidden | words.c.title.is_(None)
    states = [State.NEW, State.PLANNED] if which in (Which.OPEN, Which.HIDDEN) else [State(which.value)]
    there = ideas.c.merged_into.is_(None), ideas.c.hidden.is_(False), words.c.title.is_not(None)
    return *there, ideas.c.state.in_([state.value for state in states])


async def board(ctx: Context, which: Which, order: Order, number: int) -> Screen:
    """A page of the board."""
    where = _chosen(ctx, which)
    counted = sa.select(sa.func.count()).select_from(select_ideas(ctx, *where).with_only_columns(ideas.c.id).subquery())
    number, last = Page.nearest(int(await ctx.db.value(counted)), number, ON_A_PAGE)
    found = select_ideas(ctx, *where)
    found = found.order_by(VOTES.desc(), ideas.c.id) if order is Order.VOTES else found.order_by(ideas.c.id.desc())
    rows = await ctx.db.rows(found.limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE))
    page = Page([idea_from(row) for row in rows], number, last)
    lines = [headed(ctx, ctx.t("ideas-board", which=which.value, order=order.value), page)]
    if not page.items:
        lines = [ctx.t("ideas-board-none", which=which.value)]
    lines += [_line(ctx, idea) for idea in page.items]
    looks = [[_look(ctx, idea)] for idea in page.items]
    turn = turning(ctx, "ideas.board_page", page, which.value, order.value)
    return join(lines), [*looks, turn, *_choices(ctx, which, order)]


def _line(ctx: Context, idea: Idea) -> Markup:
    return ctx.t("ideas-line", number=idea.id, title=title_of(ctx, idea), votes=idea.votes, state=idea.state.value)


def _look(ctx: Context, idea: Idea) -> Action:
    return ctx.button("ideas.look", idea.id, label=shortened(f"#{idea.id} {title_of(ctx, idea)}", LABEL))


def _choices(ctx: Context, which: Which, order: Order) -> list[list[Action]]:
    """The other order, other states, giving one; for hosts the table."""
    other = Order.NEWEST if order is Order.VOTES else Order.VOTES
    label = ctx.t("ideas-by", order=other.value)
    first = [ctx.button("ideas.board_page", which.value, other.value, 1, label=label)]
    first.append(ctx.button("ideas.give_form", label=ctx.t("ideas-give")))
    hosts = ctx.member.role >= Role.HOST
    kinds = [one for one in Which if one is not which and one is not Which.NEW and (hosts or one is not Which.HIDDEN)]
    others = [
        ctx.button("ideas.board_page", one.value, order.value, 1, label=ctx.t("ideas-which", which=one.value))
        for one in kinds
    ]
    return [first, others, [ctx.button("ideas.export")] if hosts else []]


def title_of(ctx: Context, idea: Idea) -> str:
    """What it is called; its words may have gone with whoever wrote them."""
    return idea.title or plain(ctx.t("ideas-words-gone"))


async def page(ctx: Context, idea: Idea, head: Markup | None = None) -> Screen:
    """One idea, with what the reader can do about it."""
    voted = await has_voted(ctx, idea, ctx.member.id)
    lines = [head] if head is not None else []
    lines.append(ctx.t("ideas-page", number=idea.id, title=title_of(ctx, idea)))
    lines += [ctx.t("ideas-page-more", text=idea.more)] if idea.more else []
    since = "" if idea.decided_at is None else _day(ctx, idea)
    values = {"votes": idea.votes, "state": idea.state.value, "voted": voted}
    lines.append(ctx.t("ideas-page-state", **values, decided=bool(since), since=since))
    lines += [ctx.t("ideas-page-answer", text=idea.answer)] if idea.answer else []
    rows: list[list[Action]] = []
    if idea.state.is_open and idea.is_shown:
        rows.append([ctx.button("ideas.unvote" if voted else "ideas.vote", idea.id)])
    if ctx.member.role >= Role.HOST:
        lines += await _for_hosts(ctx, idea)
        rows += await _host_buttons(ctx, idea)
    return join(lines), [*rows, [ctx.button("ideas.board_page", Which.OPEN.value, Order.VOTES.value, 1)]]


def _day(ctx: Context, idea: Idea) -> str:
    assert idea.decided_at is not None
    return times.moment(idea.decided_at, ctx.language, ctx.member.zone, now=ctx.now)


async def _for_hosts(ctx: Context, idea: Idea) -> list[Markup]:
    """Whose it is is nobody else's business: an idea is judged by itself."""
    known = await ctx.use(People).of_many([] if idea.member_id is None else [idea.member_id])
    name = "".join(member.name for member in known.values())
    return [ctx.t("ideas-page-giver", name=name, named=bool(name), hidden=idea.hidden)]


async def _host_buttons(ctx: Context, idea: Idea) -> list[list[Action]]:
    states = [
        ctx.button("ideas.decide_form", idea.id, idea.turn, state.value, label=ctx.t("ideas-do", state=state.value))
        for state in State
        if state is not idea.state
    ]
    hide = ctx.button("ideas.hide", idea.id, 0 if idea.hidden else 1, label=ctx.t("ideas-hide", hidden=idea.hidden))
    more = [ctx.button("ideas.edit_form", idea.id), ctx.button("ideas.merge_page", idea.id), hide]
    again = [ctx.button("ideas.decide_form", idea.id, idea.turn, idea.state.value, label=ctx.t("ideas-do-again"))]
    gone_in = len(await _merging.inside(ctx, idea))
    parts = [ctx.button("ideas.parts_page", idea.id, 1, label=ctx.t("ideas-parts", count=gone_in))] if gone_in else []
    return [states, more, [*(again if idea.state is not State.NEW else []), *parts]]


def alike(ctx: Context, draft_id: int, found: Sequence[Idea]) -> Screen:
    """Ideas that say much the same, before another one is given."""
    lines, rows = [ctx.t("ideas-alike", several=len(found) > 1)], []
    for idea in found:
        lines.append(_line(ctx, idea))
        if idea.state.is_open:
            label = shortened(plain(ctx.t("ideas-vote-instead", title=idea.title)), LABEL)
            rows.append([ctx.button("ideas.vote_instead", idea.id, draft_id, label=label)])
        else:
            rows.append([_look(ctx, idea)])
    own = ctx.button("ideas.give_draft", draft_id, style=ActionStyle.MAIN)
    return join([*lines, ctx.t("ideas-alike-kept")]), [*rows, [own]]


async def merging(ctx: Context, idea: Idea) -> Screen:
    """Into which one it may go."""
    found = await _merging.candidates(ctx, idea)
    rows = [
        [ctx.button("ideas.ask_merge", idea.id, one.id, label=shortened(f"#{one.id} {one.title}", LABEL))]
        for one in found
    ]
    text = ctx.t("ideas-merge-which", title=title_of(ctx, idea), some=bool(found))
    return text, [*rows, [ctx.button("ideas.merge_form", idea.id)]]


async def parts(ctx: Context, idea: Idea, number: int) -> Screen:
    """A page of what went into it, each to be taken out again."""
    shown = Page.of(await _merging.inside(ctx, idea), number, ON_A_PAGE)
    lines = [headed(ctx, ctx.t("ideas-parts-title", title=title_of(ctx, idea)), shown)]
    lines += [_line(ctx, one) for one in shown.items]
    rows = []
    for one in shown.items:
        label = shortened(plain(ctx.t("ideas-apart-which", title=title_of(ctx, one))), LABEL)
        rows.append([ctx.button("ideas.take_apart", one.id, label=label)])
    return join(lines), [*rows, turning(ctx, "ideas.parts_page", shown, idea.id)]
