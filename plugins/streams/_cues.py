"""The live cue card: what a host may say or do now."""

from collections.abc import Sequence

from msgspec import Struct

from bot.api import (
    Action,
    Attendance,
    Context,
    Facts,
    Inbox,
    Markup,
    Preferences,
    Send,
    Sender,
    Stream,
    Streams,
    contributed,
    join,
    names_in,
    plain,
)
from plugins.streams import _asking, _thanking
from plugins.streams._common import title_of

PEOPLE = 500  # of a larger crowd a host can greet no more anyway
NAMES = 8
QUESTIONS = 5
PROMISES = 5


class OfOthers(Struct, frozen=True):
    """What other plugins have a part in: lines of theirs, and messages for the stage by their deliveries' ids."""

    lines: Sequence[Markup] = ()
    stage: Sequence[tuple[int, Markup, Action]] = ()


async def of_others(ctx: Context) -> OfOthers:
    """Ask the other plugins, which has to be done before anything is written."""
    stream = await ctx.use(Streams).live(ctx.community.id)
    if stream is None:
        return OfOthers()
    return OfOthers(await contributed(ctx, "cue", stream), await _stage(ctx))


async def card(ctx: Context, others: OfOthers, *, said: int = 0) -> tuple[Markup, Sequence[Sequence[Action]]]:
    """The card, with a button for each question that was answered and each promise that was kept.

    `said` is the delivery among those of `others` that a host said meanwhile.
    """
    stream = await ctx.use(Streams).live(ctx.community.id)
    lines = [*await _people(ctx, stream), *others.lines] if stream is not None else []
    asked, answered = await _questions(ctx)
    promised, kept = await _promises(ctx, stream)
    stage = [(line, button) for id, line, button in others.stage if id != said][:PROMISES]
    aloud = [button for _, button in stage]
    lines += [*asked, *promised, *(line for line, _ in stage)]
    if not lines:
        return ctx.t("streams-cues-empty"), []
    if stream is None:
        head = ctx.t("streams-cues-before")
    else:
        head = ctx.t("streams-cues-title", title=title_of(ctx, stream, ctx.language))
    below = [ctx.button("streams.cues_again"), *([ctx.button("streams.promises")] if promised else [])]
    return join([head, *lines]), [answered, kept, aloud, below]


async def _people(ctx: Context, stream: Stream) -> list[Markup]:
    """Whom to greet by name; not who asked not to be shown."""
    attendance = ctx.use(Attendance)
    here = await attendance.here(stream.id, limit=PEOPLE)
    facts = await ctx.use(Facts).of_many(one.member_id for one in here)
    lines = []
    if new := [one.name for one in await attendance.here(stream.id, first_timers=True, limit=PEOPLE)]:
        lines.append(ctx.t("streams-cue-first-timers", names=names_in(ctx, new, NAMES)))
    if back := [one.name for one in here if facts.get(one.member_id, {}).get("lifecycle") == "lapsed"]:
        lines.append(ctx.t("streams-cue-returning", names=names_in(ctx, back, NAMES)))
    return lines


async def _questions(ctx: Context) -> tuple[list[Markup], list[Action]]:
    found, total = await _asking.waiting(ctx, QUESTIONS)
    if not found:
        return [], []
    lines = [ctx.t("streams-cue-questions", count=total)]
    buttons = []
    for number, question in enumerate(found, 1):
        lines.append(ctx.t("streams-cue-question", number=number, name=question.name, text=question.text))
        buttons.append(ctx.button("streams.answered", question.id, label=ctx.t("streams-answered", number=number)))
    return lines, buttons


async def _promises(ctx: Context, stream: Stream | None) -> tuple[list[Markup], list[Action]]:
    found = await _thanking.promised(ctx, PROMISES)
    if not found:
        return [], []
    lines, buttons = [ctx.t("streams-cue-promises")], []
    for promise in found:
        who = promise.member.name
        lines.append(ctx.t("streams-cue-promise", who=who, reason=bool(promise.why), why=promise.why))
        if stream is not None:
            label = plain(ctx.t("streams-said", who=who[:40]))
            buttons.append(ctx.button("streams.said", promise.id, label=label))
    return lines, buttons


async def promised(ctx: Context) -> tuple[Markup, Sequence[Action]]:
    """What was promised, with a button for each that takes it back."""
    found = await _thanking.promised(ctx, PROMISES)
    if not found:
        return ctx.t("streams-cues-empty"), []
    buttons = [
        ctx.button(
            "streams.take_back_promise", one.id, label=ctx.t("streams-promise-off-whom", who=one.member.name[:40])
        )
        for one in found
    ]
    return ctx.t("streams-promises-which"), buttons


async def _stage(ctx: Context) -> list[tuple[int, Markup, Action]]:
    """Messages of journeys that a host says for the bot; not to somebody who asked not to be shown.

    One more than are shown, as one may be said meanwhile.
    """
    found = []
    for case, variant in await ctx.use(Inbox).for_stage(ctx.community.id, limit=PROMISES + 1):
        assert case.recipient is not None
        if (await ctx.use(Preferences).of(case.recipient.member_id)).hidden:
            continue
        message, who = await ctx.use(Sender).render(case, Send((), variant)), case.recipient.name
        line = ctx.t("streams-cue-stage", who=who, text=plain(message.text))
        label = plain(ctx.t("streams-said", who=who[:40]))
        found.append((case.due.id, line, ctx.button("streams.said_aloud", case.due.id, label=label)))
    return found
