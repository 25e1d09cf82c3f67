"""A challenge's post, edited as entries come in, and closed with what it came to: by hand, by time, by the stream."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.api import Accent, Activities, Background, ChartCard, ChartRow, Labelled, Telling, ThanksOwed, plain, times
from plugins.challenges._challenge import Challenge, State, all_open, challenge_of, change, locked, until
from plugins.challenges._entry import Entry, gallery_of, ranked, shown_name, tally
from plugins.challenges._tables import entries

WON: Final = "challenge_won"
"""The activity; `reference` is "challenge:<id>"."""

PACE: Final = timedelta(seconds=10)
"""From one edit of the post to the next: Telegram lets a bot say twenty things a minute in a group."""

SHOWN: Final = timedelta(hours=1)
LASTS: Final = timedelta(days=7)
IN_THE_LIST: Final = 8
MOST_WINNERS: Final = 3
"""So many with equally many votes are posted and thanked; among more nobody stands out."""


async def begin(ctx: Background, challenge: Challenge) -> None:
    """Post it, or how it ends from now on; and see to its end."""
    if challenge.closes_at is not None:
        await ctx.later(close_due, at=challenge.closes_at, challenge_id=challenge.id)
    await say(ctx, challenge)


async def say(ctx: Background, challenge: Challenge) -> None:
    """One post in each space, edited in place. It names nobody: entries have numbers, winners posts of their own."""
    opened = challenge.state is State.OPEN
    there = await gallery_of(ctx, challenge.id) if opened else await ranked(ctx, challenge.id)
    cast = sum((await tally(ctx, challenge)).values()) if opened else sum(entry.votes or 0 for entry in there)
    gallery = ("challenges.gallery", challenge.id, 1)
    looks = [[Labelled(plain(ctx.t("challenges-look")), gallery)]] if there else []
    await ctx.use(Telling).rolling(
        _post(challenge),
        "challenges-post",
        buttons=[[("challenges.join_form", challenge.id), gallery]] if opened else looks,
        accent=Accent.GLOW if opened else Accent.DONE,
        lasts=SHOWN if opened else LASTS,
        theme=challenge.theme,
        ends=challenge.ends,
        until=until(ctx, challenge),
        entries=len(there),
        votes=cast,
        card=None if opened else card_of(ctx, challenge, there),
        says="challenges-picture-says",
        result=[] if opened else lines_of(there),
    )


def lines_of(there: Sequence[Entry]) -> list[dict[str, Any]]:
    """What it came to, a line each."""
    return [{"text": "challenges-row", "values": _row(entry)} for entry in there[:IN_THE_LIST]]


def _row(entry: Entry) -> dict[str, object]:
    return {"number": entry.number, "votes": entry.votes or 0, "won": "yes" if entry.won else "no"}


def card_of(ctx: Background, challenge: Challenge, there: Sequence[Entry]) -> ChartCard | None:
    """The same as bars; None where nobody voted."""
    cast = sum(entry.votes or 0 for entry in there)
    if not cast:
        return None
    rows = [
        ChartRow(
            plain(ctx.t("challenges-picture-row", number=entry.number)),
            float(entry.votes or 0),
            plain(ctx.t("challenges-votes-of", votes=entry.votes or 0)),
            won=entry.won,
        )
        for entry in there[:IN_THE_LIST]
    ]
    day = times.day((challenge.closed_at or ctx.now).astimezone(ZoneInfo(ctx.community.zone)).date(), ctx.language)
    note = plain(ctx.t("challenges-picture-note", entries=len(there), votes=cast))
    return ChartCard(challenge.theme, ctx.community.name, day, tuple(rows), note)


async def expect_look(ctx: Background, challenge: Challenge) -> None:
    """Something came in: let the post say so soon, once for all that comes until then."""
    if not challenge.is_due:
        await change(ctx, challenge.id, is_due=True)
        await ctx.later(look, after=PACE, challenge_id=challenge.id)


async def look(ctx: Background, challenge_id: int) -> None:
    """Let the post say how things stand."""
    challenge = await locked(ctx, challenge_id)
    await change(ctx, challenge.id, is_due=False)
    if challenge.state is State.OPEN:
        await say(ctx, challenge)


async def close_due(ctx: Background, challenge_id: int) -> None:
    """Close one whose time is over, unless it was given more."""
    challenge = await locked(ctx, challenge_id)
    if challenge.state is State.OPEN and challenge.closes_at is not None and challenge.closes_at <= ctx.now:
        await close(ctx, challenge.id)


async def close_with(ctx: Background, stream_id: int) -> None:
    """Close what was to be open as long as that stream."""
    for challenge in await all_open(ctx):
        if challenge.with_stream and challenge.stream_id == stream_id:
            await close(ctx, challenge.id)


async def close(ctx: Background, challenge_id: int) -> Challenge:
    """Count, post what it came to, and thank whoever won; closing it twice changes nothing."""
    challenge = await locked(ctx, challenge_id)
    if challenge.state is State.CLOSED:
        return challenge
    found, there = await tally(ctx, challenge), await gallery_of(ctx, challenge.id)
    most = max((found.get(entry.id, 0) for entry in there), default=0)
    first = [entry for entry in there if most and found.get(entry.id, 0) == most]
    won = [entry.id for entry in first] if len(first) <= MOST_WINNERS else []
    for entry in there:
        ends = {"votes": found.get(entry.id, 0), "won": entry.id in won}
        await ctx.db.execute(sa.update(entries).where(entries.c.id == entry.id).values(**ends))
    await change(ctx, challenge.id, state=State.CLOSED.value, closed_at=ctx.now)
    challenge = await challenge_of(ctx, challenge.id)
    await say(ctx, challenge)
    for entry in await ranked(ctx, challenge.id):
        if entry.won:
            await _honour(ctx, challenge, entry)
    return challenge


async def _honour(ctx: Background, challenge: Challenge, entry: Entry) -> None:
    """The winner's entry in a post of its own, thanks in the next stream, and a word to the winner."""
    assert entry.member_id is not None, "it is there, so somebody handed it in"
    await say_winner(ctx, challenge, entry)
    home = plain(Background.t(ctx, "challenges-thanks", theme=challenge.theme))
    about = f"challenge:{challenge.id}:{entry.name}"
    owed = ThanksOwed(community_id=ctx.community.id, at=ctx.now, member_id=entry.member_id, why=home, about=about)
    ctx.db.emit(owed)
    reference = f"challenge:{challenge.id}"
    await ctx.use(Activities).record(ctx.community.id, entry.member_id, WON, reference, value=entry.votes)
    await ctx.use(Telling).member(
        entry.member_id,
        f"challenge-won:{entry.name}",
        "challenges-won-message",
        buttons=[[("challenges.look", challenge.id)]],
        lasts=LASTS,
        theme=challenge.theme,
        votes=entry.votes or 0,
    )


async def say_winner(ctx: Background, challenge: Challenge, entry: Entry) -> None:
    """The post with what won."""
    who = await shown_name(ctx, entry)
    await ctx.use(Telling).rolling(
        winners_post(entry),
        "challenges-winner-post",
        accent=Accent.GLOW,
        lasts=LASTS,
        of=entry.member_id,
        photo=entry.photo_id,
        says="challenges-photo-of",
        theme=challenge.theme,
        number=entry.number,
        votes=entry.votes or 0,
        text=entry.text,
        written="yes" if entry.text else "no",
        who=who,
        known="yes" if who else "no",
    )


def winners_post(entry: Entry) -> str:
    """The name of the post with what won."""
    return f"challenge-won:{entry.name}"


def _post(challenge: Challenge) -> str:
    return f"challenge:{challenge.id}:{int(challenge.made_at.timestamp())}"
