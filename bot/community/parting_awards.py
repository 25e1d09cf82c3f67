"""What becomes of badges when linked accounts are parted: each keeps what they have by themself."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import sqlalchemy as sa

from bot.community.badges import KeptBadge
from bot.community.facts import Facts, FactSpec
from bot.community.linked import families
from bot.community.rules import holds
from bot.model.badges import AwardSource
from bot.model.rules import AllOf, AnyOf, Condition, Not, Rule
from bot.storage.award_tables import awards
from bot.storage.work import Work

_SURE: Final[Rule] = AllOf()


async def give_up_joint(
    work: Work, specs: Sequence[FactSpec], badges: Sequence[KeptBadge], member_ids: Collection[int]
) -> int:
    """Take from these members, who part, the levels that they won together and none of them has by themself.

    Or the merits of one account would bring a badge to each that it is linked with in turn. Returns how many those are.
    What may have been so then and passed since, such as a streak, is left to them.
    """
    family = await families(work, member_ids)
    mine = awards.c.member_id.in_(family) & awards.c.joint & awards.c.taken_at.is_(None)
    rows = await work.rows(sa.select(awards).where(mine, awards.c.source != AwardSource.HAND))
    facts = await Facts(work, specs).of_many(set(family.values()))
    growing, kept = {spec.name for spec in specs if _grows(spec)}, {each.id: each for each in badges}
    gone = [
        row.id
        for row in rows
        if row.badge_id in kept
        and not _may_have(kept[row.badge_id].badge.levels, row.level, growing, facts.get(family[row.member_id], {}))
    ]
    await work.execute(sa.delete(awards).where(awards.c.id.in_(gone)))
    return len(gone)


def _grows(spec: FactSpec) -> bool:
    """Whether what it says today tells what it has been: time does nothing to it, nor do others."""
    return spec.kind == "number" and not spec.moved_by_time and not spec.fades_after


def _may_have(
    levels: Sequence[Rule], level: int, growing: Collection[str], facts: Mapping[str, float | str | bool]
) -> bool:
    """Whether they may have reached that level by themself, or a higher one; its rules may have been edited since."""
    return any(holds(_as_kind_as_can_be(rule, growing), facts) for rule in levels[level - 1 :])


def _as_kind_as_can_be(rule: Rule, growing: Collection[str]) -> Rule:
    """The rule where all holds that today's facts do not decide."""
    match rule:
        case AllOf() | AnyOf():
            return rule.model_copy(update={"parts": tuple(_as_kind_as_can_be(part, growing) for part in rule.parts)})
        case Condition() if rule.fact in growing and rule.comparison.is_for_more:
            return rule
        case Condition() | Not():
            return _SURE
