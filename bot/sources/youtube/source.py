"""YouTube as a source of streams: channels are looked at now and then, chats are asked while a stream is on."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from bot.clock import Clock
from bot.errors import Said
from bot.model.ports import Memory, Sink
from bot.model.sources import Channel, LiveNow, Notices
from bot.sources.asking import Service
from bot.sources.chat import ChatCount
from bot.sources.watching import LiveWatch
from bot.sources.youtube.api import ADDRESS, CHAT_COSTS, LIST_COSTS, NoChatError, UnitsSpentError, Video, YouTube
from bot.sources.youtube.chat import LiveChat
from bot.sources.youtube.units import Units
from bot.storage.types import to_json
from bot.surroundings import Surroundings

NAME = "youtube"
PLANS, LISTS = "plans", "uploads"
DAY_SECONDS = 86_400
MISSING_SECONDS = 3600.0  # before a name that nobody had is asked for again
FORGOTTEN = timedelta(days=1)  # so long after its time nobody waits for a plan any more


class Paces(Struct, frozen=True):
    """Seconds between looks at the channels, at least between questions about a chat, and at most asleep.

    With a look every three minutes one channel costs 960 units a day, each further one 480; an hour of chat costs 900.
    """

    look: float = 180.0
    chat: float = 20.0
    nap: float = 60.0


PACES = Paces()


class YouTubeSource:
    """Asks the Data API, as rarely as the units allow. YouTube tells starts and ends to the second all the same."""

    name = NAME

    def __init__(
        self, key: str, *, clock: Clock, memory: Memory, daily: int, address: str = ADDRESS, paces: Paces = PACES
    ) -> None:
        self._service = Service("YouTube")
        self._daily = daily
        self._units = Units(daily, memory, clock)
        self._youtube = YouTube(self._service, key, self._units, address)
        self._watch = LiveWatch(NAME, memory, clock)
        self._count = ChatCount(NAME, clock)
        self._clock = clock
        self._memory = memory
        self._paces = paces
        self._chats: dict[str, LiveChat] = {}
        self._missing: dict[str, float] = {}  # channels that there are not: when to ask again
        self._due: dict[str, float] = {}  # by chat: when it is to be asked, by the loop's clock

    async def run(self, channels: Sequence[Channel], sink: Sink, notices: Notices) -> None:
        """See `bot.model.sources.StreamSource`."""
        await self._units.recall()
        for kept in (self._chats, self._due, self._missing):
            kept.clear()
        now = asyncio.get_running_loop().time
        look_at = now()
        while True:
            try:
                if now() >= look_at:
                    await self._look(channels, sink, notices)
                    look_at = now() + self._pace(len(channels))
                await self._ask_chats(sink, notices, len(channels))
            except UnitsSpentError:
                await self._wait_for_units(notices)
                continue
            due = min((look_at, *self._due.values()))
            await asyncio.sleep(min(max(0.0, due - now()), self._paces.nap))

    async def current(self, channel: Channel) -> LiveNow | None:
        """See `bot.model.sources.StreamSource`."""
        try:
            owner = await self._youtube.owner(channel.name)
            ids = await self._youtube.newest(owner.uploads) if owner is not None else ()
            return next((_live(video) for video in await self._youtube.videos(ids) if _is_on(video)), None)
        except UnitsSpentError:
            return None

    async def leave(self, channel: Channel, sink: Sink) -> None:
        """See `bot.model.sources.StreamSource`."""
        await self._watch.leave(channel, sink)

    async def close(self) -> None:
        """See `bot.model.sources.StreamSource`."""
        await self._service.close()

    async def _look(self, channels: Sequence[Channel], sink: Sink, notices: Notices) -> None:
        lists = await self._lists(channels, notices)
        plans = await self._plans()
        asked: dict[str, Channel] = {}
        for channel in channels:
            ids = list(await self._youtube.newest(lists[channel.name])) if channel.name in lists else []
            ids += [id for id, (name, _) in plans.items() if name == channel.name]
            ids += [on] if (on := await self._watch.is_live(channel)) is not None else []
            asked |= dict.fromkeys(ids, channel)
        videos = {video.id: video for video in await self._youtube.videos(list(asked))}
        for channel in channels:
            theirs = [videos[id] for id, whose in asked.items() if whose is channel and id in videos]
            await self._compare(channel, theirs, sink)
        await self._compare_plans(asked, videos, plans, sink)
        await self._units.keep()
        notices.tell("units", None)

    async def _lists(self, channels: Sequence[Channel], notices: Notices) -> Mapping[str, str]:
        """The list of videos of each channel, which is asked for once and kept."""
        kept: dict[str, str] = msgspec.json.decode(await self._memory.recall(LISTS) or "{}")
        now = asyncio.get_running_loop().time()
        for channel in channels:
            if channel.name not in kept and now >= self._missing.get(channel.name, 0.0):
                owner = await self._youtube.owner(channel.name)
                missing = Said("refusal-source-no-channel", name=channel.name, source="YouTube")
                notices.tell(f"channel {channel.name}", None if owner else missing)
                self._missing[channel.name] = now + MISSING_SECONDS
                if owner is not None and owner.uploads:
                    kept[channel.name] = owner.uploads
                    await self._memory.keep(LISTS, to_json(kept))
        return kept

    async def _compare(self, channel: Channel, videos: Sequence[Video], sink: Sink) -> None:
        """What is on in a channel against what was: the newest counts where there are two."""
        before = await self._watch.is_live(channel)
        on = max((video for video in videos if _is_on(video)), key=_began, default=None)
        known = {video.id: video for video in videos}
        if before is not None and (on is None or on.id != before):
            await self._over(channel, before, known.get(before), sink)
        for video in sorted((video for video in videos if _is_over(video)), key=_began):
            if video.id != before and self._is_recent(video):
                assert video.times is not None and video.times.actual_end_time is not None
                await self._watch.missed(channel, _live(video), video.times.actual_end_time, sink)
        if on is not None:
            await self._watch.began(channel, _live(on), sink, self._clock.now())
            await self._open_chat(channel, on)

    def _is_recent(self, video: Video) -> bool:
        """Whether a stream that nobody saw is of now: one that began and ended between two looks, and none of old."""
        assert video.times is not None and video.times.actual_end_time is not None
        return (self._clock.now() - video.times.actual_end_time).total_seconds() < 2 * self._paces.look + 60

    async def _over(self, channel: Channel, reference: str, video: Video | None, sink: Sink) -> None:
        """It ended when YouTube says so; one that is not shown any more ended by now."""
        ended = video.times.actual_end_time if video is not None and video.times is not None else None
        await self._watch.over(channel, sink, ended or self._clock.now(), reference)
        if (chat := self._chats.pop(reference, None)) is not None:
            self._due.pop(reference, None)
            await chat.forget()

    async def _open_chat(self, channel: Channel, video: Video) -> None:
        chat_id = video.times.active_live_chat_id if video.times is not None else ""
        if chat_id and video.id not in self._chats:
            chat = self._chats[video.id] = LiveChat(channel, video.id, chat_id, self._memory, self._count)
            await chat.begin()
            self._due[video.id] = 0.0

    async def _plans(self) -> dict[str, tuple[str, str]]:
        """Streams that are planned, each with the name of its channel and what was told of it."""
        kept = msgspec.json.decode(await self._memory.recall(PLANS) or "{}")
        return {id: (name, told) for id, (name, told) in kept.items()}

    async def _compare_plans(
        self,
        asked: Mapping[str, Channel],
        videos: Mapping[str, Video],
        before: Mapping[str, tuple[str, str]],
        sink: Sink,
    ) -> None:
        planned: dict[str, tuple[str, str]] = {}
        for id, video in videos.items():
            when = _planned_for(video)
            if when is not None and when > self._clock.now() - FORGOTTEN:
                told = f"{when.timestamp():.0f} {video.snippet.title}"
                planned[id] = (asked[id].name, told)
                if before.get(id) != planned[id]:
                    await self._watch.planned(asked[id], id, when, video.snippet.title, sink)
        for id in before:
            if id in asked and id not in videos:
                await self._watch.cancelled(asked[id], id, sink)
        if planned != before:
            await self._memory.keep(PLANS, to_json(planned))

    async def _ask_chats(self, sink: Sink, notices: Notices, channels: int) -> None:
        now = asyncio.get_running_loop().time
        for video in [video for video, due in self._due.items() if due <= now()]:
            chat = self._chats[video]
            if self._units.left < self._reserve(channels) + CHAT_COSTS:
                notices.tell("chat", Said("refusal-youtube-chat", at=self._given_back()))
                self._due[video] = now() + self._paces.nap
                continue
            try:
                wait = await chat.ask(self._youtube, sink)
            except NoChatError:
                chat.is_over = True
            notices.tell("chat", None)
            if chat.is_over:
                del self._due[video]
            else:
                self._due[video] = now() + max(wait, self._paces.chat)

    def _pace(self, channels: int) -> float:
        """Seconds between looks: half of a day's units must do for them."""
        return max(self._paces.look, DAY_SECONDS * 2 * _look_costs(channels) / self._daily)

    def _reserve(self, channels: int) -> int:
        """The units that looking at the channels takes until there are new ones."""
        seconds = (self._units.given_back_at - self._clock.now()).total_seconds()
        return int(seconds / self._pace(channels)) * _look_costs(channels)

    async def _wait_for_units(self, notices: Notices) -> None:
        await self._units.keep()
        notices.tell("units", Said("refusal-youtube-units", at=self._given_back()))
        while self._units.left < CHAT_COSTS:  # noqa: ASYNC110 - only the clock tells
            await asyncio.sleep(self._paces.nap)

    def _given_back(self) -> str:
        return f"{self._units.given_back_at:%H:%M} UTC"


def _is_on(video: Video) -> bool:
    times = video.times
    return times is not None and times.actual_start_time is not None and times.actual_end_time is None


def _planned_for(video: Video) -> datetime | None:
    times = video.times
    if times is None or times.actual_start_time is not None or times.actual_end_time is not None:
        return None
    return times.scheduled_start_time


def _look_costs(channels: int) -> int:
    """A list for each channel, and the videos of all at once."""
    return (channels + 1) * LIST_COSTS


def _is_over(video: Video) -> bool:
    times = video.times
    return times is not None and times.actual_start_time is not None and times.actual_end_time is not None


def _began(video: Video) -> float:
    assert video.times is not None and video.times.actual_start_time is not None
    return video.times.actual_start_time.timestamp()


def _live(video: Video) -> LiveNow:
    assert video.times is not None and video.times.actual_start_time is not None
    return LiveNow(video.id, video.snippet.title, video.times.actual_start_time)


def youtube_source(around: Surroundings) -> YouTubeSource:
    """YouTube as it is configured."""
    config = around.config.youtube
    assert config.api_key is not None
    key, memory = config.api_key.get_secret_value(), around.memory(NAME)
    return YouTubeSource(key, clock=around.clock, memory=memory, daily=config.units_per_day)
