"""Chat that was missed is read back from the channels' history, once, and only where a stream was on."""

from datetime import timedelta

import pytest
from simcord.backend import serializers

from bot.model.incoming import PresenceKind
from tests.platforms.contract import Notebook
from tests.platforms.discord.bench import Bench, account, platform


def lines(bench: Bench) -> list[str]:
    """Whose chat was noted, in order."""
    people = {account(person): person.name for person in (bench.ann, bench.ben, bench.mona)}
    return [people[one.account] for one in bench.sink.presences if one.kind is PresenceKind.CHAT]


def unheard(bench: Bench, *people: str) -> None:
    """Somebody writes while nobody listens."""
    listening = list(bench.env.backend.subscribers)
    bench.env.backend.subscribers.clear()
    for name in people:
        bench.env.backend.create_message(bench.channel.id, getattr(bench, name).id, "hm")
    bench.env.backend.subscribers.extend(listening)


async def away(bench: Bench, *people: str, crash: bool = False) -> None:
    """The bot goes away and comes back; meanwhile somebody writes."""
    kept = bench.kept
    if not crash:
        await bench.platform.close()
    unheard(bench, *people)
    await bench.restart(platform(memory=kept, clock=bench.clock))


async def begun(bench: Bench) -> None:
    """A bot with a memory; ann has written."""
    bench.kept = Notebook()
    await bench.restart(platform(memory=bench.kept, clock=bench.clock))
    await bench.ann.send(bench.channel, "good evening")
    assert lines(bench) == ["ann"]


async def test_what_was_written_while_the_bot_was_away_is_counted_once(bench: Bench) -> None:
    await begun(bench)
    await away(bench, "ben", "mona")
    assert lines(bench) == ["ann", "ben", "mona"]
    await bench.ann.send(bench.channel, "hello again")
    await away(bench, "ben")
    await away(bench)
    assert lines(bench) == ["ann", "ben", "mona", "ann", "ben"]
    assert {one.space for one in bench.sink.presences} == {bench.space}


async def test_where_no_stream_was_on_nothing_is_read(bench: Bench) -> None:
    await begun(bench)
    bench.sink.live = False
    await away(bench, "ben")
    assert lines(bench) == ["ann"]
    [(space, since, until)] = bench.sink.asked
    assert (space, since <= until) == (bench.space, True)
    assert not [asked for asked in bench.env.http_requests if asked.method == "GET" and "/messages" in asked.path]


async def test_channels_that_nobody_wrote_in_are_left_alone(bench: Bench) -> None:
    await begun(bench)
    bench.guild.create_text_channel("rules")
    bench.env.http_requests.clear()
    await away(bench, "ben")
    read = {asked.path for asked in bench.env.http_requests if asked.path.endswith("/messages")}
    assert read == {f"/channels/{bench.channel.id}/messages"}


async def test_a_channel_that_the_bot_may_not_read_any_more_breaks_nothing(bench: Bench) -> None:
    await begun(bench)
    bench.env.inject_error("GET", "/channels/*/messages", status=403, code=50001, message="no")
    await away(bench, "ben")
    await bench.mona.send(bench.channel, "hello")
    assert lines(bench) == ["ann", "mona"]


async def test_after_a_lost_connection_what_came_live_is_not_read_again(bench: Bench) -> None:
    await begun(bench)
    bench.env.bot.dispatch("disconnect")
    await bench.env.settle()
    unheard(bench, "ben")
    await bench.new_session()
    await bench.mona.send(bench.channel, "hello")
    assert sorted(lines(bench)) == ["ann", "ben", "mona"]


async def test_what_is_said_while_the_gap_is_read_back_counts_once(bench: Bench) -> None:
    await begun(bench)
    bench.env.bot.dispatch("disconnect")
    await bench.env.settle()
    unheard(bench, "ben")
    await bench.new_session(speaks=bench.mona)
    assert sorted(lines(bench)) == ["ann", "ben", "mona"]


async def test_what_was_missed_while_discord_was_down_for_one_server_is_read_back(bench: Bench) -> None:
    await begun(bench)
    await bench.mona.send(bench.channel, "before")
    bench.env.backend.emit("GUILD_DELETE", {"id": str(bench.guild.id), "unavailable": True})
    await bench.env.settle()
    unheard(bench, "ben")
    bench.env.backend.emit("GUILD_CREATE", bench.there())
    await bench.env.settle()
    assert lines(bench) == ["ann", "mona", "ben"]
    await bench.ann.send(bench.channel, "hello again")
    assert lines(bench) == ["ann", "mona", "ben", "ann"]


@pytest.mark.long
async def test_a_message_that_is_read_back_and_then_told_late_counts_once(bench: Bench) -> None:
    await begun(bench)
    bench.env.bot.dispatch("disconnect")
    await bench.env.settle()
    unheard(bench, "ben")
    await bench.new_session()
    backend = bench.env.backend
    newest = max(backend.messages[bench.channel.id].values(), key=lambda one: one.id)
    backend.emit("MESSAGE_CREATE", dict(serializers.message_payload(backend, newest)))
    await bench.env.settle()
    assert lines(bench) == ["ann", "ben"]


async def test_a_connection_that_was_resumed_misses_nothing(bench: Bench) -> None:
    await begun(bench)
    bench.env.bot.dispatch("disconnect")
    bench.env.bot.dispatch("resumed")
    await bench.env.settle()
    await bench.platform.keep(last=True)
    assert bench.sink.asked == []


async def test_after_a_crash_what_may_have_been_counted_is_not_counted_again(bench: Bench) -> None:
    await begun(bench)
    bench.moved(timedelta(seconds=10))
    await bench.platform.keep()
    await bench.ben.send(bench.channel, "counted before the crash")
    bench.moved(timedelta(seconds=5))
    await away(bench, crash=True)
    assert lines(bench) == ["ann", "ben"]


async def test_nor_is_it_where_the_last_note_of_how_far_it_was_came_late(bench: Bench) -> None:
    await begun(bench)
    await passes(bench, 10)
    await bench.platform.keep()
    await passes(bench, 14)
    await bench.ben.send(bench.channel, "counted before the crash")
    await passes(bench, 60)
    await away(bench, "mona", crash=True)
    assert lines(bench) == ["ann", "ben", "mona"]


async def test_after_a_crash_nothing_counts_twice_although_nobody_wrote_for_a_while_before(bench: Bench) -> None:
    await begun(bench)
    for _ in range(4):
        await passes(bench, 10)
        await bench.platform.keep()
    await bench.ben.send(bench.channel, "counted before the crash")
    await away(bench, crash=True)
    assert lines(bench) == ["ann", "ben"]


async def test_after_a_crash_nothing_counts_twice_although_our_clock_was_set_back(bench: Bench) -> None:
    await begun(bench)
    await passes(bench, 10)
    await bench.platform.keep()
    bench.moved(-timedelta(hours=3))
    await bench.env.advance_time(60)
    await bench.mona.send(bench.channel, "while our clock is behind")
    await passes(bench, 10)
    await bench.platform.keep()
    await bench.ben.send(bench.channel, "counted before the crash")
    await passes(bench, 5)
    await away(bench, crash=True)
    assert lines(bench) == ["ann", "mona", "ben"]


async def passes(bench: Bench, seconds: float) -> None:
    """Time goes on, for the edge and for Discord."""
    bench.moved(timedelta(seconds=seconds))
    await bench.env.advance_time(seconds)
