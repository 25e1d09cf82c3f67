"""The intake keeps a whole batch in one statement, each update once and in its order."""

from bot.model.identity import AccountRef, Actor
from bot.model.incoming import RawUpdate
from bot.storage import intake
from bot.storage.database import Database
from tests.community.people import START


def raw(event_id: str, person: str = "ann", platform: str = "telegram") -> RawUpdate:
    """An update as its platform wrote it."""
    actor = Actor(AccountRef(platform, person), "")
    return RawUpdate(event_id=event_id, at=START, actor=actor, body=f'{{"text": "žluťoučký \\" {event_id}"}}')


async def test_a_batch_comes_back_in_its_order_and_as_it_was(database: Database) -> None:
    batch = [raw(str(number), f"guest-{number % 3}") for number in range(100)]
    async with database.write() as transaction:
        stored = await intake.store(transaction, batch, START)
    assert [each.update for each in stored] == batch
    assert [each.id for each in stored] == sorted(each.id for each in stored)
    async with database.read() as reader:
        assert list(await intake.waiting(reader)) == list(stored)


async def test_what_is_known_or_stands_twice_in_a_batch_is_kept_once(database: Database) -> None:
    async with database.write() as transaction:
        await intake.store(transaction, [raw("1")], START)
    async with database.write() as transaction:
        batch = [raw("1"), raw("2"), raw("2"), raw("1", platform="discord")]
        stored = await intake.store(transaction, batch, START)
    assert [(each.update.actor.account.platform, each.update.event_id) for each in stored] == [
        ("telegram", "2"),
        ("discord", "1"),
    ]


async def test_an_empty_batch_is_nothing(database: Database) -> None:
    async with database.write() as transaction:
        assert list(await intake.store(transaction, [], START)) == []
