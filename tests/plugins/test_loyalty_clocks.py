"""What a day brings at most, on the two days of the year that are shorter and longer than the others."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.testing import whole_bot
from tests.plugins.loyal import evening_of
from tests.plugins.test_loyalty import drop

MARCH, OCTOBER = datetime(2027, 3, 27, 23, tzinfo=UTC), datetime(2026, 10, 24, 22, tzinfo=UTC)
"""Where the day begins in Prague that has 23 hours, and that of 25."""


@pytest.mark.long
@pytest.mark.parametrize(
    ("midnight", "hours", "first"),
    [
        pytest.param(MARCH, 23, 0.0, id="March"),
        pytest.param(OCTOBER, 25, 0.0, id="October"),
        pytest.param(OCTOBER, 25, 24.1, id="October's last hour"),
    ],
)
async def test_a_day_is_bound_from_midnight_to_midnight_in_prague_also_when_clocks_change(
    midnight: datetime, hours: int, first: float
) -> None:
    async with whole_bot(start=midnight - timedelta(minutes=40)) as bot:
        it = await evening_of(bot, "en")
        await it.says(it.hana, "/plugin configure loyalty day_check_ins 5")
        for after, posted in ((-0.4, 5), (first, 10), (hours - 0.4, 10), (hours, 15)):
            await bot.passes(seconds=(midnight + timedelta(hours=after) - bot.clock.now()).total_seconds())
            await drop(it, it.ann)
            assert (await it.balance(it.ann)).posted == posted, after
