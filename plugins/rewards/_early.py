"""Early access: who claims it has something at once, and everybody has it from a certain moment on."""

from bot.api import Accent, Background, Telling
from plugins.rewards._reward import Kind, Reward, all_rewards


async def set_day(ctx: Background, reward: Reward) -> None:
    """Set when everybody gets it. A job of another moment finds out itself that it is not the one any more."""
    if reward.kind is Kind.EARLY and reward.is_open and reward.closes_at is not None:
        stamp = int(reward.closes_at.timestamp())
        await ctx.later(for_everybody, at=reward.closes_at, reward_id=reward.id, stamp=stamp)


async def for_everybody(ctx: Background, reward_id: int, stamp: int) -> None:
    """Post it, once, unless it was taken off offer or moved meanwhile."""
    reward = next((one for one in await all_rewards(ctx) if one.id == reward_id), None)
    if reward is None or not reward.is_open or reward.closes_at is None:
        return
    if int(reward.closes_at.timestamp()) != stamp:
        return
    await ctx.use(Telling).everybody(
        f"reward-early:{reward.id}", "rewards-early-post", accent=Accent.GLOW, title=reward.title, text=reward.content
    )
