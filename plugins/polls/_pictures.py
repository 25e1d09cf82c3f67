"""What a poll came to as a picture: bars, or a scale's columns with the score and its margin."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.api import (
    Background,
    Card,
    ChartCard,
    ChartRow,
    Markup,
    Mood,
    Promoters,
    ScoreCard,
    ScoreColumn,
    ScoreGroup,
    ScorePoint,
    plain,
    promoters,
    times,
)
from plugins.polls._counting import Figures
from plugins.polls._poll import Kind, Poll
from plugins.polls._words import net_words

_DETRACTS, _PROMOTES = 6, 9
"""The net promoter score's bounds: 0 to 6 detract, 9 and 10 promote."""


def card_of(ctx: Background, poll: Poll, shown: Figures | None) -> Card | None:
    """The picture; None where there is nothing to draw."""
    if shown is None or not shown.people:
        return None
    if poll.kind.has_options:
        return _chart(ctx, poll, shown)
    return _score(ctx, poll, shown) if poll.kind.scale else None


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
    points = [
        _point(times.month(month, ctx.language, short=True), net)
        for month, spread in months
        if (net := promoters(spread)) is not None
    ]
    if not points:
        return None
    every = sum((spread for _, spread in months), Counter[int]())
    figures = Figures(every.total(), spread=tuple((value, every[value]) for value in Kind.SCORE.scale))
    last, newest = next((month, net_words(net)) for month, of in reversed(months) if (net := promoters(of)) is not None)
    return ScoreCard(
        title=_said(ctx, "polls-trend-title"),
        community=ctx.community.name,
        day=_day(ctx),
        score=str(newest["score"]),
        margin=f"± {newest['margin']}" if newest["certain"] == "yes" else "",
        about=_said(ctx, "polls-trend-about", month=times.month(last, ctx.language)),
        columns=tuple(ScoreColumn(str(value), count, _net_mood(value)) for value, count in figures.spread),
        groups=tuple(_groups(ctx, figures)),
        over_time=tuple(points),
    )


def _point(month: str, net: Promoters) -> ScorePoint:
    low, high = net.score - (net.margin or 0), net.score + (net.margin or 0)
    return ScorePoint(month, net.score, f"{net.score:+.0f}", (max(-100.0, low), min(100.0, high)))


def _score(ctx: Background, poll: Poll, shown: Figures) -> ScoreCard:
    is_score, net = poll.kind is Kind.SCORE, shown.net
    label = "polls-score" if is_score else "polls-stars"
    columns = [ScoreColumn(_said(ctx, label, number=value), count, _mood(poll, value)) for value, count in shown.spread]
    said = net_words(net) if is_score and net is not None else None
    mean = times.number(round(shown.mean or 0.0, 1), ctx.language)
    return ScoreCard(
        title=poll.question,
        community=ctx.community.name,
        day=_day(ctx),
        score=str(said["score"]) if said else mean,
        margin=f"± {said['margin']}" if said and said["certain"] == "yes" else "",
        about=_said(ctx, "polls-picture-about", net="yes" if said else "no", of=poll.kind.scale[-1]),
        columns=tuple(columns),
        groups=tuple(_groups(ctx, shown)) if is_score else (),
        note=_said(ctx, "polls-people", count=shown.people),
    )


def _groups(ctx: Background, shown: Figures) -> list[ScoreGroup]:
    groups = []
    for mood in Mood:
        count = sum(times_given for value, times_given in shown.spread if _net_mood(value) is mood)
        words = _said(ctx, "polls-picture-group-words", count=count, share=round(100 * count / shown.people))
        groups.append(ScoreGroup(_said(ctx, "polls-picture-group", mood=mood.value), words, mood))
    return groups


def _mood(poll: Poll, value: int) -> Mood:
    if poll.kind is Kind.SCORE:
        return _net_mood(value)
    middle = 3
    return Mood.FOR if value > middle else Mood.NEITHER if value == middle else Mood.AGAINST


def _net_mood(value: int) -> Mood:
    if value <= _DETRACTS:
        return Mood.AGAINST
    return Mood.FOR if value >= _PROMOTES else Mood.NEITHER


def _day(ctx: Background) -> str:
    return times.day(ctx.now.astimezone(ZoneInfo(ctx.community.zone)).date(), ctx.language)


def _said(ctx: Background, key: str, **values: object) -> str:
    return plain(ctx.t(key, **values))


def says(ctx: Background, poll: Poll) -> Markup:
    """What somebody is told who cannot see it; the figures stand in the message."""
    return ctx.t("polls-picture-says", question=poll.question)
