"""What a poll came to as a picture: bars, or a scale's columns with the score and its margin."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.api import (
    SCORES,
    Background,
    Card,
    ChartCard,
    ChartRow,
    Markup,
    plain,
    promoters,
    score_card,
    score_point,
    times,
)
from plugins.polls._counting import Figures
from plugins.polls._poll import Kind, Poll


def card_of(ctx: Background, poll: Poll, shown: Figures | None) -> Card | None:
    """The picture; None where there is nothing to draw."""
    if shown is None or not shown.people:
        return None
    if poll.kind.has_options:
        return _chart(ctx, poll, shown)
    if (scale := poll.kind.scale) is None:
        return None
    return score_card(
        ctx, scale, dict(shown.spread), title=poll.question, note=_said(ctx, "polls-people", count=shown.people)
    )


def _chart(ctx: Background, poll: Poll, shown: Figures) -> ChartCard:
    best = shown.best if not poll.is_open else ()
    rows = [
        ChartRow(
            row.label,
            row.points,
            _said(ctx, "polls-picture-row", kind=poll.kind.value, **_amounts(shown, row.votes, row.points)),
            won=row in best,
        )
        for row in shown.rows
    ]
    return ChartCard(
        title=poll.question,
        community=ctx.community.name,
        day=_day(ctx),
        rows=tuple(rows),
        note=_said(ctx, "polls-people", count=shown.people),
        full=float(shown.people) if poll.kind is not Kind.RANKED else None,
    )


def _amounts(shown: Figures, votes: int, points: int) -> dict[str, object]:
    share = round(100 * votes / shown.people) if shown.people else 0
    return {"votes": votes, "points": points, "share": share}


def trend_card(ctx: Background, months: Sequence[tuple[date, Counter[int]]]) -> Card | None:
    """The net promoter score of each month that has enough answers, all of them as columns; None without any."""
    known = [(month, net) for month, spread in months if (net := promoters(spread)) is not None]
    if not known:
        return None
    last, newest = known[-1]
    return score_card(
        ctx,
        SCORES,
        sum((spread for _, spread in months), Counter[int]()),
        title=_said(ctx, "polls-trend-title"),
        now=newest,
        about=_said(ctx, "polls-trend-about", month=times.month(last, ctx.language)),
        over_time=[score_point(times.month(month, ctx.language, short=True), net) for month, net in known],
    )


def _day(ctx: Background) -> str:
    return times.day(ctx.now.astimezone(ZoneInfo(ctx.community.zone)).date(), ctx.language)


def _said(ctx: Background, key: str, **values: object) -> str:
    return plain(ctx.t(key, **values))


def says(ctx: Background, poll: Poll) -> Markup:
    """What somebody is told who cannot see it; the figures stand in the message."""
    return ctx.t("polls-picture-says", question=poll.question)
