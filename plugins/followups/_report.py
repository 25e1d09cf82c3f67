"""The report on a stream: what was given, opened and answered, who was left out, scores, texts side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from bot.api import (
    FEWEST_ANSWERS,
    FOLLOW_UP,
    SCORES,
    STARS,
    Action,
    Background,
    Card,
    Context,
    JourneyStatus,
    Markup,
    Message,
    People,
    Permissions,
    Pictures,
    Registry,
    Route,
    State,
    Stream,
    Streams,
    Tallied,
    Tally,
    Telling,
    Translator,
    UserError,
    join,
    mean_answer,
    net_words,
    plain,
    promoters,
    scale_lines,
    score_card,
)
from plugins.followups._comparing import compared
from plugins.followups._followed import Followed, followed_after, goal_lines
from plugins.followups._hosts import yes_no
from plugins.followups._records import Records
from plugins.followups._words import left_out_words, step_word

WORDS_ON_A_PAGE = 5
APPROVE = "admin.approve"


async def post_report(ctx: Background, stream: Stream, found: Sequence[Followed]) -> None:
    """Put the report into the hosts' channel, once; nothing where nobody was followed up."""
    lines = await _report_lines(ctx, stream, found)
    if not lines:
        return
    words = await Records(ctx).count_for_hosts(f"stream:{stream.id}")
    read = [("followups.read_words", stream.id, 1)] if words else []
    await ctx.use(Telling).everybody(
        f"followups:report:{stream.id}",
        "followups-report",
        buttons=read,
        hosts=True,
        lasts=FOLLOW_UP,
        card=await _card(ctx, stream),
        says="followups-picture-says",
        lines=plain(join(lines)),
        over=yes_no(True),
        stream=stream.title,
        titled=yes_no(bool(stream.title)),
    )


async def show_report(ctx: Context) -> None:
    """The same for the newest stream that ended, as far as it is known by now."""
    stream = await ctx.use(Streams).newest(ctx.community.id, over=True)
    if stream is None or stream.ended_at is None:
        raise UserError("followups-report-no-stream")
    found = await followed_after(ctx, stream)
    lines = await _report_lines(ctx, stream, found)
    if not lines:
        raise UserError("followups-report-nobody")
    over, titled = ctx.now >= stream.ended_at + FOLLOW_UP, bool(stream.title)
    words = await Records(ctx).count_for_hosts(f"stream:{stream.id}")
    text = ctx.t("followups-report", lines=join(lines), over=over, stream=stream.title, titled=titled)
    read = [ctx.button("followups.read_words", stream.id, 1)] if words else []
    rows = [read, *await _to_approve(ctx, stream, found)]
    message = Message(text, tuple(tuple(row) for row in rows if row))
    if (card := await _card(ctx, stream)) is not None:
        says = ctx.t("followups-picture-says")
        message = await ctx.use(Pictures).beside(message, card, says=says, reader=ctx.member)
    await ctx.reply(message)


async def _to_approve(ctx: Context, stream: Stream, found: Sequence[Followed]) -> Sequence[Sequence[Action]]:
    """For each journey that waits for a yes, a look at it and the yes itself; for those who may give it."""
    actions = ctx.use(Registry).actions
    if APPROVE not in actions or not await ctx.use(Permissions).allows(ctx.member, actions[APPROVE]):
        return []
    waiting = [followed.kept for followed in found if _left(followed, stream, ctx.now) == "waits"]
    several = len(waiting) > 1
    rows = []
    for kept in waiting:
        name = ctx.use(Translator).title(kept.name, ctx.language)
        label = plain(ctx.t("followups-approve-named", name=name)) if several else None
        look = plain(ctx.t("followups-look-named", name=name)) if several else None
        approve = ctx.button(APPROVE, kept.id, kept.version, label=label)
        rows.append([ctx.button("admin.preview", kept.id, label=look), approve])
    return rows


async def _report_lines(ctx: Background, stream: Stream, found: Sequence[Followed]) -> Sequence[Markup]:
    """The report line by line in the language of `ctx`; empty when nobody was in a journey."""
    lines: list[Markup] = []
    for followed in found:
        left = _left(followed, stream, ctx.now)
        lines.append(ctx.t(f"followups-report-{followed.kept.journey.name}", people=followed.people, left=left))
        lines += await _journey_lines(ctx, followed, began=left == "given")
    return [*lines, *await _score_lines(ctx, f"stream:{stream.id}")] if lines else []


def _left(followed: Followed, stream: Stream, now: datetime) -> str:
    """For selectors in texts: whether anything was "given" yet, only "planned", "waits" for a yes or "missed" it."""
    outcomes = followed.outcomes
    if any(one.state.was_given or one.state in (State.UNKNOWN, State.FAILED) for one in outcomes):
        return "given"
    if followed.kept.status not in (JourneyStatus.SHADOW, JourneyStatus.WAITING):
        return "planned" if any(not one.state.is_final for one in outcomes) else "given"
    over = stream.ended_at is not None and now >= stream.ended_at + FOLLOW_UP
    return "missed" if over else "waits"


async def _journey_lines(ctx: Background, followed: Followed, *, began: bool) -> Sequence[Markup]:
    lines = [line for step in await _steps(ctx, followed) for line in _step_lines(ctx, step)]
    if began and any(not one.state.is_final for one in followed.outcomes):
        lines.append(ctx.t("followups-report-to-come"))
    return [*lines, *await goal_lines(ctx, followed)]


class _Step(Struct, frozen=True):
    """What became of a step, by text how many reached the goal after it, and how its texts compare over all streams."""

    name: Markup
    outcomes: Sequence[Tallied]
    reached: Mapping[str, int]
    compared: Sequence[Markup]


async def _steps(ctx: Background, followed: Followed) -> Sequence[_Step]:
    """The journey's steps as they follow each other, and behind them those that an edit took out meanwhile."""
    kept, outcomes = followed.kept, followed.outcomes
    comparisons = await compared(ctx, kept)
    reached: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (id, variant), count in (await ctx.use(Tally).reached_after(kept, followed.trigger)).items():
        reached[id][variant] = count
    return [
        _Step(
            name=step_word(ctx, kept.journey.name, id),
            outcomes=[one for one in outcomes if one.step == id],
            reached=reached[id],
            compared=comparisons.get(id, ()),
        )
        for id in dict.fromkeys([*(step.id for step in kept.journey.steps), *(one.step for one in outcomes)])
    ]


def _step_lines(ctx: Background, step: _Step) -> Sequence[Markup]:
    """One step, and its texts where it has several; nothing where there is nothing to tell of it."""
    given = [one for one in step.outcomes if one.state.was_given]
    broken = _count(one for one in step.outcomes if one.state in (State.UNKNOWN, State.FAILED))
    left_out: Counter[str] = Counter()
    for one in step.outcomes:
        if one.state is State.SKIPPED and one.reason is not None:
            left_out[one.reason.value] += one.count
    reasons = left_out_words(ctx, left_out)
    if not given and not broken and not reasons:
        return []
    pulled = [one for one in given if one.route is not None and one.route.is_pull]
    called = [one for one in given if one.route is Route.MENTION]
    line = ctx.t(
        "followups-report-step",
        step=step.name,
        given=_count(given),
        direct=_count(one for one in given if one.route is Route.DIRECT),
        thread=_count(one for one in given if one.route is Route.THREAD),
        mention=_count(called),
        called=sum(one.opened for one in called),
        waiting=_count(pulled),
        opened=sum(one.opened for one in pulled),
        answered=sum(one.answered for one in given),
        reached=sum(step.reached.values()),
        broken=broken,
    )
    return [join([line, *reasons], ""), *_variant_lines(ctx, given, step.reached), *step.compared]


def _variant_lines(ctx: Background, given: Sequence[Tallied], reached: Mapping[str, int]) -> Sequence[Markup]:
    """The texts of a step side by side, of this stream alone; which one is better, all streams tell together."""
    names = sorted({one.variant for one in given if one.variant})
    if len(names) < 2:
        return []
    lines = []
    for name in names:
        mine = [one for one in given if one.variant == name]
        opened, answered = sum(one.opened for one in mine), sum(one.answered for one in mine)
        figures = {"given": _count(mine), "opened": opened, "answered": answered, "reached": reached.get(name, 0)}
        lines.append(ctx.t("followups-report-variant", name=name, **figures))
    return lines


async def _score_lines(ctx: Background, reference: str) -> Sequence[Markup]:
    lines: list[Markup] = []
    for scale in (SCORES, STARS):
        spread = await Records(ctx).spread(reference, scale)
        told = {"kind": scale.name, "count": spread.total()}
        if mean_answer(spread) is not None:
            [mean, *_] = [ctx.t(key, **values) for key, values in scale_lines(scale, spread)]
            lines.append(ctx.t("followups-report-mean", mean=mean, **told))
        elif spread.total():
            lines.append(ctx.t("followups-report-few", fewest=FEWEST_ANSWERS, **told))
    return [*lines, *await _net_lines(ctx, reference)]


async def _net_lines(ctx: Background, reference: str) -> Sequence[Markup]:
    spread = await Records(ctx).spread(reference, SCORES)
    if (net := promoters(spread)) is None:
        return []
    said = ctx.t("scale-net", **net_words(net))
    return [ctx.t("followups-report-nps", nps=said, count=spread.total(), alike=net.margin is None)]


async def _card(ctx: Background, stream: Stream) -> Card | None:
    """What people answered as a picture: scores, else stars; None for too few, which make no figure."""
    for scale in (SCORES, STARS):
        spread = await Records(ctx).spread(f"stream:{stream.id}", scale)
        if mean_answer(spread) is not None:
            title = ctx.t("followups-picture", stream=stream.title, titled=bool(stream.title))
            return score_card(ctx, scale, spread, title=plain(title))
    return None


def _count(outcomes: Iterable[Tallied]) -> int:
    return sum(one.count for one in outcomes)


async def read_words(ctx: Context, stream_id: int, page: int) -> None:
    """A page of what people wrote, and of low scores without words, for hosts; each with whose it is."""
    reference, skip = f"stream:{stream_id}", (page - 1) * WORDS_ON_A_PAGE
    total = await Records(ctx).count_for_hosts(reference)
    shown = await Records(ctx).for_hosts(reference, limit=WORDS_ON_A_PAGE, skip=skip)
    if not shown:
        raise UserError("followups-words-none")
    people = ctx.use(People)
    lines = [ctx.t("followups-words-heading", count=total)]
    for answer in shown:
        name = (await people.get(answer.member_id)).name
        values = {"name": name, "kind": answer.kind, "value": answer.value or 0, "words": answer.words}
        written = bool(answer.words)
        lines.append(ctx.t("followups-words-one", **values, written=written, replied=answer.replied_at is not None))
    replies = [
        ctx.button("followups.reply", answer.id, label=(await people.get(answer.member_id)).name[:60])
        for answer in shown
        if answer.replied_at is None
    ]
    more = [ctx.button("followups.read_words", stream_id, page + 1, label=ctx.t("followups-words-next"))]
    last = skip + len(shown) >= total
    if replies:
        lines.append(ctx.t("followups-words-reply"))
    await ctx.reply(join(lines, "\n\n"), replies, [] if last else more)
