"""What guests do: check in, agree to be written to, ask."""

import pytest

from bot.community.activities import Activities
from bot.community.consent import Consents
from bot.model.identity import Purpose, Route
from plugins.streams._checking_in import new_code
from tests.plugins.streaming import evening
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")
AFTER = {"en": "Write to me after the stream", "cs": "Napiš mi po streamu"}
COUNT = {"en": "Count me in", "cs": "Zapiš mě"}


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_guests_screens_read_well(language: str) -> None:
    async with evening(language=language) as here:
        await here.host("/stream start Tea night")
        seen = len(here.bot.seen(here.ann))
        await here.press(here.ann, AFTER[language])
        matches(f"streams/agreed.{language}", here.since(here.ann, seen))
        opened = await here.screen(here.hana, "/drop 3")
        code = next(word.strip(".") for word in opened.split() if len(word) == 7 and word.islower() and word[-1] == ".")
        matches(f"streams/drop.{language}", opened.replace(code, "nilota"))
        await here.press(here.ann, COUNT[language])
        seen = len(here.bot.seen(here.hana))
        await here.bot.passes(minutes=4)
        matches(f"streams/drop-over.{language}", here.since(here.hana, seen))
        matches(f"streams/list-live.{language}", await here.screen(here.ann, "/streams"))


@pytest.mark.long
async def test_a_check_in_counts_once() -> None:
    async with evening() as here:
        await here.host("/stream start")
        assert "counted as here" in await here.press(here.ann, "I’m here")
        assert "counted already" in await here.press(here.ann, "I’m here")
        seen = await here.attended(here.ann)
        assert seen is not None
        assert (seen.check_ins, seen.messages) == (1, 0)


@pytest.mark.long
async def test_what_is_said_in_the_chat_counts_too() -> None:
    async with evening() as here:
        await here.host("/stream start")
        await here.bot.says(here.ann, "Good evening")
        await here.bot.says(here.ann, "/q Which clay?")
        seen = await here.attended(here.ann)
        assert seen is not None
        assert (seen.messages, seen.questions) == (2, 1)


@pytest.mark.long
async def test_who_agrees_may_be_written_to_until_they_say_otherwise() -> None:
    async with evening() as here:
        await here.host("/stream start")
        assert "Say /stop at any time" in await here.press(here.ann, "Write to me after the stream")
        ann = await here.id_of(here.ann)
        async with here.bot.app.parts.work() as work:
            assert (await Consents(work).of(ann))[Purpose.SERVICE, Route.DIRECT]
        assert "nothing changed" in await here.press(here.ann, "Write to me after the stream")
        assert "will not write" in await here.press(here.ann, "Rather not")
        async with here.bot.app.parts.work() as work:
            assert not (await Consents(work).of(ann))[Purpose.SERVICE, Route.DIRECT]


@pytest.mark.long
async def test_a_drop_takes_the_button_and_the_spoken_code_each_once() -> None:
    async with evening() as here:
        await here.host("/stream start")
        code = await here.drop_code()
        assert "You are in." in await here.guest(f"/here {code[:2].upper()} {code[2:]}")
        assert "counts once" in await here.press(here.ann, "Count me in")
        assert "You are in." in await here.press(here.ben, "Count me in")
        assert "The code “nope” is not it" in await here.guest("/here nope")
        async with here.bot.app.parts.work() as work:
            assert await Activities(work).count(await here.id_of(here.ann), "checked_in") == 1
        await here.bot.passes(minutes=6)
        assert here.posts(here.hana)[-1].endswith("2 people were here.")
        assert "closed" in await here.guest(f"/here {code}")
        assert "No check-in is open" in await here.guest("/here nope")


@pytest.mark.long
async def test_a_late_press_is_told_that_the_check_in_is_closed() -> None:
    async with evening() as here:
        await here.host("/stream start")
        await here.drop_code()
        await here.bot.passes(minutes=5)
        assert "closed" in await here.press(here.ann, "Count me in")
        assert await here.attended(here.ann) is None


@pytest.mark.long
async def test_only_one_drop_is_open_at_a_time() -> None:
    async with evening() as here:
        await here.host("/stream start")
        code = await here.drop_code()
        assert f"opened no second one. Say the code: {code}" in await here.host("/drop 10")
        assert await here.host("/drop 0") == "minutes takes a whole number from 1 to 60, not “0”."
        await here.bot.passes(minutes=5)
        assert await here.drop_code() != code


@pytest.mark.long
async def test_each_drop_counts_for_itself() -> None:
    async with evening() as here:
        await here.host("/stream start")
        for _ in range(2):
            await here.drop_code()
            await here.press(here.ann, "Count me in")
            await here.bot.passes(minutes=15)
        seen = await here.attended(here.ann)
        assert seen is not None
        assert (seen.check_ins, seen.slots) == (2, 2)


async def test_without_a_live_stream_there_is_nothing_to_check_in_to() -> None:
    async with evening() as here:
        assert "Nothing is live" in await here.guest("/here nilota")
        assert "Nothing is live" in await here.host("/drop")


@pytest.mark.long
async def test_a_question_waits_until_a_host_answered_it() -> None:
    async with evening() as here:
        assert "for the next stream" in await here.guest("/q How hot is   the kiln?")
        await here.host("/stream start")
        assert "1. Ann: How hot is the kiln?" in await here.host("/cues")
        assert "No cues" in await here.press(here.hana, "Answered: 1")


@pytest.mark.long
async def test_questions_have_limits() -> None:
    async with evening() as here:
        assert "300 characters" in await here.guest("/q " + "x" * 301)
        for number in range(5):
            await here.guest(f"/q Question {number}?")
        assert "5 questions of yours wait" in await here.guest("/q One more?")
        assert "5 open questions" in await here.host("/cues")


@pytest.mark.long
async def test_a_question_that_nobody_answered_is_forgotten_after_two_weeks() -> None:
    async with evening() as here:
        await here.guest("/q How hot?")
        await here.bot.sleeps(days=14)
        await here.bot.passes(days=1)
        assert "No cues" in await here.host("/cues")


def test_codes_can_be_said_aloud_and_differ() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) > 45
    assert all(code.isalpha() and len(code) == 6 for code in codes)
