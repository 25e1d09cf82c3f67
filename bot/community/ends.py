"""Ends that a host said, and ends that were taken back: the audit knows who did it and when."""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from bot.community.audit import Audit
from bot.community.stream import Stream, StreamState
from bot.storage.tables import audit
from bot.storage.work import Work

END: Final = "stream.end"
GO_ON: Final = "stream.go-on"
OTHER_END: Final = "stream.other-end"


async def note_end(work: Work, stream: Stream, by: int) -> None:
    """Note that a member ended the stream."""
    await Audit(work).note(stream.community_id, by, END, _subject(stream), "live", "ended")


async def note_going_on(work: Work, stream: Stream, by: int | None) -> None:
    """Note that a member took the newest end back."""
    [newest] = await Audit(work).newest(stream.community_id, 1, _subject(stream), (END, GO_ON))
    await Audit(work).note(stream.community_id, by, GO_ON, _subject(stream), "ended", "live", undoes=newest.id)


async def note_other_end(work: Work, stream: Stream, at: datetime, by: int) -> None:
    """Note that a member said when it really ended."""
    before = stream.ended_at and stream.ended_at.isoformat()
    await Audit(work).note(stream.community_id, by, OTHER_END, _subject(stream), before, at.isoformat())


async def is_fresh_end(work: Work, stream: Stream, within: timedelta) -> bool:
    """Whether a host ended the stream less than `within` ago, by what was said and not by when it ended."""
    if stream.state is not StreamState.ENDED:
        return False
    newest = await Audit(work).newest(stream.community_id, 1, _subject(stream), (END, GO_ON))
    return bool(newest) and newest[0].action == END and work.now < newest[0].at + within


async def ends_taken_back(work: Work, stream: Stream) -> int:
    """How many ends of the stream were taken back."""
    same = (audit.c.community_id == stream.community_id) & (audit.c.subject == _subject(stream))
    return int(await work.value(sa.select(sa.func.count()).where(same, audit.c.action == GO_ON)))


def _subject(stream: Stream) -> str:
    return f"stream:{stream.id}"
