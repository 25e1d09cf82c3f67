"""The private thread of one person: made once, found again, and spared where too many would be made."""

import asyncio
from datetime import timedelta

import discord
import pytest
import simcord

from bot.model.identity import ThreadRef
from bot.model.results import SendResult, SendStatus
from tests.platforms.contract import Notebook
from tests.platforms.discord.bench import START, Bench, account, message, platform

CREATED = "/threads"


def thread_of(bench: Bench, person: simcord.MemberActor, name: str = "Notes for Ann") -> ThreadRef:
    """Where the private thread of somebody is, or is to be."""
    return ThreadRef("discord", str(bench.guild.id), str(bench.channel.id), str(person.id), name)


async def send(bench: Bench, person: simcord.MemberActor, text: str = "hello", name: str = "Notes") -> SendResult:
    """Say something in somebody's thread."""
    return await bench.platform.send(thread_of(bench, person, name), message(text), key=f"{person.id}:{text}")


def inside(bench: Bench) -> list[set[int]]:
    """Who is in each thread, but for the bot."""
    backend = bench.env.backend
    there = [backend.channels[one.id] for one in bench.channel.threads]
    return [set(one.thread_members) - {backend.bot_user.id} for one in there]


async def test_a_thread_is_private_closed_to_others_and_called_as_it_was_asked(bench: Bench) -> None:
    assert (await send(bench, bench.ann, name="Notes\nfor  Ann " + "x" * 200)).status is SendStatus.SENT
    [made] = bench.bodies("POST", CREATED)
    assert (made["type"], made["invitable"]) == (discord.ChannelType.private_thread.value, False)
    assert made["name"].startswith("Notes for Ann x")
    assert (len(made["name"]), made["name"][-1]) == (100, "…")
    assert inside(bench) == [{bench.ann.id}]


async def test_the_second_message_goes_to_the_same_thread_also_after_a_restart_and_once_it_sleeps(bench: Bench) -> None:
    kept = Notebook()
    for number in range(3):
        await bench.restart(platform(memory=kept))
        assert (await send(bench, bench.ann, f"hello {number}")).status is SendStatus.SENT
        for thread in bench.channel.threads:
            bench.env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
        await bench.env.settle()
    assert len(bench.bodies("POST", CREATED)) == 1
    assert [name for name in kept.texts if name.startswith("thread:")] == [f"thread:{bench.guild.id}:{bench.ann.id}"]
    assert all(name.endswith(f":{bench.ann.id}") for name in kept.texts if str(bench.ann.id) in name)


async def test_two_messages_at_once_make_one_thread_and_each_person_has_their_own(bench: Bench) -> None:
    await bench.restart(platform(new_direct_per_minute=2))
    for text in ("one", "two"):
        both = await asyncio.gather(*(send(bench, person, text) for person in (bench.ann, bench.ann, bench.ben)))
        assert {result.status for result in both} == {SendStatus.SENT}
    assert sorted(inside(bench), key=min) == sorted([{bench.ann.id}, {bench.ben.id}], key=min)


async def test_a_thread_that_was_deleted_is_made_anew(bench: Bench) -> None:
    await send(bench, bench.ann)
    [thread] = bench.channel.threads
    bench.env.backend.delete_channel(thread.id)
    await bench.env.settle()
    assert (await send(bench, bench.ann, "again")).status is SendStatus.SENT
    assert inside(bench) == [{bench.ann.id}]


async def test_who_left_the_thread_is_let_in_again_before_something_is_said_to_them(bench: Bench) -> None:
    await send(bench, bench.ann)
    [thread] = bench.channel.threads
    bench.env.backend.remove_thread_member(thread.id, bench.ann.id)
    assert (await send(bench, bench.ann, "again")).status is SendStatus.SENT
    assert inside(bench) == [{bench.ann.id}]


async def test_for_who_is_not_in_the_server_none_is_made(bench: Bench) -> None:
    stranger = simcord.MemberActor(bench.env, bench.guild, bench.env.create_user("nina"))
    assert (await send(bench, stranger)).status is SendStatus.GONE
    await send(bench, bench.ann)
    bench.guild.remove_member(bench.ann)
    # The Discord in memory takes everybody in.
    bench.env.inject_error("PUT", "/channels/*/thread-members/*", status=404, code=10007, message="Unknown Member")
    assert (await send(bench, bench.ann, "again")).status is SendStatus.GONE
    assert len(bench.bodies("POST", CREATED)) == 1


@pytest.mark.parametrize("lacking", ["create_private_threads", "send_messages_in_threads"])
async def test_without_the_right_none_is_made_and_nothing_is_taken_from_the_budget(bench: Bench, lacking: str) -> None:
    await bench.restart(platform(new_direct_per_day=1))
    rights = discord.Permissions(view_channel=True, send_messages=True, read_message_history=True)
    rights.update(create_private_threads=True, send_messages_in_threads=True)
    everything = discord.Permissions(rights.value)
    rights.update(**{lacking: False})
    await bench.may(rights)
    assert (await send(bench, bench.ann)).status is SendStatus.FORBIDDEN
    assert bench.bodies("POST", CREATED) == []
    await bench.may(everything)
    assert (await send(bench, bench.ann)).status is SendStatus.SENT


async def test_a_refusal_that_nobody_could_know_is_an_outcome(bench: Bench) -> None:
    bench.env.inject_error("POST", "/channels/*/threads", status=403, code=50013, message="no")
    assert (await send(bench, bench.ann)).status is SendStatus.FORBIDDEN


async def test_who_cannot_be_let_in_is_told_nothing_and_the_thread_is_not_made_twice(bench: Bench) -> None:
    bench.env.inject_error("PUT", "/channels/*/thread-members/*", status=403, code=50001, message="no", times=2)
    for text in ("one", "two"):
        assert (await send(bench, bench.ann, text)).status is SendStatus.FORBIDDEN
    assert (await send(bench, bench.ann, "three")).status is SendStatus.SENT
    assert len(bench.bodies("POST", CREATED)) == 1
    assert [one.content for thread in bench.channel.threads for one in thread.history() if one.content] == []
    assert inside(bench) == [{bench.ann.id}]


async def test_a_fault_while_a_thread_is_found_delivered_nothing(bench: Bench) -> None:
    bench.env.inject_error("POST", "/channels/*/threads", status=500, message="oh", times=None)
    assert (await send(bench, bench.ann)).status is SendStatus.LATER


async def test_new_threads_share_the_budget_of_new_direct_chats_and_known_ones_cost_nothing(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept, new_direct_per_day=1))
    assert (await send(bench, bench.ann)).status is SendStatus.SENT
    spared = await send(bench, bench.ben)
    assert (spared.status, spared.retry_at) == (SendStatus.SPARED, START + timedelta(days=1))
    direct = await bench.platform.send(account(bench.ben), message("hello"), key="d1")
    assert direct.status is SendStatus.SPARED
    assert (await send(bench, bench.ann, "again")).status is SendStatus.SENT


async def test_a_channel_that_can_have_none_is_invalid(bench: Bench) -> None:
    voice = bench.guild.create_voice_channel("talk")
    to = ThreadRef("discord", str(bench.guild.id), str(voice.id), str(bench.ann.id), "Notes")
    assert (await bench.platform.send(to, message("hello"), key="d1")).status is SendStatus.INVALID


async def test_a_thread_is_no_place_to_mention_anybody(bench: Bench) -> None:
    await send(bench, bench.ann, f"<@{bench.ben.id}> @everyone")
    [body] = [body for body in bench.bodies("POST", "/messages") if body.get("components")]
    assert body["allowed_mentions"] == {"parse": []}
