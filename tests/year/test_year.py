"""A small place lives through a year; the larger ones are `python -m tests.year`."""

import pytest

from tests.year.running import run


@pytest.mark.timeout(600)  # of a busy machine
@pytest.mark.parametrize(
    ("members", "streams"),
    [
        pytest.param(100, 4, id="100 people and 4 streams"),
        pytest.param(300, 12, id="300 people and 12 streams", marks=pytest.mark.long),  # everything comes to pass
    ],
)
async def test_a_year_holds_to_the_last_point(members: int, streams: int) -> None:
    outcome = await run(members, streams, seed=1)
    assert not outcome.wrong, "\n".join([outcome.figures, *outcome.wrong[:20]])
