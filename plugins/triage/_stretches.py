"""Which stretch of time a host goes through: today, a week, since the last stream began, or that of a daily digest."""

import re
from datetime import UTC, datetime, time, timedelta
from enum import Enum
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.api import Background, Streams, UserError, wall_clock

KEPT: Final = timedelta(days=14)
"""For so long the buttons under single texts find what they are about."""

_HOUR: Final = timedelta(hours=1)
_DIGEST: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,3})")
"""Minutes since 1970 until which it went, and how many hours long it was."""


class Which(Enum):
    """Those that a host can ask for."""

    TODAY = "today"
    WEEK = "week"
    STREAM = "stream"


class Stretch(Struct, frozen=True):
    """A stretch of time. `called`: what stands for it in a button. `until`: None where it lasts."""

    called: str
    since: datetime
    until: datetime | None = None


async def stretch(ctx: Background, which: Which) -> Stretch:
    """What is meant now. Raises UserError where there was no stream yet."""
    match which:
        case Which.TODAY:
            today = ctx.now.astimezone(ZoneInfo(ctx.community.zone)).date()
            return Stretch(which.value, wall_clock(datetime.combine(today, time()), ctx.community.zone))
        case Which.WEEK:
            return Stretch(which.value, ctx.now - timedelta(days=7))
        case Which.STREAM:
            streams = ctx.use(Streams)
            stream = await streams.live(ctx.community.id) or await streams.newest(ctx.community.id)
            if stream is None or stream.started_at is None:
                raise UserError("triage-no-stream")
            return Stretch(which.value, stream.started_at)


def of_digest(since: datetime, until: datetime) -> Stretch:
    """The stretch of a daily digest, which is whole hours long."""
    hours = -(-(until - since) // _HOUR)
    return Stretch(f"{int(until.timestamp()) // 60}-{hours}", until - hours * _HOUR, until)


async def called(ctx: Background, word: str) -> Stretch:
    """The stretch that a button stands for. Raises UserError."""
    if word in {one.value for one in Which}:
        return await stretch(ctx, Which(word))
    if (found := _DIGEST.fullmatch(word)) is None:
        raise UserError("triage-gone")
    until = datetime.fromtimestamp(int(found[1]) * 60, UTC)
    return Stretch(word, until - int(found[2]) * _HOUR, until)
