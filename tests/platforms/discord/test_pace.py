"""How fast requests leave, on a loop whose time jumps."""

import asyncio

import pytest

from bot.platforms.discord.pace import INVALID_FOR_ALL, INVALID_FOR_UNASKED, HeldError, Pace
from tests.platforms.discord.jumping import at_once


async def departures(pace: Pace, count: int, *, unasked: bool) -> list[float]:
    """Let so many leave as fast as they may; when each of them did."""

    async def one() -> float:
        await pace.leave(unasked=unasked)
        return now()

    return sorted(await asyncio.gather(*(one() for _ in range(count))))


def now() -> float:
    return asyncio.get_running_loop().time()


def most_in_a_second(moments: list[float]) -> int:
    """How many of them lie within one second, at worst."""
    return max(sum(1 for other in moments if at <= other < at + 1) for at in moments)


@pytest.mark.parametrize(("unasked", "most"), [(False, 50), (True, 40)])
def test_no_second_sees_more_than_its_share(unasked: bool, most: int) -> None:
    moments = at_once(lambda: departures(Pace(), 500, unasked=unasked))
    assert most_in_a_second(moments) == most
    assert moments[-1] - moments[0] < 500 / most * 1.1


def test_an_answer_does_not_wait_behind_a_flood_of_unasked_messages() -> None:
    async def flood() -> tuple[float, int]:
        pace = Pace()
        flooding = asyncio.create_task(departures(pace, 400, unasked=True))
        waited, answers = 0.0, []
        for _ in range(30):
            await asyncio.sleep(0.2)
            before = now()
            await pace.leave(unasked=False)
            answers.append(now())
            waited = max(waited, now() - before)
        return waited, most_in_a_second([*answers, *(await flooding)])

    waited, most = at_once(flood)
    assert waited == 0
    assert most <= 50


def test_after_a_global_refusal_nothing_leaves_until_it_is_over() -> None:
    async def refused() -> list[float]:
        pace, begun = Pace(), now()
        pace.refused(3)
        pace.refused(1)  # a shorter one does not open the gate again
        both = await asyncio.gather(*(departures(pace, 1, unasked=unasked) for unasked in (False, True)))
        return [moment - begun for (moment,) in both]

    assert at_once(refused) == pytest.approx([3, 3])


def test_what_would_have_to_wait_too_long_is_told_when() -> None:
    async def refused() -> float:
        pace = Pace()
        pace.refused(3600)
        with pytest.raises(HeldError) as held:
            await pace.leave(unasked=False)
        return held.value.seconds

    assert at_once(refused) == pytest.approx(3600)


def test_many_invalid_requests_stop_the_unasked_ones_first_and_then_all() -> None:
    async def invalid() -> None:
        pace = Pace()
        for _ in range(INVALID_FOR_UNASKED):
            pace.was_invalid()
        await pace.leave(unasked=False)
        with pytest.raises(HeldError):
            await pace.leave(unasked=True)
        for _ in range(INVALID_FOR_ALL - INVALID_FOR_UNASKED):
            pace.was_invalid()
        for unasked in (False, True):
            with pytest.raises(HeldError) as held:
                pace.check(unasked=unasked)
            assert 0 < held.value.seconds <= 600
        await asyncio.sleep(601)
        await pace.leave(unasked=True)

    at_once(invalid)
    assert INVALID_FOR_ALL < 10_000 / 2
