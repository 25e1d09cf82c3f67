"""What is live in the channels of a source, remembered over restarts, and the signals that follow from it."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bot.clock import Clock
from bot.model.identity import AccountRef, Actor
from bot.model.incoming import SignalKind, StreamSignal
from bot.model.ports import Memory, Sink
from bot.model.sources import Channel, LiveNow
from bot.storage.types import to_json

LIVE = "live"  # under this name the memory knows what was last heard
LAG = timedelta(minutes=5)
"""For so long after a start or an end an answer that says otherwise is not believed: services ask a cache.

Of two streams of the same name that began further apart, the later is another one.
"""


class _Last(Struct, frozen=True):
    """What was last heard of a channel: its newest stream, whether it is on, and since when that is known."""

    reference: str
    live: bool
    began_at: datetime
    changed_at: datetime

    def is_same(self, live: LiveNow) -> bool:
        """Whether it is this one: some sources call every stream of a channel the same."""
        return self.reference == live.reference and abs(live.began_at - self.began_at) <= LAG


class LiveWatch:
    """Turns what a source tells into signals. What repeats or comes out of order changes nothing."""

    def __init__(self, source: str, memory: Memory, clock: Clock) -> None:
        self._source = source
        self._memory = memory
        self._clock = clock
        self._known: dict[str, _Last] | None = None
        self._turn = asyncio.Lock()

    async def began(self, channel: Channel, live: LiveNow, sink: Sink, at: datetime, key: str = "") -> None:
        """A stream is on, as was told at `at`. One that dropped out and is back goes on from then, not from its start.

        `key` is the source's own id of the message, where it has one.
        """
        async with self._turn:
            await self._began(channel, live, sink, at, key)

    async def _began(self, channel: Channel, live: LiveNow, sink: Sink, at: datetime, key: str) -> None:
        known = await self._load()
        last = known.get(channel.name)
        if last is not None and last.is_same(live):
            if last.live or at < last.changed_at:
                return
            began = at
        else:
            if last is not None and live.began_at < last.began_at:
                return
            if last is not None and last.live:
                await self._end(channel, last, sink, max(live.began_at, last.changed_at), "")
            began = live.began_at
        await sink.receive(self._signal(SignalKind.STARTED, channel, live.reference, began, key, title=live.title))
        known[channel.name] = _Last(live.reference, live=True, began_at=live.began_at, changed_at=max(at, began))
        await self._keep(known)

    async def over(
        self, channel: Channel, sink: Sink, at: datetime, reference: str | None = None, key: str = ""
    ) -> None:
        """A channel's stream ended at `at`. Not every source says which: then it is the one that was on."""
        async with self._turn:
            await self._over(channel, sink, at, reference, key)

    async def _over(self, channel: Channel, sink: Sink, at: datetime, reference: str | None, key: str) -> None:
        known = await self._load()
        last = known.get(channel.name)
        if last is None or reference not in (None, last.reference):
            if reference is not None:
                await sink.receive(self._signal(SignalKind.ENDED, channel, reference, at, key))
            return
        if not last.live or at < last.changed_at:
            return
        await self._end(channel, last, sink, at, key)
        await self._keep(known)

    async def look(self, channels: Sequence[Channel], found: Mapping[str, LiveNow], sink: Sink) -> None:
        """Make up for what was missed: `found` is all that is on now, by the channels' names."""
        now = self._clock.now()
        known = await self._load()
        for channel in channels:
            last, live = known.get(channel.name), found.get(channel.name)
            lately = last is not None and now - last.changed_at < LAG
            if live is not None and not (lately and last is not None and last.is_same(live)):
                await self.began(channel, live, sink, now)
            elif live is None and not lately:
                await self.over(channel, sink, now)

    async def leave(self, channel: Channel, sink: Sink) -> None:
        """Nobody watches the channel any more. Whoever changes their mind finds the stream on at the next look."""
        async with self._turn:
            known, now = await self._load(), self._clock.now()
            last = known.get(channel.name)
            if last is not None and last.live:
                await self._end(channel, last, sink, now, "")
                known[channel.name] = replace(last, live=False, changed_at=now - LAG)
                await self._keep(known)

    async def is_live(self, channel: Channel) -> str | None:
        """The reference of what is on in a channel as far as was heard, or None."""
        last = (await self._load()).get(channel.name)
        return last.reference if last is not None and last.live else None

    async def missed(self, channel: Channel, live: LiveNow, ended_at: datetime, sink: Sink) -> None:
        """A stream that is over: its end is told with its beginning, which may never have been."""
        async with self._turn:
            await self._missed(channel, live, ended_at, sink)

    async def _missed(self, channel: Channel, live: LiveNow, ended_at: datetime, sink: Sink) -> None:
        known = await self._load()
        last = known.get(channel.name)
        if last is not None and (last.began_at > live.began_at or (last.reference == live.reference and not last.live)):
            return
        end = self._signal(SignalKind.ENDED, channel, live.reference, ended_at, "", title=live.title)
        await sink.receive(replace(end, began_at=live.began_at))
        known[channel.name] = _Last(live.reference, live=False, began_at=live.began_at, changed_at=ended_at)
        await self._keep(known)

    async def planned(self, channel: Channel, reference: str, when: datetime, title: str, sink: Sink) -> None:
        """A stream is announced."""
        now = self._clock.now()
        plan = self._signal(SignalKind.PLANNED, channel, reference, now, "", title=title)
        await sink.receive(replace(plan, planned_for=when))

    async def cancelled(self, channel: Channel, reference: str, sink: Sink) -> None:
        """What was announced will not be."""
        await sink.receive(self._signal(SignalKind.CANCELLED, channel, reference, self._clock.now(), ""))

    async def _end(self, channel: Channel, last: _Last, sink: Sink, at: datetime, key: str) -> None:
        assert self._known is not None
        end = self._signal(SignalKind.ENDED, channel, last.reference, at, key)
        await sink.receive(replace(end, began_at=last.began_at))
        self._known[channel.name] = replace(last, live=False, changed_at=at)

    def _signal(
        self, kind: SignalKind, channel: Channel, reference: str, at: datetime, key: str, *, title: str = ""
    ) -> StreamSignal:
        told = key or f"{at.timestamp():.3f}"
        return StreamSignal(
            event_id=f"{channel.name}:{reference}:{kind.value}:{told}",
            at=at,
            actor=Actor(AccountRef(self._source, channel.name), channel.name),
            space=channel.space,
            kind=kind,
            source=self._source,
            reference=reference,
            title=title,
        )

    async def _load(self) -> dict[str, _Last]:
        if self._known is None:
            kept = msgspec.json.decode(await self._memory.recall(LIVE) or "{}")
            self._known = {
                name: _Last(reference, live, datetime.fromisoformat(began), datetime.fromisoformat(changed))
                for name, (reference, live, began, changed) in kept.items()
            }
        return self._known

    async def _keep(self, known: Mapping[str, _Last]) -> None:
        lines = {
            name: (last.reference, last.live, last.began_at.isoformat(), last.changed_at.isoformat())
            for name, last in known.items()
        }
        await self._memory.keep(LIVE, to_json(lines))
