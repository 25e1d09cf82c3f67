"""Many people who do the same at once, as after a post with a button for everybody."""

import asyncio

import pytest

from bot.model.identity import Role
from bot.testing import whole_bot

pytestmark = pytest.mark.long

CROWD = 16
COMMANDS = ("/me", "/inbox", "/journey show missed-it", "/journey preview after-stream")


async def test_a_crowd_that_acts_at_once_is_answered_one_and_all(each_address: str) -> None:
    async with whole_bot(database_url=each_address) as bot:
        crowd = [bot.person(f"Guest{number}", Role.MODERATOR) for number in range(CROWD)]
        await bot.says(crowd[0], "/stream start Teapots")
        for person in crowd:
            await bot.chat.says(person, "hello")
        await bot.passes(minutes=1)
        await bot.says(crowd[0], "/stream end")
        await bot.passes(minutes=20)
        for command in COMMANDS:
            seen = [len(bot.seen(person)) for person in crowd]
            await asyncio.gather(*(bot.chat.says(person, command) for person in crowd))
            await bot.app.turn()
            answers = [bot.texts(person)[before:] for person, before in zip(crowd, seen, strict=True)]
            assert all(answers)
            assert [text for answer in answers for text in answer if "broke" in text] == []
