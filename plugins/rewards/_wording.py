"""What a reward's rule says, and what somebody lacks of it, with badges as the community calls them."""

from collections.abc import Mapping, Sequence

from bot.api import (
    Background,
    Badges,
    Facts,
    KeptBadge,
    Markup,
    PluginSettings,
    Rule,
    Translator,
    explain,
    facts_of,
    sentence,
)

BADGE = "badges."
"""So begins the fact that says which level of a badge somebody has."""

FactValues = Mapping[str, float | int | str | bool]


async def badges_here(ctx: Background) -> Sequence[KeptBadge]:
    """The badges that can be had now, of plugins that are on."""
    on = await ctx.use(PluginSettings).enabled()
    return [kept for kept in await ctx.use(Badges).all(ctx.community.id) if kept.plugin in on and kept.is_on]


async def ruled(ctx: Background, rule: Rule, language: str) -> Markup:
    """The rule in words."""
    return sentence(rule, ctx.use(Translator), language, await _called(ctx, rule, language), await _steps(ctx))


async def missing(ctx: Background, rule: Rule, facts: FactValues, language: str) -> Markup:
    """What somebody with these facts still lacks."""
    called, steps = await _called(ctx, rule, language), await _steps(ctx)
    return explain(rule, facts, ctx.use(Translator), language, called, steps)


async def _steps(ctx: Background) -> Mapping[str, Sequence[str]]:
    """By the fact that counts them what the steps of each ladder are called here."""
    return await ctx.use(Facts).ladders(ctx.community.id)


async def _called(ctx: Background, rule: Rule, language: str) -> Mapping[str, Markup]:
    """By its fact what each badge is called that the rule asks for, also one that is off by now."""
    asked = [fact for fact in facts_of(rule) if fact.startswith(BADGE)]
    every = await ctx.use(Badges).all(ctx.community.id) if asked else ()
    texts, home = ctx.use(Translator), ctx.community.language
    return {kept.fact: kept.called(texts, language, home) for kept in every if kept.fact in asked}
