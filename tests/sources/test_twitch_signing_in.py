"""Signing in to Twitch at an address that the bot shows."""

import asyncio

import pytest

from bot.sources.twitch.tokens import KEPT
from tests.sources.test_twitch_events import Scene
from tests.sources.test_twitch_events import scene as scene
from tests.sources.watching import eventually, watching


async def test_without_a_token_somebody_is_asked_to_sign_in_once(scene: Scene) -> None:
    async with watching(scene.source(refresh=""), "ann") as it:
        await eventually(lambda: "https://twitch.test/activate" in str(it.notices), "the address")
        assert "ABCD1" in str(it.notices)
        assert not scene.server.sockets
        scene.server.allowed = True
        await eventually(lambda: len(scene.server.subscriptions) == 3, "it is subscribed")
        assert not it.notices.words
        assert scene.server.refresh in scene.memory.texts[KEPT]
    async with watching(scene.source(refresh=""), "ann") as it:
        await eventually(lambda: len(scene.server.sockets) == 2, "it is connected again")
        assert scene.server.shown == 1


@pytest.mark.long
async def test_who_refuses_or_comes_too_late_is_asked_again(scene: Scene) -> None:
    scene.server.lasts = 0.1
    async with watching(scene.source(refresh=""), "ann") as it:
        await eventually(lambda: "ABCD2" in str(it.notices), "another code")
        scene.server.lasts = 60
        await eventually(lambda: scene.server.shown >= 3, "one that lasts")
        scene.server.allowed = False
        shown = scene.server.shown
        await eventually(lambda: scene.server.shown > shown, "another one")
        await eventually(lambda: len(scene.server.subscriptions) == 3, "it is subscribed")


async def test_what_was_allowed_and_is_taken_back_is_asked_for_anew(scene: Scene) -> None:
    scene.server.allowed = True
    async with watching(scene.source(refresh=""), "ann"):
        await eventually(lambda: len(scene.server.subscriptions) == 3, "it is subscribed")
    scene.server.refresh, scene.server.allowed = "another", None
    async with watching(scene.source(refresh=""), "ann") as it:
        await eventually(lambda: "ABCD2" in str(it.notices), "it asks again")
        scene.server.allowed = True
        await eventually(lambda: not it.notices.words, "it is allowed")
        await asyncio.sleep(0.05)
        assert it.running is not None and not it.running.done()
