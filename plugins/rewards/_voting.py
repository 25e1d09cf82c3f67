"""Votes on what comes next: whoever unlocked the vote has one, and may change it until it closes."""

import sqlalchemy as sa

from bot.api import Background, UserError
from plugins.rewards._grants import Grant, State, grant_of
from plugins.rewards._reward import Kind, locked
from plugins.rewards._tables import grants


async def choose(ctx: Background, grant: Grant, number: int) -> None:
    """Vote for the option of that number. Raises UserError once the vote is closed."""
    reward = await locked(ctx, grant.reward_id)
    there = reward.kind is Kind.VOTE and 0 < number <= len(reward.options)
    if not there or (await grant_of(ctx, grant.id)).state is not State.GRANTED:
        raise UserError("rewards-not-here")
    if not reward.can_be_had(ctx.now):
        raise UserError("rewards-vote-over", title=reward.title)
    await ctx.db.execute(sa.update(grants).where(grants.c.id == grant.id).values(choice=number))
