"""What milestones say: of themselves to hosts, and unasked to people and everybody, in both languages."""

import re

import pytest

from bot.testing import whole_bot
from tests.plugins.test_milestones import whole


@pytest.mark.long
@pytest.mark.parametrize(("language", "badge"), [("en", "Veteran"), ("cs", "Pamětník")])
async def test_who_is_a_veteran_is_left_to_the_badge_which_says_it_itself(language: str, badge: str) -> None:
    async with whole_bot(language=language) as bot:
        place = await whole(bot, language)
        await bot.says(place.hana, "/journey list")
        listed = await place.presses(place.hana, bot.seen(place.hana)[-1].message.actions[-1][-1].label)
        [line] = [line for line in listed.split("\n") if "milestones.veterans" in line]
        assert line.endswith(badge) and not re.search(r"\d", line)
        assert badge in await place.says(place.hana, f"/badge show {badge}")
