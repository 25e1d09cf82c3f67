"""Who deserves which badge, worked out member by member from what the books say, and not by the bot's own rules."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.core.moving import given_by_rule
from bot.model.rules import AllOf, AnyOf, Comparison, Condition, Not, Rule
from tests.simulate.town import Town

Facts = Mapping[str, float | str]


async def everybody_has_the_badges_they_deserve(town: Town) -> Iterable[str]:
    """Whoever is here and fulfils the rule of a level has that or a higher one, unless the badge was taken away."""
    facts: defaultdict[int, dict[str, float | str]] = defaultdict(dict)
    for member, fact, number, text in town.books.rows("SELECT member_id, fact, number, text FROM member_facts"):
        facts[member][fact] = text if number is None else number
    parts, wrong = town.bot.app.parts, []
    for community in town.books.column("SELECT id FROM communities"):
        async with parts.work() as work:
            badges = await given_by_rule(work, parts.registry, community)
        people = people_here(town, community)
        for kept in badges:
            has, taken = held(town, kept.id)
            for acting, family in people.items():
                due = 0 if taken & family else level_due(kept.badge.levels, facts[acting])
                if max(has.get(part, 0) for part in family) < due:
                    wrong.append(f"member {acting} lacks level {due} of the badge {kept.name}")
    return wrong


def level_due(levels: Sequence[Rule], facts: Facts) -> int:
    """The highest whose rule is true, counted from 1; 0 where none is."""
    return max((number for number, rule in enumerate(levels, 1) if fulfils(rule, facts)), default=0)


def held(town: Town, badge: int) -> tuple[Mapping[int, int], set[int]]:
    """By membership the level that stands, and those from whom it was taken."""
    rows = town.books.rows("SELECT member_id, level, taken_at FROM awards WHERE badge_id = :badge", badge=badge)
    has: dict[int, int] = {}
    for member, level, taken_at in rows:
        if taken_at is None:
            has[member] = max(level, has.get(member, 0))
    return has, {member for member, _, taken_at in rows if taken_at is not None}


def people_here(town: Town, community: int) -> Mapping[int, set[int]]:
    """By the member who acts, all memberships that are theirs; of those who are here by one of them at least."""
    sql = "SELECT id, COALESCE(counts_for, id), left_at FROM members WHERE community_id = :community"
    families: defaultdict[int, set[int]] = defaultdict(set)
    here = set()
    for id, acting, left_at in town.books.rows(sql, community=community):
        families[acting].add(id)
        if left_at is None:
            here.add(acting)
    return {acting: parts for acting, parts in families.items() if acting in here}


def fulfils(rule: Rule, facts: Facts) -> bool:
    """Whether a rule is true of somebody; what is not known of them is 0, or no word."""
    if isinstance(rule, AllOf):
        return all(fulfils(part, facts) for part in rule.parts)
    if isinstance(rule, AnyOf):
        return any(fulfils(part, facts) for part in rule.parts)
    if isinstance(rule, Not):
        return not fulfils(rule.part, facts)
    return is_true(rule, facts.get(rule.fact))


def is_true(condition: Condition, kept: float | str | None) -> bool:
    """One comparison."""
    nothing: Any = "" if isinstance(condition.value, str) else 0
    have: Any = kept if kept is not None and isinstance(kept, str) == isinstance(condition.value, str) else nothing
    value: Any = condition.value
    match condition.comparison:
        case Comparison.IS:
            found = have == value
        case Comparison.IS_NOT:
            found = have != value
        case Comparison.AT_LEAST:
            found = have >= value
        case Comparison.AT_MOST:
            found = have <= value
        case Comparison.MORE_THAN:
            found = have > value
        case Comparison.LESS_THAN:
            found = have < value
    return bool(found)
