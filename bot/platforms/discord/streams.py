"""What Discord says about streams: scheduled events, stages, and somebody who goes live in a voice channel."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import discord
from discord import EventStatus

from bot.model.identity import AccountRef, Actor, SpaceRef
from bot.model.incoming import SignalKind, StreamSignal
from bot.model.ports import Memory
from bot.platforms.discord.incoming import PLATFORM, floor_of, groups_of
from bot.platforms.discord.line import Line

EVENT, STAGE, GO_LIVE = "discord-event", "discord-stage", "discord-go-live"
LIVE = "live"  # under this name the memory knows what was live when it was last heard of


@dataclass(frozen=True, slots=True)
class _Live:
    """Something that is live, by the source's own id. `who` is whose it is."""

    source: str
    reference: str
    title: str
    who: Actor


class StreamWatch:
    """Turns what happens into signals, and remembers what is live, so that an end is noticed also after a gap."""

    def __init__(self, line: Line, memory: Memory) -> None:
        self._line = line
        self._memory = memory
        self._live: dict[int, set[tuple[str, str]]] | None = None

    async def planned(self, event: discord.ScheduledEvent) -> Sequence[StreamSignal]:
        """Somebody made a scheduled event."""
        return [self._plan(event)] if event.status is EventStatus.scheduled else await self._moved(None, event)

    async def changed(self, before: discord.ScheduledEvent, after: discord.ScheduledEvent) -> Sequence[StreamSignal]:
        """An event was moved, renamed, started, ended or called off."""
        return await self._moved(before, after)

    async def deleted(self, event: discord.ScheduledEvent) -> Sequence[StreamSignal]:
        """An event is gone; one that was live has ended with it."""
        if event.status is EventStatus.scheduled:
            return [self._signal(SignalKind.CANCELLED, event.guild_id, _of_event(event))]
        return await self._over(event.guild_id, _of_event(event)) if _is_live(event) else []

    async def opened(self, stage: discord.StageInstance) -> Sequence[StreamSignal]:
        """A stage opened."""
        return await self._on(stage.guild.id, _of_stage(stage))

    async def closed(self, stage: discord.StageInstance) -> Sequence[StreamSignal]:
        """A stage closed."""
        return await self._over(stage.guild.id, _of_stage(stage))

    async def spoke(
        self, member: discord.Member, before: discord.VoiceState, after: discord.VoiceState
    ) -> Sequence[StreamSignal]:
        """Somebody's voice state changed. Whether they are a host, and it matters at all, is for the core to say."""
        was, now_is = _streams(before), _streams(after)
        if was == now_is:
            return []
        guild, live = member.guild.id, _of_member(member)
        return await (self._on(guild, live) if now_is else self._over(guild, live))

    async def look(self, guild: discord.Guild) -> Sequence[StreamSignal]:
        """What there is in a server now, and the ends of what was live the last time and is no longer."""
        signals = [self._plan(event) for event in guild.scheduled_events if event.status is EventStatus.scheduled]
        there = [*(_of_event(event) for event in guild.scheduled_events if _is_live(event))]
        there += [_of_stage(stage) for stage in guild.stage_instances]
        there += [_of_member(member) for member in _who_streams(guild)]
        before = set((await self._known()).get(guild.id, ()))
        for source, reference in sorted(before - {(live.source, live.reference) for live in there}):
            signals += await self._over(guild.id, _Live(source, reference, "", self._line.myself()))
        for live in there:
            signals += await self._on(guild.id, live)
        return signals

    async def _moved(
        self, before: discord.ScheduledEvent | None, after: discord.ScheduledEvent
    ) -> Sequence[StreamSignal]:
        signals: list[StreamSignal] = []
        was_live, is_live = before is not None and _is_live(before), _is_live(after)
        if is_live and not was_live:
            signals += await self._on(after.guild_id, _of_event(after))
        # A recurring event never completes: it goes back to being scheduled.
        if was_live and not is_live:
            signals += await self._over(after.guild_id, _of_event(after))
        if after.status is EventStatus.scheduled:
            signals.append(self._plan(after))
        called_off = after.status is EventStatus.canceled
        if called_off and before is not None and before.status is EventStatus.scheduled:
            signals.append(self._signal(SignalKind.CANCELLED, after.guild_id, _of_event(after)))
        return signals

    async def _on(self, guild_id: int, live: _Live) -> Sequence[StreamSignal]:
        known = await self._known()
        known.setdefault(guild_id, set()).add((live.source, live.reference))
        await self._keep(known)
        return [self._signal(SignalKind.STARTED, guild_id, live)]

    async def _over(self, guild_id: int, live: _Live) -> Sequence[StreamSignal]:
        known = await self._known()
        known.get(guild_id, set()).discard((live.source, live.reference))
        await self._keep(known)
        return [self._signal(SignalKind.ENDED, guild_id, live)]

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

    async def _known(self) -> dict[int, set[tuple[str, str]]]:
        if self._live is None:
            self._live = {}
            for guild, source, reference in json.loads(await self._memory.recall(LIVE) or "[]"):
                self._live.setdefault(guild, set()).add((source, reference))
        return self._live

    async def _keep(self, known: dict[int, set[tuple[str, str]]]) -> None:
        lines = sorted((guild, *one) for guild, live in known.items() for one in live)
        await self._memory.keep(LIVE, json.dumps(lines))


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
