"""Votes on what comes next: whoever unlocked the vote has one, and may change it until it closes.

A vote is for words, whatever line they stand in: lines may be put in, moved and taken out meanwhile.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from bot.api import Background, UserError, short_for
from plugins.rewards._grants import Grant, State, grant_of
from plugins.rewards._reward import Kind, Reward, locked
from plugins.rewards._tables import grants


async def choose(ctx: Background, grant: Grant, short: str) -> None:
    """Vote for the option that this stands for. Raises UserError once the vote is closed, or it is not there."""
    reward = await locked(ctx, grant.reward_id)
    if reward.kind is not Kind.VOTE or (await grant_of(ctx, grant.id)).state is not State.GRANTED:
        raise UserError("rewards-not-here")
    if not reward.can_be_had(ctx.now):
        raise UserError("rewards-vote-over", title=reward.title)
    if short not in map(short_for, reward.options):
        raise UserError("rewards-option-gone", title=reward.title)
    await ctx.db.execute(sa.update(grants).where(grants.c.id == grant.id).values(vote=short))


def chosen(reward: Reward, grant: Grant) -> str:
    """The option that somebody voted for; "" for none, or one that is not there any more."""
    return next((option for option in reward.options if short_for(option) == grant.vote), "")


def tally(reward: Reward, given: Iterable[Grant]) -> tuple[Mapping[str, int], int]:
    """How many votes each option has, and how many are for words that are not there any more."""
    votes = Counter(grant.vote for grant in given if grant.vote is not None)
    each = {option: votes[short_for(option)] for option in reward.options}
    return each, votes.total() - sum(each.values())
