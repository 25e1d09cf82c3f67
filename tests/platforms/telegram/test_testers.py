"""Testing on Telegram, with its own requests: the call, the group that opens, the talk, the end."""

from pathlib import Path

import pytest

from bot.clock import VirtualClock
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.test_doors import Salon, made, salon_bot
from tests.platforms.telegram.test_rewards import types
from tests.platforms.telegram.world import Person


async def volunteers(it: Salon, who: Person) -> str:
    """Press the post in the group; what is answered in private."""
    post = next(shown for shown in reversed(it.tea.messages) if "I would test it" in shown.labels)
    await who.presses(post, "I would test it")
    await it.app.dispatcher.idle()
    return who.inbox[-1].text


@pytest.mark.long
async def test_on_telegram_testers_ask_to_come_into_a_group_and_are_let_in_until_the_call_closes(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with salon_bot(server, tmp_path, clock) as it:
        await made(it)
        assert "It is posted for everybody." in await types(it, it.olga, "/tester_call Glaze | 1")
        await it.presses(it.olga, "Private place")
        assert "Testers are let into Salon" in await it.presses(it.olga, "Salon")
        await it.passes(seconds=15)
        assert "You are a tester." in await volunteers(it, it.ann)
        await it.passes(minutes=1)
        opened = next(message for message in reversed(it.ann.inbox) if "Ask to come in there" in message.text)
        await it.ann.follows(opened.text.split()[-1])
        await it.app.dispatcher.idle()
        await it.passes(minutes=1)
        assert it.ann in it.salon.members
        await types(it, it.ann, "/testers")
        await it.presses(it.ann, "Glaze")
        await it.presses(it.ann, "Say what you found")
        await types(it, it.ann, "It runs.")
        assert "The hosts have what you found" in await it.presses(it.ann, "★★★★")
        await it.passes(days=20)
        assert it.ann not in it.salon.members
        assert "Thank you for testing!" in it.ann.inbox[-1].text
