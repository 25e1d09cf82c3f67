"""Who has earned the most points: at the newest stream, this month, ever; page by page."""

from datetime import datetime
from enum import Enum
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.api import Action, Background, Context, Leaderboard, Markup, Message, Placed, Streams, join
from plugins.loyalty._earning import about_stream
from plugins.loyalty._pictures import ranking

PLACES = 10


class Stretch(Enum):
    """How far back a leaderboard looks."""

    STREAM = "stream"
    MONTH = "month"
    ALL = "all"


class Board(Struct, frozen=True):
    """What is looked at, and its title; `live`: the stream is still on, so that being there is not counted yet."""

    title: Markup
    since: datetime | None = None
    about: tuple[str, ...] = ()
    live: bool = False


async def show(ctx: Context, stretch: Stretch, offset: int = 0) -> None:
    """Some places and the member's own; without any stream so far, that there was none."""
    board = await _board(ctx, stretch)
    if board is None:
        await ctx.reply(ctx.t("loyalty-board-no-stream"))
        return
    leaders = ctx.use(Leaderboard)
    found = await leaders.top(PLACES + 1, board.since, about=board.about, offset=max(0, offset))
    top = found[:PLACES]
    among = not top or any(one.member_id == ctx.member.id for one in top)
    own = None if among else await leaders.of(ctx.member.id, board.since, about=board.about)
    shown = [*top, *([own] if own else [])]
    lines = [board.title, *(_placed(ctx, one) for one in shown)]
    if not top:
        lines.append(ctx.t("loyalty-board-empty"))
    elif not among and own is None:
        lines.append(ctx.t("loyalty-board-none"))
    if board.live:
        lines.append(ctx.t("loyalty-board-live"))
    turning = _turning(ctx, stretch, offset, more=len(found) > PLACES)
    message = Message(join(lines), (tuple(turning),) if turning else ())
    await ctx.reply(await ranking(ctx, message, board.title, shown))


async def _board(ctx: Context, stretch: Stretch) -> Board | None:
    if stretch is not Stretch.STREAM:
        since = _first_of_month(ctx) if stretch is Stretch.MONTH else None
        return Board(ctx.t("loyalty-board-title", stretch=stretch.value), since)
    streams = ctx.use(Streams)
    stream = await streams.live(ctx.community.id) or await streams.newest(ctx.community.id)
    if stream is None:
        return None
    title = ctx.t("loyalty-board-of-stream", titled=bool(stream.title), title=stream.title)
    return Board(title, about=tuple(about_stream(stream.id)), live=stream.is_on)


def _placed(ctx: Context, one: Placed) -> Markup:
    mine = "yes" if one.member_id == ctx.member.id else "no"
    return ctx.t("loyalty-board-line", place=one.place, name=one.name, points=one.points, mine=mine)


def _turning(ctx: Context, stretch: Stretch, offset: int, *, more: bool) -> list[Action]:
    row = []
    if offset:
        before = max(0, offset - PLACES)
        row.append(ctx.button("loyalty.board_page", stretch.value, before, label=ctx.t("loyalty-board-before")))
    if more:
        row.append(ctx.button("loyalty.board_page", stretch.value, offset + PLACES))
    return row


def _first_of_month(ctx: Background) -> datetime:
    there = ctx.now.astimezone(ZoneInfo(ctx.community.zone))
    return there.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
