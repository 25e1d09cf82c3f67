"""The recap in two languages, with what people asked about, and put into words by an AI server, which may fail."""

import contextlib
import json
from collections.abc import AsyncIterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from llmock.pytest_plugin import LLMock

from bot.community.chat_import import ImportedMessage, import_messages
from bot.community.communities import Communities
from bot.community.people import People
from bot.core.settings import PluginSettings
from bot.model.identity import AccountRef, Actor
from bot.sources.recorded import RecordedMessage, open_recording
from bot.storage.ai_tables import ai_days, ai_member_days
from plugins.streams._tables import questions, recaps
from tests.plugins.injections import FEEDBACK, NAMES, OBEYED
from tests.plugins.phrasing import KEY, ai_environment
from tests.plugins.streaming import Evening, evening
from tests.plugins.test_streams_recap import WORDS, a_full_evening
from tests.plugins.test_triage import questions_of
from tests.search.test_grouping import CHATS
from tests.snapshots.compare import matches

pytestmark = pytest.mark.long

EN = "An hour and a quarter with 2 of you. Thanks to Ben! The glaze turned blue, and nobody spilled."
CS = "Hodina a čtvrt ve 2 lidech. Díky, Ben! Glazura zmodrala a nikdo nic nerozlil."
SECOND = {"en": "cs", "cs": "en"}
OTHER = {"en": (EN, CS), "cs": (CS, EN)}


@contextlib.asynccontextmanager
async def worded(llmock: LLMock, language: str = "en", also: str = "none", **ai: str) -> AsyncIterator[Evening]:
    """An evening in a community whose recaps a machine puts into words."""
    async with evening(language=language, environment=ai_environment(llmock.base_url(), **ai)) as here:
        phraser = here.bot.app.parts.phraser
        assert phraser is not None
        await phraser.server.opened()
        await switch(here, recap="phrased", recap_also_in=also)
        yield here


async def switch(here: Evening, **values: object) -> None:
    """The community's settings of streams."""
    async with here.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        settings = PluginSettings(work, here.bot.app.parts.registry, community.id)
        await settings.configure(settings.plugin("streams"), values, None)


def said(*texts: str) -> str:
    return json.dumps({"texts": texts}, ensure_ascii=False)


@pytest.mark.parametrize("language", ["en", "cs"])
async def test_it_is_put_into_words_in_both_languages_read_by_a_host_and_posted(language: str, llmock: LLMock) -> None:
    async with worded(llmock, language, SECOND[language]) as here:
        llmock.reply(said(*OTHER[language]))
        await a_full_evening(here, language)
        seen = [await here.screen(here.hana, "/stream recap")]
        await here.press(here.hana, WORDS[language]["edit"])
        form = here.bot.chat.forms(here.hana)[-1].form
        seen.append("\n".join(f"{field.label}: {field.value}" for field in form.fields))
        await here.press(here.hana, WORDS[language]["post"])
        seen.append(here.posts(here.ann)[-1])
        seen.append(await here.screen(here.ann, "/privacy"))
        matches(f"streams/recap-worded.{language}", "\n\n".join(seen))
        [request] = llmock.requests
        [message] = request.body["input"]
        assert "Tea night" in message["content"] and "tools" not in request.body
        assert not any(word in str(request.body) for word in (KEY, "Hana", "Which clay?"))
        [day] = await here.rows(ai_days)
        assert day.questions == 1 and day.input_tokens > 0 and day.reserved_tokens == 0
        assert await here.rows(ai_member_days) == []


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (said("An hour and a quarter with 2 of you."), "nobody is left out who was thanked"),
        (said(f"{EN} 17 teapots were sold."), "no figure is made up"),
        (said(f"{EN} More at https://evil.example."), "no address is added"),
        (said(f"{EN} @everyone"), "nobody is mentioned"),
        (said(f"{EN} {'la ' * 600}"), "it is not longer than a recap may be"),
        (said(EN, CS), "it is in no language that nobody asked for"),
        (said(" "), "it says something"),
        ('{"texts": ["An hour', "it is whole"),
        ('{"texts": ["a"], "more": 1}', "it has the shape that was asked for"),
    ],
)
async def test_words_that_would_not_stand_leave_the_draft_as_it_was(reply: str, why: str, llmock: LLMock) -> None:
    async with worded(llmock) as here:
        llmock.reply(reply)
        await a_full_evening(here)
        [draft] = [text for text in here.posts(here.hana) if text.startswith("A draft")]
        assert "· The glaze turned blue" in draft and "machine" not in draft, why


ORDERED = "An hour and a quarter with 8 of you. Thanks to Ben!"
"""A recap that would stand of the evening below."""


async def an_evening_of_orders(here: Evening) -> None:
    """A full evening with people and notes that give orders to a machine."""
    await here.host(f"/stream start {FEEDBACK[2]}")
    await here.press(here.ann, WORDS["en"]["here"])
    for name in NAMES:
        await here.bot.says(here.bot.person(name), "Good evening")
    await here.bot.says(here.ben, f"/q {FEEDBACK[3]}")
    for note in (FEEDBACK[0], FEEDBACK[3]):
        await here.host(f"/stream note {note}")
    await here.host("/shoutout Ben for the mug")
    await here.bot.passes(minutes=75)
    await here.host("/stream end")


async def test_a_recap_of_an_evening_of_orders_is_worded_where_the_server_does_not_obey(llmock: LLMock) -> None:
    async with worded(llmock) as here:
        llmock.reply(said(ORDERED))
        await an_evening_of_orders(here)
        [draft] = [text for text in here.posts(here.hana) if text.startswith("A draft")]
        assert ORDERED in draft
        [request] = llmock.requests
        assert "tools" not in request.body and all(name in str(request.body["input"]) for name in NAMES[:1])
        assert not any(word in request.body["instructions"] for word in (*NAMES, *FEEDBACK))


@pytest.mark.parametrize("obeyed", OBEYED)
async def test_what_an_obeying_server_makes_of_names_a_title_and_notes_is_not_shown(
    obeyed: str, llmock: LLMock
) -> None:
    async with worded(llmock) as here:
        llmock.reply(said(f"{ORDERED} {obeyed}"))
        await an_evening_of_orders(here)
        [draft] = [text for text in here.posts(here.hana) if text.startswith("A draft")]
        assert ORDERED not in draft and obeyed not in draft and "machine" not in draft


@pytest.mark.parametrize("status", [401, 429, 500])
async def test_a_server_that_fails_leaves_the_draft_as_it_was_and_no_host_waits(status: int, llmock: LLMock) -> None:
    async with worded(llmock, seconds="0.5") as here:
        llmock.fail(status, times=None)
        await a_full_evening(here)
        assert "· The glaze turned blue" in await here.host("/stream recap")
        assert "Posted for everybody" in await here.press(here.hana, "Post it")
        assert "goes to 127.0.0.1, which puts it into words" in await here.screen(here.ann, "/privacy")


@pytest.mark.parametrize("fault", ["stall", "truncate", "disconnect", "corrupt"])
async def test_a_server_that_breaks_off_or_says_no_more_leaves_the_draft_as_it_was(fault: str, llmock: LLMock) -> None:
    async with worded(llmock, seconds="2") as here:
        llmock.reply(said(EN))
        getattr(llmock, fault)(after_chunks=1, times=None)
        await a_full_evening(here)
        [draft] = [text for text in here.posts(here.hana) if text.startswith("A draft")]
        assert "· The glaze turned blue" in draft and "machine" not in draft


async def test_without_a_server_it_comes_in_both_languages_and_each_can_be_rewritten_or_left_out() -> None:
    async with evening() as here:
        await switch(here, recap_also_in="cs")
        await a_full_evening(here)
        shown = await here.host("/stream recap")
        assert "Thanks to Ben.\n" in shown and "\n\n1 hodina 15 minut spolu" in shown.replace("\u00a0", " ")
        assert "Nové odznaky" in shown and "New badges" in shown
        await here.press(here.hana, "Edit")
        assert "Mine\n\nMoje" in await here.fill(here.hana, text="Mine", also="Moje")
        await here.press(here.hana, "Edit")
        assert "1,500 characters" in await here.fill(here.hana, text="Mine", also="x" * 1501)
        await here.press(here.hana, "Edit")
        await here.fill(here.hana, text="Mine alone", also=" ")
        await here.press(here.hana, "Post it")
        assert here.posts(here.ann)[-1] == "Tea night\nMine alone"


async def test_what_several_people_asked_about_is_told_and_what_one_asked_is_not() -> None:
    async with evening() as here:
        await here.bot.says(here.ann, "/q Where do you buy old buttons?")
        await here.host("/stream start Tea night")
        await here.bot.says(here.ann, "/q Which clay do you use?")
        await here.bot.says(here.ben, "/q what clay is that")
        await here.bot.says(here.ben, "/q How much is delivery?")
        await here.bot.says(here.ben, "/q how much is delivery to Spain")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        recap = await here.host("/stream recap")
        assert "You asked most about: clay." in recap and "delivery" not in recap and "buttons" not in recap


async def test_no_word_that_one_person_alone_used_names_what_was_asked_about() -> None:
    async with evening() as here:
        await here.host("/stream start Tea night")
        await here.bot.says(here.ann, "/q Is my harasser Karel watching?")
        await here.bot.says(here.ann, "/q Why is Karel here, did Karel see me?")
        await here.bot.says(here.ann, "/q Karel stalking")
        await here.bot.says(here.ben, "/q is somebody bullying here?")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        recap = await here.host("/stream recap")
        assert "2 people" in recap and "You asked" not in recap and "stalking" not in recap


@pytest.mark.parametrize("language", ["en", "cs"])
@pytest.mark.parametrize(("file", "many", "name"), CHATS)
async def test_the_recap_of_a_recorded_chat_is_worth_posting(file: Path, many: int, name: str, language: str) -> None:
    asked = questions_of(file)
    assert len(asked) == many
    async with evening(language=language) as here:
        await here.host("/stream start Cooking")
        recording = open_recording(file, ZoneInfo("Europe/Prague"))
        told = [one for one in recording.messages(lambda done: None) if isinstance(one, RecordedMessage)]
        counted = [
            ImportedMessage(one.key, AccountRef("local", one.author_id), one.author_name, one.offset, one.is_question)
            for one in told
        ]
        await import_messages(here.bot.app.parts.database, (await here.stream()).id, counted)
        async with here.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            people = {name: Actor(AccountRef("local", name), name) for name, _ in asked}
            ids = {name: (await People(work).recognise(actor, community)).id for name, actor in people.items()}
            rows = [{"member_id": ids[name], "text": text, "asked_at": work.now} for name, text in asked]
            await work.execute(sa.insert(questions).values([{**row, "community_id": community.id} for row in rows]))
        await here.bot.passes(minutes=49)
        await here.host("/stream end")
        matches(f"streams/recap-of-{name}.{language}", await here.screen(here.hana, "/stream recap"))
        assert len(await here.rows(recaps)) == 1
