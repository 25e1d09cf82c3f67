"""What is new on the content shelf on what somebody said interests them, for the hours after a stream."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.api import Background, Case, Streams, base_language, folded
from plugins.assistant._knowledge import Entry, all_shelved
from plugins.assistant._tables import shelf

LATE: Final = timedelta(hours=2)
"""What comes so long after a stream's end, such as its recording, belongs to that stream."""


def stream_of(case: Case) -> int:
    """The stream that the message follows; 0 for none."""
    kind, _, id = case.enrolment.trigger.partition(":") if case.enrolment is not None else ("", "", "")
    return int(id) if kind == "stream" else 0


async def fresh(ctx: Background, stream_id: int) -> Sequence[Entry]:
    """What came to the shelf since the stream before, the newest first: so nobody is shown it after two of them."""
    streams = ctx.use(Streams)
    stream = await streams.get(stream_id)
    if stream is None or stream.ended_at is None:
        return ()
    before = await streams.before(stream)
    until = shelf.c.added_at <= stream.ended_at + LATE
    if before is None or before.ended_at is None:
        return await all_shelved(ctx, until)
    return await all_shelved(ctx, until, shelf.c.added_at > before.ended_at + LATE)


def liked(entries: Sequence[Entry], interests: frozenset[str], language: str, most: int) -> Sequence[Entry]:
    """Those whose category or one of whose tags is an interest; in the reader's language where there are any."""
    fitting = [one for one in entries if not interests.isdisjoint(_about(one))]
    mine = [one for one in fitting if one.language == base_language(language)]
    return (mine or fitting)[:most]


def _about(entry: Entry) -> frozenset[str]:
    return frozenset(folded(word.strip()) for word in (entry.source, *entry.tags.split(",")))
