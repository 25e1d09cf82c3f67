"""Votes: one a person, whichever of their accounts they vote with; by name, or so that nobody can tell whose it was."""

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import cache

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Attendance,
    Background,
    Context,
    Facts,
    Pseudonyms,
    RuleWords,
    UserError,
    counts_for,
    families,
    holds,
    parts_of,
    upsert,
)
from plugins.polls._counting import PLACES, Tallies, chosen_from, places
from plugins.polls._poll import Kind, Poll, Secrecy
from plugins.polls._tables import notes, polls, tallies, turnout, votes

LONGEST = 1500
"""So many characters of somebody's words are kept: as many as a message to the hosts can show whole."""

_V = votes.c
_VOTE = ("poll_id", "member_id", "chosen", "words", "at")
_ALL = tallies.alias()


async def refuse_unless_welcome(ctx: Context, poll: Poll) -> None:
    """Raises UserError where the poll is over, or this member may not vote in it. Decided at each vote, for good."""
    if not poll.takes_votes(ctx.now):
        raise UserError("polls-not-open")
    if poll.only_stream and poll.stream_id is not None:
        attendance = ctx.use(Attendance)
        if await attendance.of(poll.stream_id, ctx.member.id) is None:
            raise UserError("polls-only-who-was-there")
    if poll.rule is not None:
        known = await ctx.use(Facts).of(ctx.member.id)
        if not holds(poll.rule, known):
            lacking = (await RuleWords.of(ctx, poll.rule)).lacking(poll.rule, known)
            raise UserError("polls-not-for-you", lacking=lacking)


# ---- by name -------------------------------------------------------------------------------------------------------


async def choose(ctx: Context, poll: Poll, place: int) -> Sequence[int]:
    """Choose an answer, or take back the choice where several may be chosen; returns what is chosen now."""
    poll.option(place)
    if poll.kind is Kind.SINGLE:
        await keep(ctx, poll, str(place))
        return [place]
    before = places(await own_choice(ctx, poll) or "")
    after = [other for other in before if other != place] if place in before else [*before, place]
    if poll.kind is Kind.RANKED and len(after) > PLACES:
        raise UserError("polls-ranked-full", most=PLACES)
    await keep(ctx, poll, chosen_from(after if poll.kind is Kind.RANKED else sorted(after)))
    return after


async def give(ctx: Context, poll: Poll, value: int) -> None:
    """Give a figure of the poll's scale; it takes the place of an earlier one."""
    if poll.kind.scale is None or value not in poll.kind.scale.values:
        raise UserError("polls-no-such-answer")
    await keep(ctx, poll, str(value))


async def write(ctx: Context, poll: Poll, words: str) -> None:
    """Answer in words; they take the place of earlier ones."""
    await keep(ctx, poll, "", words)


async def own_choice(ctx: Context, poll: Poll) -> str | None:
    """What this member chose by name; None for nothing. Of two accounts' that were linked since, the newer counts."""
    row = await ctx.db.row(_own(ctx, poll))
    return row.chosen if row is not None else None


async def own_words(ctx: Context, poll: Poll) -> str:
    """What this member wrote."""
    row = await ctx.db.row(_own(ctx, poll))
    return (row.words or "") if row is not None else ""


def _own(ctx: Context, poll: Poll) -> sa.Select[str, str]:
    mine = sa.select(_V.chosen, _V.words).where(_V.poll_id == poll.id)
    return mine.where(_V.member_id.in_(parts_of(ctx.member.id))).order_by(_V.at.desc(), _V.id.desc()).limit(1)


async def keep(ctx: Context, poll: Poll, chosen: str, words: str | None = None) -> None:
    """Keep what somebody chose by name, in the place of what they chose before."""
    await ctx.db.transaction()
    row = {"poll_id": poll.id, "member_id": ctx.member.id, "chosen": chosen, "words": words, "at": ctx.now}
    await ctx.db.execute(_kept_by(ctx.db.dialect), row)


@cache
def _kept_by(dialect: str) -> sa.Executable:
    """Put together once, since it is what a vote costs."""
    new = upsert(dialect, votes).values({name: sa.bindparam(name) for name in _VOTE})
    same = {name: new.excluded[name] for name in ("chosen", "words", "at")}
    return new.on_conflict_do_update(index_elements=[_V.poll_id, _V.member_id], set_=same)


# ---- without a name ------------------------------------------------------------------------------------------------


async def cast(ctx: Context, poll: Poll, chosen: str, words: str | None = None) -> None:
    """Vote so that nobody can tell whose it was. Raises UserError for whoever did before: it cannot be found again."""
    _refuse_odd(poll, chosen)
    await ctx.db.transaction()
    await _note_turnout(ctx, poll)
    await ctx.db.execute(_counted_by(ctx.db.dialect), {"poll": poll.id, "what": chosen})
    if words is not None:
        back = str(ctx.member.id) if poll.secrecy is Secrecy.ANSWERABLE else None
        note = {"id": secrets.token_hex(12), "poll_id": poll.id, "words": words, "back": back}
        await ctx.db.execute(sa.insert(notes).values(**note))


def _refuse_odd(poll: Poll, chosen: str) -> None:
    """Raises UserError for what cannot be chosen in that poll: an old button, a forged form."""
    if poll.kind is Kind.WORDS:
        return
    if poll.kind.scale is not None:
        if not chosen.isdigit() or int(chosen) not in poll.kind.scale.values:
            raise UserError("polls-no-such-answer")
        return
    picked = places(chosen)
    most = {Kind.SINGLE: 1, Kind.RANKED: PLACES}.get(poll.kind, len(poll.options))
    if not 1 <= len(picked) <= most or len(set(picked)) < len(picked):
        raise UserError("polls-choose-some", most=most)
    for place in picked:
        poll.option(place)


async def _note_turnout(ctx: Context, poll: Poll) -> None:
    """Each of somebody's linked accounts is looked for, also those that were linked since they voted."""
    marks, matter = ctx.use(Pseudonyms), f"poll:{poll.id}"
    others = [marks.of(matter, id) for id in await families(ctx.db, [ctx.member.id]) if id != ctx.member.id]
    known = sa.exists().where(turnout.c.poll_id == poll.id, turnout.c.voter.in_(others))
    if others and await ctx.db.value(sa.select(known)):
        raise UserError("polls-voted-before")
    row = {"poll_id": poll.id, "voter": marks.of(matter, ctx.member.id)}
    if not (await ctx.db.execute(_noted_by(ctx.db.dialect), row)).rowcount:
        raise UserError("polls-voted-before")


@cache
def _noted_by(dialect: str) -> sa.Executable:
    row: dict[str, sa.BindParameter[str]] = {name: sa.bindparam(name) for name in ("poll_id", "voter")}
    return upsert(dialect, turnout).values(row).on_conflict_do_nothing()


@cache
def _counted_by(dialect: str) -> sa.Executable:
    new = upsert(dialect, tallies).values(poll_id=sa.bindparam("poll"), chosen=sa.bindparam("what"), votes=1)
    more = {"votes": tallies.c.votes + 1}
    return new.on_conflict_do_update(index_elements=[tallies.c.poll_id, tallies.c.chosen], set_=more)


class Vote(Struct, frozen=True):
    """Somebody's vote by name."""

    member_id: int
    chosen: str
    words: str
    at: datetime


async def named_votes(ctx: Background, poll: Poll) -> list[Vote]:
    """Who voted what, as far as it counts, the oldest first."""
    who = counts_for(_V.member_id).label("member_id")
    query = sa.select(who, _V.chosen, _V.words, _V.at).where(_V.id.in_(_newest_of_each(poll))).order_by(_V.id)
    return [Vote(row.member_id, row.chosen or "", row.words or "", row.at) for row in await ctx.db.rows(query)]


async def unnamed_words(ctx: Background, poll: Poll) -> list[tuple[str, str]]:
    """What people wrote without their names, each with its id, in no order that says anything."""
    query = sa.select(notes.c.id, notes.c.words).where(notes.c.poll_id == poll.id).order_by(notes.c.id)
    return [(row.id, row.words) for row in await ctx.db.rows(query)]


# ---- what it comes to ----------------------------------------------------------------------------------------------


async def tallied(ctx: Background, poll: Poll) -> Tallies:
    """How often each thing was chosen so far; of a poll that is closed what it came to then."""
    if poll.is_anonymous or poll.closed_at is not None:
        query = sa.select(tallies.c.chosen, tallies.c.votes).where(tallies.c.poll_id == poll.id)
        return {row.chosen: row.votes for row in await ctx.db.rows(query)}
    return Counter({row.chosen: row.times for row in await ctx.db.rows(_counted(poll))})


def _counted(poll: Poll) -> sa.Select[str, int]:
    found = sa.select(_V.chosen, sa.func.count().label("times")).where(_V.id.in_(_newest_of_each(poll)))
    if poll.kind is not Kind.WORDS:
        found = found.where(_V.chosen != "")  # whoever took back all that they chose
    return found.group_by(_V.chosen)


def _newest_of_each(poll: Poll) -> sa.Select[int]:
    """Once a person: of two accounts' votes that were given before they were linked, the newer."""
    order = sa.func.row_number().over(partition_by=counts_for(_V.member_id), order_by=(_V.at.desc(), _V.id.desc()))
    placed = sa.select(_V.id, order.label("turn")).where(_V.poll_id == poll.id).subquery()
    return sa.select(placed.c.id).where(placed.c.turn == 1)


async def freeze(ctx: Background, poll: Poll) -> None:
    """Keep for good what a poll by name came to."""
    if poll.is_anonymous:
        return
    rows = [
        {"poll_id": poll.id, "chosen": chosen, "votes": times} for chosen, times in (await tallied(ctx, poll)).items()
    ]
    await ctx.db.insert_all(upsert(ctx.db.dialect, tallies).on_conflict_do_nothing(), rows)


async def scores_since(ctx: Background, since: datetime, fewest: int) -> list[tuple[datetime, float, int]]:
    """How often each score from 0 to 10 was given in polls that were closed from then on, with that moment.

    Of anonymous ones those that so many voted in.
    """
    people = sa.select(sa.func.sum(_ALL.c.votes)).where(_ALL.c.poll_id == polls.c.id).scalar_subquery()
    query = (
        sa.select(polls.c.closed_at, tallies.c.chosen, tallies.c.votes)
        .join_from(polls, tallies, tallies.c.poll_id == polls.c.id)
        .where(polls.c.community_id == ctx.community.id, polls.c.kind == Kind.SCORE.value, polls.c.closed_at >= since)
        .where(polls.c.secrecy.in_([Secrecy.OPEN.value, Secrecy.PUBLIC.value]) | (people >= fewest))
        .order_by(polls.c.closed_at, tallies.c.chosen)
    )
    return [(row.closed_at, float(row.chosen), row.votes) for row in await ctx.db.rows(query)]


async def has_answers(ctx: Background, poll: Poll) -> bool:
    """Whether anybody answered yet."""
    return bool(await tallied(ctx, poll))


async def note_due(ctx: Background, poll: Poll) -> bool:
    """Note that the poll's post is to be looked at; False where that is noted already."""
    if poll.is_due:
        return False
    noted = sa.update(polls).where(polls.c.id == poll.id, polls.c.is_due.is_(False)).values(is_due=True)
    return (await ctx.db.execute(noted)).rowcount == 1
