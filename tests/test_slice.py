"""The walking skeleton: one process, one database, and the same evening on Discord, Telegram and in the local chat."""

import asyncio
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.community.communities import Communities
from bot.community.streams import Streams
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys
from bot.model.identity import Role
from bot.platforms.local.chat import LocalPlatform
from bot.text.markup import plain
from tests.eventually import eventually
from tests.platforms.discord.server import Server, serving
from tests.platforms.telegram.server import TelegramServer
from tests.slice import Everywhere, configured, everywhere, platforms

ALLOWED = "It is about what you did here, and you allowed such messages."


async def hold_a_stream(it: Everywhere) -> None:
    """Every community has its journeys released and a stream of ten minutes, at which Ann writes."""
    async with it.app.parts.work() as work:
        communities = await Communities(work).all()
        for community in communities:
            for kept in await Journeys(work).all(community.id):
                await Journeys(work).set_status(kept, JourneyStatus.RUNNING, None)
            await Streams(work).start(community.id, title="Teapots")
    for side in it.sides:
        await side.says("what a glaze")
    await it.passes(minutes=10)
    async with it.app.parts.work() as work:
        for community in communities:
            await Streams(work).end(community.id)


async def test_one_evening_on_three_networks_at_once(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            assert await side.commands("ping") == str(it.app.parts.translator.text("ping-answer", "en")), side.name
            assert "Your preferences" in await side.commands("preferences"), side.name
            assert "I may send you thanks and news" in await side.presses("Allow thanks and news"), side.name
            assert "Ann" in await side.commands("me"), side.name
            assert not [text for text in await side.everybody() if "Ann" in text or "preferences" in text], side.name
        before = {side.name: await side.told() for side in it.sides}

        await hold_a_stream(it)
        await it.passes(minutes=20)

        for side in it.sides:
            [thanks] = [text for text in (await side.told())[len(before[side.name]) :] if "Teapots" in text]
            assert thanks not in await side.everybody(), side.name
            assert ALLOWED in await side.commands("why"), side.name
        async with it.app.parts.work() as work:
            assert len(await Communities(work).all()) == 3


@pytest.mark.long
@pytest.mark.parametrize(
    ("close_code", "problem"), [(4011, "ConnectionClosed"), (4014, "Server Members Intent")], ids=["raises", "refused"]
)
async def test_a_network_that_fails_leaves_the_others_working_and_is_shown(
    tmp_path: Path, close_code: int, problem: str
) -> None:
    async with serving(Server(close_code=close_code)), TelegramServer() as server:
        make = platforms(server, discord_token="the-right-token")
        async with open_app(configured(tmp_path), make_platforms=make) as app:
            running = asyncio.create_task(app.run())
            ann = server.person("Ann", started=True)
            group = server.group("Tea", owner=ann)
            await eventually(lambda: "discord" in app.problems and server.world.polled, "Discord failed")
            await ann.says("/ping", in_=group)
            await eventually(lambda: bool(ann.inbox), "Telegram answers")
            await local_answers(app)
            assert app.problems.keys() == {"discord"}
            assert problem in str(app.problems["discord"])
            app.stop()
            await running


async def test_a_wrong_token_stops_its_own_network_only(tmp_path: Path) -> None:
    async with serving(Server()), TelegramServer() as server:
        make = platforms(server, discord_token="wrong-discord", telegram_token="2:wrong-telegram")
        async with open_app(configured(tmp_path), make_platforms=make) as app:
            running = asyncio.create_task(app.run())
            await eventually(lambda: len(app.problems) == 2, "both tokens are refused")
            await local_answers(app)
            for command in ("/status", "/doctor"):
                assert "Discord tenhle token nepřijal" in await told_of(app, "cs", command)
            assert not any("wrong-" in str(problem) for problem in app.problems.values())
            assert not running.done()
            app.stop()
            await running


async def test_when_no_network_can_run_any_more_the_bot_ends(tmp_path: Path) -> None:
    async with serving(Server()), TelegramServer() as server:
        make = platforms(server, discord_token="wrong-discord", telegram_token="2:wrong-telegram")
        async with open_app(configured(tmp_path), make_platforms=lambda *parts: make(*parts)[:2]) as app:
            async with asyncio.timeout(10):
                await app.run()
            assert app.problems.keys() == {"discord", "telegram"}


async def told_of(app: App, language: str, command: str) -> str:
    """What a moderator in the local chat is told in that language."""
    chat = app.parts.platforms["local"]
    assert isinstance(chat, LocalPlatform)
    mia = chat.person("mia", floor=Role.MODERATOR, language=language)
    await chat.says(mia, command)
    await app.dispatcher.idle()
    return plain(chat.shown(mia)[-1].message.text)


async def local_answers(app: App) -> None:
    """Somebody in the local chat is answered."""
    chat = app.parts.platforms["local"]
    assert isinstance(chat, LocalPlatform)
    zoe = chat.person("zoe")
    await chat.says(zoe, "/ping")
    await app.dispatcher.idle()
    [shown] = chat.shown(zoe)
    assert plain(shown.message.text) == str(app.parts.translator.text("ping-answer", "en"))
