"""What networks say of roles and rooms: given, or refused; a refusal brings everything back."""

import sqlalchemy as sa

from bot.api import Background, NativeSettled, UserError
from plugins.rewards._delivering import settle
from plugins.rewards._ending import fail
from plugins.rewards._grants import ORIGIN, State, grant_of
from plugins.rewards._news import tell_holder
from plugins.rewards._reward import locked
from plugins.rewards._tables import grants


async def network_settled(ctx: Background, event: NativeSettled) -> None:
    """One of ours stands on the network, or cannot be."""
    if not event.source.startswith(ORIGIN) or not event.given:
        return
    try:
        grant = await grant_of(ctx, int(event.source.removeprefix(ORIGIN)))
    except UserError:
        return  # it is not here any more
    if event.problem is not None:
        await fail(ctx, grant.id, event.problem, dict(event.said))
        return
    reward = await locked(ctx, grant.reward_id)
    grant = await grant_of(ctx, grant.id)
    if not grant.state.is_there:
        return
    if event.way != grant.way:
        await ctx.db.execute(sa.update(grants).where(grants.c.id == grant.id).values(way=event.way))
    if grant.state is State.DELIVERING:
        await settle(ctx, reward, grant)
        if not event.way:  # whoever has to come in by an address was told it by the core
            await tell_holder(ctx, grant, "rewards-here", title=reward.title, name=reward.ref_name)
