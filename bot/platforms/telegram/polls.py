"""Polls of Telegram's own, and the updates that tell of them."""

import math
from datetime import timedelta

from msgspec.structs import replace
from telegram import InputPollOption, PollAnswer, Update
from telegram import Poll as TelegramPoll
from telegram.constants import ChatType, PollLimit
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.model.identity import AccountRef, Actor, ChannelRef, SpaceRef
from bot.model.incoming import PollEnded, PollVoted, RawUpdate
from bot.model.native import Poll, PollLimits, PollResults
from bot.model.ports import Memory
from bot.model.results import SendResult, SendStatus
from bot.platforms.telegram.origin import PLATFORM, actor_of
from bot.platforms.telegram.outcomes import outcome
from bot.platforms.telegram.pace import Urgency

LIMITS = PollLimits(
    question=PollLimit.MAX_QUESTION_LENGTH,
    options=12,
    option=PollLimit.MAX_OPTION_LENGTH,
    shortest=timedelta(seconds=5),
    longest=timedelta(seconds=2_628_000),
)
"""From https://core.telegram.org/bots/api#sendpoll as of Bot API 10.0."""

IN_A_CHANNEL = replace(LIMITS, open=False)
"""A channel takes anonymous polls only."""


class TelegramPolls:
    """See the port `Polls`. Which group a poll is in is remembered: an answer to it does not tell.

    It is remembered for good: the update that tells of its end may come again to a process that never saw it.
    """

    def __init__(self, bot: ExtBot[Urgency], memory: Memory, clock: Clock) -> None:
        self._bot = bot
        self._memory = memory
        self._clock = clock
        self._channels: set[int] = set()

    async def heard_from(self, update: Update) -> None:
        """Remember which chats are channels, since only updates tell."""
        chat = update.effective_chat
        if chat is not None and chat.type == ChatType.CHANNEL and chat.id not in self._channels:
            await self._memory.keep(_channel_name(str(chat.id)), "")
            self._channels.add(chat.id)

    async def limits(self, channel: ChannelRef) -> PollLimits:
        """See the port."""
        is_channel = await self._memory.recall(_channel_name(channel.channel_id)) is not None
        return IN_A_CHANNEL if is_channel else LIMITS

    async def open_poll(self, channel: ChannelRef, poll: Poll, *, key: str) -> SendResult:
        """See the port."""
        now = self._clock.now()
        if (wrong := (await self.limits(channel)).misfit(poll, now)) is not None:
            return SendResult(SendStatus.INVALID, reason=wrong.key, problem=wrong)
        try:
            sent = await self._bot.send_poll(
                int(channel.channel_id),
                poll.question,
                [InputPollOption(option) for option in poll.options],
                is_anonymous=poll.anonymous,
                allows_multiple_answers=poll.several,
                open_period=math.ceil((poll.closes_at - now).total_seconds()),
                rate_limit_args=Urgency.BULK,
            )
        except TelegramError as error:
            return outcome(error, self._clock.now(), person=False)
        assert sent.poll is not None
        await self._memory.keep(_name(sent.poll.id), channel.space_id or "")
        return SendResult(SendStatus.SENT, str(sent.message_id), reference=sent.poll.id)

    async def close_poll(self, channel: ChannelRef, message_id: str) -> PollResults | SendResult:
        """See the port. One that is over already is GONE: its votes came in as `PollEnded`."""
        try:
            poll = await self._bot.stop_poll(int(channel.channel_id), int(message_id))
        except TelegramError as error:
            if "already been closed" in str(error) or "poll to stop not found" in str(error).lower():
                return SendResult(SendStatus.GONE, reason=str(error))
            return outcome(error, self._clock.now(), person=False)
        return PollResults(_votes(poll), final=True)

    async def event(self, raw: RawUpdate, update: Update) -> PollVoted | PollEnded | None:
        """What an update tells of a poll; None when it tells of none, or nothing new."""
        if update.poll_answer is not None:
            return await self._voted(raw, update.poll_answer)
        if update.poll is None or not update.poll.is_closed:
            return None
        poll = update.poll
        return PollEnded(
            event_id=raw.event_id,
            at=raw.at,
            actor=Actor(AccountRef(PLATFORM, self._bot.token.partition(":")[0]), "", is_bot=True),
            space=await self._space(poll.id),
            poll=poll.id,
            votes=_votes(poll),
        )

    async def _voted(self, raw: RawUpdate, answer: PollAnswer) -> PollVoted | None:
        if answer.user is None:
            return None  # the group or a channel voted; nobody can tell who that is
        return PollVoted(
            event_id=raw.event_id,
            at=raw.at,
            actor=actor_of(answer.user),
            space=await self._space(answer.poll_id),
            poll=answer.poll_id,
            chosen=tuple(answer.option_ids),
        )

    async def _space(self, poll_id: str) -> SpaceRef | None:
        space_id = await self._memory.recall(_name(poll_id))
        return SpaceRef(PLATFORM, space_id) if space_id else None


def _name(poll_id: str) -> str:
    return f"poll:{poll_id}"


def _channel_name(chat_id: str) -> str:
    return f"channel:{chat_id}:kind"


def _votes(poll: TelegramPoll) -> tuple[int, ...]:
    return tuple(option.voter_count for option in poll.options)
