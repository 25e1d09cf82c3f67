"""Polls of the network's own: where they fit what was wished for, people vote in one, and here its votes are kept."""

from datetime import timedelta

import sqlalchemy as sa

from bot.api import (
    Background,
    Chosen,
    Communities,
    Context,
    NativePolls,
    Space,
)
from bot.api import Poll as NetworksPoll
from plugins.polls import _voting
from plugins.polls._counting import chosen_from
from plugins.polls._poll import Kind, Poll, Secrecy, change, poll_of
from plugins.polls._tables import votes

UNTIL_FORGOTTEN = timedelta(days=1)


async def place_for(ctx: Background, poll: Poll) -> Space | None:
    """The space whose network shows this poll; None where it is posted with buttons of ours.

    A network knows nothing of rules, nor of votes on another network, so there must be one place and no rule.
    """
    asked = poll.secrecy is Secrecy.PUBLIC and poll.kind in (Kind.SINGLE, Kind.SEVERAL)
    if not asked or poll.rule is not None or poll.only_stream or poll.hides:
        return None
    places = [space for space in await ctx.use(Communities).spaces(ctx.community.id) if space.post_channel is not None]
    if len(places) != 1 or await ctx.use(NativePolls).fits(places[0], _shown(ctx, poll)) is not None:
        return None
    return places[0]


async def open_there(ctx: Background, poll: Poll, space: Space) -> None:
    """Let the network show it; its votes run an action of ours."""
    await change(ctx, poll.id, is_native=True)
    await ctx.use(NativePolls).open(
        _name(poll), space, _shown(ctx, poll), action="polls.native_vote", arguments=(poll.id,)
    )


async def close_there(ctx: Background, poll: Poll) -> None:
    """End it there as well."""
    await ctx.use(NativePolls).close(_name(poll))


async def vote(ctx: Context, poll_id: int, chosen: Chosen) -> None:
    """Somebody voted there: that is all they chose by now."""
    poll = await poll_of(ctx, poll_id)
    if not poll.is_native or not poll.is_open:
        return
    if chosen:
        await _voting.keep(ctx, poll, chosen_from([place + 1 for place in chosen]))
    else:
        mine = (votes.c.poll_id == poll.id) & (votes.c.member_id == ctx.member.id)
        await ctx.db.execute(sa.update(votes).where(mine).values(chosen="", at=ctx.now))


def _shown(ctx: Background, poll: Poll) -> NetworksPoll:
    closes = poll.closes_at or ctx.now + UNTIL_FORGOTTEN
    return NetworksPoll(poll.question, poll.options, closes, several=poll.kind is Kind.SEVERAL)


def _name(poll: Poll) -> str:
    return f"poll:{poll.id}"


def number_of(name: str) -> int | None:
    """The poll that the network's own of that name stands for; None where it is none of ours."""
    kind, _, number = name.partition(":")
    return int(number) if kind == "poll" else None
