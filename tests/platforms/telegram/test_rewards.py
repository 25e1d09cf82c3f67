"""Rewards on Telegram, with the whole bot and Telegram's own requests: a group that opens, a calendar file, points."""

from pathlib import Path

import pytest

from bot.clock import VirtualClock
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.test_doors import Salon, made, salon_bot
from tests.platforms.telegram.world import Person


async def types(it: Salon, who: Person, text: str) -> str:
    """In the private chat; what is answered there last."""
    await who.says(text)
    await it.app.dispatcher.idle()
    return who.inbox[-1].text


@pytest.mark.long
async def test_a_group_opens_for_whoever_claimed_it_and_shuts_again(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await made(it)
        await types(it, it.olga, "/reward_create room Backroom")
        await it.presses(it.olga, "Numbers")
        await types(it, it.olga, "0")
        for _ in range(2):  # any number of them, as many for each as they like
            await it.presses(it.olga, "Skip")
        await types(it, it.olga, "2")
        await it.presses(it.olga, "Skip")
        await it.passes(minutes=1)
        await types(it, it.olga, "/reward_show Backroom")
        await it.presses(it.olga, "What it opens")
        assert "Opens Salon." in await it.presses(it.olga, "Salon")
        assert "is on offer" in await it.presses(it.olga, "Put on offer")
        await types(it, it.ann, "/rewards Backroom")
        assert "It is on its way" in await it.presses(it.ann, "Claim it")
        await it.passes(minutes=1)
        opened = next(message for message in reversed(it.ann.inbox) if "Ask to come in there" in message.text)
        await it.ann.follows(opened.text.split()[-1])
        await it.app.dispatcher.idle()
        await it.passes(minutes=1)
        assert it.ann in it.salon.members
        await types(it, it.ann, "/mine")
        assert "Ask to come in here" in await it.presses(it.ann, "Open: Backroom")
        await it.passes(days=2, minutes=5)
        assert it.ann not in it.salon.members


@pytest.mark.long
async def test_a_slot_comes_with_its_calendar_file(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await types(it, it.olga, "/reward_create slot Tea")
        await it.presses(it.olga, "Put on offer")
        await types(it, it.olga, "/reward_times Tea tomorrow 18:00 30")
        await types(it, it.ann, "/rewards Tea")
        label = next(label for label in it.ann.inbox[-1].labels if "18:00" in label)
        assert "kept for you" in await it.presses(it.ann, label)
        await it.presses(it.ann, "Yes, I want it")
        [(name, content)] = [message.file for message in it.ann.inbox if message.file is not None]
        assert name == "reward.ics" and content.startswith(b"BEGIN:VCALENDAR\r\n")
