"""Conditions put together by buttons and a form: what they may be about, how it is compared, and what was answered."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from bot.community.badges import Badges, KeptBadge
from bot.community.facts import Facts, FactSpec, Ladder
from bot.community.rules import sentence
from bot.core.context import Background, Context
from bot.core.contributing import choices_for
from bot.core.paging import Page
from bot.core.registry import Registry
from bot.core.settings import PluginSettings
from bot.core.tokens import short_for
from bot.errors import UserError
from bot.model.messages import Action, Choice, Field, FieldKind, Markup
from bot.model.rules import Comparison, Condition
from bot.text.folding import folded
from bot.text.markup import echoed, plain, shortened
from bot.text.translator import Translator
from bot.text.yes_no import parse_yes_no

ON_A_PAGE: Final = 8
MENU: Final = 25  # as many as every network shows in one menu
LARGEST: Final = 10**9
LONGEST: Final = 100
_LABEL, _TITLE = 75, 45
_NUMBERS: Final = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.IS)
_TEXTS: Final = (Comparison.IS, Comparison.IS_NOT)
_SEVERAL: Final = (Comparison.HAS, Comparison.HAS_NOT)


class OfferedFact(Struct, frozen=True):
    """A fact, and what it is called."""

    spec: FactSpec
    called: Markup

    @property
    def ways(self) -> Sequence[Comparison]:
        """How it can be compared."""
        if self.spec.kind == "several":
            return _SEVERAL
        return _NUMBERS if self.spec.kind == "number" or self.spec.ladder is not None else _TEXTS


class Conditions(Struct, frozen=True):
    """Asks for a condition: the action `form` opens the form, and `taken` is what the form runs.

    Both take the `arguments`, then the fact's short name; `form` one word more, with a default: what was typed in vain.
    """

    ctx: Context
    form: str
    taken: str
    arguments: tuple[int | str, ...]

    async def page(self, number: int) -> tuple[Page[OfferedFact], Sequence[Sequence[Action]]]:
        """A page of the facts there are, and their buttons; the steps of a ladder are asked for by their names."""
        page = Page.of(await _offered(self.ctx), number, ON_A_PAGE)
        buttons = [
            self.ctx.button(
                self.form, *self.arguments, short_for(one.spec.name), label=shortened(plain(one.called), _LABEL)
            )
            for one in page.items
        ]
        return page, [buttons[at : at + 2] for at in range(0, len(buttons), 2)]

    async def ask(self, fact: str, typed: str = "") -> None:
        """Open the form for a fact. Raises UserError where it is counted here no more, or nothing can be chosen."""
        one = await _of(self.ctx, fact)
        fields = await _fields(self.ctx, one, typed)
        title = shortened(plain(one.called), _TITLE)
        await self.ctx.ask(self.taken, *self.arguments, fact, title=title, fields=fields)

    async def read(self, fact: str, answers: Mapping[str, str]) -> Condition | None:
        """What the form brought; None where it does not fit: then that was said, with a button that asks again.

        Raises UserError where the fact is not counted here any more. To be called before the first write.
        """
        one = await _of(self.ctx, fact)
        try:
            return await _condition(self.ctx, one, answers)
        except UserError as refusal:
            await self.ctx.reply(self.ctx.t(refusal.key, **refusal.values), [self._again(fact, one, answers)])
            return None

    def _again(self, fact: str, one: OfferedFact, answers: Mapping[str, str]) -> Action:
        """The form once more with what was chosen, and with what was typed where a button has room for it."""
        label = self.ctx.t("rule-builder-again")
        how, given = str(one.ways.index(_way(one, answers))), answers.get("value", "").strip()
        try:
            return self.ctx.button(self.form, *self.arguments, fact, how + given, label=label)
        except ValueError:
            return self.ctx.button(self.form, *self.arguments, fact, how, label=label)


async def counted_here(ctx: Background) -> Sequence[FactSpec]:
    """The facts of the core and of plugins that are on: what another counted is worked out no more."""
    registry, on = ctx.use(Registry), await ctx.use(PluginSettings).enabled()
    off = {fact.name for plugin in registry.plugins.values() if plugin.name not in on for fact in plugin.facts}
    return [fact for fact in registry.facts if fact.name not in off]


async def badges_here(ctx: Background) -> Sequence[KeptBadge]:
    """The badges of plugins that are on, also those that are switched off or wait for a word."""
    on = await ctx.use(PluginSettings).enabled()
    return [kept for kept in await ctx.use(Badges).all(ctx.community.id) if kept.plugin in on]


async def _offered(ctx: Context) -> Sequence[OfferedFact]:
    """The facts that have a name here."""
    found = await counted_here(ctx)
    steps = {one.ladder.step for one in found if one.ladder is not None}
    named = ((one, _text(ctx, one, "fact-{}", "{}-called")) for one in found if one.name not in steps)
    return [OfferedFact(one, called) for one, called in named if called is not None]


def _text(ctx: Context, spec: FactSpec, *keys: str) -> Markup | None:
    """The core's text of a fact, or that of the plugin that brings it; None where there is neither."""
    dashed = spec.name.replace("_", "-").replace(".", "-")
    found = next((key for key in (one.format(dashed) for one in keys) if ctx.use(Translator).has(key)), None)
    return None if found is None else ctx.t(found)


async def _of(ctx: Context, short: str) -> OfferedFact:
    found = next((one for one in await _offered(ctx) if short_for(one.spec.name) == short), None)
    if found is None:
        raise UserError("rule-builder-fact-gone")
    return found


async def _fields(ctx: Context, one: OfferedFact, typed: str) -> list[Field]:
    """How the fact is compared, and with what; `typed` is a comparison's place and a value that did not fit."""
    if one.spec.kind == "yes_no":
        return [Field("value", plain(ctx.t("rule-builder-yes")), FieldKind.YES_NO, value="yes")]
    place, value = int(typed[0]) if typed[:1] in {"1", "2"} else 0, typed[1:]
    how = _how(ctx, one, min(place, len(one.ways) - 1))
    label = plain(ctx.t("rule-builder-value"))
    if one.spec.kind == "number":
        return [how, Field("value", label, FieldKind.NUMBER, value=value or "1")]
    choices, is_settled = await _choices(ctx, one.spec), one.spec.ladder is not None or one.spec.kind == "several"
    if not 1 < len(choices) + is_settled <= MENU:
        return [how, Field("value", label, value=value)]
    first = next((each.value for each in choices if each.value == value), choices[0].value)
    return [how, Field("value", label, FieldKind.CHOICE, value=first, choices=choices)]


def _how(ctx: Context, one: OfferedFact, place: int) -> Field:
    said = [
        Choice(way.value, plain(ctx.t("rule-builder-way", way=way.value, exact=one.ways is _NUMBERS)))
        for way in one.ways
    ]
    label = plain(ctx.t("rule-builder-how"))
    return Field("how", label, FieldKind.CHOICE, value=said[place].value, choices=tuple(said))


async def _choices(ctx: Context, spec: FactSpec) -> tuple[Choice, ...]:
    """The steps of its ladder, the texts that it can have, or else those that it has for somebody, in words."""
    if spec.ladder is not None:
        return tuple(Choice(name, name) for name in await _some_steps(ctx, spec, spec.ladder))
    if spec.kind == "several":
        return tuple(Choice(name, name) for name in await _some(ctx, spec, await choices_for(ctx, spec.name)))
    known = spec.texts or await ctx.use(Facts).texts(ctx.community.id, spec.name, MENU + 1)
    texts = ctx.use(Translator)
    said = [
        sentence(Condition(fact=spec.name, comparison=Comparison.IS, value=one), texts, ctx.language) for one in known
    ]
    return tuple(Choice(one, plain(words)) for one, words in zip(known, said, strict=True))


async def _steps(ctx: Context, ladder: Ladder) -> Sequence[str]:
    """What the steps of a ladder are called, the lowest first."""
    return (await ctx.use(Facts).ladders(ctx.community.id))[ladder.step]


async def _some_steps(ctx: Context, spec: FactSpec, ladder: Ladder) -> Sequence[str]:
    """The same. Raises UserError where there is none yet."""
    return await _some(ctx, spec, await _steps(ctx, ladder))


async def _some(ctx: Context, spec: FactSpec, names: Sequence[str]) -> Sequence[str]:
    if not names:
        raise UserError(
            "rule-builder-steps-none",
            why=_text(ctx, spec, "fact-{}-none", "{}-none") or ctx.t("rule-builder-choices-none"),
        )
    return names


def _way(one: OfferedFact, answers: Mapping[str, str]) -> Comparison:
    return next((way for way in one.ways if way.value == answers.get("how")), one.ways[0])


async def _condition(ctx: Context, one: OfferedFact, answers: Mapping[str, str]) -> Condition:
    """What the form brought. Raises UserError for a value that does not fit."""
    spec, given = one.spec, answers.get("value", "").strip()
    if spec.kind == "yes_no":
        if (said := parse_yes_no(given)) is None:
            raise UserError("rule-builder-yes-wrong", given=echoed(given))
        return Condition(fact=spec.name, comparison=Comparison.IS, value=said)
    how = _way(one, answers)
    if spec.kind == "number":
        return Condition(fact=spec.name, comparison=how, value=_number(given))
    if not given:
        raise UserError("rule-builder-value-none")
    if spec.ladder is not None:
        return Condition(fact=spec.ladder.step, comparison=how, value=_step(await _steps(ctx, spec.ladder), given))
    if spec.kind == "several":
        return Condition(fact=spec.name, comparison=how, value=_one_of(await choices_for(ctx, spec.name), given))
    if spec.texts and given not in spec.texts:
        raise UserError("rule-builder-choice-gone", given=echoed(given))
    if len(given) > LONGEST:
        raise UserError("rule-builder-value-long", given=echoed(given), most=LONGEST)
    return Condition(fact=spec.name, comparison=how, value=given)


def _step(names: Sequence[str], given: str) -> int:
    """The place of the step that was named, counted from 1: so whoever is above it is there as well."""
    found = [place for place, name in enumerate(names, 1) if folded(name) == folded(given)]
    exact = [place for place, name in enumerate(names, 1) if name == given]
    if not found:
        raise UserError("rule-builder-choice-gone", given=echoed(given))
    return (exact or found)[0]


def _one_of(names: Sequence[str], given: str) -> str:
    """The one that was named, as it is spelled."""
    found = next((name for name in names if folded(name) == folded(given)), None)
    if found is None:
        raise UserError("rule-builder-choice-gone", given=echoed(given))
    return found


def _number(given: str) -> float | int:
    try:
        number = float(given.replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except ValueError:
        number = math.nan
    if not 0 <= number <= LARGEST:
        raise UserError("rule-builder-number-wrong", given=echoed(given))
    return int(number) if number.is_integer() else number
