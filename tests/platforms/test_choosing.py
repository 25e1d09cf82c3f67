"""From the configuration to the edges: what it says about a network is what that network sees."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.config import load_config
from bot.model.results import SendStatus
from bot.platforms.choosing import configured_platforms
from bot.testing import TEST_KEY
from tests.eventually import eventually
from tests.platforms.discord.bench import message
from tests.platforms.discord.living_server import LivingServer
from tests.platforms.discord.server import TOKEN, serving
from tests.platforms.discord.test_faults import PERSON
from tests.platforms.telegram.server import TelegramServer

WITHOUT_MEMBERS, WITH_MEMBERS = 16848577, 16848579


@contextlib.asynccontextmanager
async def configured(folder: Path, settings: Mapping[str, str]) -> AsyncIterator[App]:
    """The bot with the edges that the configuration chooses, until they see what there is."""
    environment = {"DATA_FOLDER": str(folder), "SECRET_KEY": TEST_KEY, **settings}
    config = load_config(environment={f"AFTERGLOW_{name}": value for name, value in environment.items()})
    async with open_app(config, make_platforms=configured_platforms) as app:
        running = asyncio.create_task(app.run())
        yield app
        app.stop()
        await running


@pytest.mark.long
@pytest.mark.parametrize(("members", "intents"), [("false", WITHOUT_MEMBERS), ("true", WITH_MEMBERS)])
async def test_discord_sees_the_address_the_intents_and_the_budget_that_are_configured(
    tmp_path: Path, members: str, intents: int
) -> None:
    async with serving(LivingServer()) as server:
        settings = {"TOKEN": TOKEN, "API_URL": server.proxy, "MEMBERS": members, "NEW_DIRECT_PER_DAY": "0"}
        async with configured(tmp_path, {f"DISCORD__{name}": value for name, value in settings.items()}) as app:
            await eventually(lambda: bool(server.identified), "it is connected")
            edge = app.parts.platforms["discord"]
            result = await edge.send(PERSON, message("hello"), key="d1")
    assert server.identified[0]["intents"] == intents
    assert "/gateway/bot" in server.proxied
    assert result.status is SendStatus.SPARED
    assert [where for _, where, _ in server.took if where == "/users/@me/channels"] == []


@pytest.mark.long
async def test_telegram_is_asked_at_the_address_that_is_configured(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        settings = {"TELEGRAM__TOKEN": server.token, "TELEGRAM__BASE_URL": server.url}
        async with configured(tmp_path, settings) as app:
            await eventually(lambda: server.world.polled, "it asks for updates there")
            assert list(app.parts.platforms) == ["telegram"]
