"""The studio: beside the loop, within bounds, and only when somebody wants a picture."""

import asyncio
import subprocess
import sys
import time

import pytest

from bot.model.cards import Look
from bot.pictures.studio import Studio
from tests.pictures.examples import NAMES, PROFILE, ranking


@pytest.fixture
def studio() -> Studio:
    return Studio()


async def test_a_picture_is_drawn_once_and_kept(studio: Studio) -> None:
    first = await studio.picture(PROFILE["cs"], Look.DARK)
    assert first is not None and first.startswith(b"\x89PNG")
    assert await studio.picture(PROFILE["cs"], Look.DARK) is first
    assert await studio.picture(PROFILE["cs"], Look.LIGHT) != first
    studio.close()


async def test_who_reads_texts_alone_is_drawn_nothing(studio: Studio) -> None:
    assert await studio.picture(PROFILE["cs"], Look.TEXT) is None


async def test_of_many_who_ask_at_once_the_last_are_given_the_text_alone() -> None:
    studio = Studio(a_second=3)
    cards = [ranking("en", NAMES[:places], 0) for places in range(1, 7)]
    drawn = await asyncio.gather(*(studio.picture(card, Look.DARK) for card in cards))
    assert [picture is not None for picture in drawn] == [True, True, True, False, False, False]
    assert await studio.picture(cards[0], Look.DARK) is drawn[0], "what is there is given all the same"
    await asyncio.sleep(0.4)
    assert await studio.picture(cards[5], Look.DARK) is not None, "once there is room again"
    studio.close()


async def test_what_nobody_waits_for_waits_itself_and_leaves_half_of_the_room_to_people() -> None:
    studio = Studio(a_second=4)
    cards = [ranking("en", NAMES[:places], 0) for places in range(1, 10)]
    patient = [asyncio.create_task(studio.picture(card, Look.DARK, patience=5)) for card in cards[:4]]
    await asyncio.sleep(0)
    for card in cards[5:7]:
        assert await studio.picture(card, Look.DARK) is not None, "there is room for two people all the same"
    assert all(await asyncio.gather(*patient))
    studio.close()


async def test_what_waits_for_room_in_vain_goes_without() -> None:
    studio = Studio(a_second=2)
    cards = [ranking("en", NAMES[:places], 0) for places in (1, 2)]
    drawn = await asyncio.gather(*(studio.picture(card, Look.DARK, patience=0.01) for card in cards))
    assert [picture is not None for picture in drawn] == [True, False]
    studio.close()


@pytest.mark.long
async def test_the_loop_goes_on_while_pictures_are_drawn(studio: Studio) -> None:
    await studio.picture(PROFILE["en"], Look.DARK)  # the libraries are loaded
    longest, last = 0.0, time.thread_time()
    drawing = asyncio.gather(*(studio.picture(ranking("en", NAMES[:places], 0), Look.DARK) for places in range(1, 8)))
    while not drawing.done():
        await asyncio.sleep(0)
        now = time.thread_time()
        longest, last = max(longest, now - last), now
    assert longest < 0.01, "the processor time that the loop's own thread gave to a single step"
    studio.close()


async def test_a_picture_that_takes_too_long_is_left_out_and_the_next_one_comes(
    caplog: pytest.LogCaptureFixture,
) -> None:
    hurried = Studio(seconds=0)
    assert await hurried.picture(PROFILE["en"], Look.DARK) is None
    assert "the text goes alone" in caplog.text
    hurried.close()


async def test_what_cannot_be_drawn_raises_and_the_next_is_drawn(studio: Studio) -> None:
    broken = ranking("en", (None,), 0)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        await studio.picture(broken, Look.DARK)
    assert await studio.picture(PROFILE["en"], Look.DARK) is not None
    studio.close()


@pytest.mark.long
def test_nothing_that_draws_is_loaded_before_the_first_picture() -> None:
    code = "import sys, bot.app, plugins.passport; print(sorted(sys.modules.keys() & {'PIL', 'uharfbuzz', 'segno'}))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
