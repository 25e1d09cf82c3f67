"""Badges given by their rules: one statement for all badges and any number of members."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sa

from bot.community.badges import KeptBadge
from bot.community.linked import is_here
from bot.community.rules import clause, compared, conditions_of
from bot.model.badges import FACT, AwardSource
from bot.model.events import BadgeAwarded
from bot.model.rules import Condition, Rule
from bot.storage.award_tables import awards, badges
from bot.storage.dialect import id_list, is_among, one_by_one, upsert
from bot.storage.tables import member_facts, members
from bot.storage.types import Id, Instant, Json
from bot.storage.work import Work

Levels = tuple[int, tuple[Rule, ...]]
"""A badge's id, and the rules of its levels."""

_STATEMENTS_KEPT: Final = 64

_HELD: Final = awards.alias("held")
_PART: Final = members.alias("part")


async def award(
    work: Work,
    community_id: int,
    kept_badges: Sequence[KeptBadge],
    member_ids: Collection[int],
    *,
    source: AwardSource = AwardSource.RULE,
    tell: bool = True,
) -> int:
    """Give these members the highest levels whose rules hold by what is kept of them; returns how many were new.

    Whoever has a level, or a higher one, is given nothing; neither is anybody from whom a moderator took the badge.
    """
    named = {kept.id: kept for kept in kept_badges if kept.badge.levels}
    if not named or not member_ids:
        return 0
    statement = _statement(work.dialect, tuple((id, kept.badge.levels) for id, kept in sorted(named.items())))
    values = {"ids": sorted(member_ids), "community": community_id, "now": work.now, "source": source.value}
    given: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row in (await work.execute(statement, values)).fetchall():
        given.setdefault((row.badge_id, row.level), []).append((row.member_id, row.id))
    if given:
        await keep_as_facts(work, {member_id for won in given.values() for member_id, _ in won})
    for (badge_id, level), won in sorted(given.items()) if tell else ():
        work.emit(_event(work, named[badge_id], level, won, source))
    return sum(map(len, given.values()))


async def keep_as_facts(work: Work, member_ids: Collection[int]) -> None:
    """What these members have, as facts that rules may ask for: "badges.<name>" is the level.

    They are written where awards are, since which badges there are is no plugin's to declare.
    """
    chosen = id_list(work.dialect, sa.bindparam("ids", sorted(member_ids), type_=Json))
    whose = is_among(work.dialect, member_facts.c.member_id, chosen)
    mine = whose & member_facts.c.fact.startswith(FACT, autoescape=True)
    await work.execute(sa.delete(member_facts).where(mine))
    acting, theirs = sa.func.coalesce(_PART.c.counts_for, _PART.c.id), family(work.dialect, chosen)
    has = (
        sa.select(acting, sa.literal(FACT).concat(badges.c.name), sa.cast(sa.func.max(_HELD.c.level), sa.Float))
        .select_from(_HELD)
        .join(_PART, _PART.c.id == _HELD.c.member_id)
        .join(badges, badges.c.id == _HELD.c.badge_id)
        .where(is_among(work.dialect, _HELD.c.member_id, theirs), _HELD.c.taken_at.is_(None))
        .group_by(acting, badges.c.name)
    )
    insert = upsert(work.dialect, member_facts).from_select(["member_id", "fact", "number"], has)
    new = insert.excluded
    await work.execute(insert.on_conflict_do_update(index_elements=["member_id", "fact"], set_={"number": new.number}))


def family(dialect: str, chosen: sa.Select[int]) -> sa.CompoundSelect[int]:
    """These members, and those linked into one of them: two looks by an index, where OR would read everybody."""
    return sa.union(chosen, sa.select(members.c.id).where(is_among(dialect, members.c.counts_for, chosen)))


def _event(
    work: Work, kept: KeptBadge, level: int, won: Sequence[tuple[int, int]], source: AwardSource
) -> BadgeAwarded:
    return BadgeAwarded(
        community_id=kept.community_id,
        at=work.now,
        member_ids=tuple(sorted(member_id for member_id, _ in won)),
        badge_id=kept.id,
        badge=kept.name,
        level=level,
        source=source.value,
        award_id=min(award_id for _, award_id in won),
    )


@lru_cache(maxsize=_STATEMENTS_KEPT)
def _statement(dialect: str, asked: tuple[Levels, ...]) -> sa.Executable:
    """Over the parameters ids, community, now and source. Each member's facts are read once, side by side."""
    ids = id_list(dialect, sa.bindparam("ids", type_=Json))
    known = _side_by_side(
        is_among(dialect, members.c.id, ids),
        {condition for _, levels in asked for rule in levels for condition in conditions_of(rule)},
    )
    reached = sa.union_all(*(_reached(known, badge_id, levels) for badge_id, levels in asked)).subquery("reached")
    new = sa.select(
        sa.bindparam("community", type_=Id),
        reached.c.badge_id,
        reached.c.member_id,
        reached.c.level,
        sa.bindparam("now", type_=Instant),
        sa.bindparam("source", type_=sa.Text),
        sa.exists().where(_PART.c.counts_for == reached.c.member_id),
    ).where(reached.c.level.is_not(None), *_has_not(dialect, reached))
    names = ["community_id", "badge_id", "member_id", "level", "at", "source", "joint"]
    insert = upsert(dialect, awards).from_select(names, new).on_conflict_do_nothing()
    return insert.returning(awards.c.badge_id, awards.c.level, awards.c.member_id, awards.c.id)


def _side_by_side(asked_for: sa.ColumnElement[bool], conditions: Collection[Condition]) -> sa.CTE:
    """A row for each of the members who are here, with a column for each fact that the conditions compare."""
    asked = {_column(condition): condition for condition in conditions}
    columns = [
        sa.func.max(sa.case((member_facts.c.fact == condition.fact, _kept(condition)))).label(name)
        for name, condition in sorted(asked.items(), key=lambda item: item[0])
    ]
    facts = sorted({condition.fact for condition in conditions})
    theirs = (member_facts.c.member_id == members.c.id) & member_facts.c.fact.in_(facts)
    found = sa.select(members.c.id.label("member_id"), *columns).join(member_facts, theirs, isouter=True)
    return found.where(asked_for, is_here()).group_by(members.c.id).cte("known").prefix_with("MATERIALIZED")


def _column(condition: Condition) -> str:
    return f"{condition.fact}:{'text' if isinstance(condition.value, str) else 'number'}"


def _kept(condition: Condition) -> sa.Column[Any]:
    return member_facts.c.text if isinstance(condition.value, str) else member_facts.c.number


def _reached(known: sa.CTE, badge_id: int, levels: Sequence[Rule]) -> sa.Select[Any]:
    """The highest level whose rule holds; NULL for none."""

    def over_columns(condition: Condition) -> sa.ColumnElement[bool]:
        return compared(condition, known.c[_column(condition)])

    highest = [(clause(rule, over_columns), level) for level, rule in reversed(list(enumerate(levels, 1)))]
    return sa.select(sa.literal(badge_id, Id).label("badge_id"), known.c.member_id, sa.case(*highest).label("level"))


def _has_not(dialect: str, reached: sa.Subquery) -> Sequence[sa.ColumnElement[bool]]:
    """Neither they nor an account linked with theirs has it, and from neither it was taken."""
    in_the_way = (_HELD.c.level >= reached.c.level) | _HELD.c.taken_at.is_not(None)
    same = (_HELD.c.badge_id == reached.c.badge_id) & in_the_way
    parts = one_by_one(sa.select(_PART.c.id).where(_PART.c.counts_for == reached.c.member_id), reached)
    own, by_part = _HELD.c.member_id == reached.c.member_id, is_among(dialect, _HELD.c.member_id, parts)
    return tuple(~one_by_one(sa.select(_HELD.c.id).where(same, whose), reached).exists() for whose in (own, by_part))
