"""Badges on screens: what somebody has and is near to, what badges there are, and one of them as a whole."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.api import (
    Action,
    Awards,
    Background,
    Context,
    Facts,
    KeptBadge,
    Markup,
    Member,
    Page,
    Preferences,
    Role,
    UserError,
    Won,
    headed,
    join,
    plain,
    progress,
    times,
    turning,
)
from plugins.badges import _words

ON_A_PAGE = 8
IN_REACH = 3
ON_CARD = 8
HOLDERS = 10


async def of_member(ctx: Context, member: Member, number: int) -> None:
    """A page of a member's badges; of one's own also what is near. Raises UserError for who asked not to be shown."""
    own = member.id == ctx.member.id
    if not own and (await ctx.use(Preferences).of(member.id)).hidden:
        raise UserError("badges-hidden", name=member.name)
    kept = {each.id: each for each in await _words.here(ctx, all_of_them=True)}
    won = [each for each in await ctx.use(Awards).of(member.id) if each.badge_id in kept]
    page = Page.of(won, number, ON_A_PAGE)
    head = headed(ctx, ctx.t("badges-of", own=own, name=member.name), page)
    lines = [head, *(_won(ctx, kept[each.badge_id], each) for each in page.items)]
    if not won:
        lines.append(ctx.t("badges-of-none", own=own))
    if own and page.number == page.last:
        lines += await _in_reach(ctx, kept, won)
    ways = [ctx.button("badges.list_page", 1), ctx.button("badges.hall_page", 1)]
    await ctx.reply(join(lines), turning(ctx, "badges.of_page", page, member.id), ways)


def _won(ctx: Context, kept: KeptBadge, won: Won) -> Markup:
    badge = _words.called(ctx, kept, won.level)
    return ctx.t("badges-won", badge=badge, day=_day(ctx, won.at), reason=bool(won.why), why=won.why or "")


def _day(ctx: Context, at: datetime) -> str:
    zone = ZoneInfo(ctx.member.zone)
    return times.day(at.astimezone(zone).date(), ctx.language, today=ctx.now.astimezone(zone).date())


async def _in_reach(ctx: Context, kept: Mapping[int, KeptBadge], won: Sequence[Won]) -> list[Markup]:
    """The nearest levels that the reader has not got, with what is missing."""
    has = {each.badge_id: each.level for each in won}
    near = nearest(list(kept.values()), has, await ctx.use(Facts).of(ctx.member.id))
    if not near:
        return []
    lines = [ctx.t("badges-near-title")]
    for badge, level in near[:IN_REACH]:
        missing = await _words.lacks(ctx, badge, level)
        lines.append(ctx.t("badges-near", badge=_words.called(ctx, badge, level + 1), missing=missing))
    return lines


def nearest(
    badges: Sequence[KeptBadge], has: Mapping[int, int], facts: Mapping[str, float | int | str | bool]
) -> list[tuple[KeptBadge, int]]:
    """Badges whose next level can be reached by going on, the nearest first, with the level that somebody has."""
    found = []
    for badge in badges:
        level = has.get(badge.id, 0)
        if badge.is_on and not badge.waits and level < len(badge.badge.levels):
            missing = progress(badge.badge.levels[level], facts)
            if missing and all(each.remaining for each in missing):
                found.append((max(each.share for each in missing), badge.id, badge, level))
    return [(badge, level) for _, _, badge, level in sorted(found, key=lambda each: each[:2])]


async def listing(ctx: Context, number: int) -> None:
    """A page of the badges there are; moderators also see those that nobody can win at present."""
    runs = ctx.member.role >= Role.MODERATOR
    every, people = await _words.here(ctx, all_of_them=runs), await ctx.use(Awards).counts(ctx.community.id)
    page = Page.of(every, number, ON_A_PAGE)
    lines = [headed(ctx, ctx.t("badges-list-title"), page)]
    if not every:
        lines.append(ctx.t("badges-list-empty"))
    lines += [
        ctx.t("badges-list-line", badge=_words.called(ctx, kept), people=people.get(kept.id, 0), state=state(kept))
        for kept in page.items
    ]
    buttons = [ctx.button("badges.open_badge", kept.id, label=_short(ctx, kept)) for kept in page.items]
    rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    new = [ctx.button("badges.create_form")] if runs else []
    await ctx.reply(join(lines), *rows, turning(ctx, "badges.list_page", page), new)


def state(kept: KeptBadge) -> str:
    """Whether it can be won: "on", "waits" or "off"."""
    return "off" if not kept.is_on else "waits" if kept.waits else "on"


def _short(ctx: Context, kept: KeptBadge) -> str:
    return plain(_words.title(ctx, kept))


async def one(ctx: Context, kept: KeptBadge) -> None:
    """A badge as a whole: how it is won, who has it, how far the reader is."""
    runs = ctx.member.role >= Role.MODERATOR
    if not runs and state(kept) != "on":
        raise UserError("badges-not-now", badge=_words.title(ctx, kept))
    awards = ctx.use(Awards)
    people = (await awards.counts(ctx.community.id)).get(kept.id, 0)
    lines = [ctx.t("badges-one-title", badge=_words.called(ctx, kept)), *await _words.how(ctx, kept)]
    lines.append(ctx.t("badges-one-people", people=people))
    if some := await awards.holders(kept, HOLDERS + 1):
        names = times.names([holder.name for holder in some[:HOLDERS]], ctx.language)
        lines.append(ctx.t("badges-one-names", names=names, more=len(some) > HOLDERS))
    lines += await _standing(ctx, kept)
    if runs:
        lines += _for_moderators(ctx, kept)
    holders = [ctx.button("badges.holders_page", kept.id, 1)] if some else []
    await ctx.reply(join(lines), holders, *(_ways(ctx, kept) if runs else ()))


async def _standing(ctx: Context, kept: KeptBadge) -> list[Markup]:
    won = next((each for each in await ctx.use(Awards).of(ctx.member.id) if each.badge_id == kept.id), None)
    level = won.level if won else 0
    lines = [ctx.t("badges-one-yours", badge=_words.called(ctx, kept, level), day=_day(ctx, won.at))] if won else []
    if level < len(kept.badge.levels):
        lines.append(ctx.t("badges-one-missing", some=won is not None, missing=await _words.lacks(ctx, kept, level)))
    return lines


def _for_moderators(ctx: Context, kept: KeptBadge) -> list[Markup]:
    lines = [ctx.t("badges-one-state", state=state(kept))] if state(kept) != "on" else []
    if kept.badge.thanked:
        lines.append(ctx.t("badges-one-thanked"))
    if kept.badge.invitation:
        lines.append(ctx.t("badges-one-invites"))
    return lines


def _ways(ctx: Context, kept: KeptBadge) -> list[list[Action]]:
    """What a moderator can do with it."""
    first = [ctx.button("badges.edit_badge", kept.id)]
    if kept.badge.levels:
        first.append(ctx.button("badges.preview", kept.id))
    turn = ctx.button("badges.turn", kept.id, int(not kept.is_on), label=ctx.t("badges-turn", on=not kept.is_on))
    return [first, [turn], [ctx.button("badges.native", kept.id), ctx.button("badges.invite_form", kept.id)]]


async def on_card(ctx: Background, member: Member) -> list[Markup]:
    """A line of the profile card: the badges, the newest first."""
    kept = {each.id: each for each in await _words.here(ctx, all_of_them=True)}
    won = [each for each in await ctx.use(Awards).of(member.id) if each.badge_id in kept]
    if not won:
        return []
    shown = [_words.called(ctx, kept[each.badge_id], each.level) for each in won[:ON_CARD]]
    return [ctx.t("badges-card", badges=join(shown, ", "), more=max(0, len(won) - ON_CARD))]
