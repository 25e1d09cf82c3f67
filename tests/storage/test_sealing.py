"""What people wrote can be read only with the key, and the key can be changed."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from hypothesis import example, given
from hypothesis import strategies as st

from bot.clock import VirtualClock
from bot.errors import StorageError
from bot.storage.database import Database
from bot.storage.edge_memory import EdgeMemory
from bot.storage.further_tables import edge_memory, seals
from bot.storage.opening import open_database
from bot.storage.resealing import check_key, seal_anew
from bot.storage.sealing import Seal
from bot.storage.tables import communities, deliveries
from tests.databases import KEY

OLD, NEW = b"the key that was in use until now", b"the key that takes the place of it"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@given(st.text())
@example("seal")
def test_what_is_closed_opens_again_and_shows_nothing(text: str) -> None:
    seal = Seal(OLD)
    closed = seal.close(text)
    assert seal.open(closed) == text
    assert closed != seal.close(text)  # nobody can tell that two people wrote the same
    assert (
        len(text) < 4 or text not in closed.rpartition(":")[2]
    )  # before it stands that it is sealed, and by which key


def test_a_new_key_opens_what_the_former_one_closed_and_the_wrong_one_says_what_to_do() -> None:
    closed = Seal(OLD).close("hello")
    assert Seal(NEW, OLD).open(closed) == "hello"
    with pytest.raises(StorageError, match="former_secret_key"):
        Seal(NEW).open(closed)


def test_what_was_changed_in_the_database_is_not_taken_for_what_was_written() -> None:
    closed = Seal(OLD).close("hello")
    with pytest.raises(StorageError, match="damaged"):
        Seal(OLD).open(closed[:-6] + "AAAA==")


async def _raw(database: Database, column: sa.Column[str]) -> list[str]:
    async with database.read() as reader:
        return [row[0] for row in await reader.rows(sa.select(sa.type_coerce(column, sa.Text)))]


async def test_a_sealed_column_keeps_nothing_that_can_be_read(each_database: Database) -> None:
    await EdgeMemory(each_database, VirtualClock(NOW), "telegram").keep("form", "my dog is called Rex")
    [kept] = await _raw(each_database, edge_memory.c.text)
    assert kept.startswith("sealed:")
    assert "Rex" not in kept


async def test_words_of_a_message_are_sealed_and_the_rest_can_be_searched(each_database: Database) -> None:
    async with each_database.write() as transaction:
        community = await transaction.insert(sa.insert(communities).values(name="Kiln", created_at=NOW))
        lines = [{"text": "line", "values": {"quote": "Rex is late"}}]
        values = {"words": "sorry, Rex", "stars": 2, "lines": lines}
        payload = {"message": "followups-reply", "values": values, "asked": True}
        when = {"due_at": NOW, "expires_at": NOW, "purpose": "service"}
        await transaction.insert(sa.insert(deliveries).values(community_id=community, payload=payload, **when))
    [kept] = await _raw(each_database, deliveries.c.payload)
    assert '"asked":true' in kept
    assert "Rex" not in kept
    async with each_database.read() as reader:
        assert await reader.value(sa.select(deliveries.c.payload)) == payload
        assert reader.opened_values(kept) == payload


async def test_a_wrong_key_is_noticed_at_the_start(each_address: str, each_database: Database) -> None:
    await check_key(each_database)
    await check_key(each_database)
    other = open_database(each_address, Seal(NEW))
    with pytest.raises(StorageError, match="another key"):
        await check_key(other)
    await other.close()


async def test_words_in_messages_are_sealed_anew_as_well(each_address: str, each_database: Database) -> None:
    values = {"words": 'he said "sealed: with a kiss"', "stars": 2, "lines": [{"text": "sorry, Rex"}]}
    payload = {"message": "followups-reply", "values": values, "buttons": [["a", "sealed"]]}
    async with each_database.write() as transaction:
        community = await transaction.insert(sa.insert(communities).values(name="Kiln", created_at=NOW))
        for one in (payload, {"message": "tick", "values": {"count": 1}}, None):
            row = {"community_id": community, "payload": one, "due_at": NOW, "expires_at": NOW, "purpose": "service"}
            await transaction.insert(sa.insert(deliveries).values(**row))
    changing = open_database(each_address, Seal(NEW, KEY))
    assert [await seal_anew(changing, [deliveries]) for _ in range(2)] == [1, 0]
    await changing.close()
    changed = open_database(each_address, Seal(NEW))
    async with changed.read() as reader:
        rows = await reader.rows(sa.select(deliveries.c.payload).order_by(deliveries.c.id))
    assert [row.payload for row in rows] == [payload, {"message": "tick", "values": {"count": 1}}, None]
    await changed.close()


@pytest.mark.long
async def test_after_a_change_of_keys_all_is_sealed_anew_and_the_former_one_is_needed_no_more(
    each_address: str, each_database: Database
) -> None:
    await check_key(each_database)
    memory = EdgeMemory(each_database, VirtualClock(NOW), "telegram")
    for number in range(450):
        await memory.keep(f"form-{number}", f"answer {number}")
    changing = open_database(each_address, Seal(NEW, KEY))
    assert await seal_anew(changing, [edge_memory, seals]) == 451
    assert await seal_anew(changing, [edge_memory, seals]) == 0
    await changing.close()
    changed = open_database(each_address, Seal(NEW))
    await check_key(changed)
    assert await EdgeMemory(changed, VirtualClock(NOW), "telegram").recall("form-449") == "answer 449"
    await changed.close()


async def test_a_database_without_a_key_refuses_to_keep_what_people_wrote(each_address: str) -> None:
    database = open_database(each_address)
    with pytest.raises(sa.exc.StatementError, match="without a key"):
        await EdgeMemory(database, VirtualClock(NOW), "telegram").keep("form", "hello")
    await database.close()


async def test_two_bots_in_one_process_each_keep_to_their_own_key(each_address: str, each_database: Database) -> None:
    other = open_database(each_address, Seal(NEW, KEY))
    clock = VirtualClock(NOW)
    for database, name in ((each_database, "ours"), (other, "theirs"), (each_database, "ours again")):
        await EdgeMemory(database, clock, "telegram").keep(name, "hello")
    opens = Seal(KEY)
    kept = await _raw(each_database, edge_memory.c.text)
    assert sum(text.startswith(opens.close("").rpartition(":")[0]) for text in kept) == 2
    assert [await EdgeMemory(other, clock, "telegram").recall(name) for name in ("ours", "theirs")] == ["hello"] * 2
    await other.close()
