"""Polls of Discord's own beyond the contract: what fits, votes after a restart, and their end."""

from datetime import timedelta

import discord
import pytest

from bot.model.incoming import PollEnded, PollVoted
from bot.model.native import Poll, Polls
from bot.model.results import SendStatus
from tests.platforms.contract import Notebook
from tests.platforms.contract_native import has
from tests.platforms.discord.bench import START, Bench, account, platform

IN_AN_HOUR = START + timedelta(hours=1)


def polls(bench: Bench) -> Polls:
    return has(bench.platform.natives.polls)


async def opened(bench: Bench, *, several: bool = False) -> discord.Message:
    """A poll of three options in the channel, as people see it."""
    poll = Poll("What next?", ("Tea", "Soap", "Rest"), IN_AN_HOUR, several=several)
    result = await polls(bench).open_poll(bench.place, poll, key="p1")
    return next(one for one in bench.channel.history() if str(one.id) == result.message_id)


@pytest.mark.parametrize(
    "poll",
    [
        Poll("?" * 301, ("a", "b"), IN_AN_HOUR),
        Poll("", ("a", "b"), IN_AN_HOUR),
        Poll("Which?", (), IN_AN_HOUR),
        Poll("Which?", tuple("abcdefghijk"), IN_AN_HOUR),
        Poll("Which?", ("a", "b" * 56), IN_AN_HOUR),
        Poll("Which?", ("a", ""), IN_AN_HOUR),
        Poll("Which?", ("a", "b"), START),
        Poll("Which?", ("a", "b"), START + timedelta(days=32, seconds=1)),
        Poll("Which?", ("a", "b"), IN_AN_HOUR, anonymous=True),
    ],
)
async def test_what_discord_would_refuse_is_refused_here(bench: Bench, poll: Poll) -> None:
    result = await polls(bench).open_poll(bench.place, poll, key="p1")
    assert (result.status, bool(result.reason)) == (SendStatus.INVALID, True)
    assert bench.bodies("POST", "/messages") == []


@pytest.mark.parametrize(
    ("lasts", "hours"), [(timedelta(minutes=1), 1), (timedelta(hours=1, seconds=1), 2), (timedelta(days=32), 768)]
)
async def test_a_poll_lasts_whole_hours_rounded_up(bench: Bench, lasts: timedelta, hours: int) -> None:
    poll = Poll("Q" * 300, tuple("o" * 54 + str(number) for number in range(10)), START + lasts)
    assert (await polls(bench).open_poll(bench.place, poll, key="p1")).status is SendStatus.SENT
    [body] = bench.bodies("POST", "/messages")
    assert (body["poll"]["duration"], body["enforce_nonce"]) == (hours, True)


async def test_a_poll_that_is_tried_again_has_the_same_nonce(bench: Bench) -> None:
    poll = Poll("What next?", ("Tea", "Soap"), IN_AN_HOUR)
    for key in ("p1", "p1", "p2"):
        await polls(bench).open_poll(bench.place, poll, key=key)
    first, again, other = [body["nonce"] for body in bench.bodies("POST", "/messages")]
    assert first == again != other


async def test_a_vote_for_several_options_is_told_with_all_of_them(bench: Bench) -> None:
    shown = await opened(bench, several=True)
    await bench.ann.set_poll_votes(shown, answers=[1, 3])
    await bench.ann.set_poll_votes(shown, answers=[1])
    await bench.ann.set_poll_votes(shown, answers=[])
    assert [vote.chosen for vote in bench.sink.of(PollVoted)] == [(0,), (0, 2), (0,), ()]
    assert len({vote.event_id for vote in bench.sink.of(PollVoted)}) == 4


async def test_a_voter_is_told_by_name_and_server(bench: Bench) -> None:
    await bench.ann.set_poll_votes(await opened(bench), answers=[2])
    [vote] = bench.sink.of(PollVoted)
    assert (vote.actor.account, vote.actor.name, vote.space) == (account(bench.ann), "Ann", bench.space)


async def test_votes_in_polls_of_other_people_are_nothing_to_the_bot(bench: Bench) -> None:
    other = bench.env.backend.create_message(bench.channel.id, bench.mona.id, "look")
    payload = {"user_id": str(bench.ann.id), "message_id": str(other.id), "answer_id": 1}
    bench.env.backend.emit(
        "MESSAGE_POLL_VOTE_ADD", {**payload, "channel_id": str(bench.channel.id), "guild_id": str(bench.guild.id)}
    )
    await bench.env.settle()
    assert bench.sink.of(PollVoted) == []


async def test_after_a_restart_a_further_vote_comes_with_those_from_before(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept))
    shown = await opened(bench, several=True)
    await bench.ann.set_poll_votes(shown, answers=[1])
    await bench.restart(platform(memory=kept))
    await bench.ann.set_poll_votes(shown, answers=[1, 2])
    assert bench.sink.of(PollVoted)[-1].chosen == (0, 1)


async def test_votes_that_could_not_be_asked_for_at_the_start_are_asked_for_with_the_next(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept))
    shown = await opened(bench, several=True)
    await bench.ann.set_poll_votes(shown, answers=[1])
    bench.env.inject_error("GET", "/channels/*/polls/*/answers/*", status=503)
    await bench.restart(platform(memory=kept))
    before = len(bench.sink.of(PollVoted))
    await bench.ann.set_poll_votes(shown, answers=[1, 2])
    assert [vote.chosen for vote in bench.sink.of(PollVoted)[before:]] == [(0, 1)]


async def test_a_vote_while_the_bot_was_away_is_told_once_it_is_back(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept))
    shown = await opened(bench)
    bench.env.backend.subscribers.clear()
    bench.env.backend.set_poll_votes(bench.channel.id, shown.id, [3], bench.ben.id)
    await bench.restart(platform(memory=kept))
    [vote] = bench.sink.of(PollVoted)
    assert (vote.actor.account, vote.chosen) == (account(bench.ben), (2,))


async def test_the_result_that_discord_announces_is_told_with_all_votes(bench: Bench) -> None:
    shown = await opened(bench)
    await bench.ann.set_poll_votes(shown, answers=[2])
    bench.env.backend.expire_poll(bench.channel.id, shown.id)
    for _ in range(2):  # told twice, after a lost connection
        announce(bench, shown)
        await bench.env.settle()
    [ended] = bench.sink.of(PollEnded)
    assert (ended.poll, ended.votes, ended.space) == (str(shown.id), (0, 1, 0), bench.space)
    assert ended.actor.is_bot


async def test_a_poll_whose_end_nobody_announced_has_ended_within_minutes(bench: Bench) -> None:
    await bench.restart(platform(clock=bench.clock))
    shown = await opened(bench)
    bench.env.backend.delete_message(bench.channel.id, shown.id)
    bench.moved(timedelta(minutes=64))
    await bench.platform.keep()
    assert bench.sink.of(PollEnded) == []
    bench.moved(timedelta(minutes=2))
    for _ in range(2):
        await bench.platform.keep()
    [ended] = bench.sink.of(PollEnded)
    assert (ended.poll, ended.votes) == (str(shown.id), (0, 0, 0))


async def test_a_poll_that_ended_while_the_bot_was_away_is_told_once_it_is_back(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept, clock=bench.clock))
    shown = await opened(bench)
    bench.env.backend.expire_poll(bench.channel.id, shown.id)
    bench.moved(timedelta(hours=2))
    await bench.restart(platform(memory=kept, clock=bench.clock))
    [ended] = bench.sink.of(PollEnded)
    assert ended.votes == (0, 0, 0)
    assert kept.texts["polls"] == "[]"


def announce(bench: Bench, poll: discord.Message) -> None:
    """Discord's own message about the end of a poll, which the Discord in memory does not write."""
    told = bench.env.backend.create_message(bench.channel.id, bench.env.backend.bot_user.id, "The poll has closed")
    place = {"channel_id": str(bench.channel.id), "guild_id": str(bench.guild.id)}
    author = {"id": str(bench.env.backend.bot_user.id), "username": "bot", "discriminator": "0", "avatar": None}
    bench.env.backend.emit(
        "MESSAGE_CREATE",
        {
            "id": str(told.id),
            "type": 46,
            "author": author,
            "message_reference": {"message_id": str(poll.id), **place},
            "timestamp": START.isoformat(),
            "content": "",
            "edited_timestamp": None,
            "tts": False,
            "pinned": False,
            "mention_everyone": False,
            "embeds": [],
            "attachments": [],
            "mentions": [],
            "mention_roles": [],
            "components": [],
            **place,
        },
    )
