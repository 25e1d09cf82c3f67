"""A local chat that runs, for the tests in this folder."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.clock import VirtualClock
from bot.platforms.local.chat import LocalPlatform
from bot.text.files import bundled_locales
from bot.text.translator import Translator, load_translator
from tests.platforms.contract import COMMANDS, Recorder
from tests.platforms.local.sitting import SmallChat

START = datetime(2026, 11, 22, 18, tzinfo=UTC)


@pytest.fixture(scope="session")
def translator() -> Translator:
    """The bundled texts that the local chat uses; a missing one is an error."""
    return load_translator([bundled_locales()], strict=True, names={"core", "local"})


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(START)


@pytest.fixture
def sink() -> Recorder:
    return Recorder()


@pytest.fixture
async def chat(clock: VirtualClock, sink: Recorder, translator: Translator) -> AsyncIterator[LocalPlatform]:
    """A chat that hands over to `sink` and knows the commands of the contract."""
    chat = LocalPlatform(clock, translator.text)
    running = asyncio.create_task(chat.run(sink, COMMANDS))
    yield chat
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


@pytest.fixture
async def small(clock: VirtualClock, translator: Translator) -> AsyncIterator[SmallChat]:
    """A chat with a small bot in it, running."""
    chat = SmallChat(clock, translator.text)
    running = asyncio.create_task(chat.run(chat, COMMANDS))
    yield chat
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
