"""New direct chats: how many, what is spared, and what is remembered over restarts."""

from datetime import timedelta

import pytest

from bot.model.results import SendStatus
from tests.platforms.contract import Notebook
from tests.platforms.discord.bench import START, Bench, account, message, platform


def opened(bench: Bench) -> int:
    """How often the bot asked for a new chat."""
    return len(bench.bodies("POST", "/users/@me/channels"))


async def new_people(bench: Bench, count: int) -> list[SendStatus]:
    """Write to so many people for the first time."""
    people = [bench.guild.add_member(bench.env.create_user(f"guest{number}")) for number in range(count)]
    sent = [await bench.platform.send(account(one), message("hello"), key=f"d{one.id}") for one in people]
    return [result.status for result in sent]


async def test_a_chat_that_is_known_costs_nothing_also_after_a_restart(bench: Bench) -> None:
    kept = Notebook()
    for _ in range(2):
        await bench.restart(platform(memory=kept, new_direct_per_day=1))
        for number in range(3):
            result = await bench.platform.send(account(bench.ann), message("hello"), key=f"d{number}")
            assert result.status is SendStatus.SENT
    assert opened(bench) == 1


async def test_what_goes_beyond_a_minutes_budget_is_spared_until_there_is_one_again(bench: Bench) -> None:
    await bench.restart(platform(new_direct_per_minute=2))
    assert await new_people(bench, 2) == [SendStatus.SENT] * 2
    result = await bench.platform.send(account(bench.ann), message("hello"), key="d1")
    assert (result.status, result.retry_at) == (SendStatus.SPARED, START + timedelta(minutes=1))
    assert opened(bench) == 2
    bench.moved(timedelta(minutes=1))
    assert (await bench.platform.send(account(bench.ann), message("hello"), key="d1")).status is SendStatus.SENT


async def test_a_days_budget_survives_a_restart(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept, new_direct_per_day=2))
    assert await new_people(bench, 2) == [SendStatus.SENT] * 2
    await bench.restart(platform(memory=kept, new_direct_per_day=2))
    result = await bench.platform.send(account(bench.ann), message("hello"), key="d1")
    assert (result.status, result.retry_at) == (SendStatus.SPARED, START + timedelta(days=1))


async def test_without_a_budget_nobody_is_written_to_first(bench: Bench) -> None:
    await bench.restart(platform(new_direct_per_day=0))
    assert await new_people(bench, 1) == [SendStatus.SPARED]
    assert opened(bench) == 0


async def test_whoever_used_the_bot_in_private_has_a_chat_that_costs_nothing(bench: Bench) -> None:
    await bench.restart(platform(new_direct_per_day=0))
    await bench.ann.user.slash("ping")
    assert (await bench.platform.send(account(bench.ann), message("hello"), key="d1")).status is SendStatus.SENT


async def test_a_chat_that_is_remembered_but_gone_is_opened_anew(bench: Bench) -> None:
    kept = Notebook()
    kept.texts[f"chat:{bench.ann.id}"] = "4"
    await bench.restart(platform(memory=kept))
    result = await bench.platform.send(account(bench.ann), message("hello"), key="d1")
    assert (result.status, opened(bench)) == (SendStatus.SENT, 1)
    assert kept.texts[f"chat:{bench.ann.id}"] == str(bench.ann.user.dm_channel.id)


@pytest.mark.parametrize("http", [400, 403, 429])
async def test_too_many_openings_shut_the_door_for_a_day_for_everybody_also_after_a_restart(
    bench: Bench, http: int
) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept))
    await bench.platform.send(account(bench.ben), message("before"), key="d0")
    bench.env.inject_error("POST", "/users/@me/channels", status=http, code=40003, message="too fast")
    first = await bench.platform.send(account(bench.ann), message("hello"), key="d1")
    await bench.restart(platform(memory=kept))
    second = await bench.platform.send(account(bench.mona), message("hello"), key="d2")
    for result in (first, second):
        assert (result.status, result.retry_at) == (SendStatus.SPARED, START + timedelta(hours=24))
    assert opened(bench) == 2
    known = await bench.platform.send(account(bench.ben), message("after"), key="d3")
    assert known.status is SendStatus.SENT
