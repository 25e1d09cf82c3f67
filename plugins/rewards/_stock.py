"""How many there are: never fewer than are given, and whoever waits is next."""

from bot.api import Background, UserError
from plugins.rewards._grants import promised, taken
from plugins.rewards._reward import Reward, change, locked, reward_of
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
