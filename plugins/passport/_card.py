"""The first hello, and the profile card: as text, and drawn beside it."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.api import (
    Action,
    CardBadge,
    CardFigure,
    CardGoal,
    CardPart,
    CardTier,
    Context,
    Inbox,
    Markup,
    Member,
    Message,
    Pictures,
    Preferences,
    ProfileCard,
    Purpose,
    Registry,
    Role,
    UserError,
    card_parts,
    join,
    plain,
    times,
)
from plugins.passport import _linking
from plugins.passport._preferences import consent_button, standing


async def greet(ctx: Context) -> None:
    """Say what this bot does, and where everything is."""
    text = ctx.t("passport-start", community=ctx.community.name)
    now = await standing(ctx)
    first = ctx.button("passport.resume") if now.stopped else consent_button(ctx, Purpose.SERVICE, on=True)
    rest = [ctx.button("passport.me"), ctx.button("passport.preferences"), ctx.button("passport.privacy")]
    await ctx.reply(text, [first] if now.stopped or Purpose.SERVICE not in now.allowed else [], rest)


async def show(ctx: Context, member: Member) -> None:
    """A member's card. Raises UserError for somebody else who asked not to be shown."""
    own = member.id == ctx.member.id
    preferred = await ctx.use(Preferences).of(member.id)
    if preferred.hidden and not own:
        raise UserError("passport-hidden", name=member.name)
    today = ctx.now.astimezone(ZoneInfo(ctx.member.zone)).date()
    since = preferred.joined_at.astimezone(ZoneInfo(ctx.member.zone)).date()
    lines = [
        ctx.t("passport-me-name", name=member.name),
        ctx.t("passport-me-since", day=times.day(since, ctx.language, today=today)),
    ]
    if member.role > Role.MEMBER:
        lines.append(ctx.t("passport-me-role", role=ctx.t(f"role-{member.role.name.lower()}")))
    more, drawn = await card_parts(ctx, "profile", member)
    lines += more
    buttons: tuple[Action, ...] = ()
    if own:
        more, goals = await card_parts(ctx, "profile-own", member)
        lines, drawn = [*lines, *more], [*drawn, *goals]
        lines += await _for_oneself(ctx, hidden=preferred.hidden)
        buttons = (ctx.button("passport.preferences"), ctx.button("passport.why_page"))
    message, pictures = Message(join(lines), (buttons,) if buttons else ()), ctx.use(Pictures)
    if await pictures.are_wanted(ctx.member):
        _, others = await card_parts(ctx, "card", member)
        shown = card(ctx, member, plain(lines[1]), [*drawn, *others])
        says = ctx.t("passport-picture-says", name=member.name)
        message = await pictures.beside(message, shown, says=says, reader=ctx.member)
    await ctx.reply(message)


def card(ctx: Context, member: Member, since: str, parts: Sequence[CardPart]) -> ProfileCard:
    """What the picture of a member's card says: of goals the nearest one, of tiers the first."""
    figures = sorted((part for part in parts if isinstance(part, CardFigure)), key=lambda figure: not figure.main)
    goals = [part for part in parts if isinstance(part, CardGoal)]
    today = ctx.now.astimezone(ZoneInfo(ctx.member.zone)).date()
    return ProfileCard(
        name=member.name,
        since=since,
        community=ctx.community.name,
        day=times.day(today, ctx.language),
        tier=next((part for part in parts if isinstance(part, CardTier)), None),
        figures=tuple(figures),
        badges=tuple(part for part in parts if isinstance(part, CardBadge)),
        goal=max(goals, key=lambda goal: goal.share, default=None),
    )


async def _for_oneself(ctx: Context, *, hidden: bool) -> list[Markup]:
    lines = await _linking.lines(ctx, ctx.member)
    waiting = await ctx.use(Inbox).waiting(ctx.member.id)
    if waiting:
        can_open = ("inbox",) in ctx.use(Registry).commands
        lines.append(ctx.t("passport-me-waiting", count=waiting, openable=can_open))
    if hidden:
        lines.append(ctx.t("passport-me-hidden"))
    return lines
