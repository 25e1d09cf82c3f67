"""The connection to the AI server is opened by the first question, which may be broken off."""

import asyncio
import subprocess
import sys
from contextlib import suppress

import pytest
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


OPENING = """
import asyncio, sys
from bot.ai.server import Server
from bot.config import AiConfig

api, module, name = sys.argv[1:]
asyncio.run(Server(AiConfig(api_key="key", model="small", api=api)).opened())
print(getattr(sys.modules[module], name).__pydantic_complete__)
"""


@pytest.mark.long
@pytest.mark.parametrize(
    ("api", "module", "name"),
    [
        ("responses", "openai.types.responses.response_text_delta_event", "ResponseTextDeltaEvent"),
        ("chat", "openai.types.chat.chat_completion_chunk", "ChatCompletionChunk"),
    ],
)
def test_what_the_library_builds_for_its_first_answer_is_there_before_anybody_asks(
    api: str, module: str, name: str
) -> None:
    told = subprocess.run(
        [sys.executable, "-c", OPENING, api, module, name], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout == "True\n"
