"""The file that a reward brings: handed in by a moderator, kept sealed, and passed on to who claims it."""

import base64

import sqlalchemy as sa

from bot.api import Background, Context, File, Networks, UserError
from plugins.rewards._editing import note
from plugins.rewards._reward import Kind, Reward, change, locked, reward_of
from plugins.rewards._tables import files

MOST = 2_000_000
"""Bytes. Each network lets a bot pass on more; the database keeps it, and every claim carries it."""


async def keep(ctx: Context, reward_id: int, handed_in: str) -> Reward:
    """Keep the file instead of the one before. Raises UserError; then nothing is changed."""
    if (await reward_of(ctx, reward_id)).kind is not Kind.FILE:
        raise UserError("rewards-not-here")
    file = await ctx.use(Networks).fetch(handed_in, MOST)
    reward = await locked(ctx, reward_id)
    await ctx.db.execute(sa.delete(files).where(files.c.reward_id == reward.id))
    content = base64.b64encode(file.content).decode()
    await ctx.db.execute(sa.insert(files).values(reward_id=reward.id, content=content))
    await change(ctx, reward.id, ref_name=_as_document(file.name))
    await note(ctx, "rewards-edit", reward.id, reward.title)
    return await reward_of(ctx, reward.id)


async def file_of(ctx: Background, reward: Reward) -> File | None:
    """The reward's file."""
    content = await ctx.db.value(sa.select(files.c.content).where(files.c.reward_id == reward.id))
    return None if content is None else File(reward.ref_name, base64.b64decode(content))


def _as_document(name: str) -> str:
    """A picture that somebody claimed is more than an ornament, which may be left out where it cannot be shown."""
    stem, dot, kind = name.rpartition(".")
    return f"{stem}{dot}{kind.upper()}" if kind in ("png", "jpg") else name
