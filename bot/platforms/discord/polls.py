"""Polls of Discord's own: opened and closed here, voted on in `votes`."""

import math
from datetime import timedelta

import discord
from msgspec.structs import replace

from bot.model.identity import ChannelRef
from bot.model.native import Poll, PollLimits, PollResults
from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.line import Line, gone
from bot.platforms.discord.outgoing import nonce
from bot.platforms.discord.votes import OpenPoll, Votes, counted

HOURS = 768  # 32 days
_HOUR = timedelta(hours=1)
LIMITS = PollLimits(question=300, options=10, option=55, shortest=_HOUR, longest=HOURS * _HOUR, secret=False)
"""Discord's, which discord.py sends on without a look. Everybody sees who voted what."""

# One that waited on its way here may have less than an hour left, and closes a little later than it was meant to.
_LATE = replace(LIMITS, shortest=timedelta(microseconds=1))


class DiscordPolls:
    """Implements the port `Polls`."""

    def __init__(self, line: Line, votes: Votes) -> None:
        self._line = line
        self._votes = votes

    async def limits(self, channel: ChannelRef) -> PollLimits:
        """See the port."""
        return LIMITS

    async def open_poll(self, channel: ChannelRef, poll: Poll, *, key: str) -> SendResult:
        """See the port; a poll lasts whole hours, so its end may come up to an hour later than asked."""
        if (wrong := _LATE.misfit(poll, self._line.clock.now())) is not None:
            return SendResult(SendStatus.INVALID, reason=wrong.key, problem=wrong)

        async def post(client: discord.Client) -> SendResult:
            shown = _native(poll, max(1, math.ceil((poll.closes_at - self._line.clock.now()) / _HOUR)))
            place = client.get_partial_messageable(int(channel.channel_id))
            async with self._votes.posting:
                sent = await place.send(poll=shown, nonce=nonce(key))
                until = (self._line.clock.now() + shown.duration).isoformat()
                space, options = channel.space_id or "", len(poll.options)
                await self._votes.opened(OpenPoll(str(sent.id), channel.channel_id, space, options, until))
            return SendResult(SendStatus.SENT, str(sent.id), reference=str(sent.id))

        return await self._line.ask(post)

    async def close_poll(self, channel: ChannelRef, message_id: str) -> PollResults | SendResult:
        """See the port. Its end comes in as `PollEnded` besides."""
        found: list[PollResults] = []

        async def end(client: discord.Client) -> SendResult:
            place = client.get_partial_messageable(int(channel.channel_id))
            message = await place.fetch_message(int(message_id))
            if message.poll is None:
                return gone("that message is no poll")
            ended = message if message.poll.is_finalised() else await message.end_poll()
            assert ended.poll is not None, "a poll that ended is still one"
            found.append(PollResults(counted(ended.poll), final=ended.poll.is_finalised()))
            return SendResult(SendStatus.SENT)

        result = await self._line.ask(end, reached=False)
        return found[0] if found else result


def _native(poll: Poll, hours: int) -> discord.Poll:
    """The poll as Discord takes it."""
    shown = discord.Poll(poll.question, timedelta(hours=hours), multiple=poll.several)
    for option in poll.options:
        shown.add_answer(text=option)
    return shown
