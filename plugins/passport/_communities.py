"""Whoever is in several communities chooses here which one their private chat is about."""

from bot.api import Context, People, UserError


async def offer(ctx: Context) -> None:
    """Say which one it is, and offer the others."""
    others = [other for other in await ctx.use(People).communities_of(ctx.member) if other.id != ctx.community.id]
    text = ctx.t("passport-community", community=ctx.community.name, others=bool(others))
    await ctx.reply(text, *([ctx.button("passport.switch", other.id, label=other.name)] for other in others))


async def switch(ctx: Context, community_id: int) -> None:
    """From now on it is this one. Raises UserError for one that the person is not in."""
    for community in await ctx.use(People).communities_of(ctx.member):
        if community.id == community_id:
            await ctx.use(People).choose(ctx.member, community)
            await ctx.reply(ctx.t("passport-community-now", community=community.name))
            return
    raise UserError("passport-community-not-yours")
