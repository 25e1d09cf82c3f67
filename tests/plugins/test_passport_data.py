"""What is kept about somebody: handed over as a file, and erased to the last row."""

import json
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.model.identity import Role
from bot.platforms.local.records import Person
from bot.storage.tables import accounts, members, persons
from bot.testing import WholeBot, whole_bot

WORDS = "where does the clay come from"


async def evening(bot: WholeBot) -> tuple[Person, Person]:
    """Olga's stream, at which Ann does everything that leaves something behind."""
    olga, ann = bot.person("Olga", Role.OWNER), bot.person("Ann")
    await bot.says(olga, "/stream start Tea")
    await bot.chat.says(ann, "hello")
    await bot.says(ann, f"/q {WORDS}?")
    await bot.says(olga, f"/shoutout Ann {WORDS}")
    await bot.says(ann, "/preferences")
    await bot.presses(ann, "Allow thanks and news")
    await bot.passes(minutes=20)
    await bot.chat.says(ann, "bye")
    await bot.passes(minutes=1)
    await bot.says(olga, "/stream end")
    await bot.passes(minutes=30)
    return olga, ann


async def rows_with(bot: WholeBot, column_value: Any) -> dict[str, int]:
    """By table, in how many rows a value stands in any column; sealed ones are read with the key."""
    found = {}
    plugins = [p.tables for p in bot.app.parts.registry.plugins.values() if p.tables is not None]
    async with bot.app.parts.database.read() as reader:
        for metadata in (members.metadata, *plugins):
            for table in metadata.sorted_tables:
                rows = await reader.rows(sa.select(table))
                count = sum(any(_holds(value, column_value) for value in row) for row in rows)
                if count:
                    found[table.name] = count
    return found


def columns_of_members(bot: WholeBot) -> list[sa.Column[Any]]:
    """Every column that can hold a member's id, as its name says."""
    plugins = [p.tables for p in bot.app.parts.registry.plugins.values() if p.tables is not None]
    tables = [table for metadata in (members.metadata, *plugins) for table in metadata.sorted_tables]
    refers = ("member_id", "_by", "host_id", "author_id", "subject_id")
    return [column for table in tables for column in table.c if column.name.endswith(refers)]


def _holds(value: Any, wanted: Any) -> bool:
    return wanted in str(value) if isinstance(wanted, str) else value == wanted


async def member_id(bot: WholeBot, name: str) -> int | None:
    async with bot.app.parts.database.read() as reader:
        found: int | None = await reader.value(sa.select(members.c.id).where(members.c.name == name))
    return found


@pytest.mark.long
async def test_the_file_holds_all_that_is_kept_and_nothing_of_others() -> None:
    async with whole_bot() as bot:
        _, ann = await evening(bot)
        await bot.says(ann, "/mydata")
        [file] = bot.seen(ann)[-1].message.files
        assert bot.seen(ann)[-1].private
        held = json.loads(file.content)
        assert file.name == "my-data.json"
        tables = held["tables"]
        assert {"members", "persons", "accounts", "consents", "attendance", "activities", "deliveries"} <= set(tables)
        assert WORDS in tables["streams_questions"][0]["text"]
        assert {row["id"] for row in tables["members"]} == {await member_id(bot, "Ann")}
        assert "olga" not in json.dumps(tables["accounts"]).lower()


WRITTEN = {what: f"zq-{what}-qz" for what in ("chat", "question", "note", "shoutout", "slip", "words", "recap")}
"""What is written on an evening, each in words that stand nowhere else."""


async def write(bot: WholeBot) -> None:
    """An evening and its 48 hours on which everything is written that can be."""
    olga, ann = bot.person("Olga", Role.OWNER), bot.person("Ann")
    await bot.says(olga, "/stream start Tea")
    await bot.chat.says(ann, WRITTEN["chat"])
    await bot.says(ann, f"/q {WRITTEN['question']}?")
    await bot.says(ann, f"/nosuch {WRITTEN['slip']}")
    await bot.says(ann, "/birthday 24 December")
    await bot.presses(ann, "Yes, all may know")
    await bot.says(ann, "/preferences")
    await bot.presses(ann, "Allow thanks and news")
    await bot.says(olga, f"/stream note {WRITTEN['note']}")
    await bot.says(olga, f"/shoutout Ann {WRITTEN['shoutout']}")
    await bot.passes(minutes=20)
    await bot.chat.says(ann, "bye")
    await bot.passes(minutes=1)
    await bot.says(olga, "/stream end")
    await bot.says(olga, "/stream recap")
    await bot.presses(olga, "Edit")
    await bot.submits(olga, bot.chat.forms(olga)[-1].form, {"text": WRITTEN["recap"]})
    await bot.says(olga, "/journey approve followups.after-stream")
    await bot.passes(hours=30)
    await bot.presses(ann, "3")
    await bot.presses(ann, "Add a few words")
    await bot.submits(ann, bot.chat.forms(ann)[-1].form, {"words": WRITTEN["words"]})
    await bot.passes(minutes=10)


def content_of(folder: Path) -> bytes:
    """All that lies in the folder, as whoever steals it has it."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.mark.long
async def test_without_the_key_nothing_that_anybody_wrote_can_be_read_in_the_files_of_the_database(
    tmp_path: Path,
) -> None:
    async with whole_bot(folder=tmp_path) as bot:
        await write(bot)
        kept = {what for what, words in WRITTEN.items() if await rows_with(bot, words)}
        assert kept >= {"question", "note", "shoutout", "words", "recap"}  # or there was nothing to hide
        assert any("24 December" in text for text in await bot.says(bot.person("Ann"), "/birthday"))
    raw = content_of(tmp_path)
    assert b"Ann" in raw  # names are not sealed
    assert [what for what, words in WRITTEN.items() if words.encode() in raw] == []
    assert not any(day in raw for day in (b"12-24", b"24.12", b"24 December"))


@pytest.mark.long
async def test_whoever_is_forgotten_is_in_no_table_any_more() -> None:
    async with whole_bot() as bot:
        olga, ann = await evening(bot)
        before = await rows_with(bot, WORDS)
        assert "streams_questions" in before
        assert "stream_notes" in before
        id = await member_id(bot, "Ann")
        await bot.says(ann, "/forget")
        [answer] = await bot.presses(ann, "Forget me")
        assert answer.startswith("Done.")
        await bot.passes(minutes=5)
        left = await rows_with(bot, WORDS)
        assert set(left) <= {"deliveries"}  # what was posted goes a day later
        await bot.passes(days=3)
        assert await member_id(bot, "Ann") is None
        assert await rows_with(bot, WORDS) == {}
        async with bot.app.parts.database.read() as reader:
            for table in (accounts, persons):
                assert await reader.value(sa.select(sa.func.count()).select_from(table)) == 1
            for column in columns_of_members(bot):
                count = sa.select(sa.func.count()).select_from(column.table).where(column == id)
                assert not await reader.value(count), str(column)
        sent = len(bot.chat.sent)
        await bot.passes(hours=60)
        assert not [shown for shown in bot.chat.sent[sent:] if shown.only_for == ann.account]
        assert any("Tea" in text for text in bot.texts(olga))
        async with bot.app.parts.work() as work:
            assert not (await work.rows(sa.text("SELECT code, error FROM incidents")))


@pytest.mark.long
async def test_whoever_comes_back_is_somebody_new() -> None:
    async with whole_bot() as bot:
        _, ann = await evening(bot)
        await bot.says(ann, "/forget")
        await bot.presses(ann, "Forget me")
        await bot.passes(minutes=5)
        [card] = await bot.says(ann, "/me")
        assert "Ann" in card
        assert "stream" not in card.lower().partition("\nnext: ")[0]


@pytest.mark.long
async def test_nobody_gets_the_number_of_somebody_who_was_forgotten() -> None:
    async with whole_bot() as bot:
        _, ann = await evening(bot)
        number = await member_id(bot, "Ann")
        assert number is not None
        await bot.says(ann, "/forget")
        await bot.presses(ann, "Forget me")
        await bot.passes(minutes=5)
        assert await member_id(bot, "Ann") is None
        await bot.says(bot.person("Ben"), "/start")
        newcomer = await member_id(bot, "Ben")
        assert newcomer is not None
        assert newcomer > number


@pytest.mark.long
async def test_the_chat_goes_on_to_be_counted_after_somebody_was_forgotten_in_the_middle_of_a_stream() -> None:
    async with whole_bot() as bot:
        olga, ann = bot.person("Olga", Role.OWNER), bot.person("Ann")
        ben = bot.person("Ben")
        await bot.says(olga, "/stream start Tea")
        await bot.chat.says(ann, "hello")
        await bot.passes(minutes=1)
        await bot.says(ann, "/forget")
        await bot.presses(ann, "Forget me")
        await bot.passes(minutes=1)
        await bot.chat.says(ann, "hello again")
        await bot.chat.says(ben, "hi")
        await bot.passes(minutes=1)
        assert await member_id(bot, "Ann")
        assert await member_id(bot, "Ben")


async def test_the_button_that_forgets_works_for_ten_minutes() -> None:
    async with whole_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/forget")
        await bot.passes(minutes=12)
        [answer] = await bot.presses(ann, "Forget me")
        assert "ten minutes" in answer
        assert await member_id(bot, "Ann")


@pytest.mark.long
@pytest.mark.parametrize(("language", "name"), [("en", "my-data.json"), ("cs", "moje-data.json")])
async def test_the_file_is_called_in_the_person_s_language(language: str, name: str) -> None:
    async with whole_bot(language=language) as bot:
        ann = bot.person("Ann", language=language)
        await bot.says(ann, "/mydata")
        assert [file.name for file in bot.seen(ann)[-1].message.files] == [name]
