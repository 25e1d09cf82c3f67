"""Votes: one a person in each challenge, whichever of their accounts they vote with, and none for one's own."""

import sqlalchemy as sa

from bot.api import Context, UserError, parts_of
from plugins.challenges import _posting
from plugins.challenges._challenge import Challenge, open_one
from plugins.challenges._entry import Entry, entry_of
from plugins.challenges._tables import votes


async def own_vote(ctx: Context, challenge_id: int) -> int | None:
    """The entry that the member votes for; of two accounts' votes the newer counts."""
    mine = (votes.c.challenge_id == challenge_id) & votes.c.member_id.in_(parts_of(ctx.member.id))
    newest = sa.select(votes.c.entry_id).where(mine).order_by(votes.c.at.desc(), votes.c.id.desc())
    found = await ctx.db.value(newest.limit(1))
    return None if found is None else int(found)


async def vote(ctx: Context, entry_id: int) -> tuple[Challenge, Entry]:
    """Vote for it, in the place of what the member voted for before. Raises UserError where that cannot be."""
    challenge = await open_one(ctx, (await entry_of(ctx, entry_id)).challenge_id)
    entry = await entry_of(ctx, entry_id)
    if not entry.is_shown:
        raise UserError("challenges-entry-gone")
    if entry.member_id == ctx.member.id:
        raise UserError("challenges-own")
    await _clear(ctx, challenge)
    row = {"challenge_id": challenge.id, "entry_id": entry.id, "member_id": ctx.member.id, "at": ctx.now}
    await ctx.db.insert(sa.insert(votes).values(**row))
    await _posting.expect_look(ctx, challenge)
    return challenge, entry


async def take_back(ctx: Context, challenge_id: int) -> Challenge:
    """The member votes for none. Raises UserError where it is over."""
    challenge = await open_one(ctx, challenge_id)
    await _clear(ctx, challenge)
    await _posting.expect_look(ctx, challenge)
    return challenge


async def _clear(ctx: Context, challenge: Challenge) -> None:
    mine = (votes.c.challenge_id == challenge.id) & votes.c.member_id.in_(parts_of(ctx.member.id))
    await ctx.db.execute(sa.delete(votes).where(mine))
