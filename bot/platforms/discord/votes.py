"""Votes in the bot's own polls: Discord tells of single answers, the core hears of all that somebody chose by now."""

import asyncio
import json
import logging
import secrets
from collections import defaultdict
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from itertools import count

import discord
from msgspec import Struct
from msgspec.structs import astuple

from bot.model.identity import AccountRef, Actor, SpaceRef
from bot.model.incoming import PollEnded, PollVoted
from bot.model.ports import Memory
from bot.platforms.discord.incoming import PLATFORM
from bot.platforms.discord.line import Line
from bot.platforms.discord.outcomes import EXPECTED

log = logging.getLogger(__name__)

OPEN = "polls"  # under this name the memory knows the polls that are open
NAMES = 10_000  # of voters that are known without asking
RECOUNTS = 3  # times that Discord is asked again while it still counts a poll that ended
RECOUNT_AFTER = 2.0  # seconds
ANNOUNCED_WITHIN = timedelta(minutes=5)
SOUGHT_EVERY = timedelta(minutes=1)


class OpenPoll(Struct, frozen=True):
    """A poll of the bot's own that has not ended as far as is known; `until` in ISO's form."""

    message: str
    channel: str
    guild: str
    options: int
    until: str


class Votes:
    """Knows the open polls, also after a restart, and who chose what in them by now."""

    def __init__(self, line: Line, memory: Memory) -> None:
        self._line = line
        self._memory = memory
        self._polls: dict[str, OpenPoll] | None = None
        self._chosen: dict[str, dict[int, set[int]]] = {}
        self._names: dict[int, str] = {}
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._run, self._count = secrets.token_hex(4), count()
        self.posting = (
            asyncio.Lock()
        )  # held while a poll is on its way, of which votes may come before Discord's answer
        self._sought_at = line.clock.now()

    async def opened(self, poll: OpenPoll) -> None:
        """A poll was posted; nobody has voted yet."""
        polls = await self._ours()
        polls[poll.message] = poll
        self._chosen.setdefault(poll.message, {})
        await self._keep(polls)

    async def changed(self, payload: discord.RawPollVoteActionEvent, *, added: bool) -> PollVoted | None:
        """What somebody chose by now who just chose one answer or took it back; None for other people's polls."""
        poll = await self._meant(str(payload.message_id))
        if poll is None:
            return None
        async with self._turns[poll.message]:  # a change comes as two events, whose order matters
            votes = self._chosen.get(poll.message)
            if votes is None:
                votes = await self._asked(poll) or {}
                self._chosen[poll.message] = votes
            mine = votes.setdefault(payload.user_id, set())
            # Discord counts answers from one, the core from nought.
            (mine.add if added else mine.discard)(payload.answer_id - 1)
            return await self._voted(poll, payload.user_id, mine)

    async def ended(self, message_id: str) -> PollEnded | None:
        """How a poll of the bot's own ended; None when it is none, or cannot be asked for now."""
        polls = await self._ours()
        poll = polls.get(message_id)
        results = None if poll is None else await self._results(poll)
        if poll is None or results is None:
            return None
        polls.pop(message_id, None)
        self._chosen.pop(message_id, None)
        self._turns.pop(message_id, None)
        await self._keep(polls)
        return PollEnded(
            event_id=f"poll-ended:{message_id}",
            at=self._line.clock.now(),
            actor=self._line.myself(),
            space=_space(poll),
            poll=message_id,
            votes=results,
        )

    async def overdue(self) -> AsyncIterator[PollEnded]:
        """Polls whose end Discord did not announce, as when somebody deleted them; looked for once a minute."""
        now = self._line.clock.now()
        if now - self._sought_at < SOUGHT_EVERY:
            return
        self._sought_at = now
        for poll in list((await self._ours()).values()):
            over = datetime.fromisoformat(poll.until) + ANNOUNCED_WITHIN <= now
            if over and (ended := await self.ended(poll.message)) is not None:
                yield ended

    async def missed(self, guild_id: int) -> AsyncIterator[PollVoted | PollEnded]:
        """What happened in a server's polls while nobody listened."""
        now = self._line.clock.now()
        for poll in [poll for poll in (await self._ours()).values() if poll.guild == str(guild_id)]:
            async with self._turns[poll.message]:
                votes = await self._asked(poll)
                before = self._chosen.get(poll.message, {})
                if votes is not None:  # else they are asked for with the next vote
                    self._chosen[poll.message] = votes
            if votes is not None:
                for user in {*votes, *before}:
                    if votes.get(user, set()) != before.get(user, set()):
                        yield await self._voted(poll, user, votes.get(user, set()))
            over = datetime.fromisoformat(poll.until) <= now
            if over and (ended := await self.ended(poll.message)) is not None:
                yield ended

    async def _meant(self, message_id: str) -> OpenPoll | None:
        """The open poll in that message; None where it is somebody else's."""
        polls = await self._ours()
        if message_id not in polls and self.posting.locked():
            async with self.posting:
                pass
        return polls.get(message_id)

    async def _asked(self, poll: OpenPoll) -> dict[int, set[int]] | None:
        """Everybody's votes, as Discord tells them; None when it does not."""
        votes: defaultdict[int, set[int]] = defaultdict(set)
        try:
            message = await self._message(poll)
            for answer in message.poll.answers if message is not None and message.poll is not None else ():
                async for voter in answer.voters():
                    votes[voter.id].add(answer.id - 1)
                    self._names[voter.id] = voter.display_name
        except EXPECTED as error:
            log.info("the votes of poll %s could not be read: %s", poll.message, error)
            return None
        return votes

    async def _results(self, poll: OpenPoll) -> tuple[int, ...] | None:
        """The votes for each option; None when they cannot be known now."""
        try:
            for _ in range(RECOUNTS):
                message = await self._message(poll)
                if message is None or message.poll is None or message.poll.is_finalised():
                    break
                await asyncio.sleep(RECOUNT_AFTER)
        except discord.NotFound:
            return (0,) * poll.options  # its message was deleted, and all votes with it
        except EXPECTED as error:
            log.warning("the result of poll %s could not be read: %s", poll.message, error)
            return None
        return counted(message.poll) if message is not None and message.poll is not None else None

    async def _message(self, poll: OpenPoll) -> discord.Message | None:
        client = self._line.client
        if client is None:
            return None
        return await client.get_partial_messageable(int(poll.channel)).fetch_message(int(poll.message))

    async def _voted(self, poll: OpenPoll, user_id: int, chosen: set[int]) -> PollVoted:
        return PollVoted(
            event_id=f"vote:{self._run}:{next(self._count)}",  # Discord tells each change once, and gives it no id
            at=self._line.clock.now(),
            actor=Actor(AccountRef(PLATFORM, str(user_id)), await self._name(poll, user_id)),
            space=_space(poll),
            poll=poll.message,
            chosen=tuple(sorted(chosen)),
        )

    async def _name(self, poll: OpenPoll, user_id: int) -> str:
        """What a voter is called, which Discord does not tell with the vote."""
        guild = self._line.guild(SpaceRef(PLATFORM, poll.guild))
        if guild is None:
            return self._names.get(user_id, "")
        if user_id not in self._names:
            if len(self._names) >= NAMES:
                self._names.clear()
            try:
                member = guild.get_member(user_id) or await guild.fetch_member(user_id)
            except EXPECTED:
                return ""
            self._names[user_id] = member.display_name
        return self._names[user_id]

    async def _ours(self) -> dict[str, OpenPoll]:
        if self._polls is None:
            text = await self._memory.recall(OPEN)
            self._polls = {fields[0]: OpenPoll(*fields) for fields in json.loads(text or "[]")}
        return self._polls

    async def _keep(self, polls: dict[str, OpenPoll]) -> None:
        await self._memory.keep(OPEN, json.dumps([astuple(poll) for poll in polls.values()]))


def counted(poll: discord.Poll) -> tuple[int, ...]:
    """The votes for each answer, in the poll's order."""
    return tuple(answer.vote_count for answer in poll.answers)


def _space(poll: OpenPoll) -> SpaceRef | None:
    return SpaceRef(PLATFORM, poll.guild) if poll.guild else None
