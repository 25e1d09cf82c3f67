"""What Discord says about streams: scheduled events, stages, and somebody who goes live in a voice channel."""

import json
from collections.abc import Sequence
from datetime import datetime

import discord
from discord import EventStatus
from msgspec import Struct

from bot.model.identity import AccountRef, Actor, SpaceRef
from bot.model.incoming import SignalKind, StreamSignal
from bot.model.ports import Memory
from bot.platforms.discord.incoming import PLATFORM, floor_of, groups_of
from bot.platforms.discord.line import Line

EVENT, STAGE, GO_LIVE = "discord-event", "discord-stage", "discord-go-live"
HEARD = "streams"  # under this name the memory knows what was live or planned when it was last heard of
_TO_COME = (EventStatus.scheduled, EventStatus.active)
_LIVE_NOW = ""  # stands there in place of the moment that something is planned for


_Named = tuple[str, str]  # a source, and its own id of something


class _Live(Struct, frozen=True):
    """Something that is live, by the source's own id. `who` is whose it is."""

    source: str
    reference: str
    title: str
    who: Actor


class StreamWatch:
    """Turns what happens into signals. What was told is remembered, so that its end is noticed also after a gap."""

    def __init__(self, line: Line, memory: Memory) -> None:
        self._line = line
        self._memory = memory
        self._heard: dict[int, dict[_Named, str]] | None = None

    def planned(self, event: discord.ScheduledEvent) -> Sequence[StreamSignal]:
        """Somebody made a scheduled event."""
        return [self._plan(event)] if _is_planned(event) else self.changed(None, event)

    def changed(self, before: discord.ScheduledEvent | None, after: discord.ScheduledEvent) -> Sequence[StreamSignal]:
        """An event was moved, renamed, started, ended or called off."""
        signals: list[StreamSignal] = []
        was_live, is_live = before is not None and _is_live(before), _is_live(after)
        if is_live and not was_live:
            signals.append(self._signal(SignalKind.STARTED, after.guild_id, _of_event(after)))
        # A recurring event never completes: it goes back to being scheduled.
        if was_live and not is_live:
            signals.append(self._signal(SignalKind.ENDED, after.guild_id, _of_event(after)))
        if _is_planned(after):
            signals.append(self._plan(after))
        called_off = after.status is EventStatus.canceled
        if called_off and before is not None and _is_planned(before):
            signals.append(self._signal(SignalKind.CANCELLED, after.guild_id, _of_event(after)))
        return signals

    def deleted(self, event: discord.ScheduledEvent) -> Sequence[StreamSignal]:
        """An event is gone; one that was live has ended with it."""
        if _is_planned(event):
            return [self._signal(SignalKind.CANCELLED, event.guild_id, _of_event(event))]
        return [self._signal(SignalKind.ENDED, event.guild_id, _of_event(event))] if _is_live(event) else []

    def opened(self, stage: discord.StageInstance) -> Sequence[StreamSignal]:
        """A stage opened."""
        return [self._signal(SignalKind.STARTED, stage.guild.id, _of_stage(stage))]

    def closed(self, stage: discord.StageInstance) -> Sequence[StreamSignal]:
        """A stage closed."""
        return [self._signal(SignalKind.ENDED, stage.guild.id, _of_stage(stage))]

    def spoke(
        self, member: discord.Member, before: discord.VoiceState, after: discord.VoiceState
    ) -> Sequence[StreamSignal]:
        """Somebody's voice state changed. Whether they are a host, and it matters at all, is for the core to say."""
        was, now_is = _streams(before), _streams(after)
        if was == now_is:
            return []
        kind = SignalKind.STARTED if now_is else SignalKind.ENDED
        return [self._signal(kind, member.guild.id, _of_member(member))]

    async def look(self, guild: discord.Guild) -> Sequence[StreamSignal]:
        """What there is in a server now, after the ends of what was there the last time and is no longer."""
        there = [*(_of_event(event) for event in guild.scheduled_events if _is_live(event))]
        there += [_of_stage(stage) for stage in guild.stage_instances]
        there += [_of_member(member) for member in _who_streams(guild)]
        live = {(one.source, one.reference) for one in there}
        # An event elsewhere that is live by the clock is still no more than a plan.
        plans = {(EVENT, str(one.id)) for one in guild.scheduled_events if one.status in _TO_COME}
        heard = (await self._recalled()).get(guild.id, {})
        signals: list[StreamSignal] = []
        for named, until in sorted(heard.items()):
            if named not in (live if until == _LIVE_NOW else plans):
                signals += self._end(guild.id, named, until)
        signals += [self._signal(SignalKind.STARTED, guild.id, one) for one in there]
        return signals + [self._plan(event) for event in guild.scheduled_events if _is_planned(event)]

    def _end(self, guild_id: int, named: _Named, until: str) -> Sequence[StreamSignal]:
        """What is there no longer has ended, or was called off; of a plan whose time has passed nobody knows that."""
        gone = _Live(*named, "", self._line.myself())
        if until == _LIVE_NOW:
            return [self._signal(SignalKind.ENDED, guild_id, gone)]
        if datetime.fromisoformat(until) > self._line.clock.now():
            return [self._signal(SignalKind.CANCELLED, guild_id, gone)]
        return []

    async def told(self, signal: StreamSignal) -> None:
        """The core has a signal: only now may be remembered what it says, or a crash could lose an end."""
        assert signal.space is not None
        heard = await self._recalled()
        mine, named = heard.setdefault(int(signal.space.space_id), {}), (signal.source, signal.reference)
        before = mine.pop(named, None)
        if signal.kind is SignalKind.STARTED:
            mine[named] = _LIVE_NOW
        elif signal.kind is SignalKind.PLANNED and signal.planned_for is not None:
            mine[named] = signal.planned_for.isoformat()
        if mine.get(named) != before:
            lines = sorted((guild, *one, until) for guild, ones in heard.items() for one, until in ones.items())
            await self._memory.keep(HEARD, json.dumps(lines))

    def _plan(self, event: discord.ScheduledEvent) -> StreamSignal:
        return self._signal(SignalKind.PLANNED, event.guild_id, _of_event(event), event)

    def _signal(
        self, kind: SignalKind, guild_id: int, live: _Live, plan: discord.ScheduledEvent | None = None
    ) -> StreamSignal:
        now = self._line.clock.now()
        return StreamSignal(
            event_id=f"{live.source}:{live.reference}:{kind.value}:{now.timestamp():.3f}",
            at=now,
            actor=live.who,
            space=SpaceRef(PLATFORM, str(guild_id)),
            kind=kind,
            source=live.source,
            reference=live.reference,
            title=live.title,
            planned_for=plan.start_time if plan is not None else None,
            hosts_only=live.source == GO_LIVE,
        )

    async def _recalled(self) -> dict[int, dict[_Named, str]]:
        if self._heard is None:
            self._heard = {}
            now = self._line.clock.now()
            for guild, source, reference, until in json.loads(await self._memory.recall(HEARD) or "[]"):
                if until == _LIVE_NOW or datetime.fromisoformat(until) > now:
                    self._heard.setdefault(guild, {})[source, reference] = until
        return self._heard


def _is_planned(event: discord.ScheduledEvent) -> bool:
    return event.status is EventStatus.scheduled


def _is_live(event: discord.ScheduledEvent) -> bool:
    # An event elsewhere starts and ends by the clock, whatever its host does, so that it only tells of a plan.
    return event.status is EventStatus.active and event.entity_type is not discord.EntityType.external


def _streams(state: discord.VoiceState) -> bool:
    return state.channel is not None and state.self_stream


def _who_streams(guild: discord.Guild) -> Sequence[discord.Member]:
    """Those who are live in a voice channel, as far as they are known."""
    every = [*guild.voice_channels, *guild.stage_channels]
    users = [user for channel in every for user, state in channel.voice_states.items() if state.self_stream]
    return [member for user in users if (member := guild.get_member(user)) is not None]


def _of_event(event: discord.ScheduledEvent) -> _Live:
    maker = event.creator.display_name if event.creator is not None else ""
    return _Live(EVENT, str(event.id), event.name, Actor(AccountRef(PLATFORM, str(event.creator_id or 0)), maker))


def _of_stage(stage: discord.StageInstance) -> _Live:
    return _Live(STAGE, str(stage.id), stage.topic, Actor(AccountRef(PLATFORM, "0"), ""))


def _of_member(member: discord.Member) -> _Live:
    who = Actor(
        AccountRef(PLATFORM, str(member.id)),
        member.display_name,
        floor=floor_of(member),
        is_bot=member.bot,
        groups=groups_of(member),
    )
    return _Live(GO_LIVE, str(member.id), "", who)
