"""Who is on duty: hosts say so themselves, and it ends by itself after some hours, for who forgets to end it."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa

from bot.api import Background, Context, Member, People, Role, counts_for, parts_of, upsert
from plugins.assistant._case_tables import duty
from plugins.assistant._settings import AssistantSettings


async def on_duty(ctx: Background) -> Sequence[Member]:
    """The hosts who are on duty now, each once; nobody who was made a plain member meanwhile."""
    who = counts_for(duty.c.member_id).label("who")
    now = (duty.c.community_id == ctx.community.id) & (duty.c.until > ctx.now)
    rows = await ctx.db.rows(sa.select(who, duty.c.listed).where(now).order_by(duty.c.since))
    known = await ctx.use(People).of_many({row.who for row in rows}) if rows else {}
    still = [row.who for row in rows if row.who in known and (known[row.who].role >= Role.HOST or not row.listed)]
    return [known[id] for id in dict.fromkeys(still)]


async def begin(ctx: Context) -> None:
    """Whoever acts is on duty from now on."""
    hours = timedelta(hours=(await ctx.settings(AssistantSettings)).duty_hours)
    listed = (await ctx.use(People).get(ctx.member.id)).role >= Role.HOST
    now = {"since": ctx.now, "until": ctx.now + hours, "listed": listed}
    row = upsert(ctx.db.dialect, duty).values(community_id=ctx.community.id, member_id=ctx.member.id, **now)
    await ctx.db.execute(row.on_conflict_do_update(index_elements=[duty.c.member_id], set_=now))


async def end(ctx: Background, member_id: int) -> None:
    """They are not any more, by whichever account."""
    await ctx.db.execute(sa.delete(duty).where(duty.c.member_id.in_(parts_of(member_id))))
