"""The plugin itself, and what happens in it without anybody's doing."""

from bot.api import Background, NativePollEnded, NativePollFailed, Plugin, StreamEnded
from plugins.polls import _posting
from plugins.polls._settings import PollSettings
from plugins.polls._tables import tables

plugin = Plugin("polls", settings=PollSettings, tables=tables)

plugin.job()(_posting.open_due)
plugin.job()(_posting.close_due)
plugin.job()(_posting.look)
plugin.contributes("recap")(_posting.in_recap)
plugin.on(NativePollEnded)(_posting.ended_there)
plugin.on(NativePollFailed)(_posting.failed_there)


@plugin.on(StreamEnded)
async def stream_ended(ctx: Background, event: StreamEnded) -> None:
    """Close what was to be open as long as the stream."""
    await _posting.close_with(ctx, event.stream_id)
