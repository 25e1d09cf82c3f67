"""How long people were in voice: to the second, whatever they do there, over restarts and lost connections."""

from datetime import timedelta
from itertools import pairwise

import pytest
import simcord

from bot.model.incoming import Presence, PresenceKind
from tests.platforms.contract import Notebook
from tests.platforms.discord.bench import Bench, account, platform


def seconds(bench: Bench, person: simcord.MemberActor) -> float:
    """How long somebody was in voice as far as it was told."""
    return sum(told.seconds for told in spans(bench, person))


def spans(bench: Bench, person: simcord.MemberActor) -> list[Presence]:
    """What was told of somebody's voice; no two of the spans overlap."""
    found = [one for one in bench.sink.presences if one.account == account(person)]
    assert {one.kind for one in found} <= {PresenceKind.VOICE}
    assert {one.space for one in found} <= {bench.space}
    for earlier, later in pairwise(found):
        assert later.at - timedelta(seconds=later.seconds) >= earlier.at
    return found


def later(bench: Bench, amount: float) -> None:
    bench.moved(timedelta(seconds=amount))


@pytest.mark.parametrize("kind", ["voice", "stage"])
async def test_a_visit_counts_to_the_second(bench: Bench, kind: str) -> None:
    make = bench.guild.create_voice_channel if kind == "voice" else bench.guild.create_stage_channel
    await bench.ann.join_voice(make("talk"))
    later(bench, 123.5)
    await bench.ann.leave_voice()
    later(bench, 60)
    [span] = spans(bench, bench.ann)
    assert (span.seconds, span.name) == (123.5, "Ann")


async def test_moving_and_being_deaf_change_nothing(bench: Bench) -> None:
    talk, other = bench.guild.create_voice_channel("talk"), bench.guild.create_voice_channel("other")
    await bench.ann.join_voice(talk)
    later(bench, 10)
    await bench.ann.join_voice(other)
    later(bench, 10)
    await bench.ann.set_voice(self_deaf=True, self_mute=True)
    later(bench, 10)
    await bench.ann.leave_voice()
    assert seconds(bench, bench.ann) == 30


async def test_waiting_in_the_channel_for_the_absent_is_no_presence(bench: Bench) -> None:
    afk = bench.guild.create_voice_channel("away")
    bench.env.backend.guilds[bench.guild.id].afk_channel_id = afk.id
    await bench.restart(platform(clock=bench.clock))
    talk = bench.guild.create_voice_channel("talk")
    await bench.ann.join_voice(talk)
    later(bench, 10)
    await bench.ann.join_voice(afk)
    later(bench, 100)
    await bench.ann.leave_voice()
    assert seconds(bench, bench.ann) == 10


async def test_bots_are_not_counted(bench: Bench) -> None:
    radio = bench.guild.add_member(bench.env.create_user("radio", bot=True))
    await radio.join_voice(bench.guild.create_voice_channel("talk"))
    later(bench, 100)
    await bench.platform.keep()
    await bench.restart(platform(clock=bench.clock))
    later(bench, 100)
    await bench.platform.keep()
    assert bench.sink.presences == []


async def test_each_minute_is_counted_so_that_a_crash_loses_little(bench: Bench) -> None:
    await bench.ann.join_voice(bench.guild.create_voice_channel("talk"))
    for _ in range(7):
        later(bench, 10)
        await bench.platform.keep()
    assert [one.seconds for one in spans(bench, bench.ann)] == [60]
    later(bench, 5)
    await bench.ann.leave_voice()
    assert seconds(bench, bench.ann) == 75


async def test_who_is_there_at_the_start_counts_from_then_on_without_the_members_intent(bench: Bench) -> None:
    await bench.ann.join_voice(bench.guild.create_voice_channel("talk"))
    bench.sink.presences.clear()
    await bench.restart(platform(clock=bench.clock))
    later(bench, 20)
    await bench.platform.keep(last=True)
    [span] = spans(bench, bench.ann)
    assert (span.seconds, span.name) == (20, "Ann")


async def test_one_visit_goes_on_over_a_restart(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept, clock=bench.clock))
    await bench.ann.join_voice(bench.guild.create_voice_channel("talk"))
    later(bench, 30)
    await bench.platform.close()
    later(bench, 45)
    await bench.restart(platform(memory=kept, clock=bench.clock))
    later(bench, 25)
    await bench.ann.leave_voice()
    assert seconds(bench, bench.ann) == 100


async def test_another_visit_after_a_restart_leaves_the_gap_out(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept, clock=bench.clock))
    await bench.ann.join_voice(bench.guild.create_voice_channel("talk"))
    later(bench, 30)
    await bench.platform.close()
    later(bench, 45)
    bench.env.backend.guilds[bench.guild.id].voice_states[bench.ann.id].session_id = "another"
    await bench.restart(platform(memory=kept, clock=bench.clock))
    later(bench, 25)
    await bench.ann.leave_voice()
    assert seconds(bench, bench.ann) == 55


async def test_a_crash_loses_no_more_than_what_came_after_the_last_minute(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept, clock=bench.clock))
    await bench.ann.join_voice(bench.guild.create_voice_channel("talk"))
    later(bench, 60)
    await bench.platform.keep()
    later(bench, 30)
    bench.env.backend.guilds[bench.guild.id].voice_states.clear()  # and nobody told, or could have been told
    await bench.restart(platform(memory=kept, clock=bench.clock))
    later(bench, 60)
    await bench.platform.keep()
    assert seconds(bench, bench.ann) == 60


async def test_who_left_during_a_lost_connection_was_there_until_it_was_lost(bench: Bench) -> None:
    talk = bench.guild.create_voice_channel("talk")
    await bench.ann.join_voice(talk)
    await bench.ben.join_voice(talk)
    later(bench, 30)
    bench.env.bot.dispatch("disconnect")
    await bench.env.settle()
    later(bench, 300)
    await bench.platform.keep()  # nobody knows who is there now
    await bench.new_session(without_voice_of=bench.ann)
    later(bench, 10)
    await bench.platform.keep(last=True)
    assert (seconds(bench, bench.ann), seconds(bench, bench.ben)) == (30, 340)


async def test_who_left_while_discord_was_down_for_the_server_was_there_until_then(bench: Bench) -> None:
    await bench.ann.join_voice(bench.guild.create_voice_channel("talk"))
    later(bench, 30)
    backend = bench.env.backend
    backend.emit("GUILD_DELETE", {"id": str(bench.guild.id), "unavailable": True})
    await bench.env.settle()
    later(bench, 300)
    await bench.platform.keep()  # nobody knows who is there now
    backend.guilds[bench.guild.id].voice_states.pop(bench.ann.id)
    backend.emit("GUILD_CREATE", bench.there())
    await bench.env.settle()
    assert seconds(bench, bench.ann) == 30


async def test_nobody_is_counted_in_a_server_that_the_bot_was_taken_out_of(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept, clock=bench.clock))
    await bench.ann.join_voice(bench.guild.create_voice_channel("talk"))
    later(bench, 30)
    bench.env.backend.emit("GUILD_DELETE", {"id": str(bench.guild.id)})
    await bench.env.settle()
    later(bench, 300)
    await bench.platform.keep(last=True)
    assert seconds(bench, bench.ann) == 30
    assert not [name for name in kept.texts if name.endswith(f":{bench.guild.id}")]
