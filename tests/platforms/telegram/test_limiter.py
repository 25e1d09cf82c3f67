"""The limits, kept towards a server that counts."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from bot.clock import SystemClock
from bot.model.messages import Action, Markup, Message
from bot.model.results import SendStatus
from bot.platforms.telegram.limiter import Limiter
from tests.eventually import eventually
from tests.platforms.telegram.conftest import START, Scene

HELLO = Message(Markup("Hello"))


async def test_what_would_wait_long_is_put_off_with_its_moment_and_costs_no_request(scene: Scene) -> None:
    results = [await scene.platform.send(scene.channel, HELLO, key=str(number)) for number in range(16)]
    assert [result.status for result in results] == [SendStatus.SENT] * 15 + [SendStatus.LATER]
    assert results[-1].retry_at == START + timedelta(seconds=60)
    assert len(scene.server.called("sendMessage")) == 15
    scene.clock.advance(timedelta(seconds=60))
    assert (await scene.platform.send(scene.channel, HELLO, key="16")).status is SendStatus.SENT


async def test_a_group_that_is_full_keeps_neither_reads_nor_presses_nor_private_chats_waiting(scene: Scene) -> None:
    message = Message(Markup("How was it?"), ((Action("Good", "good"),),))
    for number in range(16):
        await scene.platform.send(scene.channel, message, key=str(number))
    async with asyncio.timeout(1):
        assert await scene.platform.check(scene.space) == ()
        await scene.ben.presses(scene.group.messages[0], "Good")
        assert (await scene.platform.send(scene.account(scene.ben), HELLO, key="b")).status is SendStatus.SENT


async def test_many_reads_keep_no_message_waiting(scene: Scene) -> None:
    reads = [asyncio.create_task(scene.platform.check(scene.space)) for _ in range(60)]
    await asyncio.sleep(0)
    async with asyncio.timeout(1):
        assert (await scene.platform.send(scene.channel, HELLO, key="k")).status is SendStatus.SENT
    for read in reads:
        read.cancel()
    await asyncio.gather(*reads, return_exceptions=True)


@pytest.mark.parametrize("endpoint", ["getChatMember", "setChatMemberTag", "answerCallbackQuery"])
async def test_whatever_hangs_leaves_most_connections_to_messages(endpoint: str) -> None:
    limiter, begun, gate = Limiter(SystemClock()), Counter[str](), asyncio.Event()

    async def ask(endpoint: str) -> None:
        async def hangs() -> None:
            begun[endpoint] += 1
            await gate.wait()

        await limiter.process_request(hangs, (), {}, endpoint, {}, None)

    waiting = [asyncio.create_task(ask(endpoint)) for _ in range(20)]
    await eventually(lambda: begun[endpoint] >= 16, "as many as may be are under way")
    waiting += [asyncio.create_task(ask("sendMessage")) for _ in range(20)]
    await eventually(lambda: begun["sendMessage"] == 20, "all messages are under way")
    assert begun[endpoint] == 16
    gate.set()
    await asyncio.gather(*waiting)
    assert begun[endpoint] == 20


async def test_a_flood_limit_stops_its_chat_for_as_long_as_told(scene: Scene) -> None:
    scene.server.floods("sendMessage", 30)
    refused = await scene.platform.send(scene.channel, HELLO, key="a")
    assert (refused.status, refused.retry_at) == (SendStatus.LATER, START + timedelta(seconds=30))
    assert (await scene.platform.send(scene.account(scene.ben), HELLO, key="b")).status is SendStatus.SENT
    scene.clock.advance(timedelta(seconds=20))
    asked = len(scene.server.called("sendMessage"))
    held = await scene.platform.send(scene.channel, HELLO, key="a")
    assert (held.status, held.retry_at) == (SendStatus.LATER, START + timedelta(seconds=30))
    assert len(scene.server.called("sendMessage")) == asked
    scene.clock.advance(timedelta(seconds=10))
    assert (await scene.platform.send(scene.channel, HELLO, key="a")).status is SendStatus.SENT


async def test_a_flood_limit_in_two_chats_stops_everything(scene: Scene) -> None:
    for to in (scene.channel, scene.account(scene.ben)):
        scene.server.floods("sendMessage", 30)
        assert (await scene.platform.send(to, HELLO, key="a")).status is SendStatus.LATER
    asked = len(scene.server.called("sendMessage"))
    held = await scene.platform.send(scene.account(scene.olga), HELLO, key="b")
    assert (held.status, held.retry_at) == (SendStatus.LATER, START + timedelta(seconds=30))
    assert len(scene.server.called("sendMessage")) == asked
    assert await scene.platform.check(scene.space) == ()
