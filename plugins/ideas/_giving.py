"""Giving an idea: what somebody typed is kept, also while they look whether there is one like it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    IDEA_GIVEN,
    Activities,
    Background,
    Context,
    Member,
    People,
    UserError,
    in_a_line,
    in_lines,
    parts_of,
    shortened,
    times,
)
from plugins.ideas._idea import Idea, State, idea_of, newest
from plugins.ideas._settings import IdeaSettings
from plugins.ideas._similar import similar
from plugins.ideas._tables import drafts, ideas, words
from plugins.ideas._voting import count

LONGEST_TITLE: Final = 120
LONGEST: Final = 1500
"""Letters of what else there is to say: as many as one message can show everywhere beside the rest."""

GIVEN_BACK: Final = 1700
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DRAFT_LASTS: Final = timedelta(days=7)


class Words(Struct, frozen=True):
    """What an idea says: in a line, and more where there is more."""

    title: str
    more: str


class Given(Struct, frozen=True):
    """What became of it: an idea, or a draft that waits beside those like it."""

    idea: Idea | None
    draft_id: int
    alike: Sequence[Idea]


def read(title: str, more: str = "") -> Words:
    """What was typed, as it is kept. Raises UserError that gives it back where it does not fit."""
    line, rest = in_a_line(title), in_lines(more)
    if not line:
        raise UserError("ideas-empty", text=shortened(rest, GIVEN_BACK), written=bool(rest))
    if len(line) > LONGEST_TITLE and not rest:
        line, rest = _beginning(line), in_lines(title)
    if len(line) > LONGEST_TITLE or len(rest) > LONGEST:
        typed = "\n".join(part for part in (in_lines(title), in_lines(more)) if part)
        raise UserError("ideas-long", title=LONGEST_TITLE, most=LONGEST, text=shortened(typed, GIVEN_BACK))
    return Words(line, rest)


def _beginning(text: str) -> str:
    """The first sentence where it is short enough, else as many words as fit."""
    for end in (". ", "! ", "? "):
        first, found, _ = text.partition(end)
        if found and len(first) < LONGEST_TITLE:
            return first + end.strip()
    cut = text[: LONGEST_TITLE - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip() + "…"


async def offer(ctx: Context, said: Words) -> Given:
    """Give the idea, unless there are some like it: then it waits. Raises UserError beyond the limits."""
    await _refuse_beyond_limits(ctx, said)
    alike = similar(said.title, await newest(ctx))
    if alike:
        return Given(None, await _keep(ctx, said), alike)
    return Given(await give(ctx, ctx.member.id, said), 0, ())


async def offer_draft(ctx: Context, draft_id: int) -> Idea:
    """It is another one after all. Raises UserError when it was given before, or another took its place."""
    await ctx.db.transaction()
    mine = (drafts.c.id == draft_id) & drafts.c.member_id.in_(parts_of(ctx.member.id))
    row = await ctx.db.row(sa.select(drafts.c.title, drafts.c.more).where(mine).with_for_update())
    if row is None:
        raise UserError("ideas-draft-gone")
    said = Words(row.title, row.more)
    await _refuse_beyond_limits(ctx, said)
    await ctx.db.execute(sa.delete(drafts).where(mine))
    return await give(ctx, ctx.member.id, said)


async def drop_draft(ctx: Context, draft_id: int) -> None:
    """They voted for another one instead."""
    mine = (drafts.c.id == draft_id) & drafts.c.member_id.in_(parts_of(ctx.member.id))
    await ctx.db.execute(sa.delete(drafts).where(mine))


async def give(ctx: Background, member_id: int, said: Words) -> Idea:
    """A new idea, with the vote of whoever gives it."""
    row = {"community_id": ctx.community.id, "member_id": member_id, "given_at": ctx.now, "state": State.NEW.value}
    id = await ctx.db.insert(sa.insert(ideas).values(**row))
    kept = {"idea_id": id, "member_id": member_id, "title": said.title, "more": said.more}
    await ctx.db.execute(sa.insert(words).values(**kept))
    await count(ctx, id, member_id)
    await ctx.use(Activities).record(ctx.community.id, member_id, IDEA_GIVEN, f"idea:{id}")
    return await idea_of(ctx, id)


async def _keep(ctx: Context, said: Words) -> int:
    """One draft for each member; those that nobody came back to go."""
    old = drafts.c.member_id.in_(parts_of(ctx.member.id)) | (drafts.c.at < ctx.now - DRAFT_LASTS)
    await ctx.db.execute(sa.delete(drafts).where(drafts.c.community_id == ctx.community.id, old))
    row = {"community_id": ctx.community.id, "member_id": ctx.member.id, "at": ctx.now}
    return await ctx.db.insert(sa.insert(drafts).values(**row, title=said.title, more=said.more))


async def _refuse_beyond_limits(ctx: Context, said: Words) -> None:
    chosen = await ctx.settings(IdeaSettings)
    mine = ideas.c.member_id.in_(parts_of(ctx.member.id)) & (ideas.c.given_at > ctx.now - DAY)
    given = sa.select(ideas.c.given_at).where(mine, ideas.c.community_id == ctx.community.id)
    moments = [at for (at,) in await ctx.db.rows(given.order_by(ideas.c.given_at.desc()))]
    for most, span in ((chosen.most_in_an_hour, HOUR), (chosen.most_in_a_day, DAY)):
        if len([at for at in moments if at > ctx.now - span]) >= most:
            text = shortened("\n".join(part for part in (said.title, said.more) if part), GIVEN_BACK)
            again = _moment(ctx, moments[most - 1] + span)
            raise UserError("ideas-enough", most=most, hour=span is HOUR, again=again, text=text)


def _moment(ctx: Context, at: datetime) -> str:
    member = ctx.member
    return times.moment(at, member.language, member.zone, now=ctx.now, home_zone=ctx.community.zone)


async def giver(ctx: Context, member_id: int) -> Member:
    """Who is to have given it. Raises UserError where they were forgotten, or are of another community."""
    member = (await ctx.use(People).of_many([member_id])).get(member_id)
    if member is None or member.community_id != ctx.community.id:
        raise UserError("ideas-giver-gone")
    return member
