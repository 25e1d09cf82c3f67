"""Rules: one member and all at once agree, and the words say what is meant."""

from collections.abc import Mapping

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import VirtualClock
from bot.community.core_facts import CORE_FACTS
from bot.community.facts import Facts
from bot.community.rules import clause, explain, facts_of, holds, progress, sentence
from bot.model.rules import EVERYBODY, AllOf, AnyOf, Comparison, Condition, FactValue, Not, Rule, Together, read_rule
from bot.storage.database import Database
from bot.storage.tables import member_facts, members
from bot.storage.work import Work
from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.translator import Translator, load_translator
from tests.community.people import START, add_community, add_members


@pytest.fixture(scope="module")
def translator() -> Translator:
    """The bundled texts of the core; a missing one is an error."""
    return load_translator([bundled_locales()], strict=True, names={"core"})


def at_least(fact: str, value: float) -> Condition:
    return Condition(fact=fact, value=value)


REGULAR = Condition(fact="lifecycle", comparison=Comparison.IS, value="regular")
STREAMS, STREAK = at_least("streams_attended", 5), at_least("streak", 3)


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        (EVERYBODY, {}, True),
        (AnyOf(), {"streak": 3}, False),
        (AllOf(parts=(STREAMS, STREAK)), {"streams_attended": 5, "streak": 3}, True),
        (AllOf(parts=(STREAMS, STREAK)), {"streams_attended": 5}, False),
        (AnyOf(parts=(STREAMS, STREAK)), {"streak": 3.5}, True),
        (Not(part=STREAMS), {}, True),
        (Condition(fact="orders", comparison=Comparison.AT_MOST, value=0), {}, True),
        (Condition(fact="orders", comparison=Comparison.IS, value=False), {}, True),
        (Condition(fact="early", comparison=Comparison.IS, value=True), {"early": True}, True),
        (Condition(fact="city", comparison=Comparison.IS, value=""), {}, True),
        (Condition(fact="city", comparison=Comparison.IS_NOT, value="Brno"), {}, True),
        (Condition(fact="city", comparison=Comparison.IS, value="Brno"), {"city": "Brno"}, True),
        (Condition(fact="city", comparison=Comparison.AT_MOST, value=0), {"city": "Brno"}, True),
        (Condition(fact="orders", comparison=Comparison.IS, value="5"), {"orders": 5}, False),
        (Condition(fact="cities", comparison=Comparison.HAS, value="Žďár"), {"cities": "brno\nzdar"}, True),
        (Condition(fact="cities", comparison=Comparison.HAS, value="Brn"), {"cities": "brno\nzdar"}, False),
        (Condition(fact="cities", comparison=Comparison.HAS, value="Brno"), {}, False),
        (Condition(fact="cities", comparison=Comparison.HAS_NOT, value="Brno"), {}, True),
        (Condition(fact="cities", comparison=Comparison.HAS_NOT, value="brno"), {"cities": "brno"}, False),
        (Condition(fact="cities", comparison=Comparison.HAS, value="5"), {"cities": 5}, False),
    ],
)
def test_a_rule_holds_or_not(rule: Rule, facts: Mapping[str, FactValue], expected: bool) -> None:
    assert holds(rule, facts) is expected


def test_a_rule_names_the_facts_it_reads() -> None:
    rule = AnyOf(parts=(Not(part=REGULAR), AllOf(parts=(STREAMS, STREAK, STREAMS))))
    assert facts_of(rule) == {"lifecycle", "streams_attended", "streak"}
    assert facts_of(EVERYBODY) == frozenset()


# ---- all at once ----------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["orders", "streak", "city"])
NUMBERS = st.sampled_from([-1, 0, 1, 2, 2.5, 3])
VALUES = st.one_of(NUMBERS, st.booleans(), st.sampled_from(["", "Brno", "1", "brno", "brno\nzd%r", "1\nbrno 1"]))
AMONG = [one for one in Comparison if one.needs_words]
SINGLE = [one for one in Comparison if not one.needs_words]
CONDITIONS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Condition, fact=NAMES, comparison=st.sampled_from(SINGLE), value=NUMBERS),
    st.builds(Condition, fact=NAMES, comparison=st.sampled_from(AMONG), value=st.sampled_from(["Brno", "1", "ZĎ%Ř"])),
    st.builds(Condition, fact=NAMES, comparison=st.sampled_from([Comparison.IS, Comparison.IS_NOT]), value=VALUES),
)
RULES: st.SearchStrategy[Rule] = st.recursive(
    CONDITIONS,
    lambda rules: st.one_of(
        st.builds(AllOf, parts=st.lists(rules, max_size=3).map(tuple)),
        st.builds(AnyOf, parts=st.lists(rules, max_size=3).map(tuple)),
        st.builds(Not, part=rules),
    ),
    max_leaves=6,
)
PEOPLE = st.lists(st.dictionaries(NAMES, VALUES), min_size=1, max_size=5)


@given(people=PEOPLE, rules=st.lists(RULES, min_size=1, max_size=6))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
async def test_sql_selects_exactly_those_for_whom_the_rule_holds(
    each_database: Database, people: list[dict[str, FactValue]], rules: list[Rule]
) -> None:
    community_id = await add_community(each_database)
    ids = await add_members(each_database, community_id, len(people))
    lines = [
        {"member_id": member_id, "fact": fact, "text": value if isinstance(value, str) else None}
        | {"number": None if isinstance(value, str) else float(value)}
        for member_id, facts in zip(ids, people, strict=True)
        for fact, value in facts.items()
    ]
    async with Work(each_database, VirtualClock(START)) as work:
        if lines:
            await work.execute(sa.insert(member_facts).values(lines))
        kept = await Facts(work, CORE_FACTS).of_many(ids)
        for rule in rules:
            query = sa.select(members.c.id).where(members.c.community_id == community_id, clause(rule))
            selected = {id for (id,) in await work.rows(query)}
            assert selected == {id for id, facts in zip(ids, people, strict=True) if holds(rule, facts)}
            assert selected == {id for id in ids if holds(rule, kept.get(id, {}))}


# ---- how far off ----------------------------------------------------------------------------------------------------


def test_what_is_missing_is_told_fact_by_fact() -> None:
    rule = AllOf(parts=(STREAMS, STREAK, at_least("orders", 1)))
    missing = progress(rule, {"streams_attended": 3, "orders": 2})
    assert [(each.fact, each.have, each.need, each.remaining) for each in missing] == [
        ("streams_attended", 3, 5, 2),
        ("streak", 0, 3, 3),
    ]
    assert progress(rule, {"streams_attended": 5, "streak": 3, "orders": 1}) == ()


def test_of_several_ways_the_nearest_is_told() -> None:
    rule = AnyOf(parts=(at_least("orders", 10), AllOf(parts=(STREAMS, STREAK))))
    assert [each.fact for each in progress(rule, {"orders": 1, "streams_attended": 4, "streak": 3})] == [
        "streams_attended"
    ]
    assert [each.fact for each in progress(rule, {"orders": 9, "streams_attended": 1})] == ["orders"]


def test_a_negation_is_told_as_its_opposite() -> None:
    [missing] = progress(Not(part=Condition(fact="orders", comparison=Comparison.LESS_THAN, value=2)), {})
    assert (missing.condition.comparison, missing.remaining) == (Comparison.AT_LEAST, 2)


@given(rule=RULES, facts=st.dictionaries(NAMES, VALUES))
def test_only_a_rule_that_holds_has_nothing_missing(rule: Rule, facts: dict[str, FactValue]) -> None:
    missing = progress(rule, facts)
    if holds(rule, facts):
        assert missing == ()
    assert not any(holds(each.condition, facts) for each in missing)


@given(value=st.integers(0, 50), have=st.integers(0, 50), comparison=st.sampled_from(SINGLE))
def test_what_remains_is_enough_and_no_more(value: int, have: int, comparison: Comparison) -> None:
    condition = Condition(fact="orders", comparison=comparison, value=value)
    for missing in progress(condition, {"orders": have}):
        if missing.remaining:
            assert holds(condition, {"orders": have + missing.remaining})
            assert not holds(condition, {"orders": have + missing.remaining - 1})


# ---- in words -------------------------------------------------------------------------------------------------------

SOMETIMES = AnyOf(parts=(AllOf(parts=(STREAMS, STREAK)), at_least("orders", 1)))


@pytest.mark.parametrize(
    ("rule", "english", "czech"),
    [
        (EVERYBODY, "everybody", "všichni"),
        (AnyOf(), "nobody", "nikdo"),
        (STREAMS, "at least 5 streams attended", "alespoň 5 navštívených streamů"),
        (at_least("streams_attended", 1), "at least 1 stream attended", "alespoň 1 navštívený stream"),
        (
            AllOf(parts=(STREAMS, STREAK)),
            "at least 5 streams attended and at least 3 streams in a row",
            "alespoň 5 navštívených streamů a\u00a0alespoň 3 streamy v\u00a0řadě",
        ),
        (
            SOMETIMES,
            "(at least 5 streams attended and at least 3 streams in a row) or at least 1 order",
            "(alespoň 5 navštívených streamů a\u00a0alespoň 3 streamy v\u00a0řadě) nebo alespoň 1 objednávka",
        ),
        (
            AllOf(parts=(STREAK, REGULAR, at_least("spent_total", 1.5))),
            "at least 3 streams in a row, a regular and a total spend of at least 1.5",
            "alespoň 3 streamy v\u00a0řadě, chodí pravidelně a\u00a0celková útrata alespoň 1,5",
        ),
        (Not(part=REGULAR), "not a regular", "nechodí pravidelně"),
        (Not(part=STREAMS), "fewer than 5 streams attended", "méně než 5 navštívených streamů"),
        (
            Not(part=AllOf(parts=(REGULAR, at_least("orders", 2)))),
            "not a regular or fewer than 2 orders",
            "nechodí pravidelně nebo méně než 2 objednávky",
        ),
        (
            Condition(fact="days_since_last_stream", comparison=Comparison.AT_MOST, value=7),
            "last stream at most 7 days ago",
            "poslední stream před nejvýše 7 dny",
        ),
        (Condition(fact="early_bird", comparison=Comparison.IS, value=True), "early bird: yes", "early bird: ano"),
        (Condition(fact="early_bird", comparison=Comparison.IS_NOT, value=True), "early bird: no", "early bird: ne"),
        (Condition(fact="city", comparison=Comparison.IS_NOT, value="<b>"), "city: not <b>", "city: ne <b>"),
        (Condition(fact="city", comparison=Comparison.IS, value=""), "city: nothing", "city: nic"),
        (Condition(fact="cities", comparison=Comparison.HAS, value="Brno"), "cities: Brno", "cities: Brno"),
        (Condition(fact="cities", comparison=Comparison.HAS_NOT, value="Brno"), "cities: not Brno", "cities: ne Brno"),
        (at_least("badges.helper", 1), "the badge “helper”", "odznak „helper“"),
        (
            at_least("badges.tea-cup", 2),
            "the badge “tea cup”, level: at least 2",
            "odznak „tea cup“, úroveň: alespoň 2",
        ),
    ],
)
def test_a_rule_is_read_back(rule: Rule, english: str, czech: str, translator: Translator) -> None:
    assert plain(sentence(rule, translator, "en")) == english
    assert plain(sentence(rule, translator, "cs")) == czech


@pytest.mark.parametrize(
    ("rule", "facts", "english", "czech"),
    [
        (STREAMS, {"streams_attended": 5}, "Done", "Hotovo"),
        (STREAMS, {"streams_attended": 3}, "2 more streams", "ještě 2 streamy"),
        (STREAMS, {}, "5 more streams", "ještě 5 streamů"),
        (
            AllOf(parts=(STREAMS, STREAK)),
            {"streams_attended": 4},
            "1 more stream and 3 more streams in a row",
            "ještě 1 stream a\u00a0ještě 3 streamy v\u00a0řadě",
        ),
        (at_least("spent_total", 50), {"spent_total": 12.5}, "37.5 more in orders", "ještě 37,5 v\u00a0objednávkách"),
        (REGULAR, {"lifecycle": "new"}, "a regular (now new)", "chodí pravidelně (teď je tu krátce)"),
        (at_least("karma", 10), {"karma": 4}, "karma: at least 10 (now 4)", "karma: alespoň 10 (teď 4)"),
        (
            Condition(fact="orders", comparison=Comparison.AT_MOST, value=1),
            {"orders": 3},
            "at most 1 order (now 3)",
            "nejvýše 1 objednávka (teď 3)",
        ),
        (AnyOf(), {}, "This cannot be reached.", "Tohle splnit nejde."),
    ],
)
def test_what_is_missing_is_explained(
    rule: Rule, facts: dict[str, FactValue], english: str, czech: str, translator: Translator
) -> None:
    assert plain(explain(rule, facts, translator, "en")) == english
    assert plain(explain(rule, facts, translator, "cs")) == czech


@pytest.mark.parametrize("language", ["en", "cs"])
def test_each_core_fact_has_words_of_its_own(language: str, translator: Translator) -> None:
    for spec in CORE_FACTS:
        assert translator.has(f"rule-says-{spec.name.replace('_', '-')}", language)


@given(rule=RULES, facts=st.dictionaries(NAMES, VALUES), language=st.sampled_from(["en", "cs"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_rule_has_words(rule: Rule, facts: dict[str, FactValue], language: str, translator: Translator) -> None:
    assert plain(sentence(rule, translator, language))
    assert plain(explain(rule, facts, translator, language))


@given(rule=RULES)
def test_a_rule_is_read_as_it_was_written_down_as_values_and_as_a_text(rule: Rule) -> None:
    assert read_rule(rule.model_dump(mode="json")) == rule
    assert read_rule(rule.model_dump_json()) == rule


@given(rule=RULES, facts=st.dictionaries(NAMES, VALUES))
def test_a_rule_taken_apart_and_put_together_holds_for_the_same_people(rule: Rule, facts: dict[str, FactValue]) -> None:
    again = Together.of(rule).rule
    assert holds(rule, facts) is (rule != AnyOf() if again is None else holds(again, facts))
    assert Together.of(again) == Together.of(rule) or len(Together.of(rule).parts) < 2


@given(rule=RULES, more=RULES, any_of=st.booleans())
def test_the_last_part_of_a_rule_comes_off_as_it_was_put_on(rule: Rule, more: Rule, any_of: bool) -> None:
    parts = Together.of(rule)
    assert parts.plus(more).without_last() == parts
    turned = parts.plus(more).turned(any_of=any_of)
    if len(turned.parts) > 1:
        assert turned.rule == (AnyOf if any_of else AllOf)(parts=(*parts.parts, more))


def test_fewer_than_two_parts_are_joined_by_nothing() -> None:
    one = at_least("orders", 1)
    assert Together().rule is None and Together.of(None) == Together() == Together.of(EVERYBODY)
    for joined in (one, AllOf(parts=(one,)), AnyOf(parts=(one,))):
        assert Together.of(joined).rule == one
    assert Together((one,)).turned(any_of=True) == Together((one,))


def test_a_plugin_words_its_own_facts(translator: Translator) -> None:
    assert plain(sentence(at_least("quiz_wins", 2), translator, "en")) == "quiz wins: at least 2"
