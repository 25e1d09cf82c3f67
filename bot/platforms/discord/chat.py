"""Who wrote, also while nobody listened: after a gap the history of the channels people write in is read back."""

import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import discord
from msgspec import Struct

from bot.model.identity import AccountRef, SpaceRef
from bot.model.incoming import Presence, PresenceKind
from bot.model.ports import Memory, Sink
from bot.platforms.discord.gaps import Gaps
from bot.platforms.discord.incoming import PLATFORM, chatted
from bot.platforms.discord.line import Line
from bot.platforms.discord.outcomes import EXPECTED

log = logging.getLogger(__name__)

CHANNELS = 20  # of a server, those that were written in last
MESSAGES = 1000  # of each, oldest first
KEPT_EVERY = timedelta(seconds=10)
DOUBTFUL = timedelta(
    seconds=20
)  # a run that was cut short may have counted for so long after it last kept how far it was
NOTICED_WITHIN = timedelta(minutes=2)
EPOCH = datetime(2015, 1, 1, tzinfo=UTC)  # Discord's; its ids begin with the milliseconds since then
COUNTED = "chat-counted-at"  # under this name the memory knows when this was last looked at, by Discord's clock
CHAT = "chat-of:"  # begins the names under which the memory knows the newest message of each channel
_CHAT = PresenceKind.CHAT


@lru_cache(maxsize=20_000)
def _account(author: int) -> AccountRef:
    """Who writes writes again: to look them up costs a sixth of making them anew."""
    return AccountRef(PLATFORM, str(author))


class _Gap(Struct, frozen=True):
    """Since when messages may be missing, the newest of each channel that is counted, and what is better left out."""

    since: datetime
    newest: Mapping[int, int]
    doubtful_until: datetime | None


class Chat:
    """Notes who writes. A message counts once: the newest of each channel is known, and none from before it again."""

    def __init__(self, line: Line, memory: Memory, sink: Sink, gaps: Gaps) -> None:
        self._line = line
        self._memory = memory
        self._sink = sink
        self._gaps = gaps
        self._newest: dict[int, OrderedDict[int, int]] = {}
        self._changed: set[int] = set()
        self._spaces: dict[int, SpaceRef] = {}
        self._read_back: set[int] = set()
        self._first: dict[int, int] = {}
        self._before: dict[int, dict[int, int]] = {}  # how far it was when the session began
        self._kept_at = line.clock.monotonic()
        self._ahead = timedelta(0)  # how far Discord's clock may be before ours

    def wrote(self, message: discord.Message) -> None:
        """Somebody wrote a message, told by the library."""
        guild, author = message.guild, message.author
        if guild is not None and not author.bot and message.webhook_id is None:
            self.heard(guild.id, message.channel.id, message.id, author.id, author.display_name)

    def heard(self, guild: int, channel: int, message: int, author: int, name: str) -> None:
        """The same, in numbers. What was written stays unknown: nobody looks."""
        if message in self._read_back:
            return
        if channel not in self._first:
            self._first[channel] = message
        self._remember(guild, channel, message)
        # Cheaper than asking a snowflake for its time with the library's own function.
        at = EPOCH + timedelta(0, 0, 0, message >> 22)
        space = self._spaces.get(guild) or self._spaces.setdefault(guild, SpaceRef(PLATFORM, str(guild)))
        self._sink.note(Presence(space, _account(author), name, _CHAT, at))

    def begin(self, is_meant: Callable[[int], bool]) -> None:
        """From now on all is told again in the servers that are meant: a new session, or the end of an outage."""
        for guild, channels in self._newest.items():
            if is_meant(guild):
                self._before[guild] = dict(channels)
                self._forget_first(channels)
        self._read_back.clear()

    async def forget(self, guild_id: int) -> None:
        """The bot is not in the server any more."""
        self._forget_first(self._newest.pop(guild_id, ()))
        self._before.pop(guild_id, None)
        self._changed.discard(guild_id)
        await self._memory.drop(f"{CHAT}{guild_id}")

    async def look(self, guild: discord.Guild) -> None:
        """A new session: read back what was missed, if a stream was on meanwhile."""
        gap = await self._gap(guild.id)
        space = SpaceRef(PLATFORM, str(guild.id))
        if gap is None or not await self._sink.was_live(space, gap.since, self._line.clock.now()):
            return
        counted = [await self._read(guild, channel, newest, gap) for channel, newest in gap.newest.items()]
        log.info("%d messages were read back in %s", sum(counted), guild.name)

    async def keep(self, *, last: bool = False) -> None:
        """Remember how far everything is counted; within ten seconds of the last time only if it is the `last`."""
        passed = self._line.clock.monotonic()  # whatever somebody sets the clock to
        if passed - self._kept_at < KEPT_EVERY.total_seconds() and not last:
            return
        self._kept_at, now = passed, self._line.clock.now()
        changed, self._changed = self._changed, set()
        for guild in list(self._newest) if last else changed:  # a copy: somebody may write elsewhere meanwhile
            at = self._gaps.since(guild) or now
            known = {"at": at.isoformat(), "whole": last, "newest": dict(self._newest[guild])}
            await self._memory.keep(f"{CHAT}{guild}", json.dumps(known))
        if changed:
            self._ahead = self._lead(changed, now)
        if self._newest and not any(self._gaps.since(guild) for guild in self._newest):
            # Also when nobody wrote: somebody may in the next moment.
            await self._memory.keep(COUNTED, (now + self._ahead).isoformat())

    def _lead(self, guilds: Collection[int], now: datetime) -> timedelta:
        """How far Discord's clock may be before ours: the newest message is at most as old as the last look."""
        newest = max(message for guild in guilds for message in self._newest[guild].values())
        lead = EPOCH + timedelta(0, 0, 0, newest >> 22) - now
        return lead + KEPT_EVERY if lead > timedelta(0) else timedelta(0)

    async def _gap(self, guild_id: int) -> _Gap | None:
        """What may not have been counted, as this run or the one before it knows; None where nothing is missing."""
        if guild_id in self._before:
            # The connection may have been dead for a while before anybody noticed.
            lost, known = self._gaps.since(guild_id), self._before[guild_id]
            return None if lost is None else _Gap(lost - NOTICED_WITHIN, known, None)
        text = await self._memory.recall(f"{CHAT}{guild_id}")
        if text is None:
            return None
        kept = json.loads(text)
        before = {int(channel): message for channel, message in kept["newest"].items()}
        newest = OrderedDict(before)
        newest.update(self._newest.get(guild_id, {}))  # somebody may have written already
        self._newest[guild_id] = newest
        at = datetime.fromisoformat(kept["at"])
        counted = datetime.fromisoformat(await self._memory.recall(COUNTED) or kept["at"])
        # A run that was cut short went on counting until then: what it may have counted must not count twice.
        return _Gap(at, before, None if kept["whole"] else max(at, counted) + DOUBTFUL)

    async def _read(self, guild: discord.Guild, channel: int, newest: int, gap: _Gap) -> int:
        assert self._line.client is not None, "a server is looked at while there is a client"
        place = self._line.client.get_partial_messageable(channel, guild_id=guild.id)
        counted = 0
        try:
            async for message in place.history(limit=MESSAGES, after=discord.Object(newest), oldest_first=True):
                if message.id >= self._first.get(channel, message.id + 1):
                    break  # from here on all was told as it was written
                presence = chatted(message)
                if presence is None or (gap.doubtful_until is not None and message.created_at < gap.doubtful_until):
                    continue
                self._read_back.add(message.id)
                self._remember(guild.id, channel, message.id)
                self._sink.note(presence)
                counted += 1
        except EXPECTED as error:
            log.info("what was missed in a channel of %s could not be read: %s", guild.name, error)
        return counted

    def _remember(self, guild: int, channel: int, message: int) -> None:
        channels = self._newest.get(guild)
        if channels is None:
            channels = self._newest[guild] = OrderedDict()
        before = channels.get(channel, 0)
        if message > before:
            channels[channel] = message
            channels.move_to_end(channel)
            if not before and len(channels) > CHANNELS:
                self._forget_first([channels.popitem(last=False)[0]])
            self._changed.add(guild)

    def _forget_first(self, channels: Iterable[int]) -> None:
        for channel in channels:
            self._first.pop(channel, None)
