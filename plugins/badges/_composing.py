"""A badge's rules put together condition by condition."""

import hashlib
import re

from bot.api import (
    AllOf,
    AnyOf,
    Badge,
    Condition,
    Context,
    FactSpec,
    Markup,
    PluginSettings,
    Registry,
    Rule,
    Translator,
    UserError,
    folded,
)

MOST_CONDITIONS = 6
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def parts_of_level(rule: Rule) -> tuple[Rule, ...]:
    """What a level is made of: the parts of an "all of" or "any of", else the rule itself."""
    return rule.parts if isinstance(rule, AllOf | AnyOf) else (rule,)


def with_condition(badge: Badge, level: int, condition: Condition) -> Badge:
    """The condition joined to the others of a level (counted from 1), or a level of its own behind the last one.

    Raises UserError for a level that has enough of them.
    """
    levels = list(badge.levels)
    if level > len(levels):
        levels.append(condition)
        return _with_levels(badge, levels)
    parts = parts_of_level(levels[level - 1])
    if condition in parts:  # the button was pressed twice
        return badge
    if len(parts) >= MOST_CONDITIONS:
        raise UserError("badges-enough-conditions", limit=MOST_CONDITIONS)
    any_of = isinstance(levels[level - 1], AnyOf)
    joined = (*parts, condition)
    levels[level - 1] = AnyOf(parts=joined) if any_of else AllOf(parts=joined)
    return _with_levels(badge, levels)


def without_last(badge: Badge) -> Badge:
    """Without the last condition of the last level; a level without any goes as well."""
    *levels, last = badge.levels
    parts = parts_of_level(last)[:-1]
    if len(parts) == 1:
        levels.append(parts[0])
    elif parts:
        levels.append(AnyOf(parts=parts) if isinstance(last, AnyOf) else AllOf(parts=parts))
    return _with_levels(badge, levels)


def turned(badge: Badge, *, any_of: bool) -> Badge:
    """The last level's conditions are all needed, or any of them is enough."""
    *levels, last = badge.levels
    parts = parts_of_level(last)
    return _with_levels(badge, [*levels, AnyOf(parts=parts) if any_of else AllOf(parts=parts)])


def _with_levels(badge: Badge, levels: list[Rule]) -> Badge:
    by_hand = badge.by_hand or not levels  # one that nothing gives, people give
    return Badge.model_validate({**badge.model_dump(), "levels": tuple(levels), "by_hand": by_hand})


def named_after(title: str, taken: set[str]) -> str:
    """A name that can be typed, made of what the badge is called."""
    base = _NOT_IN_NAMES.sub("-", folded(title)).strip("-")[:20].rstrip("-")
    base = base if base[:1].isalpha() else f"badge-{base}".rstrip("-")
    number, name = 2, base
    while name in taken:
        number, name = number + 1, f"{base}-{number}"
    return name


def fact_code(name: str) -> str:
    """A fact in a button, whose token has no room for its name."""
    return hashlib.blake2b(name.encode(), digest_size=3).hexdigest()


async def facts_to_pick(ctx: Context) -> list[tuple[FactSpec, Markup]]:
    """The facts that have words here, of the core and of the plugins that are on."""
    registry, on = ctx.use(Registry), await ctx.use(PluginSettings).enabled()
    off = {fact.name for plugin in registry.plugins.values() if plugin.name not in on for fact in plugin.facts}
    return [(fact, words) for fact in registry.facts if fact.name not in off and (words := fact_words(ctx, fact.name))]


def fact_words(ctx: Context, name: str) -> Markup | None:
    """What a fact is called: the text "fact-<name>", or "<name>-called" of the plugin that brings it."""
    dashed = name.replace("_", "-").replace(".", "-")
    texts = ctx.use(Translator)
    key = next((key for key in (f"fact-{dashed}", f"{dashed}-called") if texts.has(key)), None)
    return None if key is None else ctx.t(key)


async def fact_of(ctx: Context, code: str) -> tuple[FactSpec, Markup]:
    """The fact behind a button. Raises UserError where its plugin is off by now."""
    for fact, words in await facts_to_pick(ctx):
        if fact_code(fact.name) == code:
            return fact, words
    raise UserError("badges-fact-gone")
