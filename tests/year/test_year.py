"""A small place lives through a year; the larger ones are `python -m tests.year`."""

import pytest

from tests.year.running import run


@pytest.mark.long
async def test_a_year_holds_to_the_last_point() -> None:
    outcome = await run(members=40, streams=3, seed=1)
    assert not outcome.wrong, "\n".join([outcome.figures, *outcome.wrong[:20]])
