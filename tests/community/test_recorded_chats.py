"""Chats that were recorded: counted once, however often and in however many goes they are imported."""

from datetime import timedelta

import pytest

from bot.community.attendance import Summary
from bot.community.chat_import import Imported, ImportedMessage, import_messages
from bot.community.stream import Stream
from bot.errors import StorageError
from bot.model.identity import AccountRef
from bot.storage.database import Database
from tests.community.evening import Evening, an_evening, minutes
from tests.community.people import START


@pytest.fixture
async def evening(each_database: Database) -> Evening:
    return await an_evening(each_database)


@pytest.fixture
async def stream(evening: Evening) -> Stream:
    return (await evening.start()).stream


def recorded(number: int) -> ImportedMessage:
    """One of the messages of a recording by ten people, one a second."""
    author = AccountRef("twitch", str(number % 10))
    return ImportedMessage(
        f"twitch:{number}", author, f"Guest {number % 10}", timedelta(seconds=number), number % 7 == 0
    )


async def test_a_recording_counts_once_however_often_it_is_imported(evening: Evening, stream: Stream) -> None:
    told: list[Imported] = []
    first = await import_messages(evening.database, stream.id, map(recorded, range(2500)), told.append)
    again = await import_messages(evening.database, stream.id, map(recorded, range(-5, 2600)))
    assert told == [Imported(1000, 1000), Imported(2000, 2000), Imported(2500, 2500)]
    assert first == told[-1]
    assert again == Imported(2600, 100)
    assert await evening.summary(stream) == Summary(people=10, messages=2600, questions=372, askers=10, person_slots=50)


async def test_an_import_broken_off_goes_on_where_it_was(evening: Evening, stream: Stream) -> None:
    def break_off(done: Imported) -> None:
        raise KeyError(done.new)

    with pytest.raises(KeyError):
        await import_messages(evening.database, stream.id, map(recorded, range(2500)), break_off)
    assert await import_messages(evening.database, stream.id, map(recorded, range(2500))) == Imported(2500, 1500)
    assert (await evening.summary(stream)).messages == 2500


async def test_a_repeated_message_in_one_recording_counts_once(evening: Evening, stream: Stream) -> None:
    assert (await import_messages(evening.database, stream.id, [recorded(1)] * 3)).new == 1


async def test_nothing_is_imported_for_a_stream_that_never_went_live(evening: Evening) -> None:
    async with evening.streams() as streams:
        plan = await streams.plan(evening.community_id, START + minutes(60))
    with pytest.raises(StorageError, match="never went live"):
        await import_messages(evening.database, plan.id, [recorded(1)])
