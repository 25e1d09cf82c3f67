"""Duplicates: one idea goes into another, with those who gave it and voted; and comes out of it again."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.api import Audit, Background, Context, Role, UserError
from plugins.ideas import _deciding
from plugins.ideas._idea import Idea, hold, idea_from, idea_of, newest, select_ideas
from plugins.ideas._similar import likeness, stems
from plugins.ideas._tables import ideas

OFFERED = 4


async def merge(ctx: Context, idea_id: int, into_id: int) -> Idea:
    """Let one idea go into another; returns that one. Raises UserError where they are one already, or not here.

    Nothing is moved: votes stand where they were given, and those of one person count once.
    """
    await hold(ctx, idea_id, into_id)
    into, one = await idea_of(ctx, into_id), await idea_of(ctx, idea_id)
    if one.id != idea_id or into.id != into_id or one.id == into.id:
        raise UserError("ideas-merged-before", title=into.title)
    every = (ideas.c.id == one.id) | (ideas.c.merged_into == one.id)
    await ctx.db.execute(sa.update(ideas).where(every).values(merged_into=into.id))
    await _note(ctx, one.id, None, into.id)
    merged = await idea_of(ctx, into.id)
    await _deciding.tell_of(ctx, merged)  # who came with the other one has not heard how this one stands
    return merged


async def take_apart(ctx: Context, idea_id: int) -> Idea:
    """The idea is one of its own again, with its own votes. Raises UserError where it is."""
    await ctx.db.transaction()
    one = ideas.c.id == idea_id
    row = await ctx.db.row(select_ideas(ctx, one))
    if row is None or row.merged_into is None:
        raise UserError("ideas-apart-before")
    await hold(ctx, idea_id, row.merged_into)
    change = sa.update(ideas).where(one, ideas.c.merged_into == row.merged_into).values(merged_into=None)
    if (await ctx.db.execute(change)).rowcount != 1:
        raise UserError("ideas-apart-before")
    await _note(ctx, idea_id, row.merged_into, None)
    return await idea_of(ctx, idea_id)


async def inside(ctx: Background, idea: Idea) -> Sequence[Idea]:
    """The ideas that went into it, the oldest first."""
    found = select_ideas(ctx, ideas.c.merged_into == idea.id).order_by(ideas.c.id)
    return [idea_from(row) for row in await ctx.db.rows(found)]


async def candidates(ctx: Background, idea: Idea) -> Sequence[Idea]:
    """Into which others it may go: those that say the most alike, and of equal ones the newest."""
    wanted = stems(idea.title)
    others = [one for one in await newest(ctx, least=Role.HOST) if one.id != idea.id and one.title]
    return sorted(others, key=lambda one: likeness(wanted, stems(one.title)), reverse=True)[:OFFERED]


async def _note(ctx: Context, idea_id: int, before: int | None, after: int | None) -> None:
    into = ctx.community.id, ctx.member.id, "ideas-merge", f"idea:{idea_id}"
    await ctx.use(Audit).note(*into, None if before is None else f"#{before}", None if after is None else f"#{after}")
