"""The recap: drafted at the end, edited and posted by a host, once."""

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.context import Background
from bot.model.identity import Role
from bot.storage.tables import members
from plugins.streams import _recapping
from plugins.streams._tables import recaps
from tests.plugins.streaming import Evening, evening
from tests.snapshots.compare import matches

pytestmark = pytest.mark.long

LANGUAGES = ("en", "cs")
WORDS = {
    "en": {"here": "I’m here", "edit": "Edit", "post": "Post it"},
    "cs": {"here": "Jsem tady", "edit": "Upravit", "post": "Zveřejnit"},
}


async def a_full_evening(here: Evening, language: str = "en") -> None:
    """A stream of 75 minutes with people, questions, thanks and moments, which ends."""
    await here.host("/stream start Tea night")
    await here.press(here.ann, WORDS[language]["here"])
    await here.bot.says(here.ben, "Good evening")
    await here.bot.says(here.ben, "/q Which clay?")
    await here.host("/stream note The glaze turned blue")
    await here.host("/stream note Nobody spilled")
    await here.host("/shoutout Ben for the mug")
    await here.bot.passes(minutes=75)
    await here.host("/stream end")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_recap_reads_well(language: str) -> None:
    async with evening(language=language) as here:
        await a_full_evening(here, language)
        matches(f"streams/recap.{language}", await here.screen(here.hana, "/stream recap"))
        await here.press(here.hana, WORDS[language]["post"])
        matches(f"streams/recap-posted.{language}", here.posts(here.ann)[-1])


async def test_a_host_who_is_faster_than_the_draft_gets_it_once() -> None:
    async with evening() as here:
        await here.host("/stream start Tea night")
        await here.bot.says(here.ben, "Good evening")
        await here.bot.passes(minutes=10)
        await here.bot.chat.says(here.hana, "/stream note The glaze\nturned blue")
        await here.bot.chat.says(here.hana, "/stream end")
        await here.bot.chat.says(here.hana, "/stream recap")
        await here.bot.app.turn()
        drafts = [text for text in here.bot.texts(here.hana) if text.startswith("A draft of the recap.")]
        assert len(drafts) == 1
        assert "· The glaze turned blue" in drafts[0]


async def test_two_hosts_who_ask_for_it_at_once_get_the_same_draft() -> None:
    async with evening() as here:
        await a_full_evening(here)

        async def draft() -> str:
            async with here.bot.app.parts.work() as work:
                [community] = await Communities(work).all()
                ctx = Background(here.bot.app.parts, work, community, "streams")
                return (await _recapping.draft(ctx, await _recapping.newest_over(ctx))).text

        async with here.bot.app.parts.work() as work:
            await work.execute(sa.delete(recaps))
        one, other = await asyncio.gather(draft(), draft())
        assert one == other and len(await here.rows(recaps)) == 1


async def test_the_draft_reaches_only_the_hosts() -> None:
    async with evening() as here:
        await a_full_evening(here)
        assert here.posts(here.hana)[-1].startswith("A draft of the recap.")
        assert not any("draft" in text for text in here.posts(here.ann))


async def test_a_host_edits_and_posts_it_once() -> None:
    async with evening() as here:
        await a_full_evening(here)
        await here.press(here.hana, "Edit")
        form = here.bot.chat.forms(here.hana)[-1].form
        assert "The glaze turned blue" in form.fields[0].value
        assert "Mine & <b>yours</b>" in await here.fill(here.hana, text="Mine & <b>yours</b>")
        await here.press(here.hana, "Edit")
        assert "Posted for everybody" in await here.press(here.hana, "Post it")
        assert here.posts(here.ann)[-1] == "Tea night\nMine & <b>yours</b>"
        assert "was posted already" in await here.press(here.hana, "Post it")
        told = await here.fill(here.hana, text="Better words")  # in the form that was open meanwhile
        assert "was posted already" in told and "What you wrote: Better words" in told
        assert "was posted already" in await here.host("/stream recap")
        assert len([text for text in here.posts(here.ann) if "Mine" in text]) == 1


async def test_an_edit_that_does_not_fit_keeps_the_draft() -> None:
    async with evening() as here:
        await a_full_evening(here)
        for text, refusal in ((" ", "The recap is empty"), ("x" * 1501, "1,500 characters")):
            await here.press(here.hana, "Edit")
            told = await here.fill(here.hana, text=text)
            assert refusal in told and text.strip() in told
        assert "The glaze turned blue" in await here.host("/stream recap")


async def test_whoever_is_forgotten_or_hidden_is_not_named_by_a_draft_that_was_written_before() -> None:
    async with evening() as here:
        await a_full_evening(here)
        assert "Thanks to Ben." in here.posts(here.hana)[-1]
        await here.bot.says(here.ben, "/forget")
        await here.bot.presses(here.ben, here.bot.seen(here.ben)[-1].buttons[0].label)
        await here.bot.passes(minutes=1)
        told = await here.press(here.hana, "Post it")
        assert told.startswith("Nothing was posted yet") and "The glaze turned blue" in told and "Ben" not in told
        assert "Posted for everybody" in await here.press(here.hana, "Post it")
        assert "The glaze turned blue" in here.posts(here.ann)[-1] and "Ben" not in here.posts(here.ann)[-1]
    async with evening() as here:
        await a_full_evening(here)
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(members).where(members.c.name == "Ben").values(hidden=True))
        recap = await here.host("/stream recap")
        assert "The glaze turned blue" in recap and "Ben" not in recap


async def test_left_out_it_can_be_brought_back() -> None:
    async with evening() as here:
        await a_full_evening(here)
        assert "The draft is kept" in await here.press(here.hana, "Not this time")
        before = here.posts(here.ann)
        assert "The glaze turned blue" in await here.host("/stream recap")
        assert here.posts(here.ann) == before


async def test_there_is_no_recap_of_nothing() -> None:
    async with evening() as here:
        assert "There was no stream yet" in await here.host("/stream recap")
        await here.host("/stream start")
        assert "still live" in await here.host("/stream recap")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        assert not any("draft of the recap." in text for text in here.posts(here.hana))
        assert "There was no stream yet" in await here.host("/stream recap")


async def test_the_draft_can_be_switched_off() -> None:
    async with evening() as here:
        boss = here.bot.person("Olga", Role.OWNER)
        await here.bot.says(boss, "/plugin configure streams recap off")
        await a_full_evening(here)
        assert not any("A draft" in text for text in here.posts(here.hana))


async def test_a_stream_found_ended_long_ago_gets_no_recap_by_itself() -> None:
    async with evening() as here:
        await here.host("/stream start Tea night")
        await here.press(here.ann, "I’m here")
        here.bot.clock.advance(timedelta(hours=30))
        await here.bot.app.turn()
        assert (await here.stream()).ended_at is not None
        assert not any("A draft" in text for text in here.posts(here.hana))


async def test_a_whole_evening_on_each_database(each_address: str) -> None:
    async with evening(database_url=each_address) as here:
        await here.host("/stream plan in 1 h Tea night")
        await here.press(here.ann, "Remind me")
        await here.press(here.ben, "Remind me")
        await here.press(here.ben, "Don’t remind me")
        await here.host("/shoutout Ben for the mug")
        await here.bot.passes(minutes=50)
        assert len(here.direct(here.ann)) == 1
        await here.host("/stream start")
        await here.drop_code()
        await here.press(here.ann, "Count me in")
        await here.guest("/q Which clay?")
        assert "Here for the first time: Ann" in await here.host("/cues")
        await here.press(here.hana, "Answered: 1")
        await here.press(here.hana, "Said: Ben")
        await here.bot.passes(minutes=10)
        assert "1 person has come" not in await here.host("/stream status")
        await here.host("/stream end")
        await here.press(here.hana, "Post it")
        assert "Thanks to Ben." in here.posts(here.ann)[-1]


async def test_a_recap_that_does_not_hold_everything_shows_that_it_was_cut() -> None:
    async with evening() as here:
        await here.host("/stream start Tea night")
        for number in range(12):
            await here.host(f"/stream note Moment {number}")
        await here.bot.says(here.ann, "hello")
        await here.bot.passes(minutes=6)
        await here.host("/stream end")
        recap = await here.host("/stream recap")
        assert "· Moment 9\n· … and 2 more" in recap and "Moment 10" not in recap
    async with evening() as here:
        await here.host("/stream start Tea night")
        for _ in range(4):
            await here.host("/stream note " + "x" * 500)
        await here.bot.says(here.ann, "hello")
        await here.bot.passes(minutes=6)
        await here.host("/stream end")
        assert (await here.host("/stream recap")).endswith("x…")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_seconds_are_not_counted(language: str) -> None:
    async with evening(language=language) as here:
        await here.host("/stream start Tea night")
        status = await here.host("/stream status")
        await here.bot.says(here.ann, "hello")
        ended = await here.host("/stream end")
        matches(f"streams/short.{language}", f"{status}\n\n{ended}")
