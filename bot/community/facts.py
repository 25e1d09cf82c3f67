"""Facts: named values about members, each worked out by one select, kept in `member_facts` and always recomputable."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, Literal

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.clock import Clock
from bot.community.scope import Scope, scope_of
from bot.model.rules import FactValue
from bot.storage.database import Database
from bot.storage.dialect import id_list, is_among, pairs_as_json, upsert
from bot.storage.tables import attendance, member_facts, members, persons
from bot.storage.types import Json, to_micros
from bot.storage.work import Work

ATTENDANCE: Final = "attendance"
"""In `moved_by`: the member was seen at a stream."""

STREAM_ENDED: Final = "stream_ended"
"""In `moved_by`: a stream's end moves the fact, also for those who were not there."""

POINTS: Final = "points"
"""In `moved_by`: the member's points moved."""

FACT_NOW: Final = sa.bindparam("facts_now", type_=sa.BigInteger)
"""The present moment in a fact's select, in microseconds since 1970. A fact that uses it is moved by time."""

FACT_DAY: Final = 86_400_000_000
"""A day in the microseconds that moments are stored in."""

MONTH_DAYS: Final = 30.4375  # a mean month: 365.25 days by twelve

# Members in one transaction, which stays under 100 ms. PostgreSQL looks for each new row whether there is what it
# refers to.
MEMBERS_AT_ONCE: Final[Mapping[str, int]] = {"sqlite": 500, "postgresql": 300}


Query = Callable[[Scope], sa.Select[*tuple[Any, ...]]]
"""Makes the select of (member_id, value); members for whom it yields nothing, 0 or "" do not have the fact."""


class OverVisits(Struct, frozen=True):
    """A query: what `value` makes of the streams that the member was seen at, one aggregate over the visits."""

    value: Callable[[sa.CTE], sa.ColumnElement[Any]]

    def __call__(self, scope: Scope) -> sa.Select[*tuple[Any, ...]]:
        return sa.select(scope.visits.c.member_id, self.value(scope.visits)).group_by(scope.visits.c.member_id)


class Ladder(Struct, frozen=True):
    """The values of a text fact in their order. The fact `step` says at which of them, counted from 1, somebody is.

    `names` makes the select of a community's values, the lowest first.
    """

    step: str
    names: Callable[[int], sa.Select[str]]


class FactSpec(Struct, frozen=True):
    """One fact: its name, the type of its values, how it is worked out and what makes that necessary again.

    `moved_by` names kinds of activities of the member, ATTENDANCE, POINTS and STREAM_ENDED. `moved_by_time`: each night
    as well. `fades_after`: the end of a stream moves it also for those who missed it, where they were at the stream so
    many before it. `ladder`: which texts there are, also those that nobody has, where one is above the other.
    `texts`: all that a text fact can be, where that is settled. A fact of the kind "several" is several texts at once:
    its select gives them as one, each folded and in a line of its own, and rules ask whether one is among them.
    `interests`: of such a fact, that they are what members said to be interested in.
    """

    name: str
    kind: Literal["number", "text", "yes_no", "several"]
    query: Query
    moved_by: tuple[str, ...] = ()
    moved_by_time: bool = False
    fades_after: tuple[int, ...] = ()
    ladder: Ladder | None = None
    texts: tuple[str, ...] = ()
    interests: bool = False

    def on_ladder(self, step: str, names: Callable[[int], sa.Select[str]]) -> "FactSpec":
        """The same fact with its values in order, as `Ladder` says."""
        return replace(self, ladder=Ladder(step, names))


def moved_by(specs: Iterable[FactSpec], cause: str) -> tuple[FactSpec, ...]:
    """The facts that an activity of the kind `cause`, ATTENDANCE or STREAM_ENDED moves."""
    return tuple(spec for spec in specs if cause in spec.moved_by)


def moved_by_time(specs: Iterable[FactSpec]) -> tuple[FactSpec, ...]:
    """The facts that are to be refreshed each night."""
    return tuple(spec for spec in specs if spec.moved_by_time)


class Facts:
    """Reads facts, and works them out anew for chosen members."""

    def __init__(self, work: Work, specs: Sequence[FactSpec]) -> None:
        self._work = work
        self._specs = tuple(specs)

    async def of(self, member_id: int) -> Mapping[str, FactValue]:
        """The member's facts; those that are 0, "" or no are not in it."""
        return (await self.of_many([member_id])).get(member_id, {})

    async def of_many(self, member_ids: Iterable[int]) -> Mapping[int, Mapping[str, FactValue]]:
        """The facts of these members; a member without any is not in it."""
        yes_no = {spec.name for spec in self._specs if spec.kind == "yes_no"}
        chosen = id_list(self._work.dialect, sa.bindparam("facts_ids", type_=Json))
        query = sa.select(member_facts).where(is_among(self._work.dialect, member_facts.c.member_id, chosen))
        found: dict[int, dict[str, FactValue]] = {}
        for member_id, fact, number, text in await self._work.rows(query, {"facts_ids": list(member_ids)}):
            found.setdefault(member_id, {})[fact] = text if number is None else _number(number, fact in yes_no)
        return found

    async def texts(self, community_id: int, fact: str, most: int = 10) -> Sequence[str]:
        """Some of the texts that a fact has for members of a community."""
        theirs = (members.c.id == member_facts.c.member_id) & (members.c.community_id == community_id)
        query = sa.select(member_facts.c.text).join(members, theirs)
        found = query.where(member_facts.c.fact == fact, member_facts.c.text.is_not(None)).distinct().limit(most)
        return sorted(text for (text,) in await self._work.rows(found))

    async def ladders(self, community_id: int) -> Mapping[str, Sequence[str]]:
        """By the fact that says where on it somebody is, what the steps of each ladder are called, the lowest first."""
        ladders = [spec.ladder for spec in self._specs if spec.ladder is not None]
        found = {one.step: await self._work.rows(one.names(community_id)) for one in ladders}
        return {step: [name for (name,) in rows] for step, rows in found.items()}

    async def refresh(self, member_ids: Iterable[int], names: Iterable[str] | None = None) -> None:
        """Work out facts (all, or those of `names`) for these members and write only what differs.

        Members linked into another count for that one and keep no facts of their own: when a link is made or undone,
        refresh both sides. For many members use `recompute`, which does not hold one transaction over all of them.
        """
        wanted = None if names is None else frozenset(names)
        specs = tuple(spec for spec in self._specs if wanted is None or spec.name in wanted)
        ids = sorted(set(member_ids))
        most = MEMBERS_AT_ONCE[self._work.dialect]
        for start in range(0, len(ids) if specs else 0, most):
            people = await self._people(ids[start : start + most])
            params = {"facts_people": pairs_as_json(people), "facts_now": to_micros(self._work.now)}
            linked = any(part != member for part, member in people.items())
            for statement in _statements(self._work.dialect, specs, linked):
                await self._work.execute(statement, params)

    async def _people(self, ids: Sequence[int]) -> Mapping[int, int]:
        """By each member whose history counts, the member for whom it does. Links are one step deep."""
        transaction = await self._work.transaction()
        targets, chosen, pointing = _link_statements(self._work.dialect)
        roots = {*ids, *(id for (id,) in await transaction.rows(targets, {"facts_ids": ids}))}
        found = await transaction.rows(chosen, {"facts_ids": sorted(roots)})
        by_person = {(community_id, person_id): id for id, community_id, person_id in found}
        persons_chosen = sorted({person_id for _, person_id in by_person})
        people = {id: id for id in by_person.values()}
        for part, community_id, target in await transaction.rows(pointing, {"facts_ids": persons_chosen}):
            people[part] = by_person.get((community_id, target), part)
        return people


@lru_cache(maxsize=4)
def _link_statements(dialect: str) -> tuple[sa.Select[int], sa.Select[int, int, int], sa.Select[int, int, int]]:
    """Over the ids in the parameter `facts_ids`: the members for whom some of these members count; members with their
    communities and persons, locked; members, communities and what they point to, of those who point to these persons.
    """
    ids = id_list(dialect, sa.bindparam("facts_ids", type_=Json))
    part, root = members.alias("part"), members.alias("root")
    same = sa.and_(root.c.person_id == persons.c.points_to, root.c.community_id == part.c.community_id)
    targets = sa.select(root.c.id).select_from(part).join(persons, persons.c.id == part.c.person_id).join(root, same)
    chosen = sa.select(members.c.id, members.c.community_id, members.c.person_id).where(
        is_among(dialect, members.c.id, ids)
    )
    pointing = sa.select(members.c.id, members.c.community_id, persons.c.points_to)
    return (
        targets.where(is_among(dialect, part.c.id, ids)),
        # Two refreshes of one member on PostgreSQL must not pass each other, or the older view may be written last.
        chosen.order_by(members.c.id).with_for_update(key_share=True),
        pointing.join(persons, persons.c.id == members.c.person_id).where(is_among(dialect, persons.c.points_to, ids)),
    )


class Among(Struct, frozen=True):
    """Those members who were at one of the streams `there`, and not at `absent`."""

    there: Sequence[int]
    absent: int | None = None


_SEEN: Final = attendance.alias("seen")


async def refresh_next(
    work: Work,
    specs: Sequence[FactSpec],
    community_id: int,
    after: int,
    *,
    names: Iterable[str] | None = None,
    most: int | None = None,
    among: Among | None = None,
) -> Sequence[int]:
    """Work out facts (all, or those of `names`) for the members of a community that come next after the id `after`.

    Returns their ids, in order; none at the end. So many that the transaction stays short, and `most` at most.
    """
    query = sa.select(members.c.id).where(members.c.community_id == community_id, members.c.id > after)
    query = query.order_by(members.c.id) if among is None else _those(among, after)
    at_once = MEMBERS_AT_ONCE[work.dialect]
    ids = [id for (id,) in await work.rows(query.limit(at_once if most is None else min(most, at_once)))]
    await Facts(work, specs).refresh(ids, names)
    return ids


def _those(among: Among, after: int) -> sa.Select[int]:
    column = attendance.c.member_id
    query = sa.select(column).where(attendance.c.stream_id.in_(among.there), column > after)
    if among.absent is not None:
        query = query.where(~sa.exists().where(_SEEN.c.stream_id == among.absent, _SEEN.c.member_id == column))
    return query.distinct().order_by(column)


async def recompute(
    database: Database,
    clock: Clock,
    specs: Sequence[FactSpec],
    community_id: int,
    *,
    names: Iterable[str] | None = None,
    chunk: int | None = None,
) -> int:
    """Work out facts (all, or those of `names`) for a whole community from scratch; returns how many members it has.

    Each chunk is a short transaction of its own, so others write in between, and a crash leaves no half chunk.
    """
    seen, after, wanted = 0, 0, None if names is None else frozenset(names)
    while True:
        async with Work(database, clock) as work:
            ids = await refresh_next(work, specs, community_id, after, names=wanted, most=chunk)
        if not ids:
            return seen
        seen, after = seen + len(ids), ids[-1]


def _number(number: float, yes_no: bool) -> FactValue:
    if yes_no:
        return bool(number)
    return int(number) if number.is_integer() else number


@lru_cache(maxsize=128)
def _statements(dialect: str, specs: tuple[FactSpec, ...], linked: bool) -> tuple[sa.Executable, sa.Executable]:
    """What writes the facts that differ, emptying those that are no more, and what deletes the empty ones.

    So each fact is worked out once, where a DELETE of what is not found would do all of it a second time. `linked`:
    somebody's accounts are, so what both did is to be counted once.
    """
    scope, names, kept = scope_of(dialect, linked), [spec.name for spec in specs], member_facts.c
    mine = is_among(dialect, kept.member_id, sa.select(scope.people.c.part_id)) & kept.fact.in_(names)
    known = sa.select(kept.member_id, kept.fact, _NO_NUMBER, _NO_TEXT, sa.literal(1)).where(mine)
    every = sa.union_all(*(_found(spec, query) for spec, query in _queries(specs, scope)), known).subquery()
    number, text = sa.func.sum(every.c.number), sa.func.max(every.c.text)  # each of one value and nothing
    given = (
        sa.select(every.c.member_id, every.c.fact, number, text)
        .where(sa.true())
        .group_by(every.c.member_id, every.c.fact)
        .having(sa.or_(number != 0, text != "", sa.func.max(every.c.known) == 1))
    )
    insert = upsert(dialect, member_facts).from_select(["member_id", "fact", "number", "text"], given)
    new = insert.excluded
    write = insert.on_conflict_do_update(
        index_elements=["member_id", "fact"],
        set_={"number": new.number, "text": new.text},
        where=sa.or_(kept.number.is_distinct_from(new.number), kept.text.is_distinct_from(new.text)),
    )
    empty = sa.and_(sa.func.coalesce(kept.number, 0) == 0, sa.func.coalesce(kept.text, "") == "")
    return write, sa.delete(member_facts).where(mine, empty)


_NO_NUMBER: Final = sa.cast(sa.null(), sa.Float)
_NO_TEXT: Final = sa.cast(sa.null(), sa.Text)


def _queries(specs: Sequence[FactSpec], scope: Scope) -> Iterator[tuple[FactSpec, sa.Select[*tuple[Any, ...]]]]:
    """Each fact with its select. Those that look at the same visits go over them once, which halves what they cost."""
    together = {spec.name: spec.query.value for spec in specs if isinstance(spec.query, OverVisits)}
    values = [value(scope.visits).label(name) for name, value in together.items()]
    seen = sa.select(scope.visits.c.member_id, *values).group_by(scope.visits.c.member_id).cte("seen")
    for spec in specs:
        alone = spec.name not in together or len(together) == 1
        yield spec, spec.query(scope) if alone else sa.select(seen.c.member_id, seen.c[spec.name])


def _found(spec: FactSpec, query: sa.Select[*tuple[Any, ...]]) -> sa.Select[*tuple[Any, ...]]:
    member_id, value = query.subquery().c
    is_text = spec.kind in ("text", "several")
    number = _NO_NUMBER if is_text else sa.cast(value, sa.Float)
    text = sa.cast(value, sa.Text) if is_text else _NO_TEXT
    return sa.select(
        member_id.label("member_id"),
        sa.literal(spec.name).label("fact"),
        number.label("number"),
        text.label("text"),
        sa.literal(0).label("known"),
    )


def activity_count(kind: str) -> Query:
    """How many activities of `kind` the member has."""
    return _over_activities(kind, "count")


def activity_total(kind: str) -> Query:
    """The sum of the values of the member's activities of `kind`."""
    return _over_activities(kind, "total")


def _over_activities(kind: str, column: str) -> Query:
    def query(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
        summed = scope.activities.c
        return sa.select(summed.member_id, summed[column]).where(summed.kind == kind)

    return query
