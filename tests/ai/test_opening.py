"""The connection to the AI server is opened by the first question, which may be broken off."""

import asyncio
from contextlib import suppress

from pydantic import SecretStr

from bot.ai.server import Server
from bot.config import AiConfig


async def test_what_was_broken_off_while_it_opened_is_opened_anew_and_closes_all_the_same() -> None:
    server = Server(AiConfig(api_key=SecretStr("key"), model="small"))
    here = asyncio.current_task()
    asking = asyncio.create_task(server.opened())
    await asyncio.sleep(0)
    for task in asyncio.all_tasks() - {here}:
        task.cancel()  # as when a bot is stopped from outside
    with suppress(asyncio.CancelledError):
        await asking
    await server.close()
    assert await server.opened() is await server.opened()
    await server.close()
