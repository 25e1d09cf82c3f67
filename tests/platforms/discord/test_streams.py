"""Scheduled events, stages and going live: what the core is told of them, also after a gap."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from simcord.backend import serializers
from simcord.backend.models import ScheduledEvent

from bot.errors import StorageError
from bot.model.identity import Role
from bot.model.incoming import Incoming, SignalKind, StreamSignal
from tests.platforms.contract import Notebook
from tests.platforms.discord.bench import START, Bench, ReactingSink, account, platform

STAGE, VOICE, EXTERNAL = 1, 2, 3  # Discord's numbers: where an event takes place
SCHEDULED, ACTIVE, COMPLETED, CANCELLED = 1, 2, 3, 4
TOMORROW = (START + timedelta(days=1)).isoformat()
LATER = (START + timedelta(days=2)).isoformat()


async def event(bench: Bench, kind: int = VOICE) -> ScheduledEvent:
    """Somebody plans an event for tomorrow."""
    channel = None if kind == EXTERNAL else bench.guild.create_voice_channel("talk")
    place = "twitch.tv/kiln" if kind == EXTERNAL else None
    made = bench.guild.create_scheduled_event(
        "Glaze night", start_time=TOMORROW, entity_type=kind, channel=channel, location=place
    )
    await bench.env.settle()
    return made


async def becomes(bench: Bench, made: ScheduledEvent, **changes: object) -> None:
    """The event changes on Discord's side."""
    bench.env.backend.edit_scheduled_event(bench.guild.id, made.id, changes)
    await bench.env.settle()


def told(bench: Bench) -> Sequence[tuple[str, SignalKind]]:
    """The signals so far, with their sources."""
    return [(signal.source, signal.kind) for signal in bench.sink.of(StreamSignal)]


def kinds(bench: Bench) -> Sequence[SignalKind]:
    return [kind for _, kind in told(bench)]


async def test_an_event_is_a_plan_that_begins_and_ends(bench: Bench) -> None:
    made = await event(bench)
    await becomes(bench, made, status=ACTIVE)
    await becomes(bench, made, status=COMPLETED)
    assert kinds(bench) == [SignalKind.PLANNED, SignalKind.STARTED, SignalKind.ENDED]
    planned, started, ended = bench.sink.of(StreamSignal)
    assert (planned.title, planned.planned_for) == ("Glaze night", START + timedelta(days=1))
    assert (planned.source, planned.space, planned.hosts_only) == ("discord-event", bench.space, False)
    assert planned.reference == started.reference == ended.reference == str(made.id)
    assert len({signal.event_id for signal in bench.sink.of(StreamSignal)}) == 3


async def test_a_recurring_event_that_goes_back_to_its_plan_has_ended_and_is_planned_again(bench: Bench) -> None:
    made = await event(bench)
    await becomes(bench, made, status=ACTIVE)
    await becomes(bench, made, status=SCHEDULED, scheduled_start_time=LATER)
    assert kinds(bench)[2:] == [SignalKind.ENDED, SignalKind.PLANNED]
    assert bench.sink.of(StreamSignal)[-1].planned_for == START + timedelta(days=2)


async def test_an_event_elsewhere_goes_by_the_clock_and_only_tells_of_a_plan(bench: Bench) -> None:
    made = await event(bench, EXTERNAL)
    await becomes(bench, made, status=ACTIVE)
    await becomes(bench, made, status=COMPLETED)
    assert kinds(bench) == [SignalKind.PLANNED]


async def test_an_event_that_is_moved_or_called_off_is_told(bench: Bench) -> None:
    made = await event(bench)
    await becomes(bench, made, scheduled_start_time=LATER, name="Glaze evening")
    moved = bench.sink.of(StreamSignal)[-1]
    assert (moved.kind, moved.title, moved.planned_for) == (
        SignalKind.PLANNED,
        "Glaze evening",
        START + timedelta(days=2),
    )
    await becomes(bench, made, status=CANCELLED)
    assert kinds(bench)[-1] is SignalKind.CANCELLED


@pytest.mark.parametrize(("status", "kind"), [(SCHEDULED, SignalKind.CANCELLED), (ACTIVE, SignalKind.ENDED)])
async def test_an_event_that_is_deleted_is_over_in_its_own_way(bench: Bench, status: int, kind: SignalKind) -> None:
    made = await event(bench)
    await becomes(bench, made, status=status)
    bench.env.backend.delete_scheduled_event(bench.guild.id, made.id)
    await bench.env.settle()
    assert kinds(bench)[-1] is kind


async def test_a_stage_that_opens_and_closes_is_a_stream(bench: Bench) -> None:
    stage = bench.guild.create_stage_channel("stage")
    bench.env.backend.create_stage_instance(stage.id, "Kiln talk")
    await bench.env.settle()
    bench.env.backend.delete_stage_instance(stage.id)
    await bench.env.settle()
    assert told(bench) == [("discord-stage", SignalKind.STARTED), ("discord-stage", SignalKind.ENDED)]
    assert bench.sink.of(StreamSignal)[0].title == "Kiln talk"


def goes_live(bench: Bench, *, on: bool) -> None:
    state = bench.env.backend.guilds[bench.guild.id].voice_states[bench.mona.id]
    bench.env.backend.set_voice_state(bench.guild.id, bench.mona.id, state.channel_id, self_stream=on)


async def test_who_goes_live_in_voice_is_told_with_what_they_may_do(bench: Bench) -> None:
    talk, other = bench.guild.create_voice_channel("talk"), bench.guild.create_voice_channel("other")
    await bench.mona.join_voice(talk)
    goes_live(bench, on=True)
    await bench.mona.join_voice(other)  # moving is no end
    await bench.mona.set_voice(self_mute=True)
    goes_live(bench, on=False)
    await bench.env.settle()
    assert told(bench) == [("discord-go-live", SignalKind.STARTED), ("discord-go-live", SignalKind.ENDED)]
    started = bench.sink.of(StreamSignal)[0]
    assert (started.actor.account, started.actor.floor) == (account(bench.mona), Role.MODERATOR)
    assert started.hosts_only
    assert started.actor.groups == {str(bench.guild.roles["Mods"].id)}


async def test_who_goes_on_being_live_over_a_restart_has_not_ended(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept))
    await bench.mona.join_voice(bench.guild.create_voice_channel("talk"))
    goes_live(bench, on=True)
    await bench.env.settle()
    bench.sink.updates.clear()
    await bench.restart(platform(memory=kept))
    assert told(bench) == [("discord-go-live", SignalKind.STARTED)]


async def test_an_event_that_was_called_off_or_deleted_while_the_bot_was_away_is_told(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept))
    off, gone, stays = [await event(bench) for _ in range(3)]
    bench.sink.updates.clear()
    bench.env.backend.subscribers.clear()  # nobody listens
    bench.env.backend.edit_scheduled_event(bench.guild.id, off.id, {"status": CANCELLED})
    bench.env.backend.delete_scheduled_event(bench.guild.id, gone.id)
    for _ in range(2):
        await bench.restart(platform(memory=kept))
    signals = [(signal.kind, signal.reference) for signal in bench.sink.of(StreamSignal)]
    cancelled, planned = SignalKind.CANCELLED, SignalKind.PLANNED
    assert sorted(signals) == [(cancelled, str(off.id)), (cancelled, str(gone.id)), *[(planned, str(stays.id))] * 2]


async def test_what_became_of_a_plan_whose_time_has_passed_nobody_knows(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept, clock=bench.clock))
    made = await event(bench)
    bench.sink.updates.clear()
    bench.env.backend.subscribers.clear()  # nobody listens
    bench.env.backend.delete_scheduled_event(bench.guild.id, made.id)
    bench.moved(timedelta(days=1))
    await bench.restart(platform(memory=kept, clock=bench.clock))
    assert told(bench) == []


class Dying(ReactingSink):
    """The process dies before an update is stored."""

    async def receive(self, update: Incoming) -> None:
        if isinstance(update, StreamSignal):
            raise StorageError("the process died")
        await super().receive(update)


async def test_an_end_that_a_crash_kept_from_the_core_is_told_at_the_next_start() -> None:
    kept = Notebook()
    bench = Bench(platform(memory=kept))
    await bench.open()
    with bench.env.time_context():
        stage = bench.guild.create_stage_channel("stage")
        bench.env.backend.create_stage_instance(stage.id, "Kiln talk")
        await bench.env.settle()
        lives, bench.sink = bench.sink, Dying()
        await bench.restart(platform(memory=kept))
        bench.env.backend.delete_stage_instance(stage.id)
        await bench.env.settle()
        lives.updates.clear()
        bench.sink = lives
        await bench.restart(platform(memory=kept))
        assert told(bench) == [("discord-stage", SignalKind.ENDED)]
    await bench.env.shutdown()


async def test_who_leaves_while_live_has_ended(bench: Bench) -> None:
    await bench.mona.join_voice(bench.guild.create_voice_channel("talk"))
    goes_live(bench, on=True)
    await bench.env.settle()
    await bench.mona.leave_voice()
    assert kinds(bench) == [SignalKind.STARTED, SignalKind.ENDED]


class Failing(Notebook):
    """A memory that cannot be read for a while."""

    fails = True

    async def recall(self, name: str) -> str | None:
        if name == "streams" and self.fails:
            raise StorageError("the disk is full")
        return await super().recall(name)


async def test_what_could_not_be_looked_at_is_looked_at_again_within_seconds(bench: Bench) -> None:
    kept = Failing()
    await becomes(bench, await event(bench), status=ACTIVE)
    bench.sink.updates.clear()
    await bench.restart(platform(memory=kept))
    assert told(bench) == []
    kept.fails = False
    await bench.platform.keep()
    assert kinds(bench) == [SignalKind.STARTED]


async def test_what_is_there_at_the_start_is_told(bench: Bench) -> None:
    made = await event(bench)
    await event(bench)
    await becomes(bench, made, status=ACTIVE)
    bench.sink.updates.clear()
    await bench.restart()
    assert sorted(kinds(bench)) == [SignalKind.PLANNED, SignalKind.STARTED]


async def test_what_was_live_and_is_no_longer_has_ended_while_the_bot_was_away(bench: Bench) -> None:
    kept = Notebook()
    await bench.restart(platform(memory=kept))
    made = await event(bench)
    await becomes(bench, made, status=ACTIVE)
    bench.env.backend.create_stage_instance(bench.guild.create_stage_channel("stage").id, "Kiln talk")
    await bench.env.settle()
    bench.sink.updates.clear()
    bench.env.backend.subscribers.clear()  # nobody listens
    bench.env.backend.edit_scheduled_event(bench.guild.id, made.id, {"status": COMPLETED})
    # The Discord in memory tells of no stages when a session begins, as if both had ended.
    await bench.restart(platform(memory=kept))
    assert sorted(told(bench)) == [("discord-event", SignalKind.ENDED), ("discord-stage", SignalKind.ENDED)]
    bench.sink.updates.clear()
    await bench.restart(platform(memory=kept))
    assert told(bench) == []


async def test_a_stage_that_is_open_at_the_start_is_told(bench: Bench) -> None:
    backend = bench.env.backend
    instance = backend.create_stage_instance(bench.guild.create_stage_channel("stage").id, "Kiln talk")
    await bench.restart()
    bench.sink.updates.clear()
    payload = serializers.guild_create_payload(backend, backend.guilds[bench.guild.id])
    backend.emit("GUILD_DELETE", {"id": str(bench.guild.id), "unavailable": True})
    backend.emit("GUILD_CREATE", {**payload, "stage_instances": [serializers.stage_instance_payload(instance)]})
    await bench.env.settle()
    assert told(bench) == [("discord-stage", SignalKind.STARTED)]
