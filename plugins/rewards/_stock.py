"""How many there are: never fewer than are given, and whoever waits is next; and none at all where none was given."""

import sqlalchemy as sa

from bot.api import Background, UserError
from plugins.rewards._grants import promised, taken
from plugins.rewards._reward import Reward, change, locked, reward_of
from plugins.rewards._tables import codes, draws, files, grants, rewards, times, waiting
from plugins.rewards._waiting import move_on_everywhere


async def restock(ctx: Background, reward_id: int, stock: int | None) -> Reward:
    """Say how many there are in all. Raises UserError for fewer than are given."""
    reward = await locked(ctx, reward_id)
    await refuse_too_few(ctx, reward, stock)
    await change(ctx, reward.id, stock=stock)
    reward = await reward_of(ctx, reward.id)
    await move_on_everywhere(ctx, reward)
    return reward


async def refuse_too_few(ctx: Background, reward: Reward, stock: int | None) -> None:
    """Raises UserError where fewer are there than are given by now. The reward is locked."""
    given = await taken(ctx, reward) + await promised(ctx, reward)
    if stock is not None and stock < given:
        raise UserError("rewards-stock-given", title=reward.title, given=given)


async def is_untouched(ctx: Background, reward: Reward) -> bool:
    """Whether nobody ever had one, claimed one or could win one."""
    for table in (grants, draws):
        if await ctx.db.value(sa.select(table.c.id).where(table.c.reward_id == reward.id).limit(1)) is not None:
            return False
    return True


async def remove(ctx: Background, reward_id: int) -> Reward:
    """The reward was never there. Raises UserError where somebody ever claimed it, or while it is on offer."""
    reward = await locked(ctx, reward_id)
    if reward.is_open:
        raise UserError("rewards-remove-open", title=reward.title)
    if not await is_untouched(ctx, reward):
        raise UserError("rewards-remove-claimed", title=reward.title)
    for table in (waiting, codes, files, times):
        await ctx.db.execute(sa.delete(table).where(table.c.reward_id == reward.id))
    await ctx.db.execute(sa.delete(rewards).where(rewards.c.id == reward.id))
    return reward
