"""Badges in pictures: on somebody's profile card, what is next for them, and the hall of fame."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from msgspec import Struct

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
    RuleWords,
    Won,
    plain,
    progress,
    times,
)
from plugins.badges import _words
from plugins.badges._showing import nearest


async def on_picture(ctx: Background, member: Member) -> list[CardPart]:
    """The member's badges, the newest first."""
    kept = {each.id: each for each in await _words.here(ctx, all_of_them=True)}
    won = [each for each in await ctx.use(Awards).of(member.id) if each.badge_id in kept]
    return [_badge(ctx, kept[each.badge_id], each.level) for each in won]


async def next_line(ctx: Context, member: Member) -> list[Markup | CardPart]:
    """The badge that is nearest, in a line of one's own card and as a goal of its picture."""
    near = await _next(ctx, await _words.here(ctx), await ctx.use(Awards).of(member.id))
    return [ctx.t("badges-card-next", badge=near.called, missing=near.missing), near.goal] if near else []


class _Near(Struct, frozen=True):
    """What is next: the badge as it is called then, what is missing in words, and how far off it is, from 0 to 1."""

    called: Markup
    missing: Markup
    far_off: float

    @property
    def goal(self) -> CardGoal:
        """The same on a picture."""
        return CardGoal(plain(self.called), plain(self.missing), 1 - self.far_off, 1.0)


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


async def _next(ctx: Context, badges: Sequence[KeptBadge], won: Sequence[Won]) -> _Near | None:
    facts = await ctx.use(Facts).of(ctx.member.id)
    near = nearest(badges, {each.badge_id: each.level for each in won}, facts)
    if not near:
        return None
    badge, level = near[0]
    rule = badge.badge.levels[level]
    far_off = max(each.share for each in progress(rule, facts))
    missing = (await RuleWords.of(ctx, rule)).lacking(rule, facts)
    return _Near(_words.called(ctx, badge, level + 1), missing, far_off)


def _badge(ctx: Background, kept: KeptBadge, level: int) -> CardBadge:
    several = len(kept.badge.levels) > 1
    title = plain(_words.title(ctx, kept))
    return CardBadge(kept.badge.emoji, f"{title} {_words.numeral(level)}" if several else title)
