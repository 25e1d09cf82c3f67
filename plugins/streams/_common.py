"""What the parts share: the settings, which stream is meant, and what it is called."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from bot.api import Background, Context, Stream, Streams, StreamState, Translator, UserError, plain, times

LONGEST_CHECK_IN = 60
SHORT = "streams-short"


class StreamSettings(BaseModel):
    """What a community may choose."""

    announce: bool = True
    remind_minutes: Annotated[int, Field(ge=5, le=1440)] = 15
    checkin_minutes: Annotated[int, Field(ge=1, le=LONGEST_CHECK_IN)] = 5
    go_on_minutes: Annotated[int, Field(ge=0, le=60)] = 15
    recap: Literal["draft", "phrased", "off"] = "draft"
    recap_also_in: Literal["none", "cs", "en"] = "none"


async def grace(ctx: Background) -> timedelta:
    """For how long a host's end can be taken back."""
    return timedelta(minutes=(await ctx.settings(StreamSettings)).go_on_minutes)


async def live(ctx: Background) -> Stream:
    """The stream that is live. Raises UserError "streams-none-live"."""
    stream = await ctx.use(Streams).live(ctx.community.id)
    if stream is None:
        raise UserError("streams-none-live")
    return stream


async def own(ctx: Background, stream_id: int) -> Stream:
    """The community's own stream of that id. Raises UserError when there is none, as for another community's button."""
    stream = await ctx.use(Streams).get(stream_id)
    if stream is None or stream.community_id != ctx.community.id:
        raise UserError("streams-not-here")
    return stream


async def still_live(ctx: Background, stream_id: int) -> Stream:
    """The stream under a button. Raises UserError when it is over, so that an old button means no newer stream."""
    stream = await own(ctx, stream_id)
    if not stream.is_on:
        raise UserError("streams-over", title=title_of(ctx, stream, ctx.language))
    return stream


def title_of(ctx: Background, stream: Stream, language: str) -> str:
    """What the stream is called; one without a title by its number where it has one."""
    if stream.title:
        return stream.title
    which = "numbered" if stream.number is not None else "next" if stream.state is StreamState.PLANNED else "other"
    return plain(ctx.use(Translator).text("streams-untitled", language, which=which, number=stream.number or 0))


def title_here(ctx: Background, stream: Stream) -> str:
    """The title for everybody, in the community's language."""
    return title_of(ctx, stream, ctx.community.language)


def moment(ctx: Context, at: datetime) -> str:
    """When `at` is, for the person who acted."""
    home = ctx.community.zone
    return times.moment(at, ctx.language, ctx.member.zone, now=ctx.now, home_zone=home)


def moment_here(ctx: Background, at: datetime) -> str:
    """When `at` is, for everybody: in the community's zone and language."""
    return times.moment(at, ctx.community.language, ctx.community.zone, now=ctx.now)


def span(ctx: Background, stream: Stream, language: str) -> str:
    """The same in words; seconds are not worth counting."""
    seconds = lasted(stream, ctx.now)
    return times.duration(seconds, language) if seconds >= 60 else plain(ctx.use(Translator).text(SHORT, language))


def lasted(stream: Stream, until: datetime) -> float:
    """For how many seconds the stream has been on, or was."""
    return ((stream.ended_at or until) - stream.started_at).total_seconds() if stream.started_at else 0.0
