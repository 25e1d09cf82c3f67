"""An end that was a slip: a host takes it back, and the evening goes on as if it had not been."""

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.community.activities import ATTENDED
from bot.community.streams import Streams
from bot.model.identity import Role
from bot.platforms.local.records import Shown
from bot.storage.tables import activities, audit, deliveries, enrolments
from bot.testing import START, whole_bot
from bot.text.markup import plain
from tests.plugins.following import Evening, evening, followed
from tests.snapshots.compare import matches, screen

pytestmark = pytest.mark.long

LANGUAGES = ("en", "cs")
GOES_ON = "streams-take-back"


async def ended_by_a_slip(it: Evening, *, minutes: int = 3) -> None:
    """Ann and Ben are at a stream, whose host ends it after so many minutes more than half an hour."""
    await it.bot.says(it.host, "/stream start Tea night")
    await it.bot.says(it.ann, "hello")
    await it.bot.says(it.ben, "which clay?")
    await it.bot.passes(minutes=30 + minutes)
    for person in (it.ann, it.ben, it.host):
        it.news(person)
    await it.bot.says(it.host, "/stream end")


async def ends_truly(it: Evening) -> None:
    """Twenty minutes later it ends, after Dan came as well."""
    await it.bot.says(it.dan, "am I late?")
    await it.bot.passes(minutes=20)
    await it.bot.says(it.host, "/stream end")


async def thanked(it: Evening, hours: int = 1) -> list[int]:
    """How many notes of thanks each of the three was given when so many hours have passed."""
    await it.bot.passes(hours=hours)
    counts = []
    for person in (it.ann, it.ben, it.dan):
        await it.opens(person)
        said = [plain(shown.message.text) for shown in it.bot.seen(person) if shown.private]
        counts.append(sum("Tea night" in text and "Thank" in text for text in said))
    return counts


def token_of(it: Evening) -> str:
    """What stands behind the host's button."""
    buttons = [action for shown in it.bot.seen(it.host) for action in shown.buttons]
    return next(action.token for action in buttons if action.label == it.say(GOES_ON))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_it_reads(language: str) -> None:
    async with evening(language) as it:
        await ended_by_a_slip(it)
        it.news(it.host)
        await it.bot.passes(minutes=2)
        taken_back = await it.press(it.host, GOES_ON)
        again = await it.press(it.host, GOES_ON)
        await it.bot.says(it.host, "/audit")
        matches(f"streams/going-on.{language}", screen([*taken_back, *again, *it.news(it.host)]))


async def test_the_button_lets_the_same_stream_go_on() -> None:
    async with evening() as it:
        await ended_by_a_slip(it)
        await it.bot.passes(minutes=2)
        assert "goes on as if it had not ended" in followed(await it.press(it.host, GOES_ON))
        await ends_truly(it)
        async with it.bot.app.parts.work() as work:
            stream = await Streams(work).newest((await it.community()).id)
            count = await work.value(sa.select(sa.func.count()).where(activities.c.kind == ATTENDED))
        assert stream is not None and stream.started_at is not None and stream.ended_at is not None
        assert (stream.number, stream.title, count) == (1, "Tea night", 3)
        assert (stream.ended_at - stream.started_at).total_seconds() == 55 * 60


async def test_a_start_without_another_title_lets_it_go_on_as_well() -> None:
    async with evening() as it:
        for start in ("/stream start", "/stream start Tea night"):
            await ended_by_a_slip(it)
            it.news(it.host)
            await it.bot.says(it.host, start)
            assert "goes on as if it had not ended" in followed(it.news(it.host))
            await it.bot.says(it.host, "/stream end")
            await it.bot.passes(minutes=20)


async def test_a_start_with_another_title_or_of_what_is_planned_is_another_stream() -> None:
    async with evening() as it:
        await ended_by_a_slip(it)
        await it.bot.says(it.host, "/stream start Cake night")
        await it.bot.says(it.ann, "cake!")
        assert "its end stands" in followed(await it.press(it.host, GOES_ON))
        await it.bot.passes(minutes=10)
        await it.bot.says(it.host, "/stream end")
        await it.bot.says(it.host, "/stream plan in 10 min Pie night")
        it.news(it.host)
        await it.bot.says(it.host, "/stream start")
        assert "Pie night is live." in followed(it.news(it.host), "Pie night")


async def test_nobody_is_thanked_while_it_goes_on_and_everybody_once_at_its_true_end(each_address: str) -> None:
    async with evening(database_url=each_address) as it:
        await ended_by_a_slip(it)
        await it.bot.passes(minutes=2)
        await it.press(it.host, GOES_ON)
        it.news(it.ann)
        await it.bot.passes(minutes=15)
        assert not it.news(it.ann)
        await ends_truly(it)
        assert await thanked(it) == [1, 1, 1]
        await it.bot.passes(hours=47)
        assert await thanked(it) == [1, 1, 1]


async def test_what_had_left_before_is_not_repeated() -> None:
    async with evening() as it:
        await ended_by_a_slip(it)
        await it.bot.passes(minutes=12)
        assert any("Thank" in shown.message.text for shown in it.news(it.ann))
        await it.press(it.host, GOES_ON)
        await ends_truly(it)
        assert await thanked(it) == [1, 1, 1]
        async with it.bot.app.parts.work() as work:
            moments = await work.rows(sa.select(enrolments.c.anchor_at).distinct())
            stream = await Streams(work).newest((await it.community()).id)
        assert stream is not None and [row[0] for row in moments] == [stream.ended_at]


async def test_what_follows_counts_from_the_true_end() -> None:
    async with evening() as it:
        await ended_by_a_slip(it)
        await it.press(it.host, GOES_ON)
        await ends_truly(it)
        it.news(it.ann)
        await it.bot.passes(minutes=9)
        assert not it.news(it.ann)
        await it.bot.passes(minutes=2)
        assert [shown for shown in it.news(it.ann) if shown.private]


async def test_hosts_are_told_anew_and_the_recap_is_of_the_whole_evening() -> None:
    async with evening() as it:
        await ended_by_a_slip(it)
        await it.bot.passes(minutes=2)
        assert "33 minutes together: 2 people" in followed(it.news(it.host), "draft")
        assert "still live" in followed(await _pressed_after_going_on(it))
        it.news(it.host)
        await ends_truly(it)
        await it.bot.passes(minutes=2)
        told = it.news(it.host)
        assert "55 minutes together: 3 people" in followed(told, "draft")
        assert "3 people" in followed(told, "follow-ups", "people")


async def _pressed_after_going_on(it: Evening) -> list[Shown]:
    await it.press(it.host, GOES_ON)
    return await it.press(it.host, "streams-post-recap")


async def test_a_host_s_own_words_for_the_recap_are_kept() -> None:
    async with evening() as it:
        await ended_by_a_slip(it)
        await it.press(it.host, "streams-edit-recap")
        await it.fill(it.host, text="What an evening")
        await it.press(it.host, GOES_ON)
        await ends_truly(it)
        it.news(it.host)
        await it.bot.says(it.host, "/stream recap")
        assert "What an evening" in followed(it.news(it.host))


async def test_too_late_is_too_late_and_changes_nothing() -> None:
    async with evening() as it:
        await ended_by_a_slip(it)
        await it.bot.passes(minutes=15)
        assert "for 15 minutes, and they are over" in followed(await it.press(it.host, GOES_ON))
        assert await thanked(it) == [1, 1, 0]


async def test_for_how_long_is_a_setting_and_nought_is_never() -> None:
    async with evening() as it:
        await it.bot.says(it.host, "/plugin configure streams go_on_minutes 30")
        await ended_by_a_slip(it)
        await it.bot.passes(minutes=29)
        assert "goes on as if" in followed(await it.press(it.host, GOES_ON))
        await it.bot.says(it.host, "/plugin configure streams go_on_minutes 0")
        it.news(it.host)
        await it.bot.says(it.host, "/stream end")
        assert "[It goes on]" not in followed(it.news(it.host))
        await it.bot.says(it.host, "/stream start")
        assert "Stream 2 is live." in followed(it.news(it.host), "Stream 2")


async def test_a_stream_that_would_not_count_goes_on_too() -> None:
    async with evening() as it:
        await it.bot.says(it.host, "/stream start Tea night")
        await it.bot.says(it.ann, "hello")
        await it.bot.passes(minutes=1)
        await it.bot.says(it.host, "/stream end")
        await it.press(it.host, GOES_ON)
        await ends_truly(it)
        assert await thanked(it) == [1, 0, 1]


async def test_guests_cannot_take_an_end_back() -> None:
    async with evening() as it:
        await ended_by_a_slip(it)
        assert "This is for hosts" in "".join(await it.bot.presses(it.ann, token_of(it)))


@pytest.mark.parametrize("second", ["press", "start", "end"])
async def test_two_who_act_at_once_make_one_evening(second: str, each_address: str) -> None:
    async with evening(database_url=each_address) as it:
        other = it.bot.person("Mia", Role.MODERATOR)
        await it.bot.says(other, "/ping")
        await ended_by_a_slip(it)
        token = token_of(it)
        acts = {
            "press": it.bot.chat.presses(other, token),
            "start": it.bot.chat.says(other, "/stream start"),
            "end": it.bot.chat.says(other, "/stream end"),
        }
        for name, act in acts.items():
            if name != second:
                act.close()
        await asyncio.gather(it.bot.chat.presses(it.host, token), acts[second])
        await it.bot.app.turn()
        async with it.bot.app.parts.work() as work:
            rows = await work.rows(sa.select(audit.c.action).where(audit.c.subject == "stream:1"))
            on = await Streams(work).live((await it.community()).id)
        assert [action for (action,) in rows].count("stream.go-on") == 1
        if on is not None:
            await ends_truly(it)
        assert (await thanked(it))[:2] == [1, 1]
        async with it.bot.app.parts.work() as work:
            newest = await Streams(work).newest((await it.community()).id)
        assert newest is not None and newest.id == 1


@pytest.mark.parametrize("dies_after", ["the end", "going on", "the true end"])
async def test_a_bot_that_dies_in_between_loses_nobody(dies_after: str, tmp_path: Path) -> None:
    """It stops with what follows still undone; the next one does it."""
    now = START
    for stage in ("the end", "going on", "the true end", ""):
        async with whole_bot(folder=tmp_path, start=now) as bot:
            hana, ann = bot.person("Hana", Role.MODERATOR), bot.person("Ann")
            await bot.app.turn()
            if stage == "the end":
                for line in ("/journey approve after-stream", "/stream start Tea night"):
                    await bot.says(hana, line)
                await bot.says(ann, "hello")
                await bot.passes(minutes=30)
            if stage in ("the end", "the true end"):
                await bot.chat.says(hana, "/stream end")
            elif stage == "going on":
                await bot.chat.says(hana, "/stream start")
            await bot.app.dispatcher.idle()
            if stage != dies_after:
                await bot.passes(minutes=5)
            if not stage:
                await bot.passes(hours=1)
                await bot.says(ann, "/inbox")
                notes = [plain(shown.message.text) for shown in bot.seen(ann) if shown.private]
                assert sum("Thank" in note for note in notes) == 1
                async with bot.app.parts.work() as work:
                    rows = await work.rows(sa.select(deliveries.c.step).where(deliveries.c.enrolment_id.is_not(None)))
                assert len(rows) == len(set(rows))
            now = bot.clock.now()
