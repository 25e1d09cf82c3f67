"""Presence, counted in memory and written about once a second, so that a chat flood is hardly noticed."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Final

from bot.clock import Clock
from bot.community.arrivals import ensure_members
from bot.community.attendance_writing import Place, Window, add_attendance, windows_of
from bot.community.late_attendance import follow_up_again
from bot.community.slots import SlotCounts, slot_of, spread
from bot.community.stream import DEBOUNCE
from bot.model.identity import AccountRef, SpaceRef
from bot.model.incoming import Presence, PresenceKind
from bot.storage.database import Database, Transaction
from bot.storage.finishing import finished

log = logging.getLogger(__name__)

AT_ONCE: Final = 500
"""So many lines of new people are written in one transaction, which must stay under 100 ms."""

KNOWN_AT_ONCE: Final = 2000
"""And so many in all, since a line of somebody whose member is remembered costs a tenth of that."""

LIMIT: Final = 200_000
"""So many counts wait at most while the database cannot even be read, so many spans of voice, and so many lines while
it cannot be written; what comes on top is dropped and reported."""

REMEMBERED: Final = 50_000
"""So many accounts' members are remembered."""

_Space = tuple[str, str]
_Account = tuple[str, str]
"""Plain texts: hashing the frozen objects would cost more than all the rest."""

_Whose = tuple[int, str, str]
"""A community and an account."""

_Line = tuple[int, int, _Whose]
"""A stream, a slot of it, and whose it is."""

_ONE_SECOND = timedelta(seconds=1)
_CHAT = PresenceKind.CHAT
_QUESTION = PresenceKind.QUESTION
_REACTION = PresenceKind.REACTION
_CHECK_IN = PresenceKind.CHECK_IN
_VOICE = PresenceKind.VOICE


class _Second:
    """What accounts of one network did in one space within one second, by the ids of their users."""

    __slots__ = ("network", "platform", "since", "space_id", "tallies", "until")

    def __init__(self, space: SpaceRef, network: str, at: datetime) -> None:
        self.platform = space.platform
        self.space_id = space.space_id
        self.network = network
        self.since = at.replace(microsecond=0)
        self.until = self.since + _ONE_SECOND
        self.tallies: dict[str, SlotCounts] = {}


_NO_SECOND: Final = _Second(SpaceRef("", ""), "", datetime(1970, 1, 1, tzinfo=UTC))


class AttendanceCounter:
    """Counts presence for the streams that are on. A crash loses what came since the last flush: about one second.

    What is noted waits by second and account; a flush finds the stream and the slot of it, then writes. Where writing
    fails, the lines wait for the next flush, one for each account and slot, however long it takes. `limit` as LIMIT.
    """

    def __init__(self, debounce: timedelta = DEBOUNCE, *, limit: int = LIMIT) -> None:
        self._debounce = debounce
        self._limit = limit
        self._seconds: dict[tuple[_Space, str, datetime], _Second] = {}
        self._second = _NO_SECOND
        self._waiting = 0  # tallies in all those seconds
        self._voice: dict[tuple[_Space, _Account], tuple[str, list[tuple[datetime, datetime]]]] = {}
        self._spans = 0  # of voice
        self._lines: dict[_Line, SlotCounts] = {}
        self._members: OrderedDict[_Whose, int] = OrderedDict()
        self._dropped = 0
        self._turn = asyncio.Lock()

    def note(self, presence: Presence) -> None:
        """Count one sign of presence; whether a stream is on is found out later."""
        space, account, at, kind = presence.space, presence.account, presence.at, presence.kind
        if kind is _VOICE:
            self._note_voice(presence)
            return
        second = self._second  # most often that of the sign before, whose moment Telegram tells as the same
        same = space.space_id == second.space_id and space.platform == second.platform
        same = same and account.platform == second.network
        if not (same and (at == second.since or second.since <= at < second.until)):
            second = self._turn_to(space, account.platform, at)
        tally = second.tallies.get(account.user_id)
        if tally is None:
            if self._waiting >= self._limit:
                self._dropped += 1
                return
            self._waiting += 1
            tally = second.tallies[account.user_id] = SlotCounts(presence.name, at, at)
        elif at != tally.last_at:  # Telegram tells whole seconds: most often it is the same
            if at > tally.last_at:
                tally.last_at = at
            elif at < tally.first_at:
                tally.first_at = at
        if kind is _CHAT:
            tally.messages += 1
        elif kind is _QUESTION:
            tally.messages += 1
            tally.questions += 1
        elif kind is _REACTION:
            tally.reactions += 1
        elif kind is _CHECK_IN:
            tally.check_ins += 1

    def _turn_to(self, space: SpaceRef, network: str, at: datetime) -> _Second:
        fresh = _Second(space, network, at)
        self._second = self._seconds.setdefault(((space.platform, space.space_id), network, fresh.since), fresh)
        return self._second

    def _note_voice(self, presence: Presence) -> None:
        space, account = presence.space, presence.account
        who = ((space.platform, space.space_id), (account.platform, account.user_id))
        start = presence.at - timedelta(seconds=presence.seconds)
        _, spans = self._voice.get(who, ("", ()))
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], presence.at)
        elif self._spans >= self._limit:
            self._dropped += 1
        else:
            self._voice.setdefault(who, (presence.name, []))[1].append((start, presence.at))
            self._spans += 1

    def forget_members(self) -> None:
        """Look accounts up anew: to be called after accounts were linked, unlinked or erased."""
        self._members.clear()

    async def flush(self, database: Database, clock: Clock) -> int:
        """Write what was noted; returns how many lines that made. Flushes take turns.

        When it fails nothing is lost and nothing counted twice: what was not written is kept for the next flush. Being
        cancelled, it ends its transaction before.
        """
        async with self._turn:
            return await finished(self._flush(database, clock.now()))

    async def _flush(self, database: Database, now: datetime) -> int:
        if self._dropped:
            log.warning("%d signs of presence were dropped: too many wait for the database", self._dropped)
            self._dropped = 0
        spaces = {space for space, *_ in self._seconds} | {space for space, _ in self._voice}
        if spaces:
            async with database.read() as reader:
                windows = await windows_of(reader, spaces, self._debounce)
            self._fold(windows, spaces)
        written = 0
        while self._lines:
            part = self._next()
            await self._write(database, part, now)
            for line in part:
                del self._lines[line]
            written += len(part)
        return written

    def _next(self) -> dict[_Line, SlotCounts]:
        """What is written in one transaction."""
        part: dict[_Line, SlotCounts] = {}
        strangers = 0
        for line, tally in islice(self._lines.items(), KNOWN_AT_ONCE):
            strangers += line[2] not in self._members
            if strangers > AT_ONCE:
                break
            part[line] = tally
        return part

    def _fold(self, windows: Mapping[_Space, Sequence[Window]], spaces: Collection[_Space]) -> None:
        """Turn what was noted in `spaces` into lines, or drop it where no stream is on. What came since stays."""
        seconds, self._seconds, self._second = self._seconds, {}, _NO_SECOND
        for key, second in seconds.items():
            if key[0] in spaces:
                self._waiting -= len(second.tallies)
                self._fold_second(windows.get(key[0], ()), second)
            else:
                self._seconds[key] = second
        voice, self._voice, self._spans = self._voice, {}, 0
        for (space, account), (name, spans) in voice.items():
            if space not in spaces:
                self._voice[space, account] = (name, spans)
                self._spans += len(spans)
                continue
            for window in windows.get(space, ()):
                for start, end in spans:
                    self._fold_voice(window, account, name, start, end)

    def _fold_second(self, windows: Sequence[Window], second: _Second) -> None:
        if windows and windows[0].has_all(second.since, second.until):  # most often: nobody needs a look of their own
            window = windows[0]
            slot = slot_of(window.started_at, second.since)
            if slot == slot_of(window.started_at, second.until):
                for user_id, tally in second.tallies.items():
                    self._add(window, (second.network, user_id), slot, tally)
                return
        for user_id, tally in second.tallies.items():
            for window in windows:  # the newest stream that it belongs to
                if window.takes(tally.first_at, tally.last_at):
                    self._add(
                        window, (second.network, user_id), max(0, slot_of(window.started_at, tally.first_at)), tally
                    )
                    break

    def _fold_voice(self, window: Window, account: _Account, name: str, start: datetime, end: datetime) -> None:
        end = end if window.until is None else min(end, window.until)
        for slot, first, last in spread(window.started_at, max(start, window.started_at), end):
            self._add(window, account, slot, SlotCounts(name, first, last, (last - first).total_seconds()))

    def _add(self, window: Window, account: _Account, slot: int, tally: SlotCounts) -> None:
        if tally.first_at < window.started_at:
            tally.first_at = window.started_at
        line = (window.stream_id, slot, (window.community_id, *account))
        if (there := self._lines.get(line)) is not None:
            there.add(tally)
        elif len(self._lines) < self._limit:
            self._lines[line] = tally
        else:
            self._dropped += 1

    async def _write(self, database: Database, part: Mapping[_Line, SlotCounts], now: datetime) -> None:
        try:
            async with database.write() as transaction:
                members = await self._find_members(transaction, part, now)
                await add_attendance(transaction, _by_member(part, members))
                await follow_up_again(transaction, {line[0] for line in part}, now)
        except BaseException:
            self._members.clear()  # an erased member may be the cause
            raise
        self._remember(members)

    async def _find_members(
        self, transaction: Transaction, part: Mapping[_Line, SlotCounts], now: datetime
    ) -> dict[_Whose, int]:
        found = {whose: member for _, _, whose in part if (member := self._members.get(whose)) is not None}
        strangers = {whose: tally.name for (_, _, whose), tally in part.items() if whose not in found}
        for community_id in sorted({whose[0] for whose in strangers}):
            theirs = [(AccountRef(*whose[1:]), name) for whose, name in strangers.items() if whose[0] == community_id]
            members = await ensure_members(transaction, community_id, theirs, now)
            found |= {(community_id, ref.platform, ref.user_id): member for ref, member in members.items()}
        return found

    def _remember(self, members: Mapping[_Whose, int]) -> None:
        """Only what is committed: ids that were rolled back may be given to somebody else."""
        for whose, member_id in members.items():
            self._members[whose] = member_id
            self._members.move_to_end(whose)
        while len(self._members) > REMEMBERED:
            self._members.popitem(last=False)


def _by_member(part: Mapping[_Line, SlotCounts], members: Mapping[_Whose, int]) -> dict[Place, SlotCounts]:
    """Two accounts of one person are one member. The lines themselves stay as they are: writing may fail."""
    found: dict[Place, SlotCounts] = {}
    for (stream_id, slot, whose), tally in part.items():
        place = (stream_id, members[whose], slot)
        if place in found:
            both = SlotCounts(tally.name, tally.first_at, tally.last_at)
            both.add(found[place])
            both.add(tally)
            found[place] = both
        else:
            found[place] = tally
    return found
