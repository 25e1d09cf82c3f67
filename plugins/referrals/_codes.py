"""Codes: each member has one to pass on, and whose one is tells who brought somebody."""

from collections.abc import Mapping, Sequence
from typing import Final

import sqlalchemy as sa

from bot.api import Background, counts_for, families, fresh_code, parts_of, read_code, upsert
from plugins.referrals._tables import codes

LENGTH: Final = 6
"""Of 32 letters each: a thousand million. A code opens nothing, so it need not be longer than people like to type."""


async def code_of(ctx: Background, member_id: int) -> str | None:
    """The member's code, by whichever account; None before the first time."""
    mine = sa.select(codes.c.code).where(codes.c.member_id.in_(parts_of(member_id)))
    found: str | None = await ctx.db.value(mine.order_by(codes.c.made_at, codes.c.code).limit(1))
    return found


async def codes_of(ctx: Background, member_ids: Sequence[int]) -> Mapping[int, str]:
    """By member, their codes, by whichever account; those who have none are left out."""
    acting = await families(ctx.db, member_ids)
    mine = sa.select(codes.c.member_id, codes.c.code).where(codes.c.member_id.in_(acting))
    rows = await ctx.db.rows(mine.order_by(codes.c.made_at.desc(), codes.c.code.desc()))
    found = {acting[row.member_id]: row.code for row in rows}  # the oldest last, which is the one that they have
    return {id: found[acting[id]] for id in member_ids if acting.get(id) in found}


async def new_code(ctx: Background) -> str:
    """One that nobody has. It is nobody's yet."""
    while True:
        code = fresh_code(LENGTH)
        if await ctx.db.value(sa.select(codes.c.member_id).where(codes.c.code == code)) is None:
            return code


async def keep_code(ctx: Background, member_id: int, code: str) -> None:
    """From now on it is the member's, unless they have one."""
    row = {"member_id": member_id, "community_id": ctx.community.id, "code": code, "made_at": ctx.now}
    await ctx.db.execute(upsert(ctx.db.dialect, codes).values(**row).on_conflict_do_nothing())


async def whose(ctx: Background, typed: str) -> int | None:
    """Whose the code is, who acts for them by now; None for nobody's."""
    mine = (codes.c.code == read_code(typed)) & (codes.c.community_id == ctx.community.id)
    found: int | None = await ctx.db.value(sa.select(counts_for(codes.c.member_id)).where(mine))
    return found


async def hold(ctx: Background, inviter_id: int) -> None:
    """Until the work is done nobody else is noted as brought by this member, so that all count how many there are."""
    await ctx.db.transaction()
    mine = sa.select(codes.c.code).where(codes.c.member_id.in_(parts_of(inviter_id)))
    await ctx.db.rows(mine.order_by(codes.c.code).with_for_update())
