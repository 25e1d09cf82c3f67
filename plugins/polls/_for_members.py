"""What members can do: vote, take a vote back, and see what polls came to."""

from bot.api import SCORES, STARS, Answers, Chosen, Context
from plugins.polls import _ballot, _forms, _listing, _native, _voting
from plugins.polls._plugin import plugin
from plugins.polls._poll import poll_of


@plugin.command("polls")
async def polls(ctx: Context) -> None:
    """See the polls that are open, vote, and what earlier ones came to."""
    await polls_page(ctx, 1)


@plugin.action("polls-list")
async def polls_page(ctx: Context, page: int) -> None:
    """A page of them."""
    text, rows = await _listing.page(ctx, page)
    await ctx.reply(text, *rows)


@plugin.action("polls-look")
async def look_at(ctx: Context, poll_id: int) -> None:
    """One of them."""
    await _listing.show(ctx, await poll_of(ctx, poll_id))


@plugin.action("polls-vote")
async def ballot(ctx: Context, poll_id: int) -> None:
    """The answers to choose from, for oneself."""
    text, rows = await _ballot.paper(ctx, await poll_of(ctx, poll_id))
    await ctx.reply(text, *rows)


@plugin.action("polls-vote")
async def vote(ctx: Context, poll_id: int, place: int) -> None:
    """Choose an answer, by name."""
    await _ballot.choose(ctx, await poll_of(ctx, poll_id), place)


@plugin.action("scale-score", scale=SCORES.ends)
async def score(ctx: Context, poll_id: int, number: int) -> None:
    """Give a figure from 0 to 10, by name."""
    await _ballot.give(ctx, await poll_of(ctx, poll_id), number)


@plugin.action("scale-stars", scale=STARS.ends)
async def stars(ctx: Context, poll_id: int, number: int) -> None:
    """Give some stars, by name."""
    await _ballot.give(ctx, await poll_of(ctx, poll_id), number)


@plugin.action("polls-answer", opens_form=True)
async def words_form(ctx: Context, poll_id: int) -> None:
    """Ask for an answer in words, by name."""
    poll = await poll_of(ctx, poll_id)
    await _voting.refuse_unless_welcome(ctx, poll)
    await ctx.ask(keep_words, poll.id, title=ctx.t("polls-answer"), fields=[await _forms.words_field(ctx, poll)])


@plugin.action("polls-answer")
async def keep_words(ctx: Context, poll_id: int, answers: Answers) -> None:
    """Keep it."""
    await _ballot.write(ctx, await poll_of(ctx, poll_id), answers)


@plugin.action("polls-vote", unkept=True)
async def cast(ctx: Context, poll_id: int, place: int) -> None:
    """Choose an answer, without a name."""
    await _ballot.cast(ctx, await poll_of(ctx, poll_id), str(place))


@plugin.action("scale-score", scale=SCORES.ends, unkept=True)
async def cast_score(ctx: Context, poll_id: int, number: int) -> None:
    """Give a figure from 0 to 10, without a name."""
    await _ballot.cast(ctx, await poll_of(ctx, poll_id), str(number))


@plugin.action("scale-stars", scale=STARS.ends, unkept=True)
async def cast_stars(ctx: Context, poll_id: int, number: int) -> None:
    """Give some stars, without a name."""
    await _ballot.cast(ctx, await poll_of(ctx, poll_id), str(number))


@plugin.action("polls-answer", opens_form=True)
async def cast_form(ctx: Context, poll_id: int) -> None:
    """Ask for an answer without a name; that somebody was asked tells nothing of what they say."""
    poll = await poll_of(ctx, poll_id)
    await _voting.refuse_unless_welcome(ctx, poll)
    await ctx.ask(cast_answers, poll.id, title=ctx.t("polls-answer"), fields=await _forms.unnamed_fields(ctx, poll))


@plugin.action("polls-answer", unkept=True)
async def cast_answers(ctx: Context, poll_id: int, answers: Answers) -> None:
    """Keep it, without a name."""
    await _ballot.cast_form(ctx, await poll_of(ctx, poll_id), answers)


@plugin.action("polls-vote")
async def native_vote(ctx: Context, poll_id: int, chosen: Chosen) -> None:
    """Somebody voted in the network's own poll."""
    await _native.vote(ctx, poll_id, chosen)
