"""Badges in what others show: the recap of a stream, the hosts' cue card, the texts of journeys."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.api import (
    Attendance,
    Awards,
    AwardSource,
    Background,
    Case,
    Facts,
    KeptBadge,
    Markup,
    Stream,
    Streams,
    Won,
    join,
    names_in,
    progress,
)
from plugins.badges import _words

NAMES = ("badges_won",)
SWITCHES = ("badge_won",)

LOOKED_AT = 100  # people; of a larger crowd a host can name no more anyway
BADGES_SHOWN = 6
NAMED = 6
CROWD = 50
"""What more people won at once is said of all of them: six of a thousand names honour nobody."""

COMES_AFTER = timedelta(hours=12)
"""So long after a stream what is won may be won by it; a recap may be looked at weeks later."""
NEAR_SHOWN = 4


async def in_recap(ctx: Background, stream: Stream) -> list[Markup]:
    """Who won what since the stream began."""
    if stream.started_at is None:
        return []
    kept = {each.id: each for each in await _words.here(ctx, all_of_them=True)}
    until = (stream.ended_at or ctx.now) + COMES_AFTER
    news = await ctx.use(Awards).news(ctx.community.id, stream.started_at, until, NAMED)
    rarest = [each for each in news if each.badge_id in kept][:BADGES_SHOWN]
    lines = [
        ctx.t(
            "badges-recap-line",
            badge=_words.called(ctx, kept[each.badge_id], each.level),
            names=names_in(ctx, each.names, NAMED, each.total),
            count=each.total,
            many="yes" if each.total > CROWD else "no",
        )
        for each in rarest
    ]
    return [ctx.t("badges-recap-title"), *lines] if lines else []


async def on_cue_card(ctx: Background, stream: Stream) -> list[Markup]:
    """Who is here and one step away from a badge; not who asked not to be shown."""
    here = {one.member_id: one.name for one in await ctx.use(Attendance).here(stream.id, limit=LOOKED_AT)}
    facts = await ctx.use(Facts).of_many(here)
    has = await ctx.use(Awards).of_many(list(here))
    badges = await _words.here(ctx)
    near: dict[tuple[int, int], tuple[Markup, list[str]]] = {}
    for member_id, name in here.items():
        levels = {won.badge_id: won.level for won in has.get(member_id, ())}
        for kept in badges:
            level = levels.get(kept.id, 0)
            if level < len(kept.badge.levels) and _is_a_step_away(kept, level, facts.get(member_id, {})):
                place = (kept.id, level + 1)
                near.setdefault(place, (_words.called(ctx, kept, level + 1), []))[1].append(name)
    found = sorted(near.items(), key=lambda each: (-each[0][1], each[0]))[:NEAR_SHOWN]
    return [ctx.t("badges-cue-near", badge=badge, names=names_in(ctx, names, NAMED)) for _, (badge, names) in found]


def _is_a_step_away(kept: KeptBadge, level: int, facts: Mapping[str, float | str | bool]) -> bool:
    """Not whoever has done nothing for it yet: what the first step brings comes by itself, and to everybody."""
    missing = progress(kept.badge.levels[level], facts)
    return len(missing) == 1 and missing[0].remaining == 1 and bool(missing[0].have)


def _is_worth_a_word(kept: KeptBadge, won: Won) -> bool:
    """Whether it is more than what everybody gets who comes along."""
    return kept.badge.thanked or won.source is AwardSource.HAND


async def in_journeys(ctx: Background, cases: Sequence[Case]) -> Mapping[int, Mapping[str, object]]:
    """By delivery, the badges that its recipient won at the stream that it follows, in their language."""
    streams: dict[str, Stream | None] = {}
    kept = {each.id: each for each in await _words.here(ctx, all_of_them=True)}
    people = [case.recipient.member_id for case in cases if case.recipient is not None]
    has, found = await ctx.use(Awards).of_many(people), {}
    for case in cases:
        if case.enrolment is None or not case.enrolment.trigger.startswith("stream:"):
            continue
        trigger = case.enrolment.trigger
        if trigger not in streams:
            streams[trigger] = await ctx.use(Streams).get(int(trigger.rpartition(":")[2]))
        if case.recipient is not None and (stream := streams[trigger]) is not None and stream.started_at is not None:
            new = [
                _words.called(ctx, kept[won.badge_id], won.level, case.recipient.language)
                for won in has.get(case.recipient.member_id, ())
                if won.badge_id in kept and won.at >= stream.started_at and _is_worth_a_word(kept[won.badge_id], won)
            ]
            found[case.due.id] = {"badge_won": bool(new), "badges_won": join(new, ", ")}
    return found
