"""Badges in words: what one is called, how it is won, and which one somebody means."""

from collections.abc import Sequence
from typing import Annotated

from bot.api import (
    Action,
    Background,
    Choice,
    Context,
    Facts,
    KeptBadge,
    Markup,
    Rest,
    RuleWords,
    Suggested,
    Translator,
    UserError,
    badges_here,
    echoed,
    folded,
    join,
    matching,
    plain,
)

_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def title(ctx: Background, kept: KeptBadge, language: str | None = None) -> Markup:
    """What a badge is called in a language, or in the reader's."""
    return kept.called(ctx.use(Translator), language or ctx.language, ctx.community.language)


def titles(ctx: Background, kept: KeptBadge) -> dict[str, str]:
    """What it is called in each language."""
    return {language: plain(title(ctx, kept, language)) for language in ctx.use(Translator).languages}


def called(ctx: Background, kept: KeptBadge, level: int = 0, language: str | None = None) -> Markup:
    """The same with its sign, and with its level where it has several."""
    several = level > 0 and len(kept.badge.levels) > 1
    named = title(ctx, kept, language)
    return ctx.use(Translator).text(
        "badges-called",
        language or ctx.language,
        emoji=kept.badge.emoji,
        title=named,
        several=several,
        level=numeral(level) if several else "",
    )


async def how(ctx: Context, kept: KeptBadge) -> list[Markup]:
    """How it is won, a line for each level."""
    words = await RuleWords.of(ctx, *kept.badge.levels)
    rules = [words.says(rule) for rule in kept.badge.levels]
    if len(rules) == 1:
        lines = [ctx.t("badges-how-one", rule=rules[0])]
    else:
        lines = [ctx.t("badges-how-level", level=numeral(level), rule=rule) for level, rule in enumerate(rules, 1)]
    if kept.badge.by_hand:
        lines.append(ctx.t("badges-how-by-hand", also=bool(rules)))
    return lines


def numeral(level: int) -> str:
    """A level as it stands behind a badge's name."""
    return _NUMERALS[min(level, len(_NUMERALS) - 1)]


def back(ctx: Context, kept: KeptBadge) -> Action:
    """The way back to a badge."""
    return ctx.button("badges.open_badge", kept.id, label=ctx.t("badges-open-badge-again"))


async def lacks(ctx: Context, kept: KeptBadge, level: int) -> Markup:
    """What somebody who has the level `level` is missing for the next one."""
    rule, facts = kept.badge.levels[level], await ctx.use(Facts).of(ctx.member.id)
    return (await RuleWords.of(ctx, rule)).lacking(rule, facts)


async def here(ctx: Background, *, all_of_them: bool = False) -> Sequence[KeptBadge]:
    """The badges that can be won here, or all with those that are off or wait."""
    return [kept for kept in await badges_here(ctx) if all_of_them or (kept.is_on and not kept.waits)]


async def meant(ctx: Context, typed: str) -> KeptBadge:
    """The badge that somebody named, by its name or what it is called. Raises UserError when there is none."""
    wanted, every = folded(typed.strip()), await here(ctx, all_of_them=True)
    for kept in every:
        if wanted in _names(ctx, kept):
            return kept
    beginning = [kept for kept in every if any(name.startswith(wanted) for name in _names(ctx, kept))]
    if wanted and len(beginning) == 1:
        return beginning[0]
    raise UserError("badges-unknown", asked=echoed(typed), known=join([title(ctx, kept) for kept in every], ", "))


def _names(ctx: Background, kept: KeptBadge) -> set[str]:
    languages = ctx.use(Translator).languages
    return {folded(kept.name), *(folded(plain(title(ctx, kept, language))) for language in languages)}


async def known(ctx: Context, typed: str) -> Sequence[Choice]:
    """Suggests badges while one is typed."""
    return matching(typed, [Choice(kept.name, plain(called(ctx, kept))) for kept in await here(ctx, all_of_them=True)])


BadgeName = Annotated[str, Suggested(known)]
BadgeNames = Annotated[Rest, Suggested(known)]
