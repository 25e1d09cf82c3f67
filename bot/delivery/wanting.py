"""What should stand on a network for a member and all linked with them, and what does as far as is known."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, LiteralString, NamedTuple

from msgspec import Struct

from bot.delivery.case import Due
from bot.model.grants import NativeKind
from bot.model.identity import AccountRef, SpaceRef
from bot.storage.database import Reader
from bot.storage.types import from_micros, to_json
from bot.storage.unpacking import unpacked, unpacked_ids


class Stands(StrEnum):
    """What is known of a mark."""

    YES = "yes"
    NO = "no"  # it was refused; the mark keeps why
    MAYBE = "maybe"  # it is being changed, or nobody knows what became of that
    OFFERED = "offered"  # the place is open to them, and they have to go there themselves


class Thing(NamedTuple):
    """Something of the network's own, within one space."""

    kind: NativeKind
    ref: str


class Grant(Struct, frozen=True):
    """A row of `native_grants` that is not over and told of."""

    id: int
    member_id: int
    thing: Thing
    source: str
    rank: int
    reason: str
    since: datetime
    until: datetime | None
    ended: bool
    told: str
    turn: int
    community_id: int  # the one that gave it

    def holds(self, now: datetime) -> bool:
        """Whether its member should have it."""
        return not self.ended and (self.until is None or self.until > now)


class Mark(Struct, frozen=True):
    """What stands for one account."""

    account: AccountRef
    thing: Thing
    stands: Stands
    failed: bool = False  # there is a problem with it


class Wearer(Struct, frozen=True):
    """An account of the family on the space's network. `here`: it has not left, and so may have something."""

    account: AccountRef
    here: bool
    member_id: int | None


class Home(Struct, frozen=True):
    """The space that it is about."""

    id: int
    community_id: int
    ref: SpaceRef
    stopped: bool  # nothing is given in its community for now
    away: bool = False  # the bot was taken out of it, so that nobody can be given or lose anything


class Family(Struct, frozen=True):
    """All that decides about one member, with the accounts linked to theirs, in one space."""

    home: Home
    wearers: tuple[Wearer, ...]
    grants: tuple[Grant, ...]
    marks: tuple[Mark, ...]

    def wanted(self, wearer: Wearer, now: datetime, *, one_badge: bool) -> Mapping[Thing, Grant]:
        """What the account should have; of badges only the highest where one is shown at a time."""
        if not wearer.here:
            return {}
        best: dict[Thing, Grant] = {}
        for grant in sorted(self.grants, key=_order):
            if grant.holds(now):
                best.setdefault(grant.thing, grant)
        if one_badge:
            badges = [thing for thing in best if thing.kind is NativeKind.BADGE]
            return {thing: grant for thing, grant in best.items() if thing not in badges[1:]}
        return best

    def marked(self, wearer: Wearer) -> Mapping[Thing, Mark]:
        """The marks of one account."""
        return {mark.thing: mark for mark in self.marks if mark.account == wearer.account}


class Act(Struct, frozen=True):
    """One thing to put on an account, or to take off it; `was` is what was known before."""

    wearer: Wearer
    thing: Thing
    given: bool
    reason: str
    was: Stands | None


def acts_of(family: Family, now: datetime, *, one_badge: bool) -> tuple[Act, ...]:
    """What makes the network agree with what is wanted. What is not wanted goes first."""
    taken, given = list[Act](), list[Act]()
    for wearer in family.wearers:
        wanted, marked = family.wanted(wearer, now, one_badge=one_badge), family.marked(wearer)
        for thing, mark in marked.items():
            if thing not in wanted and mark.stands is not Stands.NO:
                taken.append(Act(wearer, thing, False, "", mark.stands))
        for thing, grant in wanted.items():
            was = marked[thing].stands if thing in marked else None
            if was not in (Stands.YES, Stands.OFFERED):
                given.append(Act(wearer, thing, True, grant.reason, was))
    return (*taken, *given)


def _order(grant: Grant) -> tuple[float, ...]:
    """The highest rank first, of equal ones the newest."""
    return (-grant.rank, -grant.since.timestamp(), -grant.id)


class Errand(Struct, frozen=True):
    """A family and the effects that are due for it. None: the space is none of ours any more."""

    family: Family | None
    dues: tuple[Due, ...]


async def load_errands(reader: Reader, dues: Sequence[Due]) -> list[Errand]:
    """What the effects are about; those about the same people in the same space together."""
    homes = await _homes(reader, {_space(due) for due in dues})
    acting = await _acting(reader, dues)
    groups: defaultdict[tuple[int, int | AccountRef | None], list[Due]] = defaultdict(list)
    for due in dues:
        groups[_space(due), acting.get(due.id) or _account(due)].append(due)
    who = sorted({one for _, one in groups if isinstance(one, int)})
    people = await _people(reader, who)
    grants = await _grants(reader, who, list(homes))
    strangers = {one for _, one in groups if isinstance(one, AccountRef)}
    known = {wearer.account for wearers in people.values() for wearer in wearers}
    marks = await _marks(reader, known | strangers, list(homes))
    errands = []
    for (space_id, one), together in groups.items():
        home, family = homes.get(space_id), None
        if home is not None and isinstance(one, int):
            wearers = [wearer for wearer in people[one] if wearer.account.platform == home.ref.platform]
            family = _family(home, wearers, grants[space_id, one], marks)
        elif home is not None and isinstance(one, AccountRef):
            family = _family(home, [Wearer(one, False, None)], (), marks)
        errands.append(Errand(family, tuple(together)))
    return errands


def _family(
    home: Home, wearers: Sequence[Wearer], grants: Sequence[Grant], marks: Mapping[tuple[int, AccountRef], list[Mark]]
) -> Family:
    theirs = [mark for wearer in wearers for mark in marks.get((home.id, wearer.account), ())]
    return Family(home, tuple(wearers), tuple(grants), tuple(theirs))


def _space(due: Due) -> int:
    return int((due.payload or {}).get("space", 0))


def _account(due: Due) -> AccountRef | None:
    account = (due.payload or {}).get("account")
    return None if account is None else AccountRef(*account)


async def _homes(reader: Reader, spaces: set[int]) -> Mapping[int, Home]:
    sql = _HOMES.format(ids=unpacked_ids(reader.dialect, "ids"))
    rows = await reader.fetch(sql, {"ids": to_json(sorted(spaces))})
    return {
        id: Home(id, community, SpaceRef(name, space), stopped is not None, left is not None)
        for id, community, name, space, stopped, left in rows
    }


async def _acting(reader: Reader, dues: Sequence[Due]) -> dict[int, int]:
    """By effect, the member who acts for the one it is about; nobody where they were erased."""
    members = [due.member_id for due in dues if due.member_id]
    sql = _ACTING.format(ids=unpacked_ids(reader.dialect, "ids"))
    acting: dict[int, int] = dict(await _pairs(reader, sql, {"ids": to_json(members)}))
    found = {due.id: acting[due.member_id] for due in dues if due.member_id in acting}
    strangers = {
        (due.id, due.community_id, account) for due in dues if (account := _account(due)) and due.id not in found
    }
    if strangers:
        table = unpacked(reader.dialect, "rows", id="integer", community="integer", platform="text", user_id="text")
        rows = to_json([(id, community, ref.platform, ref.user_id) for id, community, ref in strangers])
        found |= dict(await _pairs(reader, _OF_ACCOUNTS.format(rows=table), {"rows": rows}))
    return found


async def _pairs(reader: Reader, sql: LiteralString, values: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    return ((first, second) for first, second in await reader.fetch(sql, values))


async def _people(reader: Reader, who: Sequence[int]) -> defaultdict[int, list[Wearer]]:
    found: defaultdict[int, list[Wearer]] = defaultdict(list)
    sql = _WEARERS.format(ids=unpacked_ids(reader.dialect, "ids"))
    for acting, own, platform, user_id, gone in await reader.fetch(sql, {"ids": to_json(who)}):
        found[acting].append(Wearer(AccountRef(platform, user_id), gone is None, own))
    return found


async def _grants(
    reader: Reader, who: Sequence[int], spaces: Sequence[int]
) -> defaultdict[tuple[int, int], list[Grant]]:
    found: defaultdict[tuple[int, int], list[Grant]] = defaultdict(list)
    ids = unpacked_ids(reader.dialect, "ids")
    sql = _GRANTS.format(ids=ids, spaces=unpacked_ids(reader.dialect, "spaces"))
    rows = await reader.fetch(sql, {"ids": to_json(who), "spaces": to_json(spaces)})
    for acting, space, id, member, kind, ref, source, rank, reason, since, until, ended, told, turn, community in rows:
        grant = Grant(
            id=id,
            member_id=member,
            thing=Thing(NativeKind(kind), ref),
            source=source,
            rank=rank,
            reason=reader.seal.open(reason),
            since=from_micros(since),
            until=None if until is None else from_micros(until),
            ended=ended is not None,
            told=told,
            turn=turn,
            community_id=community,
        )
        found[space, acting].append(grant)
    return found


async def _marks(
    reader: Reader, accounts: set[AccountRef], spaces: Sequence[int]
) -> defaultdict[tuple[int, AccountRef], list[Mark]]:
    found: defaultdict[tuple[int, AccountRef], list[Mark]] = defaultdict(list)
    table = unpacked(reader.dialect, "rows", platform="text", user_id="text")
    sql = _MARKS.format(rows=table, spaces=unpacked_ids(reader.dialect, "spaces"))
    rows = to_json(sorted((ref.platform, ref.user_id) for ref in accounts))
    for space, platform, user_id, kind, ref, stands, problem in await reader.fetch(
        sql, {"rows": rows, "spaces": to_json(spaces)}
    ):
        account = AccountRef(platform, user_id)
        found[space, account].append(Mark(account, Thing(NativeKind(kind), ref), Stands(stands), problem is not None))
    return found


_HOMES: LiteralString = """
SELECT s.id, s.community_id, s.platform, s.external_id, c.stopped_at, s.left_at
FROM spaces s JOIN communities c ON c.id = s.community_id WHERE s.id IN ({ids})
"""

_ACTING: LiteralString = "SELECT id, coalesce(counts_for, id) FROM members WHERE id IN ({ids})"

_OF_ACCOUNTS: LiteralString = """
SELECT rows.id, coalesce(m.counts_for, m.id) FROM {rows} AS rows
JOIN accounts a ON a.platform = rows.platform AND a.external_id = rows.user_id
JOIN persons p ON p.id = a.person_id
JOIN members m ON m.community_id = rows.community AND m.person_id = coalesce(p.points_to, p.id)
"""

# An account that was heard of only where its acting membership is has none of its own.
_WEARERS: LiteralString = """
SELECT acting.id, coalesce(own.id, acting.id), a.platform, a.external_id,
  CASE WHEN own.id IS NULL THEN acting.left_at ELSE own.left_at END
FROM (SELECT m.id, m.community_id, m.left_at, m.person_id FROM members m WHERE m.id IN ({ids})
  UNION ALL SELECT m.id, m.community_id, m.left_at, p.id FROM members m JOIN persons p ON p.points_to = m.person_id
  WHERE m.id IN ({ids})) AS acting
JOIN accounts a ON a.person_id = acting.person_id
LEFT JOIN members own ON own.person_id = acting.person_id AND own.community_id = acting.community_id
ORDER BY a.id
"""

# What a community gave in a space that has left it is over.
_GRANTS: LiteralString = """
SELECT whole.acting, g.space_id, g.id, g.member_id, g.kind, g.ref, g.source, g.rank, g.reason, g.since, g.until,
  CASE WHEN s.community_id = g.community_id THEN g.ended_at ELSE coalesce(g.ended_at, g.since) END, g.told, g.turn,
  g.community_id
FROM (SELECT id, id AS acting FROM members WHERE id IN ({ids})
  UNION ALL SELECT id, counts_for FROM members WHERE counts_for IN ({ids})) AS whole
JOIN native_grants g ON g.member_id = whole.id
JOIN spaces s ON s.id = g.space_id
WHERE g.space_id IN ({spaces}) AND g.told <> 'taken'
"""

_MARKS: LiteralString = """
SELECT m.space_id, m.platform, m.external_id, m.kind, m.ref, m.stands, m.problem FROM {rows} AS rows
JOIN native_marks m ON m.platform = rows.platform AND m.external_id = rows.user_id
WHERE m.space_id IN ({spaces})
"""
