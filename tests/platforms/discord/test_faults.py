"""Faults of the network and of Discord, on real HTTP and a real gateway: each with what it must end in."""

import asyncio
import contextlib
import functools
import json
from collections.abc import AsyncIterator, Awaitable
from datetime import datetime, timedelta

import pytest

from bot.clock import SystemClock
from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.incoming import Incoming, MemberJoined, PollVoted, ReplyTo, StreamSignal
from bot.model.messages import File, Markup, Message
from bot.model.native import Poll
from bot.model.results import Problem, SendResult, SendStatus
from bot.platforms.discord.connection import DiscordPlatform, Timing
from bot.platforms.discord.pace import OF_THEM_UNASKED, WINDOW
from tests.eventually import eventually
from tests.platforms.contract import OTHER_PICTURE, PICTURE, Notebook, Recorder
from tests.platforms.discord.bench import message, platform
from tests.platforms.discord.living_server import (
    ANN,
    CHANNEL,
    GUILD,
    HANGS,
    MEMBER,
    TALK_ON_STAGE,
    LivingServer,
    refusal,
    too_many,
    written,
)
from tests.platforms.discord.server import TOKEN, serving

PLACE = ChannelRef("discord", CHANNEL, GUILD)
NOT_CONNECTED = Problem("discord-problem-not-connected")
PERSON = AccountRef("discord", ANN)


class Wired:
    """The edge, connected to a Discord on real wires."""

    def __init__(self, server: LivingServer, memory: Notebook, sink: Recorder, *, members: bool) -> None:
        self.server = server
        self.memory = memory
        self.sink = sink
        self.edge = new_edge(memory, members=members)

    def post(self, key: str = "d1") -> Awaitable[SendResult]:
        return self.edge.send(PLACE, message("hello"), key=key)


def new_edge(memory: Notebook, *, members: bool = False) -> DiscordPlatform:
    quick = Timing(between_sessions=0.01, ready_after=0.05)
    return platform(token=TOKEN, clock=SystemClock(), memory=memory, timing=quick, members=members)


@contextlib.asynccontextmanager
async def wired(
    memory: Notebook | None = None,
    server: LivingServer | None = None,
    sink: Recorder | None = None,
    *,
    members: bool = False,
) -> AsyncIterator[Wired]:
    async with serving(server or LivingServer()) as server:
        made = Wired(server, memory or Notebook(), sink or Recorder(), members=members)
        running = asyncio.create_task(made.edge.run(made.sink, []))
        try:
            await ready(made.edge)
            yield made
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def ready(edge: DiscordPlatform) -> None:
    """Wait until the edge is connected and has seen what there is."""
    async with asyncio.timeout(5):
        while NOT_CONNECTED in await edge.check(SpaceRef("discord", GUILD)):  # noqa: ASYNC110 - it has no event
            await asyncio.sleep(0.01)


async def test_pictures_travel_with_their_posts_and_each_edit_says_which_are_left() -> None:
    async with wired() as made:
        first, second = File("a.png", PICTURE, "A chart"), File("b.png", OTHER_PICTURE)
        sent = await made.edge.send(PLACE, Message(Markup("One"), files=(first,)), key="d1")
        number = sent.message_id or ""
        kept = [made.server.files[number]]
        for files in ((second,), ()):
            edited = await made.edge.edit(PLACE, number, Message(Markup("More"), files=files))
            assert (edited.status, edited.message_id) == (SendStatus.SENT, number)
            kept.append(made.server.files[number])
        assert kept == [{"a.png": PICTURE}, {"b.png": OTHER_PICTURE}, {}]
        named = [[file["filename"] for file in sent["attachments"]] for _, _, sent in made.server.took]
        assert named == [["a.png"], ["b.png"], []]
        shown = ["attachment://a.png" in str(sent["components"]) for _, _, sent in made.server.took]
        assert shown == [True, False, False]


async def test_a_refusal_of_everything_stops_everything_until_it_is_over() -> None:
    async with wired() as made:
        made.server.faults.append(too_many(0.6, everywhere=True))
        first, second = asyncio.create_task(made.edge.send(PLACE, message("one"), key="d1")), None
        await eventually(lambda: len(made.server.took) == 1, "the first was refused")
        await asyncio.sleep(0.05)
        second = asyncio.create_task(made.edge.send(PERSON, message("two"), key="d2"))
        results = await asyncio.gather(first, second)
        assert [result.status for result in results] == [SendStatus.SENT, SendStatus.SENT]
        refused_at, *later = [at for at, _, _ in made.server.took]
        assert min(later) >= refused_at + 0.6


async def test_a_refusal_of_one_route_waits_and_goes_through_once() -> None:
    async with wired() as made:
        made.server.faults.append(too_many(0.2))
        result = await made.post()
        assert (result.status, len(made.server.took), len(made.server.messages)) == (SendStatus.SENT, 2, 1)


async def test_a_refusal_for_long_is_for_later_and_blocks_no_send() -> None:
    async with wired() as made:
        made.server.faults.append(too_many(600))
        result = await asyncio.wait_for(made.post(), 5)
        assert result.status is SendStatus.LATER
        assert result.retry_at is not None
        assert (result.retry_at - SystemClock().now()).total_seconds() == pytest.approx(600, abs=5)
        assert made.server.messages == {}


async def test_after_a_long_refusal_of_everything_nothing_is_even_tried() -> None:
    async with wired() as made:
        made.server.faults.append(too_many(600, everywhere=True))
        results = [await asyncio.wait_for(made.post(key), 5) for key in ("d1", "d2", "d3")]
        assert {result.status for result in results} == {SendStatus.LATER}
        assert len(made.server.took) == 1


async def test_an_address_that_is_shut_out_stays_quiet() -> None:
    async with wired() as made:
        status, body, headers = too_many(600)
        del headers["Via"]  # not Discord's own answer: its guard has shut the whole address out
        made.server.faults.append((status, body, headers))
        results = [await made.post(key) for key in ("d1", "d2")]
        assert {result.status for result in results} == {SendStatus.LATER}
        assert len(made.server.took) == 1


async def test_answers_to_interactions_need_not_wait_for_the_global_limit() -> None:
    async with wired() as made:
        made.edge.pace.refused(600)
        reply = ReplyTo("discord", CHANNEL, "1:secret")
        answered = await made.edge.respond(reply, message("here"), private=True)
        assert answered.status is SendStatus.GONE  # it was tried: this Discord knows no such interaction
        assert (await made.post()).status is SendStatus.LATER


@pytest.mark.long
async def test_what_is_looked_up_about_those_who_join_leaves_the_share_of_answers_alone() -> None:
    async with wired(members=True) as made:
        await eventually(lambda: len(made.server.took) == 1, "it learned which invites there are")
        await asyncio.sleep(WINDOW)  # since what was asked at the start
        for _ in range(OF_THEM_UNASKED):
            await made.edge.pace.leave(unasked=True)
        began = asyncio.get_running_loop().time()
        someone = {"id": "302", "username": "nina", "discriminator": "0", "avatar": None}
        await made.server.tell("GUILD_MEMBER_ADD", {**MEMBER, "guild_id": GUILD, "user": someone})
        await made.sink.newest(MemberJoined)
        [_, (looked_at, _, _)] = made.server.took
        assert looked_at > began + 0.9


async def test_a_fault_of_discords_is_repeated_under_the_same_nonce_and_arrives_once() -> None:
    async with wired() as made:
        made.server.faults.append(refusal(502))
        result = await made.post()
        nonces = {sent["nonce"] for _, _, sent in made.server.took}
        assert (result.status, len(made.server.took), len(nonces)) == (SendStatus.SENT, 2, 1)
        assert len(made.server.messages) == 1


async def test_a_fault_that_is_not_repeated_is_unknown() -> None:
    async with wired() as made:
        made.server.faults.append(refusal(503))
        result = await made.post()
        assert (result.status, len(made.server.took)) == (SendStatus.UNKNOWN, 1)


async def test_a_reply_that_never_comes_is_unknown_and_the_message_not_sent_again() -> None:
    async with wired() as made:
        made.server.faults.append(HANGS)
        sending = asyncio.create_task(asyncio.wait_for(made.post(), 0.5))
        with pytest.raises(TimeoutError):  # the core gives a send its time, and takes it for unknown then
            await sending
        assert (len(made.server.took), len(made.server.messages)) == (1, 1)


async def test_a_connection_that_breaks_while_a_message_is_sent_is_unknown_and_not_repeated() -> None:
    async with wired() as made:
        made.server.faults.append(HANGS)
        sending = asyncio.ensure_future(made.post())
        await eventually(lambda: bool(made.server.took), "it was sent")
        made.server.hang_up()
        result = await asyncio.wait_for(sending, 5)
        assert (result.status, len(made.server.took)) == (SendStatus.UNKNOWN, 1)


async def test_a_closed_private_chat_is_told_and_not_tried_again() -> None:
    async with wired() as made:
        await made.edge.send(PERSON, message("open"), key="d0")
        made.server.faults.append(refusal(403, 50007))
        result = await made.edge.send(PERSON, message("hello"), key="d1")
        assert result.status is SendStatus.BLOCKED
        assert [where for _, where, _ in made.server.took] == [
            "/users/@me/channels",
            "/channels/400/messages",
            "/channels/400/messages",
        ]


async def test_many_refusals_are_counted_and_stop_what_nobody_asked_for() -> None:
    async with wired() as made:
        for _ in range(1000):
            made.edge.pace.was_invalid()
        result = await made.post()
        assert (result.status, made.server.took) == (SendStatus.LATER, [])
        reply = ReplyTo("discord", CHANNEL, "1:secret")
        answered = await made.edge.respond(reply, message("here"), private=True)
        assert answered.status is SendStatus.GONE  # it was tried: this Discord knows no such interaction


@pytest.mark.parametrize(("status", "code"), [(403, 50013), (403, 50007), (401, 0)])
async def test_each_refusal_that_discord_counts_is_counted(status: int, code: int) -> None:
    async with wired() as made:
        for _ in range(999):
            made.edge.pace.was_invalid()
        made.server.faults.append(refusal(status, code))
        assert (await made.post()).status is not SendStatus.SENT
        assert len(made.server.took) == 1
        assert (await made.post("d2")).status is SendStatus.LATER
        assert len(made.server.took) == 1


async def test_a_limit_that_others_used_up_is_no_fault_of_ours() -> None:
    async with wired() as made:
        for _ in range(999):
            made.edge.pace.was_invalid()
        status, body, headers = too_many(0.05)
        made.server.faults.append((status, body, {**headers, "X-RateLimit-Scope": "shared"}))
        assert [(await made.post(key)).status for key in ("d1", "d2")] == [SendStatus.SENT] * 2


async def test_a_vote_that_is_told_before_discord_has_confirmed_the_poll_is_not_lost() -> None:
    async with wired() as made:
        polls = made.edge.natives.polls
        assert polls is not None
        poll = Poll("What next?", ("Tea", "Soap"), SystemClock().now() + timedelta(hours=1))
        opened = await polls.open_poll(PLACE, poll, key="p1")
        vote = await made.sink.newest(PollVoted)
        assert (vote.poll, vote.actor.account, vote.chosen) == (opened.reference, PERSON, (1,))


async def test_a_dropped_connection_goes_on_where_it_was() -> None:
    async with wired() as made:
        await made.server.drop()
        await made.server.tell("MESSAGE_CREATE", written("501"))  # while nobody is connected
        await eventually(lambda: bool(made.server.resumed), "the session was resumed")
        await made.server.tell("MESSAGE_CREATE", written("502"))
        await eventually(lambda: len(made.sink.presences) == 2, "nothing was missed")
        assert len(made.server.identified) == 1
        assert made.sink.asked == []


async def test_a_session_that_cannot_go_on_begins_anew_and_asks_what_was_missed() -> None:
    async with wired() as made:
        await made.server.tell("MESSAGE_CREATE", written("500"))
        await eventually(lambda: bool(made.sink.presences), "somebody wrote")
        made.server.can_resume = False
        await made.server.drop()
        await eventually(lambda: len(made.server.identified) == 2, "a new session began")
        await eventually(lambda: bool(made.sink.asked), "it was asked whether something was missed")
        await made.server.tell("MESSAGE_CREATE", written("502"))
        await eventually(lambda: len(made.sink.presences) == 2, "the bot listens again")


def began(server: LivingServer, before: int) -> bool:
    """Whether a session began since there were so many."""
    return len(server.identified) > before


class Slow(Recorder):
    """Takes as long to keep an update as a database that is busy: the connection counts as ready before."""

    async def receive(self, update: Incoming) -> None:
        await asyncio.sleep(0.2)
        await super().receive(update)


async def test_what_was_missed_is_asked_also_where_a_server_takes_longer_than_the_connection() -> None:
    async with wired(server=LivingServer(stages=[TALK_ON_STAGE]), sink=Slow()) as made:
        await made.sink.newest(StreamSignal)
        await made.server.tell("MESSAGE_CREATE", written("500"))
        await eventually(lambda: bool(made.sink.presences), "somebody wrote")
        made.server.can_resume = False
        await made.server.drop()
        await made.sink.newest(StreamSignal, count=2)
        await eventually(lambda: bool(made.sink.asked), "it was asked whether something was missed")


async def test_a_connection_that_is_lost_again_while_somebody_looks_hides_nothing() -> None:
    async with wired(server=LivingServer(stages=[TALK_ON_STAGE]), sink=Slow()) as made:
        await made.sink.newest(StreamSignal)
        await made.server.tell("MESSAGE_CREATE", written("500"))
        await eventually(lambda: bool(made.sink.presences), "somebody wrote")
        made.server.can_resume = False
        for _ in range(2):
            before = len(made.server.identified)
            await made.server.drop()
            await eventually(functools.partial(began, made.server, before), "a new session began")
        await made.sink.newest(StreamSignal, count=3)
        await eventually(lambda: len(made.sink.asked) >= 1, "it was asked whether something was missed")


async def test_a_session_that_is_resumed_while_somebody_looks_leaves_the_gap_to_them() -> None:
    async with wired(server=LivingServer(stages=[TALK_ON_STAGE]), sink=Slow()) as made:
        await made.sink.newest(StreamSignal)
        await made.server.tell("MESSAGE_CREATE", written("500"))
        await eventually(lambda: bool(made.sink.presences), "somebody wrote")
        made.server.can_resume = False
        await made.server.drop()
        await eventually(lambda: len(made.server.identified) == 2, "a new session began")
        made.server.can_resume = True
        await made.server.drop()
        await eventually(lambda: bool(made.server.resumed), "it was resumed at once")
        await eventually(lambda: bool(made.sink.asked), "it was asked whether something was missed")


async def test_one_of_several_shards_that_begins_anew_is_made_up_for_by_itself() -> None:
    async with wired(server=LivingServer(shards=2)) as made:
        await made.server.tell("MESSAGE_CREATE", written("500"))
        await eventually(lambda: bool(made.sink.presences), "somebody wrote")
        made.server.can_resume = False
        gone = SystemClock().now()
        await made.server.drop(shard=0)
        await eventually(lambda: bool(made.sink.asked), "it was asked whether something was missed")
        await asyncio.sleep(0.2)
    assert [told["shard"][0] for told in made.server.identified] == [0, 1, 0]
    kept = json.loads(made.memory.texts[f"chat-of:{GUILD}"])
    assert datetime.fromisoformat(kept["at"]) > gone + timedelta(seconds=0.2)  # it is counted up to the end
