"""Votes: one for each person, also for those whose accounts are linked, and of an idea with all that went into it."""

import sqlalchemy as sa

from bot.api import Background, UserError, parts_of
from plugins.ideas._idea import Idea, family, has_voted, held, idea_of
from plugins.ideas._tables import votes


async def vote(ctx: Background, idea_id: int, member_id: int) -> Idea:
    """Count the member's vote, once. Raises UserError where there is nothing to vote for any more."""
    idea = await _open(ctx, idea_id)
    if not await has_voted(ctx, idea, member_id):
        await count(ctx, idea.id, member_id)
    return await idea_of(ctx, idea.id)


async def count(ctx: Background, idea_id: int, member_id: int) -> None:
    """Note the vote of somebody who has none there."""
    await ctx.db.insert(sa.insert(votes).values(idea_id=idea_id, member_id=member_id, at=ctx.now))


async def take_back(ctx: Background, idea_id: int, member_id: int) -> Idea:
    """The member's vote does not count any more. Raises UserError where votes are over."""
    idea = await _open(ctx, idea_id)
    mine = votes.c.idea_id.in_(family(idea.id)) & votes.c.member_id.in_(parts_of(member_id))
    await ctx.db.execute(sa.delete(votes).where(mine))
    return await idea_of(ctx, idea.id)


async def _open(ctx: Background, idea_id: int) -> Idea:
    idea = await held(ctx, idea_id)
    if not idea.is_shown:
        raise UserError("ideas-not-here")
    if not idea.state.is_open:
        raise UserError("ideas-vote-over", title=idea.title, state=idea.state.value)
    return idea
