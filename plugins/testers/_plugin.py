"""The plugin itself, and what happens in it without anybody's doing."""

from datetime import timedelta

from bot.api import Background, MemberDeparted, NativeSettled, Plugin
from plugins.testers import _noting, _tending, _volunteering
from plugins.testers._entry import ORIGIN
from plugins.testers._settings import TesterSettings
from plugins.testers._tables import tables

plugin = Plugin("testers", settings=TesterSettings, facts=_noting.FACTS, activities=(_tending.TESTED,), tables=tables)

plugin.job()(_tending.tend)
plugin.job()(_tending.look)
plugin.job()(_tending.tell_the_rest)
plugin.job(every=timedelta(days=1))(_tending.tend_all)
plugin.contributes("cue")(_noting.cue)
plugin.contributes("status")(_noting.status)
plugin.contributes("profile")(_noting.on_card)
plugin.on(MemberDeparted)(_volunteering.departed)


@plugin.on(NativeSettled)
async def network_settled(ctx: Background, event: NativeSettled) -> None:
    """A place of ours stands open for somebody, or cannot be opened."""
    if event.source.startswith(ORIGIN) and event.given:
        number = int(event.source.removeprefix(ORIGIN))
        await _tending.settled(ctx, number, event.problem, dict(event.said), event.way)
