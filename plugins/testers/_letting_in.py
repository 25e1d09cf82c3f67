"""The private place: who tests is let in by the network, and seen out at the end."""

from bot.api import Background, NativeGrants
from plugins.testers._call import Call
from plugins.testers._entry import Entry, Stand, people


async def let_in(ctx: Background, call: Call, entry: Entry) -> None:
    """Let one tester in until the call ends, where it has a place."""
    what = call.native
    if what is not None and entry.member_id is not None:
        grants = ctx.use(NativeGrants)
        await grants.give(entry.member_id, what, source=entry.origin, until=call.ends, reason=call.title)


async def see_out(ctx: Background, entry: Entry) -> None:
    """They are in there no longer."""
    await ctx.use(NativeGrants).take(entry.origin)


async def stay_until_the_end(ctx: Background, call: Call) -> None:
    """The end of the call moved, and with it how long testers may stay."""
    if call.native is not None and call.ends is not None:
        for entry in await people(ctx, call, Stand.TESTING, Stand.REPORTED):
            await ctx.use(NativeGrants).extend(entry.origin, call.ends)


async def move_all(ctx: Background, call: Call) -> None:
    """The call has another place, or none any more: whoever tests is seen out of the old and let into the new one."""
    for entry in await people(ctx, call, Stand.TESTING, Stand.REPORTED):
        await see_out(ctx, entry)
        await let_in(ctx, call, entry)
