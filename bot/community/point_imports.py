"""Points from other bots: kept line by line, paid to whose account a line names, or who a moderator says it is of."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final, LiteralString

import sqlalchemy as sa

from bot.community.ledger import Ledger
from bot.community.linked import counts_for, parts_of
from bot.model.point_imports import BroughtLine, Claimed, PointImport, WaitingLine
from bot.model.points import Award, LineKind
from bot.storage.points_tables import point_import_claims as claims
from bot.storage.points_tables import point_import_lines as lines
from bot.storage.points_tables import point_imports as imports
from bot.storage.tables import accounts, members, persons
from bot.storage.types import to_json, to_micros
from bot.storage.unpacking import unpacked
from bot.storage.work import Work
from bot.text.folding import folded

REASON: Final = "points-brought-along"
"""A text: what a line of the history says."""

LINES_AT_ONCE: Final = 200
"""So many in one transaction."""

CLAIMS_OPEN: Final = 3
"""So many lines can one member call theirs at a time."""

WAITS: Final = timedelta(days=365)
"""A line that nobody was found for is forgotten after so long: it says something of somebody who never came."""


class PointImports:
    """Keeps imports of one community within one piece of work."""

    def __init__(self, work: Work, community_id: int) -> None:
        self._work = work
        self._community_id = community_id

    async def known(self, content: str) -> int | None:
        """The import of a file with this content that was not undone."""
        mine = (imports.c.community_id == self._community_id) & (imports.c.content == content)
        query = sa.select(imports.c.id).where(mine, imports.c.undone_at.is_(None)).order_by(imports.c.id)
        found: int | None = await self._work.value(query)
        return found

    async def begin(self, format: str, file: str, content: str, one_for: int, by: int | None = None) -> int:
        """A new import, or the one that was begun with the same file; returns its id."""
        await self._work.transaction()
        known = await self.known(content)
        if known is not None:
            return known
        values = {"format": format, "file": file, "content": content, "one_for": one_for, "by_id": by}
        line = sa.insert(imports).values(community_id=self._community_id, begun_at=self._work.now, **values)
        return await self._work.insert(line)

    async def keep(self, import_id: int, some: Sequence[BroughtLine]) -> None:
        """Keep some lines; those that are kept already stay as they are."""
        given = unpacked(
            self._work.dialect,
            "brought",
            key="text",
            platform="text",
            external_id="text",
            name="text",
            folded="text",
            amount="integer",
        )
        rows = [(one.key, one.platform, one.external_id, one.name, folded(one.name), one.amount) for one in some]
        before, _, after = _KEEP.partition("{given}")
        values = {"import": import_id, "community": self._community_id, "brought": to_json(rows)}
        await (await self._work.transaction()).run(before + given + after, values)

    async def done(self, import_id: int) -> None:
        """Every line of the file is kept."""
        change = sa.update(imports).where(imports.c.id == import_id, imports.c.done_at.is_(None))
        await self._work.execute(change.values(done_at=self._work.now))

    async def pay(self, *, member_id: int | None = None, limit: int = LINES_AT_ONCE) -> int:
        """Pay some of the lines that wait whose account is known by now; returns how many there were.

        `member_id`: only those of this member's accounts.
        """
        found: list[tuple[int, int, int, int]] = []
        for query in (_by_id(), _by_name()):
            mine = query.where(lines.c.community_id == self._community_id)
            if member_id is not None:
                mine = mine.where(members.c.id == counts_for(member_id))
            rows = await self._work.rows(mine.limit(limit - len(found)))
            found += [(row.id, row.import_id, row.amount, row.member_id) for row in rows]
        return await self._pay(found) if found else 0

    async def all(self, limit: int, offset: int = 0) -> Sequence[PointImport]:
        """The imports, the newest first."""
        query = _SUMMARY.where(imports.c.community_id == self._community_id)
        rows = await self._work.rows(query.order_by(imports.c.id.desc()).limit(limit).offset(offset))
        return [PointImport(**row._mapping) for row in rows]

    async def get(self, import_id: int) -> PointImport | None:
        """The import of that id; None where this community has none."""
        mine = (imports.c.community_id == self._community_id) & (imports.c.id == import_id)
        row = await self._work.row(_SUMMARY.where(mine))
        return None if row is None else PointImport(**row._mapping)

    async def paid_before(self, format: str, keys: Sequence[str]) -> int:
        """How many of these accounts got points from another file of this kind that was not undone."""
        query = (
            sa.select(sa.func.count(lines.c.key.distinct()))
            .join(imports, imports.c.id == lines.c.import_id)
            .where(imports.c.community_id == self._community_id, imports.c.format == format)
            .where(imports.c.undone_at.is_(None), lines.c.member_id.is_not(None), lines.c.key.in_(keys))
        )
        return int(await self._work.value(query))

    async def found(self, some: Sequence[BroughtLine]) -> int:
        """For how many of these lines a member's account is known by its id."""
        given = unpacked(self._work.dialect, "brought", platform="text", external_id="text")
        rows = [(one.platform, one.external_id) for one in some if one.platform and one.external_id]
        before, _, after = _FOUND.partition("{given}")
        values = {"community": self._community_id, "brought": to_json(rows)}
        [(count,)] = await self._work.fetch(before + given + after, values)
        return int(count)

    async def waiting(self, limit: int, offset: int = 0, *, claimed: bool = False) -> Sequence[WaitingLine]:
        """Lines that nobody was paid for, those that somebody calls theirs first; only these where it is asked."""
        said = sa.select(sa.func.count()).where(claims.c.line_id == lines.c.id, claims.c.refused_at.is_(None))
        count = said.correlate(lines).scalar_subquery()
        query = _waiting(self._community_id).order_by(count.desc(), lines.c.amount.desc(), lines.c.id)
        rows = await self._work.rows((query.where(count > 0) if claimed else query).limit(limit).offset(offset))
        return [await self._with_claims(row) for row in rows]

    async def line(self, line_id: int) -> WaitingLine | None:
        """The line of that id, while it waits."""
        row = await self._work.row(_waiting(self._community_id).where(lines.c.id == line_id))
        return None if row is None else await self._with_claims(row)

    async def claim(self, member_id: int, name: str) -> tuple[Claimed, WaitingLine | None]:
        """A member says that the line of this name is theirs; of several, the one that brings most."""
        mine = _waiting(self._community_id).where(lines.c.folded == folded(name.strip()))
        row = await self._work.row(mine.order_by(lines.c.amount.desc(), lines.c.id))
        if row is None:
            return Claimed.UNKNOWN, None
        await self._work.transaction()
        line = await self._with_claims(row)
        theirs = claims.c.member_id.in_(parts_of(member_id))
        before = await self._work.row(sa.select(claims).where(theirs, claims.c.line_id == row.id))
        if before is not None:
            return (Claimed.REFUSED if before.refused_at else Claimed.AGAIN), line
        open_now = sa.select(sa.func.count()).where(theirs, claims.c.refused_at.is_(None))
        if int(await self._work.value(open_now)) >= CLAIMS_OPEN:
            return Claimed.TOO_MANY, line
        await self._work.execute(sa.insert(claims).values(line_id=row.id, member_id=member_id, at=self._work.now))
        return Claimed.NOTED, line

    async def refuse(self, line_id: int, member_id: int) -> bool:
        """A moderator says that it is not theirs; False when nobody says so any more."""
        said = (claims.c.line_id == line_id) & (claims.c.member_id == member_id) & claims.c.refused_at.is_(None)
        here = claims.c.line_id.in_(sa.select(lines.c.id).where(lines.c.community_id == self._community_id))
        change = sa.update(claims).where(said, here).values(refused_at=self._work.now)
        return (await self._work.execute(change)).rowcount == 1

    async def confirm(self, line_id: int, member_id: int, by: int) -> WaitingLine | None:
        """A moderator says whose the line is, and it is paid; None when it waits no more."""
        await self._work.transaction()
        line = await self.line(line_id)
        if line is None or not await self._pay([(line.id, line.import_id, line.amount, member_id)]):
            return None
        change = sa.update(lines).where(lines.c.id == line_id)
        await self._work.execute(change.values(confirmed_by=by))
        return line

    async def forget_old(self, limit: int = LINES_AT_ONCE) -> int:
        """Forget some lines that waited for too long; returns how many."""
        began = self._work.now - WAITS
        old = sa.select(lines.c.id).join(imports, imports.c.id == lines.c.import_id)
        mine = (lines.c.community_id == self._community_id) & lines.c.member_id.is_(None)
        rows = await self._work.rows(old.where(mine, imports.c.begun_at < began).limit(limit))
        ids = [id for (id,) in rows]
        if ids:
            await self._work.execute(sa.delete(claims).where(claims.c.line_id.in_(ids)))
            await self._work.execute(sa.delete(lines).where(lines.c.id.in_(ids), lines.c.member_id.is_(None)))
        return len(ids)

    async def _with_claims(self, row: Any) -> WaitingLine:
        query = sa.select(claims.c.member_id).where(claims.c.line_id == row.id, claims.c.refused_at.is_(None))
        said = tuple(id for (id,) in await self._work.rows(query.order_by(claims.c.at)))
        return WaitingLine(row.id, row.import_id, row.name, row.platform, row.amount, said)

    async def _pay(self, found: Sequence[tuple[int, int, int, int]]) -> int:
        """Lines by id, import, points and member; those that somebody else has paid meanwhile are left.

        The sign before the column keeps SQLite from going through all that wait, for each of them.
        """
        given = unpacked(self._work.dialect, "whose", line="integer", member="integer")
        before, _, after = _PAY.partition("{given}")
        whose = to_json([(line, member) for line, _, _, member in found])
        values = {"whose": whose, "now": to_micros(self._work.now)}
        mine = {id for (id,) in await (await self._work.transaction()).fetch(before + given + after, values)}
        awards = [
            Award(member, amount, f"import:{import_id}:{line}", f"import:{import_id}")
            for line, import_id, amount, member in found
            if line in mine
        ]
        await Ledger(self._work).earn(self._community_id, awards, REASON, kind=LineKind.IMPORTED)
        await self._work.execute(sa.delete(claims).where(claims.c.line_id.in_(mine)))
        return len(mine)


_KEEP: Final[LiteralString] = """
INSERT INTO point_import_lines (import_id, community_id, key, platform, external_id, name, folded, amount)
SELECT CAST(:import AS bigint), CAST(:community AS bigint), key, platform, external_id, name, folded, amount
FROM {given} AS given WHERE TRUE ON CONFLICT DO NOTHING
"""
_FOUND: Final[LiteralString] = """
SELECT COUNT(*) FROM {given} AS given
JOIN accounts ON accounts.platform = given.platform AND accounts.external_id = given.external_id
JOIN persons ON persons.id = accounts.person_id
JOIN members ON members.person_id = COALESCE(persons.points_to, persons.id) AND members.community_id = :community
"""
_PAY: Final[LiteralString] = """
UPDATE point_import_lines SET member_id = given.member, paid_at = CAST(:now AS bigint)
FROM {given} AS given WHERE point_import_lines.id = given.line AND +point_import_lines.member_id IS NULL
RETURNING point_import_lines.id
"""


def _waiting(community_id: int) -> sa.Select[Any]:
    return (
        sa.select(lines.c.id, lines.c.import_id, lines.c.name, lines.c.platform, lines.c.amount)
        .join(imports, imports.c.id == lines.c.import_id)
        .where(lines.c.community_id == community_id, lines.c.member_id.is_(None), imports.c.undone_at.is_(None))
    )


def _whose(same: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Waiting lines with the one member whose account they mean, who is that of a person's or acts for it."""
    who = sa.func.coalesce(persons.c.points_to, persons.c.id)
    return (
        sa.select(lines.c.id, lines.c.import_id, lines.c.amount, sa.func.min(members.c.id).label("member_id"))
        .join(imports, imports.c.id == lines.c.import_id)
        .join(accounts, (accounts.c.platform == lines.c.platform) & same)
        .join(persons, persons.c.id == accounts.c.person_id)
        .join(members, (members.c.person_id == who) & (members.c.community_id == lines.c.community_id))
        .where(lines.c.member_id.is_(None), imports.c.undone_at.is_(None))
        .group_by(lines.c.id, lines.c.import_id, lines.c.amount)
        .having(sa.func.count(accounts.c.id.distinct()) == 1)
        .order_by(lines.c.id)
    )


def _by_id() -> sa.Select[Any]:
    return _whose(accounts.c.external_id == lines.c.external_id)


def _by_name() -> sa.Select[Any]:
    """Where a network gives a name to one account only. Two accounts that once had it are no proof."""
    return _whose(lines.c.external_id.is_(None) & (sa.func.lower(accounts.c.name) == lines.c.folded))


def _count(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count(sa.case((sa.and_(*conditions), 1)))


def _sum(value: sa.ColumnElement[int], *conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((sa.and_(*conditions), value), else_=0)), 0)


_IS_PAID: Final = lines.c.member_id.is_not(None)
_WAITS: Final = lines.c.id.is_not(None) & lines.c.member_id.is_(None) & imports.c.undone_at.is_(None)
_OWN: Final = ("id", "format", "file", "one_for", "begun_at", "done_at", "undone_at")
_SUMMARY: Final = (
    sa.select(
        *(imports.c[name] for name in _OWN),
        sa.func.count(lines.c.id).label("lines"),
        _count(_IS_PAID).label("paid"),
        _sum(lines.c.amount, _IS_PAID).label("points"),
        _count(_WAITS).label("waiting"),
        _sum(lines.c.amount, _WAITS).label("waiting_points"),
        _sum(lines.c.missing, _IS_PAID).label("missing"),
        _count(lines.c.missing > 0).label("short"),
    )
    .join(lines, lines.c.import_id == imports.c.id, isouter=True)
    .group_by(*(imports.c[name] for name in _OWN))
)
