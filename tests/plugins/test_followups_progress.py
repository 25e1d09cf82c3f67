"""The hosts see how the 48 hours go in one message, which is edited and never doubled."""

import pytest
import sqlalchemy as sa

from bot.community.late_attendance import follow_up_again
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys
from bot.platforms.local.records import HOSTS, Shown
from bot.storage.tables import jobs
from tests.plugins.following import JOURNEYS, Evening, evening
from tests.snapshots.compare import matches, screen

HEADS = ("are under way", "are over", "právě odcházejí", "uplynulo")


def standing(it: Evening) -> Shown:
    """The one message in the hosts' room on how it goes."""
    in_room = [shown for shown in it.bot.seen(it.host) if shown.channel == HOSTS]
    [found] = [shown for shown in in_room if any(head in shown.message.text.split("\n")[0] for head in HEADS)]
    return found


@pytest.mark.parametrize("language", ["en", pytest.param("cs", marks=pytest.mark.long)])
async def test_one_message_to_the_hosts_says_how_it_goes_until_it_is_over(language: str) -> None:
    async with evening(language) as it:
        await it.bot.says(it.host, "/plugin configure followups report off")
        await it.stream()
        await it.bot.passes(minutes=20)
        said = [standing(it)]
        await it.opens(it.ben)
        await it.bot.passes(hours=24)
        said.append(standing(it))
        await it.opens(it.ben)
        await it.press(it.ben, "9")
        await it.orders(it.ann)
        await it.bot.passes(minutes=40)
        said.append(standing(it))
        await it.bot.passes(hours=24)
        said.append(standing(it))
        assert len({one.message_id for one in said}) == 1
        matches(f"followups/progress.{language}", screen(said))


@pytest.mark.long
async def test_nothing_is_said_where_nothing_was_given_or_hosts_do_not_want_it() -> None:
    async with evening(running=False) as it:
        await it.stream()
        await it.bot.passes(hours=49)
        with pytest.raises(ValueError):
            standing(it)
    async with evening() as it:
        await it.bot.says(it.host, "/plugin configure followups progress off")
        await it.stream()
        await it.bot.passes(hours=20)
        with pytest.raises(ValueError):
            standing(it)


@pytest.mark.long
async def test_where_nobody_is_followed_up_there_are_few_looks_at_how_it_goes() -> None:
    async with evening() as it:
        await are(it, JourneyStatus.STOPPED)
        await it.stream()
        await it.bot.passes(hours=49)
        assert await looks(it) == 8


@pytest.mark.long
async def test_who_is_followed_up_late_is_in_the_message_and_looked_at_as_often_as_others() -> None:
    async with evening() as it:
        await are(it, JourneyStatus.STOPPED)
        await it.stream()
        await it.bot.passes(minutes=20)
        await are(it, JourneyStatus.RUNNING)
        async with it.bot.app.parts.database.write() as transaction:
            await follow_up_again(transaction, {it.stream_id}, it.bot.clock.now())
        await it.bot.passes(minutes=30)
        assert "2 messages given to 2 people" in standing(it).message.text
        before = await looks(it)
        await it.bot.passes(hours=2)
        assert await looks(it) == before + 4


async def are(it: Evening, status: JourneyStatus) -> None:
    """The journeys after a stream stand like that from now on."""
    community = await it.community()
    async with it.bot.app.parts.work() as work:
        for name in JOURNEYS:
            await Journeys(work).set_status(await Journeys(work).get(community.id, name), status, None)


async def looks(it: Evening) -> int:
    """How many looks at how it goes were queued."""
    async with it.bot.app.parts.work() as work:
        return int(await work.value(sa.select(sa.func.count()).where(jobs.c.name == "progress")))


@pytest.mark.long
async def test_an_end_that_is_taken_back_and_told_again_keeps_one_message() -> None:
    async with evening() as it:
        await it.starts()
        await it.bot.passes(minutes=30)
        await it.bot.says(it.host, "/stream end")
        await it.bot.passes(minutes=20)
        first = standing(it)
        await it.press(it.host, "It goes on")
        await it.bot.says(it.ann, "still here")
        await it.bot.passes(minutes=10)
        await it.bot.says(it.host, "/stream end")
        await it.bot.passes(hours=3, minutes=30)
        last = standing(it)
        assert last.message_id == first.message_id and last.message.text != first.message.text
