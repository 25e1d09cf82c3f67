"""Tiers on screens: the ladder as members see it, and how moderators build it."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.api import (
    Answers,
    Audit,
    Background,
    Choice,
    Context,
    Field,
    FieldKind,
    Leaderboard,
    Markup,
    Member,
    Role,
    UserError,
    folded,
    join,
    matching,
    shortened,
    times,
)
from plugins.loyalty._naming import one_named
from plugins.loyalty._rules import LoyaltySettings
from plugins.loyalty._tables import standings, tiers
from plugins.loyalty._tiers import Standing, Tier, ladder, standing, window

MOST_TIERS = 10
LONGEST_NAME, LONGEST_PERKS = 40, 300
MOST_POINTS = 10_000_000
STARTERS = (
    ("loyalty-tier-starter-first", 50),
    ("loyalty-tier-starter-second", 250),
    ("loyalty-tier-starter-third", 1000),
)


async def show(ctx: Context) -> None:
    """The ladder, and where the member stands on it."""
    steps = await ladder(ctx)
    if not steps:
        may = ctx.member.role >= Role.MODERATOR
        await ctx.reply(ctx.t("loyalty-tiers-none", may=may), [ctx.button("loyalty.start_tiers")] if may else [])
        return
    has = await standing(ctx, ctx.member.id)
    months = (await ctx.settings(LoyaltySettings)).tier_months
    lines = [ctx.t("loyalty-tiers-title", windowed=bool(months), months=months)]
    lines += [_step(ctx, tier, held=has is not None and has.tier == tier) for tier in steps]
    await ctx.reply(join([*lines, *await _own(ctx, steps, has)]))


def _step(ctx: Context, tier: Tier, *, held: bool) -> Markup:
    told = {"tier": tier.name, "points": tier.threshold, "perks": tier.perks or ""}
    return ctx.t("loyalty-tiers-line", **told, described=bool(tier.perks), held=held)


async def _own(ctx: Context, steps: Sequence[Tier], has: Standing | None) -> list[Markup]:
    scores = await ctx.use(Leaderboard).scores([ctx.member.id], await window(ctx))
    score = scores.get(ctx.member.id, 0)
    lines = [ctx.t("loyalty-tiers-score", points=score)]
    if has is not None and has.falls_at is not None:
        day = _last_day(ctx, has)
        lines.append(ctx.t("loyalty-tiers-falling", tier=has.tier.name, day=day, points=has.tier.threshold - score))
    above = [tier for tier in steps if has is None or tier.threshold > has.tier.threshold]
    if above:
        lines.append(ctx.t("loyalty-tiers-next", tier=above[0].name, points=max(0, above[0].threshold - score)))
    return lines


def _last_day(ctx: Context, has: Standing) -> str:
    """The last whole day on which it is held; the moment it falls is the midnight behind it."""
    assert has.falls_at is not None
    there = ZoneInfo(ctx.community.zone)
    day = has.falls_at.astimezone(there).date() - timedelta(days=1)
    return times.day(day, ctx.language, today=ctx.now.astimezone(there).date())


async def on_card(ctx: Background, member: Member) -> list[Markup]:
    """A line of the profile card."""
    has = await standing(ctx, member.id)
    return [ctx.t("loyalty-tier-card", tier=has.tier.name)] if has else []


# ---- building ------------------------------------------------------------------------------------------------------


async def suggest(ctx: Context, typed: str) -> Sequence[Choice]:
    """The tiers that a name may mean."""
    return matching(typed, [Choice(tier.name, tier.name) for tier in await ladder(ctx)])


async def start(ctx: Context) -> None:
    """Three tiers to begin with, in the community's language."""
    if await ladder(ctx):
        raise UserError("loyalty-tiers-there")
    for key, points in STARTERS:
        await _insert(ctx, str(ctx.t(key)), points, None)


async def add(ctx: Context, name: str, points: int, perks: str | None) -> Tier:
    """A new step. Raises UserError for a name or a number that is taken, or beyond its bounds."""
    steps = await ladder(ctx)
    if len(steps) >= MOST_TIERS:
        raise UserError("loyalty-tiers-enough", most=MOST_TIERS)
    name, perks = _checked(steps, name, points, perks)
    return await _insert(ctx, name, points, perks)


async def named(ctx: Context, typed: str) -> Tier:
    """The tier of that name. Raises UserError that names those there are."""
    return one_named(await ladder(ctx), typed, "loyalty-tier-unknown")


async def by_id(ctx: Context, tier_id: int) -> Tier:
    """The tier under a button. Raises UserError when it was removed meanwhile."""
    for tier in await ladder(ctx):
        if tier.id == tier_id:
            return tier
    raise UserError("loyalty-tier-gone")


async def ask(ctx: Context, tier: Tier) -> None:
    """A form with what the tier is now."""
    fields = [
        Field("name", ctx.t("loyalty-tier-field-name"), value=tier.name),
        Field("points", ctx.t("loyalty-tier-field-points"), FieldKind.NUMBER, value=str(tier.threshold)),
        Field("perks", ctx.t("loyalty-tier-field-perks"), FieldKind.LONG_TEXT, value=tier.perks or "", required=False),
    ]
    await ctx.ask("loyalty.keep_tier", tier.id, title=ctx.t("loyalty-tier-form"), fields=fields)


async def change(ctx: Context, tier: Tier, answers: Answers) -> Tier:
    """What the form brought. Raises UserError, and changes nothing, where something in it does not fit."""
    others = [one for one in await ladder(ctx) if one.id != tier.id]
    typed = answers.get("points", "").strip()
    if not typed.isdecimal():
        raise UserError("loyalty-tier-points", most=MOST_POINTS)
    name, perks = _checked(others, answers.get("name", ""), int(typed), answers.get("perks"))
    values = {"name": name, "threshold": int(typed), "perks": perks}
    await ctx.db.execute(sa.update(tiers).where(tiers.c.id == tier.id).values(**values))
    new = Tier(tier.id, name, int(typed), perks)
    await _note(ctx, tier.id, _told(tier), _told(new))
    return new


async def ask_removal(ctx: Context, tier: Tier) -> None:
    """How many hold it, and a button that removes it."""
    held = await ctx.db.value(sa.select(sa.func.count()).where(standings.c.tier_id == tier.id))
    await ctx.reply(
        ctx.t("loyalty-tier-remove-sure", tier=tier.name, people=held), [ctx.button("loyalty.remove_tier", tier.id)]
    )


async def remove(ctx: Context, tier: Tier) -> None:
    """The tier is no more; those who hold it come to the next one below."""
    await ctx.db.execute(sa.update(tiers).where(tiers.c.id == tier.id).values(removed_at=ctx.now))
    await _note(ctx, tier.id, _told(tier), None)


async def _insert(ctx: Context, name: str, points: int, perks: str | None) -> Tier:
    values = {"community_id": ctx.community.id, "name": name, "threshold": points, "perks": perks}
    tier = Tier(await ctx.db.insert(sa.insert(tiers).values(**values)), name, points, perks)
    await _note(ctx, tier.id, None, _told(tier))
    return tier


async def _note(ctx: Context, tier_id: int, before: str | None, after: str | None) -> None:
    subject = f"tier:{tier_id}"
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "loyalty-tier", subject, before, after)


def _told(tier: Tier) -> str:
    return f"{tier.name} ({tier.threshold})"


def _checked(others: Sequence[Tier], name: str, points: int, perks: str | None) -> tuple[str, str | None]:
    name, perks = " ".join(name.split()), " ".join((perks or "").split()) or None
    if not name or len(name) > LONGEST_NAME:
        raise UserError("loyalty-tier-name", most=LONGEST_NAME)
    if not 1 <= points <= MOST_POINTS:
        raise UserError("loyalty-tier-points", most=MOST_POINTS)
    if perks is not None and len(perks) > LONGEST_PERKS:
        raise UserError("loyalty-tier-perks", most=LONGEST_PERKS)
    for other in others:
        if folded(other.name) == folded(name) or other.threshold == points:
            raise UserError("loyalty-tier-taken", tier=shortened(other.name, LONGEST_NAME), points=other.threshold)
    return name, perks
