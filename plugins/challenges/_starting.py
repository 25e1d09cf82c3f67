"""Starting a challenge in one line: its theme, and behind a | until when, where that is not plain."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

import sqlalchemy as sa

from bot.api import Audit, Context, Streams, UserError, echoed, folded, in_a_line, plain, times
from plugins.challenges import _posting
from plugins.challenges._challenge import Challenge, challenge_of, change, open_one
from plugins.challenges._settings import ChallengeSettings
from plugins.challenges._tables import challenges

LONGEST: Final = 200
AT_MOST: Final = timedelta(days=90)
UNTIL_FORGOTTEN: Final = timedelta(days=1)
"""One that closes with its stream is closed after this long where no end was ever seen."""


class End(Enum):
    """How a challenge can be made to end by one press."""

    STREAM = "stream"
    HAND = "hand"
    DAY = "day"
    WEEK = "week"


async def start(ctx: Context, typed: str) -> Challenge:
    """Begin it and post it. Raises UserError, with what was typed, for what does not fit."""
    told, bar, until = typed.rpartition("|")
    theme, wanted = in_a_line(told if bar else until), until.strip() if bar else ""
    if not theme:
        raise UserError("challenges-no-theme")
    if len(theme) > LONGEST:
        raise UserError("challenges-theme-long", most=LONGEST, typed=echoed(typed))
    stream = await ctx.use(Streams).live(ctx.community.id)
    with_stream, closes_at = await _end(ctx, wanted, typed, live=stream is not None)
    row = {"community_id": ctx.community.id, "made_by": ctx.member.id, "theme": theme, "made_at": ctx.now}
    ends = {"with_stream": with_stream, "closes_at": closes_at, "stream_id": stream.id if stream is not None else None}
    made = await ctx.db.insert(sa.insert(challenges).values(**row, **ends, state="open"))
    challenge = await challenge_of(ctx, made)
    await _posting.begin(ctx, challenge)
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "challenges-start", f"challenge:{made}", None, theme)
    return challenge


async def _end(ctx: Context, wanted: str, typed: str, *, live: bool) -> tuple[bool, datetime | None]:
    """Whether it closes with the stream, and the moment at which it does at the latest."""
    if not wanted:
        days = timedelta(days=(await ctx.settings(ChallengeSettings)).days)
        return (True, ctx.now + UNTIL_FORGOTTEN) if live else (False, ctx.now + days)
    called = {folded(plain(ctx.t("challenges-end", end=end.value))): end for end in End} | {
        end.value: end for end in End
    }
    if (end := called.get(folded(wanted))) is not None:
        return _by_word(ctx, end, live=live)
    at = times.parse_moment(wanted, ctx.language, ctx.member.zone, ctx.now)
    if at is None or not ctx.now < at <= ctx.now + AT_MOST:
        raise UserError("challenges-until-wrong", until=echoed(wanted), typed=echoed(typed))
    return False, at


def _by_word(ctx: Context, end: End, *, live: bool) -> tuple[bool, datetime | None]:
    match end:
        case End.STREAM if not live:
            raise UserError("challenges-no-stream")
        case End.STREAM:
            return True, ctx.now + UNTIL_FORGOTTEN
        case End.HAND:
            return False, None
        case End.DAY | End.WEEK:
            return False, ctx.now + timedelta(days=1 if end is End.DAY else 7)


async def ends_there_are(ctx: Context) -> Sequence[End]:
    """Those that can be chosen now."""
    live = await ctx.use(Streams).live(ctx.community.id) is not None
    return [end for end in End if live or end is not End.STREAM]


async def set_end(ctx: Context, challenge_id: int, end: End) -> Challenge:
    """Let it end otherwise. Raises UserError where it is over, or no stream is on."""
    stream = await ctx.use(Streams).live(ctx.community.id)
    challenge = await open_one(ctx, challenge_id)
    with_stream, closes_at = _by_word(ctx, end, live=stream is not None)
    during = {"stream_id": stream.id} if with_stream and stream is not None else {}
    await change(ctx, challenge.id, with_stream=with_stream, closes_at=closes_at, **during)
    challenge = await challenge_of(ctx, challenge.id)
    await _posting.begin(ctx, challenge)
    return challenge
