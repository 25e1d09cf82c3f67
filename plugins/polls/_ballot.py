"""Voting as people see it: what was chosen is said back, and for how long it can still be changed."""

from collections.abc import Sequence

from bot.api import Action, Answers, Context, Markup, escape, join, times
from plugins.polls import _posting, _voting
from plugins.polls._counting import PLACES, chosen_from, places
from plugins.polls._forms import read_fields, words_of
from plugins.polls._poll import Kind, Poll, ends_of

Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def choose(ctx: Context, poll: Poll, place: int) -> None:
    """By name: one answer, one more, or one less."""
    await _voting.refuse_unless_welcome(ctx, poll)
    chosen = await _voting.choose(ctx, poll, place)
    await _posting.expect_look(ctx, poll)
    labels = [escape(poll.option(one)) for one in chosen]
    said = {"some": "yes" if chosen else "no", "more": "yes" if len(chosen) < PLACES else "no"}
    text = ctx.t("polls-voted", kind=poll.kind.value, chosen=join(labels, ", "), **said)
    await ctx.reply(join([text, _still(ctx, poll)], " "))


async def give(ctx: Context, poll: Poll, value: int) -> None:
    """By name: a figure."""
    await _voting.refuse_unless_welcome(ctx, poll)
    await _voting.give(ctx, poll, value)
    await _posting.expect_look(ctx, poll)
    text = ctx.t("polls-given", kind=poll.kind.value, value=value)
    await ctx.reply(join([text, _still(ctx, poll)], " "))


async def write(ctx: Context, poll: Poll, answers: Answers) -> None:
    """By name: words."""
    await _voting.refuse_unless_welcome(ctx, poll)
    await _voting.write(ctx, poll, words_of(answers))
    await _posting.expect_look(ctx, poll)
    await ctx.reply(join([ctx.t("polls-written"), _still(ctx, poll)], " "))


async def cast(ctx: Context, poll: Poll, chosen: str, words: str | None = None) -> None:
    """Without a name; it is said once that it counts, and cannot be taken back."""
    await _voting.refuse_unless_welcome(ctx, poll)
    await _voting.cast(ctx, poll, chosen, words)
    await _posting.expect_look(ctx, poll)
    await ctx.reply(ctx.t("polls-cast", secrecy=poll.secrecy.value))


async def cast_form(ctx: Context, poll: Poll, answers: Answers) -> None:
    """Without a name, what a form brought."""
    if poll.kind is Kind.WORDS:
        await cast(ctx, poll, "", words_of(answers))
    else:
        await cast(ctx, poll, chosen_from(read_fields(poll, answers)))


def _still(ctx: Context, poll: Poll) -> Markup:
    ends, until = ends_of(poll), ""
    if poll.closes_at is not None:
        until = times.moment(poll.closes_at, ctx.language, ctx.member.zone, now=ctx.now)
    return ctx.t("polls-can-change", ends=ends, until=until)


async def paper(ctx: Context, poll: Poll) -> Screen:
    """The poll to oneself: the same buttons as under its post, and what one chose."""
    await _voting.refuse_unless_welcome(ctx, poll)
    lines = [ctx.t("polls-paper", question=poll.question)]
    if not poll.is_anonymous and (chosen := await _voting.own_choice(ctx, poll)):
        if poll.kind.has_options:
            lines.append(ctx.t("polls-own", chosen=join([escape(poll.option(one)) for one in places(chosen)], ", ")))
        else:
            lines.append(ctx.t("polls-own", chosen=chosen))
    return join(lines), buttons(ctx, poll)


def buttons(ctx: Context, poll: Poll) -> Sequence[Sequence[Action]]:
    """The buttons of a poll, under an answer."""
    hidden = poll.is_anonymous
    if (scale := poll.kind.scale) is not None:
        name = ("polls.cast_" if hidden else "polls.") + scale.name
        values = ((value, ctx.t(f"scale-{scale.name}", number=value)) for value in scale.values)
        return [[ctx.button(name, poll.id, value, label=label) for value, label in values]]
    if poll.kind is Kind.WORDS or (hidden and poll.kind is not Kind.SINGLE):
        return [[ctx.button("polls.cast_form" if hidden else "polls.words_form", poll.id)]]
    name = "polls.cast" if hidden else "polls.vote"
    return [[ctx.button(name, poll.id, place, label=text)] for place, text in enumerate(poll.options, 1)]
