"""Causes: what members give their points to, counted for everybody to see."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Accent,
    Activities,
    Audit,
    Background,
    Choice,
    Context,
    Field,
    FieldKind,
    Ledger,
    Markup,
    Page,
    Paid,
    Role,
    Stream,
    Telling,
    UserError,
    counts_for,
    folded,
    headed,
    join,
    matching,
    turning,
)
from plugins.loyalty._facts import GAVE
from plugins.loyalty._naming import one_named
from plugins.loyalty._tables import causes, gifts

FOR_CAUSE = "loyalty-for-cause"
MOST_OPEN = 10
ON_A_PAGE = 5
LONGEST_NAME = 60
MOST_POINTS = 100_000_000


class Cause(Struct, frozen=True):
    """What is given to, and how much was so far; `people`: how many gave, each counted once."""

    id: int
    name: str
    goal: int | None
    given: int
    closed_at: datetime | None
    people: int = 0


async def show(ctx: Context, number: int = 1) -> None:
    """A page of the causes, those that are open first."""
    found = await _all(ctx)
    if not found:
        await ctx.reply(ctx.t("loyalty-causes-none", may=ctx.member.role >= Role.MODERATOR))
        return
    page = Page.of(found, number, ON_A_PAGE)
    lines = [headed(ctx, ctx.t("loyalty-causes-title"), page), *(_line(ctx, one) for one in page.items)]
    give = [
        [ctx.button("loyalty.ask_gift", one.id, label=ctx.t("loyalty-give-to", cause=one.name))]
        for one in page.items
        if one.closed_at is None
    ]
    await ctx.reply(join(lines), *give, turning(ctx, "loyalty.causes_page", page))


def _line(ctx: Background, one: Cause) -> Markup:
    state = "closed" if one.closed_at else "goal" if one.goal else "open"
    return ctx.t(
        "loyalty-causes-line", cause=one.name, points=one.given, people=one.people, state=state, goal=one.goal or 0
    )


async def add(ctx: Context, name: str, goal: int | None) -> Cause:
    """A new cause. Raises UserError for a name that is taken or too long, or a goal out of bounds."""
    there = await _open(ctx)
    if len(there) >= MOST_OPEN:
        raise UserError("loyalty-causes-enough", most=MOST_OPEN)
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise UserError("loyalty-cause-name", most=LONGEST_NAME)
    if any(folded(one.name) == folded(name) for one in there):
        raise UserError("loyalty-cause-taken", cause=name)
    if goal is not None and not 1 <= goal <= MOST_POINTS:
        raise UserError("loyalty-cause-goal", most=MOST_POINTS)
    values = {"community_id": ctx.community.id, "name": name, "goal": goal, "opened_at": ctx.now}
    id = await ctx.db.insert(sa.insert(causes).values(**values))
    await _note(ctx, id, None, name)
    return Cause(id, name, goal, 0, None)


async def close(ctx: Context, typed: str) -> Cause:
    """Nothing more is given to it; everybody is told what came together. Raises UserError for an unknown one."""
    cause = await _named(ctx, typed)
    await ctx.db.execute(sa.update(causes).where(causes.c.id == cause.id).values(closed_at=ctx.now))
    await _note(ctx, cause.id, cause.name, None)
    if cause.given:
        await _tell_everybody(ctx, "loyalty-cause-closed", cause)
    return cause


async def ask(ctx: Context, cause_id: int) -> None:
    """How many points?"""
    cause = await _by_id(ctx, cause_id)
    has = await ctx.use(Ledger).balance(ctx.member.id)
    field = Field("amount", ctx.t("loyalty-gift-field", points=has.posted), FieldKind.NUMBER)
    title = ctx.t("loyalty-gift-form", cause=cause.name)
    await ctx.ask("loyalty.keep_gift", cause.id, title=title, fields=[field])


async def give_to(ctx: Context, cause_id: int, typed: str) -> None:
    """What a form brought. Raises UserError where it is no number."""
    if not typed.strip().isdecimal():
        raise UserError("loyalty-gift-amount")
    await give(ctx, await _by_id(ctx, cause_id), int(typed))


async def meant(ctx: Context, typed: str | None) -> Cause:
    """The cause of that name, or the only one there is. Raises UserError where it has to be said which."""
    if typed:
        return await _named(ctx, typed)
    there = await _open(ctx)
    if len(there) != 1:
        known = ", ".join(one.name for one in there)
        raise UserError("loyalty-cause-which", some=bool(there), known=known)
    return there[0]


async def give(ctx: Context, cause: Cause, amount: int) -> None:
    """The member's points go to the cause. Raises UserError, and moves nothing, where that cannot be."""
    if not 1 <= amount <= MOST_POINTS:
        raise UserError("loyalty-gift-amount")
    change = sa.update(causes).where(causes.c.id == cause.id, causes.c.closed_at.is_(None))
    if (await ctx.db.execute(change.values(given=causes.c.given + amount))).rowcount != 1:
        raise UserError("loyalty-cause-over", cause=cause.name)
    line = {"cause_id": cause.id, "member_id": ctx.member.id, "amount": amount, "at": ctx.now}
    gift_id = await ctx.db.insert(sa.insert(gifts).values(**line))
    ledger, reference = ctx.use(Ledger), f"cause:{cause.id}:{gift_id}"
    paid = await ledger.spend(ctx.community.id, ctx.member.id, amount, FOR_CAUSE, reference, note=cause.name)
    has = await ledger.balance(ctx.member.id)
    if paid is not Paid.DONE:
        raise UserError("loyalty-gift-short", points=has.posted)
    activities = ctx.use(Activities)
    await activities.record(ctx.community.id, ctx.member.id, GAVE, f"gift:{gift_id}", value=amount, detail=cause.name)
    now = await _by_id(ctx, cause.id)
    if now.goal is not None and now.given - amount < now.goal <= now.given:
        await _tell_everybody(ctx, "loyalty-cause-reached", now)
    await ctx.reply(ctx.t("loyalty-gift-done", cause=now.name, amount=amount, given=now.given, points=has.posted))


async def in_recap(ctx: Background, stream: Stream) -> list[Markup]:
    """What was given while the stream was on."""
    if stream.started_at is None or stream.ended_at is None:
        return []
    query = (
        sa.select(causes.c.name, sa.func.sum(gifts.c.amount))
        .join(causes, causes.c.id == gifts.c.cause_id)
        .where(causes.c.community_id == ctx.community.id, gifts.c.at.between(stream.started_at, stream.ended_at))
        .group_by(causes.c.id, causes.c.name)
        .order_by(causes.c.id)
    )
    return [ctx.t("loyalty-recap-given", cause=name, points=int(sum)) for name, sum in await ctx.db.rows(query)]


async def names(ctx: Context, typed: str) -> Sequence[Choice]:
    """The open causes that a name may mean."""
    return matching(typed, [Choice(one.name, one.name) for one in await _open(ctx)])


async def _all(ctx: Background) -> Sequence[Cause]:
    who = sa.func.count(counts_for(gifts.c.member_id).distinct())
    people = sa.select(who).where(gifts.c.cause_id == causes.c.id).correlate(causes).scalar_subquery()
    query = sa.select(causes, people.label("people")).where(causes.c.community_id == ctx.community.id)
    rows = await ctx.db.rows(query.order_by(causes.c.closed_at.is_not(None), causes.c.closed_at.desc(), causes.c.id))
    return [Cause(row.id, row.name, row.goal, row.given, row.closed_at, row.people) for row in rows]


async def _open(ctx: Background) -> Sequence[Cause]:
    return [one for one in await _all(ctx) if one.closed_at is None]


async def _by_id(ctx: Background, cause_id: int) -> Cause:
    for one in await _open(ctx):
        if one.id == cause_id:
            return one
    raise UserError("loyalty-cause-gone")


async def _named(ctx: Background, typed: str) -> Cause:
    return one_named(await _open(ctx), typed, "loyalty-cause-unknown")


async def _tell_everybody(ctx: Background, message: str, cause: Cause) -> None:
    now = next(one for one in await _all(ctx) if one.id == cause.id)
    await ctx.use(Telling).everybody(
        f"{message}:{now.id}", message, accent=Accent.GLOW, cause=now.name, points=now.given, people=now.people
    )


async def _note(ctx: Context, cause_id: int, before: str | None, after: str | None) -> None:
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "loyalty-cause", f"cause:{cause_id}", before, after)
