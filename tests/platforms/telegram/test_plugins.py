"""What members win and tell on Telegram, with the whole bot, its plugins and Telegram's own requests."""

from pathlib import Path

import pytest

from bot.clock import VirtualClock
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.test_doors import salon_bot
from tests.platforms.telegram.test_rewards import types


@pytest.mark.long
async def test_whoever_wins_a_badge_has_the_tag_that_was_chosen_for_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await it.says(it.olga, "/badge_show first", it.tea)
        assert "Tea: not at all" in await it.presses(it.olga, "Role or tag")
        assert "a badge is a short tag beside the name" in await it.presses(it.olga, "In Tea")
        await it.presses(it.olga, "Write the tag")
        assert "From now on 🎬 First stream shows that way." in await types(it, it.olga, "guest")
        await it.says(it.olga, "/stream_start Glazes", it.tea)
        await it.says(it.ann, "hello", it.tea)
        await it.passes(minutes=11)
        assert it.tea.tags == {}
        await it.says(it.olga, "/stream_end", it.tea)
        await it.passes(minutes=20)
        assert it.tea.tags == {it.ann.id: "guest"}
        await it.says(it.olga, "/badge_show first", it.tea)
        assert "Tea: guest" in await it.presses(it.olga, "Role or tag")


@pytest.mark.long
async def test_a_birthday_is_told_by_its_day_and_month(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        assert "7 March: is that right?" in await types(it, it.ann, "/birthday 7 March")
        assert "Noted: 7 March. It stays between us." in await it.presses(it.ann, "Yes, but only us two")
        assert "Your birthday is 7 March." in await types(it, it.ann, "/birthday")
