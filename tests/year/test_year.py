"""A small place lives through a year; the larger ones are `python -m tests.year`."""

import pytest

from tests.year.running import run


@pytest.mark.timeout(600)  # of a busy machine
async def test_a_year_of_300_people_and_12_streams_holds_to_the_last_point() -> None:
    outcome = await run(300, 12, seed=1)
    assert not outcome.wrong, "\n".join([outcome.figures, *outcome.wrong[:20]])
