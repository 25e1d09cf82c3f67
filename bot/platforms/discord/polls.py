"""Polls of Discord's own: opened and closed here, voted on in `votes`."""

import math
from datetime import timedelta

import discord

from bot.model.identity import ChannelRef
from bot.model.native import Poll, PollResults
from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.line import Line, gone
from bot.platforms.discord.outgoing import nonce
from bot.platforms.discord.votes import OpenPoll, Votes, counted

# Discord's limits, which discord.py sends on without a look.
QUESTION_LENGTH = 300
OPTIONS = 10
OPTION_LENGTH = 55
HOURS = 768  # 32 days
_HOUR = timedelta(hours=1)


class DiscordPolls:
    """Implements the port `Polls`. Everybody sees who voted what, so an anonymous poll is refused."""

    def __init__(self, line: Line, votes: Votes) -> None:
        self._line = line
        self._votes = votes

    async def open_poll(self, channel: ChannelRef, poll: Poll, *, key: str) -> SendResult:
        """See the port; a poll lasts whole hours, so its end may come up to an hour later than asked."""

        async def post(client: discord.Client) -> SendResult:
            shown = _native(poll, self._hours(poll))
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

    def _hours(self, poll: Poll) -> int:
        """How long it lasts, rounded up. Raises ValueError when Discord knows no such time."""
        hours = math.ceil((poll.closes_at - self._line.clock.now()) / _HOUR)
        if not 1 <= hours <= HOURS:
            raise ValueError(f"a poll of {hours} hours; Discord knows 1 to {HOURS}")
        return hours


def _native(poll: Poll, hours: int) -> discord.Poll:
    """The poll as Discord takes it. Raises ValueError when it does not fit."""
    if poll.anonymous:
        raise ValueError("on Discord everybody sees who voted what")
    if not 1 <= len(poll.question) <= QUESTION_LENGTH:
        raise ValueError(f"a question of {len(poll.question)} characters; Discord takes 1 to {QUESTION_LENGTH}")
    if not 1 <= len(poll.options) <= OPTIONS:
        raise ValueError(f"{len(poll.options)} options; Discord takes 1 to {OPTIONS}")
    shown = discord.Poll(poll.question, timedelta(hours=hours), multiple=poll.several)
    for option in poll.options:
        if not 1 <= len(option) <= OPTION_LENGTH:
            raise ValueError(f"an option of {len(option)} characters; Discord takes 1 to {OPTION_LENGTH}")
        shown.add_answer(text=option)
    return shown
