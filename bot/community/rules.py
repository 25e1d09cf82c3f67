"""Rules over facts: for one member, for all at once in SQL, how far off they are, and in words."""

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.model.badges import FACT as BADGE
from bot.model.messages import Markup
from bot.model.rules import AllOf, AnyOf, Comparison, Condition, FactValue, Not, Rule
from bot.storage.tables import member_facts, members
from bot.text.folding import folded
from bot.text.markup import escape
from bot.text.translator import Translator


def _has(have: Any, value: str) -> Any:
    """Whether one of the lines of a text, or of a column, is this one; the lines are folded already."""
    wanted = f"\n{folded(value)}\n"
    if isinstance(have, str):
        return wanted in f"\n{have}\n"
    lines = sa.literal("\n") + have + sa.literal("\n")
    return sa.func.replace(lines, wanted, "") != lines


def _has_not(have: Any, value: str) -> Any:
    return not _has(have, value) if isinstance(have, str) else sa.not_(_has(have, value))


_COMPARE: Final[Mapping[Comparison, Callable[[Any, Any], Any]]] = MappingProxyType(
    {
        Comparison.IS: operator.eq,
        Comparison.IS_NOT: operator.ne,
        Comparison.AT_LEAST: operator.ge,
        Comparison.AT_MOST: operator.le,
        Comparison.MORE_THAN: operator.gt,
        Comparison.LESS_THAN: operator.lt,
        Comparison.HAS: _has,
        Comparison.HAS_NOT: _has_not,
    }
)
_OPPOSITE: Final[Mapping[Comparison, Comparison]] = MappingProxyType(
    {
        Comparison.IS: Comparison.IS_NOT,
        Comparison.IS_NOT: Comparison.IS,
        Comparison.AT_LEAST: Comparison.LESS_THAN,
        Comparison.LESS_THAN: Comparison.AT_LEAST,
        Comparison.AT_MOST: Comparison.MORE_THAN,
        Comparison.MORE_THAN: Comparison.AT_MOST,
        Comparison.HAS: Comparison.HAS_NOT,
        Comparison.HAS_NOT: Comparison.HAS,
    }
)


def holds(rule: Rule, facts: Mapping[str, FactValue]) -> bool:
    """Whether the rule holds for a member with these facts; a missing fact, or one of another type, is 0, "" or no."""
    match rule:
        case AllOf():
            return all(holds(part, facts) for part in rule.parts)
        case AnyOf():
            return any(holds(part, facts) for part in rule.parts)
        case Not():
            return not holds(rule.part, facts)
        case Condition():
            return bool(_COMPARE[rule.comparison](_have(rule, facts), rule.value))


def clause(
    rule: Rule, condition: Callable[[Condition], sa.ColumnElement[bool]] | None = None
) -> sa.ColumnElement[bool]:
    """The rule as a condition over `members.c.id`, for a statement that selects from `members`.

    It selects exactly the members for whom `holds` is true of what `member_facts` keeps. A statement that has the facts
    side by side says itself what becomes of each `condition`, by `compared`.
    """
    made = condition or _condition
    match rule:
        case AllOf():
            return sa.and_(sa.true(), *(clause(part, made) for part in rule.parts))
        case AnyOf():
            return sa.or_(sa.false(), *(clause(part, made) for part in rule.parts))
        case Not():
            return sa.not_(clause(rule.part, made))
        case Condition():
            return made(rule)


def compared(condition: Condition, column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """The condition over a column that holds the fact's number, or its text where the condition's value is one."""
    value = condition.value if isinstance(condition.value, str) else float(condition.value)
    made: sa.ColumnElement[bool] = _COMPARE[condition.comparison](sa.func.coalesce(column, _nothing(value)), value)
    return made


def _condition(condition: Condition) -> sa.ColumnElement[bool]:
    # A lookup by primary key per member: on SQLite nearly twice as fast as IN with a subselect, which has to read
    # the whole table. Where a missing fact fulfils the condition, what is looked for is a row that breaks it.
    value = condition.value if isinstance(condition.value, str) else float(condition.value)
    column = member_facts.c.text if isinstance(value, str) else member_facts.c.number
    missing_holds = bool(_COMPARE[condition.comparison](_nothing(value), value))
    looked_for = _OPPOSITE[condition.comparison] if missing_holds else condition.comparison
    found = (
        sa.select(sa.literal_column("1"))
        .where(
            member_facts.c.member_id == members.c.id,
            member_facts.c.fact == condition.fact,
            _COMPARE[looked_for](column, value),
        )
        .correlate(members)
        .exists()
    )
    return sa.not_(found) if missing_holds else found


def facts_of(rule: Rule) -> frozenset[str]:
    """The names of the facts that the rule reads."""
    return frozenset(condition.fact for condition in conditions_of(rule))


def conditions_of(rule: Rule) -> tuple[Condition, ...]:
    """The conditions that it is made of."""
    match rule:
        case AllOf() | AnyOf():
            return tuple(condition for part in rule.parts for condition in conditions_of(part))
        case Not():
            return conditions_of(rule.part)
        case Condition():
            return (rule,)


class Missing(Struct, frozen=True):
    """A condition that does not hold yet, and what the fact is today."""

    condition: Condition
    have: FactValue

    @property
    def fact(self) -> str:
        return self.condition.fact

    @property
    def need(self) -> FactValue:
        return self.condition.value

    @property
    def remaining(self) -> float:
        """How much the fact has to grow; 0 where growing does not help."""
        if isinstance(self.need, str) or isinstance(self.have, str) or isinstance(self.need, bool):
            return 0
        match self.condition.comparison:
            case Comparison.AT_LEAST | Comparison.IS:
                return max(self.need - self.have, 0)
            case Comparison.MORE_THAN:
                return math.floor(self.need) + 1 - self.have
            case _:
                return 0

    @property
    def share(self) -> float:
        """How far off it is, from just above 0 to 1, for comparing one way with another."""
        if not self.remaining or isinstance(self.have, str):
            return 1
        whole = self.remaining + abs(self.have)
        return self.remaining / whole


def progress(rule: Rule, facts: Mapping[str, FactValue]) -> tuple[Missing, ...]:
    """The conditions that are still to be met; of several ways (any of), the one that is nearest.

    Empty when the rule holds, and when nothing could make it hold (an empty "any of").
    """
    return _progress(_without_not(rule), facts)


def _progress(rule: Rule, facts: Mapping[str, FactValue]) -> tuple[Missing, ...]:
    if holds(rule, facts):
        return ()
    match rule:
        case Condition():
            return (Missing(rule, _have(rule, facts)),)
        case AllOf():
            return tuple(missing for part in rule.parts for missing in _progress(part, facts))
        case AnyOf():
            ways = [way for part in rule.parts if (way := _progress(part, facts))]
            return min(ways, key=lambda way: sum(missing.share for missing in way), default=())
        case Not():
            return progress(rule, facts)


class _Words(Struct, frozen=True):
    """Texts in one language, with what a community calls its badges and the steps of its ladders, by their facts."""

    translator: Translator
    language: str
    badges: Mapping[str, Markup]
    steps: Mapping[str, Sequence[str]]

    def step(self, fact: str, number: FactValue) -> Markup | None:
        """What that step of a ladder is called; None for a fact that counts no steps, or not so many."""
        names = self.steps.get(fact, ())
        return escape(names[int(number) - 1]) if not isinstance(number, str) and 1 <= number <= len(names) else None

    def text(self, key: str, /, **values: object) -> Markup:
        return self.translator.text(key, self.language, **values)

    def first(self, *keys: str) -> str | None:
        """The first of these texts that there is."""
        return next((key for key in keys if self.translator.has(key)), None)


def explain(
    rule: Rule,
    facts: Mapping[str, FactValue],
    translator: Translator,
    language: str,
    badges: Mapping[str, Markup] = MappingProxyType({}),
    steps: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Markup:
    """What is still missing, in words: "2 more streams and 1 more order", or that it is done.

    A fact's words are the text `rule-<fact>`, or `<fact>-missing` of the plugin that brings the fact (hyphens for
    underscores and dots; variable `$count`); without either, or where growing does not help, its condition is read out.
    `badges`, `steps`: as for `sentence`.
    """
    words = _Words(translator, language, badges, steps)
    if holds(rule, facts):
        return words.text("rule-done")
    missing = [_missing_words(each, words) for each in progress(rule, facts)]
    return _joined(missing, "rule-and", words) if missing else words.text("rule-never")


def sentence(
    rule: Rule,
    translator: Translator,
    language: str,
    badges: Mapping[str, Markup] = MappingProxyType({}),
    steps: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Markup:
    """The rule read back in words: "at least 5 streams attended and at least 3 streams in a row".

    A fact's words are the text `rule-says-<fact>`, or `<fact>-says` of the plugin that brings the fact (hyphens for
    underscores and dots). Variables: `$amount` ("at least 5", "not x", "yes"), `$count` (the number, for plurals),
    `$value` and `$how` (the bare value and comparison, for selecting), `$named` and `$step` (whether the number is a
    step of a ladder, and what that is called). `badges`: by the fact of a badge what it is called here
    (`KeptBadge.called`); `steps`: by the fact that counts them what the steps of a ladder are (`Facts.ladders`).
    """
    return _rule_words(_without_not(rule), _Words(translator, language, badges, steps))


def _rule_words(rule: Rule, words: _Words) -> Markup:
    match rule:
        case Condition():
            return _condition_words(rule, words)
        case Not():
            return _rule_words(_without_not(rule), words)
        case AllOf() | AnyOf():
            if not rule.parts:
                return words.text("rule-everybody" if isinstance(rule, AllOf) else "rule-nobody")
            parts = [_part_words(part, rule, words) for part in rule.parts]
            return _joined(parts, "rule-and" if isinstance(rule, AllOf) else "rule-or", words)


def _part_words(part: Rule, whole: AllOf | AnyOf, words: _Words) -> Markup:
    said = _rule_words(part, words)
    grouped = isinstance(part, AllOf | AnyOf) and len(part.parts) > 1 and len(whole.parts) > 1
    return words.text("rule-group", part=said) if grouped else said


def _condition_words(condition: Condition, words: _Words) -> Markup:
    if condition.fact.startswith(BADGE):
        return _badge_words(condition, words)
    dashed, step = _dashed(condition.fact), words.step(condition.fact, condition.value)
    return words.text(
        words.first(f"rule-says-{dashed}", f"{dashed}-says") or "rule-says-generic",
        fact=dashed.replace("-", " "),
        amount=_amount(condition, words),
        count=0 if isinstance(condition.value, str) else condition.value,
        value=str(condition.value),
        how=condition.comparison.value,
        named=step is not None,
        step=step or "",
    )


def _badge_words(condition: Condition, words: _Words) -> Markup:
    """What the badge is called here; where nobody said so, as it comes with the bot, or the name that is typed."""
    name = condition.fact.removeprefix(BADGE)
    key, called = f"badges-badge-{name}", words.badges.get(condition.fact)
    if called is None:
        called = words.text(key) if words.translator.has(key) else escape(name.replace("-", " "))
    plainly = condition.comparison is Comparison.AT_LEAST and condition.value == 1
    return words.text("rule-says-badge", badge=called, amount=_amount(condition, words), any=plainly)


def _dashed(fact: str) -> str:
    """The fact's name as it stands in a text's id; "stream.minutes" gives "stream-minutes"."""
    return fact.replace("_", "-").replace(".", "-")


def _amount(condition: Condition, words: _Words) -> Markup:
    value, affirmed = condition.value, condition.comparison in (Comparison.IS, Comparison.HAS)
    if isinstance(value, bool):
        return _value_words(value is affirmed, words)
    if isinstance(value, str):
        shown = _value_words(value, words)
        return shown if affirmed else words.text("rule-not", value=shown)
    return words.text(f"rule-{condition.comparison.value.replace('_', '-')}", count=value)


def _value_words(value: FactValue, words: _Words) -> Markup:
    if isinstance(value, bool):
        return words.text("rule-yes" if value else "rule-no")
    if isinstance(value, str):
        return escape(value) if value else words.text("rule-nothing")
    return words.text("rule-number", count=value)


def _missing_words(missing: Missing, words: _Words) -> Markup:
    dashed = _dashed(missing.fact)
    known = words.first(f"rule-{dashed}", f"{dashed}-missing")
    if known and missing.remaining:
        return words.text(known, count=missing.remaining)
    phrase = _condition_words(missing.condition, words)
    if missing.fact.startswith(BADGE) and not missing.have:
        return phrase  # whoever lacks a badge has none of its levels
    have = words.step(missing.fact, missing.have) or _value_words(missing.have, words)
    if missing.condition.comparison.needs_words:
        have = _value_words(str(missing.have).replace("\n", ", "), words)
    elif isinstance(missing.have, str) and missing.have:  # "a regular (now new)": a stage has words, not only a name
        today = Condition(fact=missing.fact, comparison=Comparison.IS, value=missing.have)
        have = _condition_words(today, words)
    return words.text("rule-generic", phrase=phrase, have=have)


def _joined(parts: Sequence[Markup], last: str, words: _Words) -> Markup:
    """ "a, b and c", with the text `last` ("rule-and", "rule-or") before the last part."""
    said = parts[0]
    for part in parts[1:-1]:
        said = words.text("rule-comma", first=said, second=part)
    return words.text(last, first=said, second=parts[-1]) if len(parts) > 1 else said


def _without_not(rule: Rule, negate: bool = False) -> Rule:
    """The same rule without `Not`, turned round when `negate`: negations go down to the conditions (De Morgan)."""
    match rule:
        case Not():
            return _without_not(rule.part, not negate)
        case AllOf() | AnyOf():
            parts = tuple(_without_not(part, negate) for part in rule.parts)
            return AllOf(parts=parts) if isinstance(rule, AllOf) is not negate else AnyOf(parts=parts)
        case Condition():
            if not negate:
                return rule
            return Condition(fact=rule.fact, comparison=_OPPOSITE[rule.comparison], value=rule.value)


def _have(condition: Condition, facts: Mapping[str, FactValue]) -> FactValue:
    """The fact as a value of the type that the condition compares with."""
    nothing = _nothing(condition.value)
    have = facts.get(condition.fact, nothing)
    return have if isinstance(have, str) is isinstance(nothing, str) else nothing


def _nothing(value: FactValue) -> FactValue:
    """What a missing fact is, beside `value`."""
    if isinstance(value, str):
        return ""
    return False if isinstance(value, bool) else 0
