"""Polls of the local chat itself: a message with a button for each option, which the chat counts."""

from collections.abc import Callable
from datetime import timedelta

from msgspec import Struct, field

from bot.clock import Clock
from bot.model.identity import ChannelRef
from bot.model.messages import Action, Message
from bot.model.native import Poll, PollLimits, PollResults
from bot.model.results import SendResult, SendStatus
from bot.platforms.local.records import Person
from bot.text.markup import escape

LIMITS = PollLimits(
    question=300, options=10, option=55, shortest=timedelta(seconds=1), longest=timedelta(days=30)
)  # the lowest there are, of each network
VOTE = "vote:"  # what a poll's buttons begin with; no token of an action can, for it knows no colon

PutUp = Callable[[ChannelRef, Message], SendResult]


class _Open(Struct):
    poll: Poll
    votes: dict[str, tuple[int, ...]] = field(default_factory=dict)


class LocalPolls:
    """Implements the port `Polls`; a poll goes by the id of its message."""

    def __init__(self, put_up: PutUp, clock: Clock) -> None:
        self._put_up = put_up
        self._clock = clock
        self._open: dict[str, _Open] = {}

    async def limits(self, channel: ChannelRef) -> PollLimits:
        """See the port."""
        return LIMITS

    async def open_poll(self, channel: ChannelRef, poll: Poll, *, key: str) -> SendResult:
        """See the port."""
        if (wrong := LIMITS.misfit(poll, self._clock.now())) is not None:
            return SendResult(SendStatus.INVALID, reason=wrong.key, problem=wrong)
        buttons = tuple((Action(option, f"{VOTE}{number}"),) for number, option in enumerate(poll.options))
        result = self._put_up(channel, Message(escape(poll.question), buttons))
        if result.status is not SendStatus.SENT or result.message_id is None:
            return result
        self._open[result.message_id] = _Open(poll)
        return SendResult(result.status, result.message_id, reference=result.message_id)

    async def close_poll(self, channel: ChannelRef, message_id: str) -> PollResults | SendResult:
        """See the port."""
        ended = self._open.pop(message_id, None)
        if ended is None:
            return SendResult(SendStatus.GONE, reason=f"no poll {message_id} is open")
        chosen = [option for votes in ended.votes.values() for option in votes]
        return PollResults(tuple(chosen.count(number) for number in range(len(ended.poll.options))), final=True)

    def is_secret(self, message_id: str) -> bool:
        """Whether nobody is told who votes what in a poll."""
        poll = self._open.get(message_id)
        return poll is not None and poll.poll.anonymous

    def vote(self, person: Person, message_id: str, token: str) -> tuple[int, ...] | None:
        """What somebody chose by now who pressed a poll's button; None when the poll is over."""
        poll = self._open.get(message_id)
        if poll is None:
            return None
        option, before = int(token.removeprefix(VOTE)), poll.votes.get(person.user_id, ())
        if option in before:
            chosen = tuple(other for other in before if other != option)
        else:
            chosen = tuple(sorted((*before, option))) if poll.poll.several else (option,)
        poll.votes[person.user_id] = chosen
        return chosen
