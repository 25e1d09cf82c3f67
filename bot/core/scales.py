"""Answers on a scale, shown alike wherever they were given: their figures in words, and as a picture."""

from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from bot.community.scores import SCORES, STARS, Promoters, Scale, promoters
from bot.core.context import Background
from bot.model.cards import Mood, ScoreCard, ScoreColumn, ScoreGroup, ScorePoint
from bot.model.messages import Choice
from bot.text import times
from bot.text.markup import plain

Spread = Mapping[int, int]
"""How often each figure was given."""


def drawn_stars(stars: int | None) -> str:
    """Stars as they are drawn, "★★★☆☆"; "" for none."""
    return "" if stars is None else "★" * stars + "☆" * (STARS.most - stars)


def star_choices() -> tuple[Choice, ...]:
    """Stars to choose from in a form, the most first; `STARS.read` reads what it brought."""
    return tuple(Choice(str(number), "★" * number) for number in reversed(STARS.values))


def scale_lines(scale: Scale, spread: Spread) -> list[tuple[str, dict[str, Any]]]:
    """The mean, and of scores the net promoter score: texts with their values, to be said in a reader's language."""
    if not sum(spread.values()):
        return []
    lines: list[tuple[str, dict[str, Any]]] = [("scale-mean", {"scale": scale.name, "mean": round(_mean(spread), 1)})]
    if scale is SCORES and (net := promoters(spread)) is not None:
        lines.append(("scale-net", net_words(net)))
    return lines


def net_words(net: Promoters) -> dict[str, Any]:
    """A net promoter score for a text: with its sign, and its margin where there is one."""
    margin = "" if net.margin is None else str(round(net.margin))
    return {"score": signed(net.score), "margin": margin, "certain": "no" if net.margin is None else "yes"}


def signed(points: float) -> str:
    """Points with their sign, a real minus among them."""
    whole = round(points)
    return f"+{whole}" if whole > 0 else str(whole).replace("-", "−")


def score_card(
    ctx: Background,
    scale: Scale,
    spread: Spread,
    *,
    title: str,
    note: str = "",
    now: Promoters | None = None,
    about: str = "",
    over_time: Sequence[ScorePoint] = (),
) -> ScoreCard:
    """All answers as columns, with the figure that they come to; there must be some.

    `now` is said large in the place of what all of them come to, `about` says what it is then.
    """
    net = now if now is not None else promoters(spread) if scale is SCORES else None
    said = net_words(net) if net is not None else None
    return ScoreCard(
        title=title,
        community=ctx.community.name,
        day=times.day(ctx.now.astimezone(ZoneInfo(ctx.community.zone)).date(), ctx.language),
        score=said["score"] if said else times.number(round(_mean(spread), 1), ctx.language),
        margin=f"± {said['margin']}" if said and said["margin"] else "",
        about=about or plain(ctx.t("scale-about", net="yes" if said else "no", of=scale.most)),
        columns=tuple(
            ScoreColumn(plain(ctx.t(f"scale-{scale.name}", number=value)), spread.get(value, 0), scale.mood(value))
            for value in scale.values
        ),
        groups=_groups(ctx, scale, spread) if scale is SCORES else (),
        note=note,
        over_time=tuple(over_time),
    )


def score_point(when: str, net: Promoters) -> ScorePoint:
    """The net promoter score of a time among others, with the interval that it lies in."""
    low, high = net.score - (net.margin or 0), net.score + (net.margin or 0)
    return ScorePoint(when, net.score, signed(net.score), (max(-100.0, low), min(100.0, high)))


def _mean(spread: Spread) -> float:
    return sum(value * times_given for value, times_given in spread.items()) / sum(spread.values())


def _groups(ctx: Background, scale: Scale, spread: Spread) -> tuple[ScoreGroup, ...]:
    groups, count = [], sum(spread.values())
    for mood in Mood:
        people = sum(times_given for value, times_given in spread.items() if scale.mood(value) is mood)
        words = plain(ctx.t("scale-group-words", count=people, share=round(100 * people / count)))
        groups.append(ScoreGroup(plain(ctx.t("scale-group", mood=mood.value)), words, mood))
    return tuple(groups)
