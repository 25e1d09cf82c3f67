"""Badges in pictures: on somebody's profile card, what is next for them, and the hall of fame."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.api import (
    Awards,
    Background,
    CardBadge,
    CardGoal,
    CardPart,
    Context,
    Facts,
    HallCard,
    HallEntry,
    KeptBadge,
    Markup,
    Member,
    Message,
    Pictures,
    plain,
    progress,
    times,
)
from plugins.badges import _words
from plugins.badges._showing import nearest


async def on_picture(ctx: Background, member: Member) -> list[CardPart]:
    """The member's badges, the newest first; for themself also the one that is nearest."""
    kept = {each.id: each for each in await _words.here(ctx, all_of_them=True)}
    won = [each for each in await ctx.use(Awards).of(member.id) if each.badge_id in kept]
    parts: list[CardPart] = [_badge(ctx, kept[each.badge_id], each.level) for each in won]
    if isinstance(ctx, Context) and ctx.member.id == member.id:
        near = await _next(ctx, list(kept.values()))
        parts += [await _goal(ctx, *near)] if near else []
    return parts


async def next_line(ctx: Context, member: Member) -> list[Markup]:
    """The same in a line of one's own card."""
    near = await _next(ctx, await _words.here(ctx))
    if near is None:
        return []
    badge, level = near
    missing = await _words.lacks(ctx, badge, level)
    return [ctx.t("badges-card-next", badge=_words.called(ctx, badge, level + 1), missing=missing)]


async def hall(ctx: Context, message: Message, entries: Sequence[tuple[KeptBadge, str]]) -> Message:
    """The page of the hall of fame that `message` tells of, with its picture: badges, and the names that have them."""
    if not entries:
        return message
    today = ctx.now.astimezone(ZoneInfo(ctx.member.zone)).date()
    card = HallCard(
        title=plain(ctx.t("badges-hall-title")),
        community=ctx.community.name,
        day=times.day(today, ctx.language),
        entries=tuple(HallEntry(names, kept.badge.emoji, plain(_words.title(ctx, kept))) for kept, names in entries),
    )
    return await ctx.use(Pictures).beside(message, card, says=ctx.t("badges-hall-says"), reader=ctx.member)


async def _next(ctx: Context, badges: Sequence[KeptBadge]) -> tuple[KeptBadge, int] | None:
    has = {each.badge_id: each.level for each in await ctx.use(Awards).of(ctx.member.id)}
    near = await nearest(ctx, ctx.member.id, badges, has)
    return near[0] if near else None


def _badge(ctx: Background, kept: KeptBadge, level: int) -> CardBadge:
    several = len(kept.badge.levels) > 1
    title = plain(_words.title(ctx, kept))
    return CardBadge(kept.badge.emoji, f"{title} {_words.numeral(level)}" if several else title)


async def _goal(ctx: Context, kept: KeptBadge, level: int) -> CardGoal:
    missing = progress(kept.badge.levels[level], await ctx.use(Facts).of(ctx.member.id))
    left = plain(await _words.lacks(ctx, kept, level))
    far_off = max(each.share for each in missing)
    return CardGoal(plain(_words.called(ctx, kept, level + 1)), left, 1 - far_off, 1.0)
