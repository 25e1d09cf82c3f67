"""A stream that nobody ended: the hosts hear of it, and can say when it really was over."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.model.identity import Role
from bot.storage.tables import enrolments
from bot.testing import START, whole_bot
from tests.plugins.following import Evening, evening, followed
from tests.snapshots.compare import matches, screen

pytestmark = pytest.mark.long

LANGUAGES = ("en", "cs")
SAY_END = "streams-say-end"
UNNOTICED = {"en": "nobody ended it", "cs": "nikdo ho neukončil"}


async def forgotten(it: Evening) -> None:
    """Ann is there at the beginning, Hana keeps a moment 50 minutes later and goes to bed."""
    await it.bot.says(it.host, "/stream start Tea night")
    await it.bot.says(it.ann, "hello")
    await it.bot.passes(minutes=50)
    await it.bot.says(it.host, "/stream note The glaze turned blue")
    it.news(it.host)
    await it.bot.passes(hours=13)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_it_reads(language: str) -> None:
    async with evening(language) as it:
        await forgotten(it)
        told = [shown for shown in it.news(it.host) if UNNOTICED[language] in shown.message.text]
        await it.press(it.host, SAY_END)
        answer = await it.fill(it.host, when="včera 20:10" if language == "cs" else "yesterday 20:10")
        await it.bot.says(it.host, "/stream recap")
        recap = it.news(it.host)
        await it.bot.says(it.host, "/audit")
        matches(f"streams/forgotten.{language}", screen([*told, *answer, *recap, *it.news(it.host)[:1]]))


async def test_what_a_host_does_is_a_sign_of_life_and_the_recap_lasts_until_the_last() -> None:
    async with evening() as it:
        await forgotten(it)
        await it.bot.says(it.host, "/stream recap")
        assert "50 minutes together: 1 person" in followed(it.news(it.host), "draft")


async def test_where_only_the_first_moment_was_seen_the_recap_tells_no_length() -> None:
    async with evening() as it:
        await it.bot.says(it.host, "/stream start Tea night")
        await it.bot.says(it.ann, "hello")
        await it.bot.passes(hours=13)
        it.news(it.host)
        await it.bot.says(it.host, "/stream recap")
        said = followed(it.news(it.host), "draft")
        assert "Together: 1 person" in said and "minute" not in said


async def test_one_that_a_bot_finds_that_was_down_is_told_of_as_well(tmp_path: Path) -> None:
    async with whole_bot(folder=tmp_path) as bot:
        await bot.says(bot.person("Hana", Role.HOST), "/stream start Tea night")
        await bot.says(bot.person("Ann"), "hello")
    async with whole_bot(folder=tmp_path, start=START + timedelta(hours=20)) as bot:
        hana = bot.person("Hana", Role.HOST)
        await bot.app.turn()
        await bot.says(hana, "/ping")
        assert sum("nobody ended it" in text for text in bot.texts(hana)) == 1


async def test_one_that_a_host_ended_is_nobody_s_news() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=60)
        assert not any("nobody ended it" in shown.message.text for shown in it.bot.seen(it.host))


async def test_what_has_not_left_counts_from_the_end_that_a_host_told() -> None:
    async with evening() as it:
        await forgotten(it)
        await it.press(it.host, SAY_END)
        await it.fill(it.host, when="yesterday 23:30")
        async with it.bot.app.parts.work() as work:
            moments = await work.rows(sa.select(enrolments.c.anchor_at).distinct())
        assert [row[0] - START for row in moments] == [timedelta(hours=4, minutes=30)]


@pytest.mark.parametrize(
    ("when", "refusal"),
    [
        ("some day", "cannot read “some day”"),
        ("yesterday 18:59", "cannot have ended then"),
        ("tomorrow 20:00", "cannot have ended then"),
    ],
)
async def test_an_end_that_cannot_be_is_refused(when: str, refusal: str) -> None:
    async with evening() as it:
        await forgotten(it)
        await it.press(it.host, SAY_END)
        assert refusal in followed(await it.fill(it.host, when=when))


async def test_once_its_48_hours_are_over_its_end_stays() -> None:
    async with evening() as it:
        await forgotten(it)
        await it.bot.passes(hours=40)
        await it.press(it.host, SAY_END)
        assert "its end stays as it is" in followed(await it.fill(it.host, when="yesterday 20:10"))
