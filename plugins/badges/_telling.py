"""What follows from a badge that was won: thanks in the next stream, a note from whoever gave it, an invitation."""

from typing import Final

from bot.api import (
    Activities,
    Awards,
    AwardSource,
    Background,
    BadgeAwarded,
    Badges,
    Context,
    KeptBadge,
    People,
    Preferences,
    Telling,
    ThanksOwed,
    Translator,
    UserError,
    plain,
)
from plugins.badges import _natives, _words

AT_ONCE = 50
THANKED: Final = 20
"""So many at most are to be thanked for one badge of one evening: more names nobody listens to."""

ACCEPTED: Final = "invitation_accepted"
"""The activity of whoever said yes to a badge's invitation; its reference is "badge:<id>"."""


async def awarded(ctx: Background, event: BadgeAwarded) -> None:
    """Somebody won a badge, or several people at once."""
    kept = await _badge(ctx, event.badge_id)
    if kept is None:
        return
    if event.source != AwardSource.BACKFILL and (kept.badge.thanked or event.source == AwardSource.HAND):
        await _promise_thanks(ctx, kept, event)
    if event.source == AwardSource.HAND:
        await _note(ctx, kept, event)
    if kept.natives:
        await ctx.later(_natives.dress, badge_id=kept.id, only=list(event.member_ids))
    if kept.badge.invitation:
        await ctx.later(invite, badge_id=kept.id, member_ids=list(event.member_ids))


async def _badge(ctx: Background, badge_id: int) -> KeptBadge | None:
    return next((kept for kept in await ctx.use(Badges).all(ctx.community.id) if kept.id == badge_id), None)


async def _promise_thanks(ctx: Background, kept: KeptBadge, event: BadgeAwarded) -> None:
    """Those who may be shown are put on the list for the next stream, whoever keeps that."""
    language = ctx.community.language
    badge = plain(_words.called(ctx, kept, event.level, language))
    why = plain(ctx.use(Translator).text("badges-thanks", language, badge=badge))
    thanked = 0
    for member_id in event.member_ids:
        if thanked < THANKED and not (await ctx.use(Preferences).of(member_id)).hidden:
            about = f"{_about(kept)}{event.level}:{member_id}:{event.award_id}"
            owed = ThanksOwed(community_id=ctx.community.id, at=ctx.now, member_id=member_id, why=why, about=about)
            ctx.db.emit(owed)
            thanked += 1


def turn_thanks(ctx: Background, kept: KeptBadge, member_id: int, *, on: bool) -> None:
    """What was promised for a badge falls with it, and stands again with it."""
    told, turn = _about(kept), "on" if on else "off"
    owed = ThanksOwed(community_id=ctx.community.id, at=ctx.now, member_id=member_id, why="", about=told, turn=turn)
    ctx.db.emit(owed)


def _about(kept: KeptBadge) -> str:
    return f"badge:{kept.id}:"


async def _note(ctx: Background, kept: KeptBadge, event: BadgeAwarded) -> None:
    """Whoever is given a badge by somebody learns of it, and why."""
    [member_id] = event.member_ids
    member = await ctx.use(People).get(member_id)
    won = next((won for won in await ctx.use(Awards).of(member_id) if won.badge_id == kept.id), None)
    if won is None:  # taken again meanwhile
        return
    badge = plain(_words.called(ctx, kept, won.level, member.language))
    await ctx.use(Telling).member(
        member_id,
        f"badge:{event.award_id}:{event.at.timestamp()}",
        "badges-note",
        buttons=[[("badges.mine",)]],
        badge=badge,
        reason=bool(won.why),
        why=won.why or "",
        community=ctx.community.name,
    )


async def invite(ctx: Background, badge_id: int, member_ids: list[int]) -> None:
    """Send a badge's invitation, to some people at a time, to each once for good."""
    kept = await _badge(ctx, badge_id)
    if kept is None or not kept.badge.invitation:
        return
    for member_id in member_ids[:AT_ONCE]:
        await _invite_one(ctx, kept, member_id)
    if rest := member_ids[AT_ONCE:]:
        await ctx.later(invite, badge_id=badge_id, member_ids=rest)


async def _invite_one(ctx: Background, kept: KeptBadge, member_id: int) -> None:
    member = await ctx.use(People).get(member_id)
    text = kept.invites(member.language, ctx.community.language)
    await ctx.use(Telling).member(
        member_id,
        f"invitation:{kept.id}:{member_id}",
        "badges-invitation",
        buttons=[[("badges.accept", kept.id)]],
        badge=plain(_words.called(ctx, kept, 0, member.language)),
        text=text,
        community=ctx.community.name,
    )


async def accept(ctx: Context, kept: KeptBadge) -> None:
    """Somebody says yes to an invitation; the hosts hear of it once. Raises UserError for who has not got the badge."""
    if all(won.badge_id != kept.id for won in await ctx.use(Awards).of(ctx.member.id)):
        raise UserError("badges-not-invited", badge=_words.title(ctx, kept))
    about = f"badge:{kept.id}"
    if await ctx.use(Activities).record(ctx.community.id, ctx.member.id, ACCEPTED, about):
        badge = plain(_words.called(ctx, kept, 0, ctx.community.language))
        key = f"accepted:{kept.id}:{ctx.member.id}"
        await ctx.use(Telling).everybody(key, "badges-accepted-host", hosts=True, who=ctx.member.name, badge=badge)
    await ctx.reply(ctx.t("badges-accepted"))
