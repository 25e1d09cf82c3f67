"""A poll's post: opened, edited while votes come in, and closed with what it came to."""

from collections.abc import Sequence
from datetime import timedelta

from bot.api import (
    Accent,
    Background,
    Labelled,
    Markup,
    NativePollEnded,
    NativePollFailed,
    Stream,
    Telling,
    escape,
    join,
    times,
)
from plugins.polls import _native
from plugins.polls._counting import Figures, Tallies, as_shown, figures, from_shown
from plugins.polls._pictures import card_of
from plugins.polls._poll import Kind, Poll, State, change, ends_of, locked, poll_of, polls_in
from plugins.polls._settings import PollSettings
from plugins.polls._voting import freeze, note_due, tallied
from plugins.polls._words import lines_of

PACE = timedelta(seconds=10)
"""From one edit of a poll's post to the next: Telegram lets a bot say twenty things a minute in a group."""

SHOWN = timedelta(hours=1)

UNTIL_FORGOTTEN = timedelta(days=1)
"""A poll that closes with its stream is closed after this long where no end was ever seen."""


async def open_now(ctx: Background, poll_id: int) -> Poll:
    """Post the poll; from now on people can vote."""
    poll = await locked(ctx, poll_id)
    if poll.state in (State.OPEN, State.CLOSED):
        return poll
    lasts = timedelta(minutes=poll.minutes) if poll.minutes is not None else UNTIL_FORGOTTEN
    closes = ctx.now + lasts if poll.minutes is not None or poll.with_stream else None
    await change(ctx, poll.id, state=State.OPEN.value, opens_at=ctx.now, closes_at=closes)
    if closes is not None:
        await ctx.later(close_due, at=closes, poll_id=poll.id)
    poll = await poll_of(ctx, poll.id)
    if (space := await _native.place_for(ctx, poll)) is not None:
        await _native.open_there(ctx, poll, space)
    else:
        await say(ctx, poll)
    return poll


async def open_due(ctx: Background, poll_id: int) -> None:
    """Open a poll that was planned, unless it was planned anew or thrown away meanwhile."""
    for poll in await polls_in(ctx, State.PLANNED):
        if poll.id == poll_id and poll.opens_at is not None and poll.opens_at <= ctx.now:
            await open_now(ctx, poll_id)


async def close(ctx: Background, poll_id: int) -> Poll:
    """Close it and say what it came to; closing it twice changes nothing."""
    poll = await locked(ctx, poll_id)
    if poll.state is not State.OPEN:
        return poll
    await freeze(ctx, poll)
    await change(ctx, poll.id, state=State.CLOSED.value, closed_at=ctx.now, shown=None)
    poll = await poll_of(ctx, poll.id)
    if poll.is_native:
        await _native.close_there(ctx, poll)
    else:
        await say(ctx, poll)
    return poll


async def close_due(ctx: Background, poll_id: int) -> None:
    """Close a poll whose time is over; one that was given more of it is looked at again then."""
    for poll in await polls_in(ctx, State.OPEN):
        if poll.id == poll_id and poll.closes_at is not None:
            if poll.closes_at <= ctx.now:
                await close(ctx, poll_id)
            else:
                await ctx.later(close_due, at=poll.closes_at, poll_id=poll.id)


async def ended_there(ctx: Background, event: NativePollEnded) -> None:
    """The network's own poll is over, so it is here."""
    if (poll_id := _native.number_of(event.name)) is not None:
        await close(ctx, poll_id)


async def failed_there(ctx: Background, event: NativePollFailed) -> None:
    """The network did not take it: it is posted with buttons of ours."""
    if (poll_id := _native.number_of(event.name)) is None:
        return
    poll = await locked(ctx, poll_id)
    if poll.is_native and poll.is_open:
        await change(ctx, poll.id, is_native=False)
        await say(ctx, await poll_of(ctx, poll.id))


async def close_with(ctx: Background, stream_id: int) -> None:
    """Close what was to be open as long as that stream."""
    for poll in await polls_in(ctx, State.OPEN):
        if poll.with_stream and poll.stream_id == stream_id:
            await close(ctx, poll.id)


async def expect_look(ctx: Background, poll: Poll) -> None:
    """Somebody voted: let the post say so soon, once for all who vote until then."""
    if await note_due(ctx, poll):
        await ctx.later(look, after=PACE, poll_id=poll.id)


async def look(ctx: Background, poll_id: int) -> None:
    """Let the post of a poll say how things stand."""
    for poll in await polls_in(ctx, State.OPEN):
        if poll.id == poll_id:
            await change(ctx, poll.id, is_due=False)
            if not poll.is_native:
                await say(ctx, poll)


async def say(ctx: Background, poll: Poll) -> None:
    """One post in each space, edited in place; it is begun where the poll is opened."""
    shown = await may_be_shown(ctx, poll, advance=True)
    await ctx.use(Telling).rolling(
        f"poll:{poll.id}",
        "polls-post",
        buttons=_rows(poll) if poll.is_open else (),
        accent=Accent.GLOW if poll.is_open else Accent.DONE,
        lasts=SHOWN,
        question=poll.question,
        ends=ends_of(poll),
        secrecy=poll.secrecy.value,
        until=_until(ctx, poll),
        card=card_of(ctx, poll, shown),
        says="polls-picture-says",
        result=[{"text": key, "values": values} for key, values in lines_of(poll, shown)],
    )


def _until(ctx: Background, poll: Poll) -> str:
    if poll.closes_at is None:
        return ""
    return times.moment(poll.closes_at, ctx.language, ctx.community.zone, now=ctx.now)


async def may_be_shown(ctx: Background, poll: Poll, *, advance: bool = False) -> Figures | None:
    """What everybody may see of the figures; None while that is nothing.

    An anonymous poll's are shown once enough have voted, and move on by as many at a time: whoever watches each vote
    come in would know whose it was. `advance` keeps what is shown from now on.
    """
    votes = await tallied(ctx, poll)
    if poll.is_anonymous:
        fewest = (await ctx.settings(PollSettings)).fewest
        votes = _in_steps(poll, votes, fewest)
        if advance and poll.is_open and as_shown(votes) != (poll.shown or as_shown({})):
            await change(ctx, poll.id, shown=as_shown(votes))
    found = figures(poll, votes)
    if poll.is_open and (poll.hides or (poll.is_anonymous and not found.people)):
        return None
    return found if found.people or not poll.is_anonymous else None


def _in_steps(poll: Poll, votes: Tallies, fewest: int) -> Tallies:
    people = sum(votes.values())
    if not poll.is_open:
        return votes if people >= fewest else {}
    before = from_shown(poll.shown)
    return votes if people >= sum(before.values()) + fewest else before


def _rows(poll: Poll) -> Sequence[Sequence[Labelled | Sequence[str | int]]]:
    """The buttons under the post."""
    hidden = poll.is_anonymous
    match poll.kind:
        case Kind.SCORE:
            return [[("polls.cast_score" if hidden else "polls.score", poll.id)]]
        case Kind.STARS:
            return [[("polls.cast_stars" if hidden else "polls.stars", poll.id)]]
        case Kind.WORDS:
            return [[("polls.cast_form" if hidden else "polls.words_form", poll.id)]]
        case Kind.SEVERAL | Kind.RANKED if hidden:
            return [[("polls.cast_form", poll.id)]]
    action = "polls.cast" if hidden else "polls.vote"
    return [[Labelled(text, (action, poll.id, place))] for place, text in enumerate(poll.options, 1)]


async def in_recap(ctx: Background, stream: Stream) -> list[Markup]:
    """What the polls of the stream came to."""
    lines = []
    for poll in reversed(await polls_in(ctx, State.CLOSED, State.OPEN)):
        if poll.stream_id != stream.id:
            continue
        shown = await may_be_shown(ctx, poll)
        if shown is None or not shown.people:
            continue
        if poll.kind.has_options and shown.best:
            best = [escape(row.label) for row in shown.best]
            lines.append(ctx.t("polls-recap-best", question=poll.question, best=join(best, ", "), count=shown.people))
        elif shown.mean is not None:
            lines.append(
                ctx.t("polls-recap-mean", question=poll.question, mean=round(shown.mean, 1), count=shown.people)
            )
    return lines
