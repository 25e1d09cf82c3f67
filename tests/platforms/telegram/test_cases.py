"""Talking to a person on Telegram, with its own requests: the hosts' group, questions in private, the stars."""

from pathlib import Path

import pytest

from bot.clock import VirtualClock
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.test_rooms import Meeting, met
from tests.platforms.telegram.world import Person


async def presses(it: Meeting, who: Person, label: str) -> str:
    """A button of the newest private message that has it; what is answered there last."""
    await who.presses(next(shown for shown in reversed(who.inbox) if label in shown.labels), label)
    await it.app.dispatcher.idle()
    return who.inbox[-1].text


async def types(it: Meeting, who: Person, text: str) -> str:
    """In the private chat; what is answered there last."""
    await who.says(text)
    await it.app.dispatcher.idle()
    return who.inbox[-1].text


@pytest.mark.long
async def test_on_telegram_a_member_and_a_host_talk_in_their_private_chats_until_the_stars(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with met(server, tmp_path, clock) as it:
        posted = len(it.room.messages)
        assert "The team has your words." in await types(it, it.vera, "/talk My parcel has not come.")
        await it.passes()
        [post] = it.room.messages[posted:]
        assert "Vera wants to talk to a person (#1)." in post.text and "My parcel has not come." in post.text
        await it.olga.presses(post, "Take it")
        await it.app.dispatcher.idle()
        await it.passes()
        assert "Olga has what you wrote and answers you here." in it.vera.inbox[-1].text
        assert "Olga is talking with you, so I keep silent" in await types(it, it.vera, "/ask Where is it?")
        await presses(it, it.olga, "Reply")
        assert "on their way to Vera" in await types(it, it.olga, "On its way, 5 < 7.")
        await it.passes()
        assert it.vera.inbox[-1].text.endswith("writes to you:\nOn its way, 5 < 7.")
        await presses(it, it.vera, "Reply")
        assert "Olga has this as well now." in await types(it, it.vera, "Thank you!")
        await it.passes()
        assert "Vera has written more (#1)." in it.olga.inbox[-1].text
        assert "Thank you!" in await presses(it, it.olga, "Look")
        assert "It is over" in await presses(it, it.olga, "Hand back to the bot")
        await it.passes()
        assert "How many stars for the help?" in it.vera.inbox[-1].text
        assert "Thank you for ★★★★★." in await presses(it, it.vera, "5 ★")
        await it.passes()
        [post] = it.room.messages[posted:]
        assert post.text.endswith("★★★★★") and post.labels == ["Transcript"]
        await presses(it, it.olga, "Transcript")
        await presses(it, it.olga, "As a text file")
        [(name, content)] = [shown.file for shown in it.olga.inbox if shown.file is not None]
        assert name == "case-1.txt" and "Vera: My parcel has not come." in content.decode()
