"""One-time codes: sealed in the database, each given once."""

import sqlalchemy as sa

from bot.api import Background, UserError
from plugins.rewards._reward import Kind, Reward
from plugins.rewards._tables import codes
from plugins.rewards._waiting import move_on_everywhere

LONGEST = 200
AT_ONCE = 2000


async def add(ctx: Background, reward: Reward, lines: str) -> tuple[int, int]:
    """Keep a code for each line; returns how many are new and how many were known. The reward is locked."""
    if reward.kind is not Kind.CODE:
        raise UserError("rewards-codes-other", title=reward.title)
    given = list(dict.fromkeys(line.strip() for line in lines.splitlines() if line.strip()))
    if not given or len(given) > AT_ONCE or any(len(code) > LONGEST for code in given):
        raise UserError("rewards-codes-wrong", most=AT_ONCE, longest=LONGEST)
    there = {str(code) for (code,) in await ctx.db.rows(sa.select(codes.c.code).where(codes.c.reward_id == reward.id))}
    new = [code for code in given if code not in there]
    if new:
        await ctx.db.execute(sa.insert(codes).values([{"reward_id": reward.id, "code": code} for code in new]))
    await move_on_everywhere(ctx, reward)
    return len(new), len(given) - len(new)
