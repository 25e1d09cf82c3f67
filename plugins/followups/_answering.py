"""What happens when somebody gives a score or stars, adds words, or asks something."""

from bot.api import (
    FEEDBACK_GIVEN,
    UNHAPPY,
    Activities,
    Answers,
    Case,
    Context,
    Field,
    FieldKind,
    Inbox,
    Markup,
    Scale,
    UserError,
    contributed,
    join,
)
from plugins.followups._hosts import tell_of_answer
from plugins.followups._records import Answer, Records, is_delighted, is_unhappy, stream_of

LONGEST = 1500
"""How many characters of somebody's words are kept: as many as a message to the hosts can show whole."""


async def own_case(ctx: Context, delivery_id: int) -> Case:
    """The delivery under a pressed button. Raises UserError when it is not the presser's, or was never given."""
    case = await ctx.use(Inbox).case(delivery_id, ctx.member.id)
    if case is None or case.enrolment is None:
        raise UserError("followups-not-yours")
    return case


async def rate(ctx: Context, delivery_id: int, scale: Scale, value: int) -> None:
    """Keep a score or stars, once for each stream, and answer fittingly.

    Whoever is unhappy is told of to the hosts, and no step of theirs sells anything any more; whoever is delighted
    reads what other plugins offer them: one thing, after each stream the next.
    """
    kind = scale.name
    case = await own_case(ctx, delivery_id)
    assert case.enrolment is not None
    reference = case.enrolment.trigger
    offers = await contributed(ctx, "promoter", ctx.member) if is_delighted(kind, value) else []
    activities = ctx.use(Activities)
    if not await activities.record(ctx.community.id, ctx.member.id, kind, reference, value=value):
        await _given_before(ctx, reference, kind)
        return
    await activities.record(ctx.community.id, ctx.member.id, FEEDBACK_GIVEN, reference, value=value)
    await ctx.use(Inbox).answered(delivery_id)
    id = await Records(ctx).keep(ctx.member.id, reference, kind, value=value)
    if is_unhappy(kind, value):
        await activities.record(ctx.community.id, ctx.member.id, UNHAPPY, reference)
        await tell_of_answer(ctx, await _mine(ctx, id), "unhappy")
    offer = offers[stream_of(reference) % len(offers)] if offers else None
    await ctx.reply(_thanks(ctx, kind, value, offer), [ctx.button("followups.words", id)])


async def _given_before(ctx: Context, reference: str, kind: str) -> None:
    answer = await Records(ctx).of_member(ctx.member.id, reference, kind)
    if answer is None or answer.value is None:
        raise UserError("followups-not-yours")
    text = ctx.t("followups-given-before", kind=kind, value=answer.value)
    await ctx.reply(text, [ctx.button("followups.words", answer.id)])


def _thanks(ctx: Context, kind: str, value: int, offer: Markup | None) -> Markup:
    if is_unhappy(kind, value):
        return ctx.t("followups-thanks-unhappy")
    if is_delighted(kind, value):
        thanks = ctx.t("followups-thanks-delighted")
        return thanks if offer is None else join([thanks, offer], "\n\n")
    return ctx.t("followups-thanks-content")


async def ask_for_words(ctx: Context, answer_id: int) -> None:
    """Open the one free question."""
    answer = await _mine(ctx, answer_id)
    label = ctx.t("followups-words-label", unhappy=answer.is_unhappy)
    field = Field("words", str(label), FieldKind.LONG_TEXT, value=answer.words)
    await ctx.ask("followups.keep_words", answer_id, title=ctx.t("followups-words-title"), fields=[field])


async def keep_words(ctx: Context, answer_id: int, answers: Answers) -> None:
    """Keep the free answer; one from somebody unhappy goes to the hosts at once."""
    answer = await _mine(ctx, answer_id)
    words, cut = _words(answers)
    await Records(ctx).add_words(answer_id, words)
    told = answer.is_unhappy
    if answer.is_unhappy and words != answer.words:
        told = await tell_of_answer(ctx, await _mine(ctx, answer_id), "words", again=bool(answer.words)) > 0
    await ctx.reply(ctx.t("followups-words-kept", cut=cut, limit=LONGEST, told=told))


async def ask_a_question(ctx: Context, delivery_id: int) -> None:
    """Open the form for a question about what was bought."""
    await own_case(ctx, delivery_id)
    field = Field("words", str(ctx.t("followups-ask-field")), FieldKind.LONG_TEXT)
    await ctx.ask("followups.keep_question", delivery_id, title=ctx.t("followups-ask-title"), fields=[field])


async def keep_question(ctx: Context, delivery_id: int, answers: Answers) -> None:
    """Keep the question and hand it to the hosts."""
    case = await own_case(ctx, delivery_id)
    assert case.enrolment is not None
    words, cut = _words(answers)
    id = await Records(ctx).keep(ctx.member.id, case.enrolment.trigger, "question", words=words)
    await ctx.use(Inbox).answered(delivery_id)
    told = await tell_of_answer(ctx, await _mine(ctx, id), "question")
    await ctx.reply(ctx.t("followups-ask-kept", cut=cut, limit=LONGEST, told=bool(told)))


async def _mine(ctx: Context, answer_id: int) -> Answer:
    answer = await Records(ctx).get(answer_id)
    if answer is None or answer.member_id != ctx.member.id:
        raise UserError("followups-not-yours")
    return answer


def _words(answers: Answers) -> tuple[str, bool]:
    """What was written, and whether it had to be cut. Raises UserError for nothing."""
    words = answers.get("words", "").strip()
    if not words:
        raise UserError("followups-words-empty")
    return words[:LONGEST], len(words) > LONGEST
