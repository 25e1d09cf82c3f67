"""All that is held about a member: found by the columns that refer to one, to be shown, and to be erased.

A table of a plugin is found as one of the core's is, by `columns.member(...)`, so that nobody has to list it anywhere.
A row that must have a member goes with its member; where a member may be missing, only the reference is emptied.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.storage.database import Database, Transaction
from bot.storage.further_tables import edge_memory
from bot.storage.tables import accounts, intake, members, metadata, persons
from bot.storage.work import Work

MEMBER: Final = "member"
"""In the `info` of a column that holds the id of a member; "row" there: its row goes with the member, "shown": it is
shown to them, and stays without them."""

Tables = Sequence[sa.MetaData]
Row = Mapping[str, Any]


class Holdings:
    """What is held about members, in the core's tables and in those of the plugins."""

    def __init__(self, plugin_tables: Tables) -> None:
        # Those that refer to others come first: enrolments go after their deliveries.
        tables = [table for one in (*plugin_tables, metadata) for table in reversed(one.sorted_tables)]
        self._columns = [column for table in tables for column in _of_members(table)]

    async def about(self, work: Work, member_ids: Sequence[int]) -> Mapping[str, Sequence[Row]]:
        """By table, every row that is about the member, its values fit for JSON; moments are ISO 8601 in UTC.

        Somebody with linked accounts has several memberships; all of them are `member_ids`.
        """
        found: dict[str, list[Row]] = {}
        for column in self._columns:
            if not _is_subject(column) and column.info.get(MEMBER) != "shown":
                continue
            rows = await work.rows(sa.select(column.table).where(column.in_(member_ids)))
            if rows:
                found.setdefault(column.table.name, []).extend(_readable(row) for row in rows)
        return {**found, **await _who(work, member_ids)}

    async def erase(self, database: Database, member_id: int) -> None:
        """Erase a member: their rows table by table, each in a short transaction, then the member.

        Their accounts go as well when they are in no other community. Doing it again does no harm.
        """
        for column in self._columns:
            async with database.write() as transaction:
                if _is_subject(column):
                    await transaction.execute(sa.delete(column.table).where(column == member_id))
                else:
                    await transaction.execute(sa.update(column.table).where(column == member_id).values({column: None}))
        async with database.write() as transaction:
            person = await transaction.value(sa.select(members.c.person_id).where(members.c.id == member_id))
            await transaction.execute(sa.delete(members).where(members.c.id == member_id))
            if person is not None:
                await _erase_person(transaction, person)


def _of_members(table: sa.Table) -> Iterator[sa.Column[Any]]:
    for column in table.c:
        refers = any(key.target_fullname == "members.id" for key in column.foreign_keys)
        if refers or MEMBER in column.info:
            yield column


def _is_subject(column: sa.Column[Any]) -> bool:
    """Whether the row is about the member: without them it would be about nobody."""
    return not column.nullable or column.info.get(MEMBER) == "row"


async def _who(work: Work, member_ids: Sequence[int]) -> Mapping[str, Sequence[Row]]:
    mine = sa.select(members.c.person_id).where(members.c.id.in_(member_ids))
    queries = {
        "members": sa.select(members).where(members.c.id.in_(member_ids)),
        "persons": sa.select(persons).where(persons.c.id.in_(mine)),
        "accounts": sa.select(accounts).where(accounts.c.person_id.in_(mine)),
    }
    return {name: [_readable(row) for row in await work.rows(query)] for name, query in queries.items()}


def _readable(row: sa.Row[*tuple[Any, ...]]) -> Row:
    return {str(name): _as_json(value) for name, value in row._mapping.items() if value is not None}


def _as_json(value: Any) -> Any:
    """Moments as ISO 8601, and pictures as Base64."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, datetime) else value


async def _erase_person(transaction: Transaction, person_id: int) -> None:
    """Who is a member nowhere any more, and whom nobody is linked into, is not known any more.

    Then whoever they were linked to may be next.
    """
    elsewhere = sa.exists().where(members.c.person_id == person_id)
    linked = sa.exists().where(persons.alias("other").c.points_to == person_id)
    if await transaction.value(sa.select(elsewhere | linked)):
        return
    target = await transaction.value(sa.select(persons.c.points_to).where(persons.c.id == person_id))
    gone = persons.alias("gone")
    further = sa.select(gone.c.linked_to).where(gone.c.id == person_id).scalar_subquery()
    await transaction.execute(sa.update(persons).where(persons.c.linked_to == person_id).values(linked_to=further))
    for platform, user in await transaction.rows(
        sa.select(accounts.c.platform, accounts.c.external_id).where(accounts.c.person_id == person_id)
    ):
        sent = (intake.c.source == platform) & (intake.c.account == user) & intake.c.handled_at.is_not(None)
        await transaction.execute(sa.update(intake).where(sent).values(body="", account=""))
        theirs = (edge_memory.c.platform == platform) & edge_memory.c.name.endswith(f":{user}", autoescape=True)
        await transaction.execute(sa.delete(edge_memory).where(theirs))
    await transaction.execute(sa.delete(accounts).where(accounts.c.person_id == person_id))
    await transaction.execute(sa.delete(persons).where(persons.c.id == person_id))
    if target is not None:
        await _erase_person(transaction, target)
