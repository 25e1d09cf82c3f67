"""A bot that has ended lets go of everything, in time and whatever hangs."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.app import CLOSING_SECONDS, App, open_app
from bot.clock import SystemClock
from bot.config import load_config
from bot.model.messages import Markup
from bot.platforms.local.chat import LocalPlatform
from bot.testing import TEST_KEY
from tests.core.lab import Lab, loaded


class Clinging(LocalPlatform):
    """A chat that does not let go of its connection before it may."""

    def __init__(self, name: str) -> None:
        super().__init__(SystemClock(), lambda *_, **__: Markup(""))
        self._name = name
        self.closing = asyncio.Event()
        self.may = asyncio.Event()

    @property
    def name(self) -> str:
        return self._name

    async def close(self) -> None:
        self.closing.set()
        await self.may.wait()


def opened(folder: Path, chats: Sequence[LocalPlatform]) -> AbstractAsyncContextManager[App]:
    """The bot on the real clock with these chats."""
    config = load_config(environment={"AFTERGLOW_DATA_FOLDER": str(folder), "AFTERGLOW_SECRET_KEY": TEST_KEY})
    return open_app(config, make_platforms=lambda *_: chats, loaded=loaded(Lab().plugin))


async def test_a_bot_that_is_cancelled_while_it_closes_closes_to_the_end(tmp_path: Path) -> None:
    async def open_and_close(*chats: LocalPlatform) -> None:
        async with opened(tmp_path, chats):
            """Nothing happens meanwhile."""

    chat = Clinging("one")
    living = asyncio.create_task(open_and_close(chat))
    await chat.closing.wait()
    living.cancel()  # as Ctrl-C does
    chat.may.set()
    with pytest.raises(asyncio.CancelledError):
        await living
    await open_and_close()  # nothing holds the database any more


async def test_however_many_connections_hang_at_the_end_stopping_takes_no_longer(tmp_path: Path) -> None:
    async with opened(tmp_path, [Clinging(name) for name in ("one", "two", "three", "four")]) as app:
        running = asyncio.create_task(app.run())
        app.stop()
        await running
        began = time.monotonic()
    assert time.monotonic() - began < 2 * CLOSING_SECONDS
