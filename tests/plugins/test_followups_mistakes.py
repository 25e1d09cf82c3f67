"""A stream that was started by mistake amid the 48 hours of the one before: it takes nothing from anybody."""

import pytest

from bot.community.facts import Facts
from bot.community.streams import Streams
from bot.model.decisions import Reason
from bot.text.markup import plain
from tests.plugins.following import Evening, evening, followed
from tests.plugins.test_followups import reasons
from tests.snapshots.compare import matches, screen

pytestmark = pytest.mark.long

LANGUAGES = ("en", "cs")


async def by_mistake(it: Evening, minutes: int = 6) -> None:
    """Five minutes after a stream, before anything of it was due, the host goes live for so long."""
    await it.stream()
    await it.bot.passes(minutes=5)
    await it.bot.says(it.host, "/stream start By mistake")
    await it.bot.passes(minutes=minutes)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_fell_due_meanwhile_waits_and_the_host_reads_that_it_goes_on(language: str) -> None:
    async with evening(language) as it:
        await by_mistake(it)
        it.news(it.host)
        await it.bot.says(it.host, "/status")
        status = it.news(it.host)
        await it.press(it.host, "streams-ask-end")
        it.news(it.ann)
        await it.bot.says(it.ann, "/why")
        why = it.news(it.ann)
        await it.bot.says(it.host, "/stream end")
        matches(f"followups/mistake.{language}", screen([*status, *why, *it.news(it.host)]))
        assert (await reasons(it, await it.id_of(it.ann)))["thanks"] is Reason.DUE


async def test_everybody_gets_what_they_would_have_got() -> None:
    async with evening() as it:
        await by_mistake(it)
        assert (await reasons(it, await it.id_of(it.ann)))["thanks"] is Reason.ON_AIR
        it.news(it.ben)
        await it.bot.says(it.host, "/stream end")
        await it.bot.passes(minutes=10)
        assert "note of your own" in followed(it.news(it.ben))
        assert "Thank" in followed(await it.opens(it.ben))
        await it.bot.passes(hours=24)
        assert {"feedback", "highlights"} <= {
            step for step, why in (await reasons(it, await it.id_of(it.ann))).items() if why is Reason.DUE
        }


async def test_it_is_none_of_the_community_s_streams() -> None:
    async with evening() as it:
        await by_mistake(it)
        await it.bot.says(it.host, "/stream end")
        await it.bot.passes(hours=1)
        it.news(it.host)
        await it.bot.says(it.host, "/followups")
        assert "Autumn glazes" in followed(it.news(it.host))
        await it.bot.says(it.host, "/stream recap")
        assert "Autumn glazes" in followed(it.news(it.host))
        await it.bot.says(it.host, "/journey preview after-stream")
        assert "of the newest stream, Autumn glazes" in followed(it.news(it.host))
        await it.bot.says(it.host, "/status")
        assert "The last stream, Autumn glazes" in followed(it.news(it.host))
        parts = it.bot.app.parts
        async with parts.work() as work:
            facts = await Facts(work, parts.registry.facts).of(await it.id_of(it.ann))
        assert (facts["streak"], facts["last_stream"]) == (1, 1)


async def test_who_chats_during_a_stream_that_is_over_at_once_was_at_none() -> None:
    async with evening() as it:
        await by_mistake(it, minutes=1)
        await it.bot.says(it.ben, "hm, again?")
        it.news(it.host)
        await it.bot.says(it.host, "/stream end")
        said = plain(it.news(it.host)[0].message.text)
        assert "lasted less than 5 minutes, so this one does not count: the follow-ups of the last stream go on" in said
        await it.bot.passes(minutes=30)
        assert (await reasons(it, await it.id_of(it.ben)))["thanks"] is Reason.DUE
        parts = it.bot.app.parts
        async with parts.work() as work:
            facts = await Facts(work, parts.registry.facts).of(await it.id_of(it.ben))
        assert facts["streams_attended"] == 1


async def test_without_a_stream_before_nothing_is_said_to_go_on() -> None:
    async with evening() as it:
        await it.bot.says(it.host, "/stream start")
        await it.bot.passes(minutes=10)
        it.news(it.host)
        await it.bot.says(it.host, "/stream end")
        assert "Nobody was here, so this one does not count." in followed(it.news(it.host))


async def test_a_stream_that_counts_ends_what_waited_for_it() -> None:
    async with evening() as it:
        await by_mistake(it)
        await it.bot.says(it.ben, "hello again")
        await it.bot.passes(minutes=20)
        await it.bot.says(it.host, "/stream end")
        await it.bot.passes(minutes=1)
        assert (await reasons(it, await it.id_of(it.ann)))["thanks"] is Reason.LIVE_AGAIN
        assert Reason.LIVE_AGAIN not in (await reasons(it, await it.id_of(it.dan))).values()


async def test_somebody_found_to_have_been_there_makes_it_count_after_all() -> None:
    async with evening() as it:
        await by_mistake(it)
        await it.bot.chat.says(it.host, "/stream end")
        await it.bot.app.dispatcher.idle()
        await it.bot.says(it.ben, "sorry, I was late")
        await it.bot.passes(minutes=15)
        async with it.bot.app.parts.work() as work:
            newest = await Streams(work).newest((await it.community()).id)
        assert newest is not None and newest.number == 2
        assert "Thank" in followed(await it.opens(it.ben))
