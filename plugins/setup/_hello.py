"""The hello of a bot that was just put somewhere: once, where it may write."""

from datetime import timedelta

from bot.api import Accent, Background, Communities, Networks, Telling

LASTS = timedelta(days=1)


async def say_hello(ctx: Background, space_id: int) -> None:
    """Post it where posts go; where nobody knows yet, in the first channel that is open to everybody and to the bot."""
    networks = ctx.use(Networks)
    space = await networks.space(space_id)
    if space is None:
        return
    if space.post_channel is None:
        places = await networks.places(space)
        first = next((place for place in places if place.problem is None and not place.hosts_only), None)
        if first is None:
            return
        await ctx.use(Communities).set_channels(space.ref, post=first.channel.channel_id)
    await ctx.use(Telling).everybody(
        "setup:hello",
        "setup-hello",
        buttons=[[("setup.begin",)]],
        accent=Accent.GLOW,
        lasts=LASTS,
        only=space.id,
        community=ctx.community.name,
    )
