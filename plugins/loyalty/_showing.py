"""Points on screens: what somebody has and how it came about."""

from datetime import datetime

from bot.api import (
    Action,
    Background,
    Context,
    Ledger,
    LedgerLine,
    LineKind,
    LineState,
    Markup,
    Member,
    join,
    times,
)
from plugins.loyalty import _telling_how
from plugins.loyalty._rules import LoyaltySettings

LINES_ON_A_PAGE = 10


async def balance(ctx: Context) -> Markup:
    """What the member has, what waits, what is owed."""
    has = await ctx.use(Ledger).balance(ctx.member.id)
    lines = [ctx.t("loyalty-balance", points=has.posted)]
    if has.pending:
        lines.append(ctx.t("loyalty-pending", points=has.pending))
    if has.owed:
        lines.append(ctx.t("loyalty-owed", points=has.owed))
    if not has.posted and not has.pending:
        lines.append(_telling_how.first(ctx, await ctx.settings(LoyaltySettings)))
    return join(lines)


async def history(ctx: Context, before: int | None) -> tuple[Markup, int | None]:
    """A page of the member's lines, and where the page behind it begins."""
    lines = await ctx.use(Ledger).history(ctx.member.id, LINES_ON_A_PAGE + 1, before)
    if not lines:
        return ctx.t("loyalty-history-empty"), None
    shown = lines[:LINES_ON_A_PAGE]
    further = shown[-1].id if len(lines) > len(shown) else None
    return join([ctx.t("loyalty-history-title"), *(_line(ctx, line) for line in shown)]), further


def _line(ctx: Context, line: LedgerLine) -> Markup:
    waits = line.state is LineState.PENDING and line.posts_at is not None
    values = {
        "day": _when(ctx, line.at),
        "points": abs(line.amount),
        "sign": "minus" if line.amount < 0 else "plus",
        "why": _why(ctx, line),
        "state": line.state.value,
        "counts": _when(ctx, line.posts_at) if waits and line.posts_at else "",
    }
    return ctx.t("loyalty-history-line", **values)


def _when(ctx: Context, at: datetime) -> str:
    return times.moment(at, ctx.language, ctx.member.zone, now=ctx.now)


def _why(ctx: Context, line: LedgerLine) -> Markup:
    if line.note and line.kind is LineKind.SPENT:
        return ctx.t("loyalty-why-spent", reason=ctx.t(line.reason), note=line.note)
    if line.note:
        return ctx.t("loyalty-why-note", note=line.note)
    return ctx.t("loyalty-why", kind=line.kind.value, reason=ctx.t(line.reason))


async def on_card(ctx: Background, member: Member) -> list[Markup]:
    """A line of the profile card."""
    has = await ctx.use(Ledger).balance(member.id)
    return [ctx.t("loyalty-card", points=has.posted)] if has.posted else []


def buttons(ctx: Context) -> list[Action]:
    """Where to look from a balance."""
    return [ctx.button("loyalty.history_page", 0), ctx.button("loyalty.show_how")]
