"""People seen for the first time: accounts become persons and members, many at once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.model.identity import AccountRef
from bot.storage.database import Transaction
from bot.storage.types import to_json, to_micros
from bot.storage.unpacking import unpacked

_Wanted = dict[tuple[str, str], str]

_THEIR_PERSONS = """
JOIN accounts ON accounts.platform = wanted.platform AND accounts.external_id = wanted.external_id
JOIN persons ON persons.id = accounts.person_id
"""


async def ensure_members(
    transaction: Transaction, community_id: int, accounts: Iterable[tuple[AccountRef, str]], now: datetime
) -> dict[AccountRef, int]:
    """The member of the community that each account (with its name) belongs to; who is not there yet is made.

    A few statements, however many accounts. A person that is linked into another stands for that one; links are one
    step deep. Known accounts and members stay as they are, also those that left. `now` (aware) is when the new ones
    joined. Several processes may do this at once.
    """
    wanted = {(account.platform, account.user_id): _storable(name) for account, name in accounts}
    found = await _known(transaction, community_id, wanted)
    if len(found) < len(wanted) or None in found.values():
        strangers = {key: name for key, name in wanted.items() if key not in found}
        if strangers:
            await _make_accounts(transaction, strangers, now)
        guests = {key: name for key, name in wanted.items() if found.get(key) is None}
        await _make_members(transaction, community_id, guests, now)
        found |= await _known(transaction, community_id, guests)
    return {AccountRef(*key): member_id for key, member_id in found.items() if member_id is not None}


async def _known(transaction: Transaction, community_id: int, wanted: _Wanted) -> dict[tuple[str, str], int | None]:
    """By account that is known, its member here, or None."""
    table = unpacked(transaction.dialect, "wanted", platform="text", external_id="text")
    rows = await transaction.fetch(
        f"""SELECT wanted.platform, wanted.external_id, members.id FROM {table} AS wanted {_THEIR_PERSONS}
        LEFT JOIN members ON members.community_id = :community_id
            AND members.person_id = COALESCE(persons.points_to, persons.id)""",
        {"wanted": _lines(wanted), "community_id": community_id},
    )
    return {(platform, external_id): member_id for platform, external_id, member_id in rows}


async def _make_accounts(transaction: Transaction, strangers: _Wanted, now: datetime) -> None:
    """A person for each account. A new person is like any other, so it does not matter who gets which id."""
    each = unpacked(transaction.dialect, "wanted", platform="text")
    ids = await transaction.fetch(
        f"INSERT INTO persons (created_at) SELECT CAST(:now AS BIGINT) FROM {each} AS wanted RETURNING id",
        {"wanted": _lines(strangers), "now": to_micros(now)},
    )
    persons = [id for (id,) in ids]
    lines = [(person, *line) for person, line in zip(persons, _rows(strangers), strict=True)]
    columns = unpacked(
        transaction.dialect, "wanted", person_id="integer", platform="text", external_id="text", name="text"
    )
    taken = await transaction.fetch(
        f"""INSERT INTO accounts (person_id, platform, external_id, name)
        SELECT person_id, platform, external_id, name FROM {columns} AS wanted WHERE true
        ON CONFLICT (platform, external_id) DO NOTHING RETURNING person_id""",
        {"wanted": to_json(lines)},
    )
    if len(taken) < len(persons):  # another process made some of the accounts just now
        await _drop_persons(transaction, set(persons) - {person for (person,) in taken})


async def _drop_persons(transaction: Transaction, persons: set[int]) -> None:
    table = unpacked(transaction.dialect, "persons", id="integer")
    sql = f"DELETE FROM persons WHERE id IN (SELECT id FROM {table} AS unused)"
    await transaction.run(sql, {"persons": to_json([(person,) for person in sorted(persons)])})


async def _make_members(transaction: Transaction, community_id: int, guests: _Wanted, now: datetime) -> None:
    table = unpacked(transaction.dialect, "wanted", platform="text", external_id="text", name="text")
    await transaction.run(
        f"""INSERT INTO members (community_id, person_id, name, joined_at)
        SELECT CAST(:community_id AS BIGINT), COALESCE(persons.points_to, persons.id), wanted.name, CAST(:now AS BIGINT)
        FROM {table} AS wanted {_THEIR_PERSONS} WHERE true
        ON CONFLICT (community_id, person_id) DO NOTHING""",
        {"wanted": _lines(guests), "community_id": community_id, "now": to_micros(now)},
    )


def _rows(wanted: _Wanted) -> Sequence[tuple[Any, ...]]:
    # In one order everywhere: two processes that insert the same accounts then wait for each other without a deadlock.
    return [(*key, name) for key, name in sorted(wanted.items())]


def _lines(wanted: _Wanted) -> str:
    return to_json(_rows(wanted))


def _storable(name: str) -> str:
    """`name` without what no database takes; one bad name must not keep everybody else out."""
    return name.encode("utf-8", "replace").decode().replace("\0", "")
