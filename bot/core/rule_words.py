"""Rules in words as a community says them: with what it calls its badges, and the steps of its ladders."""

from collections.abc import Mapping, Sequence
from typing import Self

from msgspec import Struct

from bot.community.badges import Badges
from bot.community.facts import Facts
from bot.community.rules import explain, facts_of, sentence
from bot.core.context import Background
from bot.core.registry import Registry
from bot.model.badges import FACT
from bot.model.messages import Markup
from bot.model.rules import FactValue, Rule
from bot.text.translator import Translator


class RuleWords(Struct, frozen=True):
    """Says rules in one language; made for certain rules, so that only what these mention is looked up."""

    _texts: Translator
    _language: str
    _badges: Mapping[str, Markup]
    _steps: Mapping[str, Sequence[str]]

    @classmethod
    async def of(cls, ctx: Background, *rules: Rule, language: str | None = None) -> Self:
        """For these rules, in a language or in the reader's; a badge has a name also when it is off by now."""
        texts, spoken = ctx.use(Translator), language or ctx.language
        named = frozenset[str]().union(*map(facts_of, rules))
        badges = await _badges(ctx, [fact for fact in named if fact.startswith(FACT)], spoken)
        steps = {fact.ladder.step for fact in ctx.use(Registry).facts if fact.ladder is not None}
        ladders = await ctx.use(Facts).ladders(ctx.community.id) if steps & named else {}
        return cls(texts, spoken, badges, ladders)

    def says(self, rule: Rule) -> Markup:
        """The rule read back: "at least 5 streams attended"."""
        return sentence(rule, self._texts, self._language, self._badges, self._steps)

    def lacking(self, rule: Rule, facts: Mapping[str, FactValue]) -> Markup:
        """What somebody with these facts still lacks: "2 more streams"."""
        return explain(rule, facts, self._texts, self._language, self._badges, self._steps)


async def _badges(ctx: Background, asked: Sequence[str], language: str) -> Mapping[str, Markup]:
    every = await ctx.use(Badges).all(ctx.community.id) if asked else ()
    texts, home = ctx.use(Translator), ctx.community.language
    return {kept.fact: kept.called(texts, language, home) for kept in every if kept.fact in asked}
