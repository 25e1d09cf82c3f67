"""Polls of a network's own: opened once, voted in by actions, ended once, whatever comes in between."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.core.parting import part
from bot.core.specs import command_specs
from bot.delivery.journeys import resume_everything, stop_everything
from bot.errors import BotError
from bot.model.identity import ChannelRef
from bot.model.incoming import PollEnded, PollVoted
from bot.model.native import Natives, Poll, PollLimits, PollResults, Polls
from bot.model.results import SendResult, SendStatus
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import SPACE, Person
from bot.storage.tables import deliveries
from bot.surroundings import Surroundings
from bot.testing import START, WholeBot, whole_bot
from tests.core.ballot import Ballot, Box
from tests.core.kettle import until
from tests.core.lab import answerable, noted, unhandled
from tests.slice import configured


@contextlib.asynccontextmanager
async def ballot_bot(ballot: Ballot, folder: Path | None = None) -> AsyncIterator[tuple[WholeBot, Box]]:
    async with whole_bot(loaded=ballot.loaded, folder=folder) as bot:
        await bot.says(bot.person("Olga"), "/awake")
        yield bot, Box(bot.app)


async def test_a_vote_runs_the_action_for_who_voted_and_shows_nothing() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        ann, ben = bot.person("Ann"), bot.person("Ben")
        assert await box.open() is None
        await bot.app.turn()
        assert bot.texts(ann) == ["What next?"]
        for person, label in ((ann, "Soap"), (ben, "Tea"), (ann, "Tea"), (ann, "Tea")):
            assert await bot.presses(person, label) == []
        assert ballot.votes == [("Ann", 7, (1,)), ("Ben", 7, (0,)), ("Ann", 7, (0,)), ("Ann", 7, ())]
        assert await noted(bot) == []


async def test_a_poll_ends_at_its_time_and_plugins_hear_of_it_once() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        await box.open()
        await bot.app.turn()
        await bot.presses(bot.person("Ann"), "Soap")
        found = await box.find()
        assert found is not None and found.is_open
        await bot.passes(hours=1)
        assert ballot.ended == []
        await bot.passes(hours=2)
        assert not await box.close()
        assert ballot.ended == [("box:7", (0, 1, 0), True)]
        found = await box.find()
        assert found is not None and (found.is_open, found.votes) == (False, (0, 1, 0))


@pytest.mark.long
async def test_of_one_name_there_is_one_poll_and_of_another_another() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        ann = bot.person("Ann")
        await asyncio.gather(*(box.open() for _ in range(3)))
        await bot.app.turn()
        await box.open()
        await bot.app.turn()
        assert len(bot.seen(ann)) == 1
        await box.open("box:8", number=8)
        await bot.app.turn()
        await bot.presses(ann, "Rest")
        await bot.presses(ann, "Tea")
        assert ballot.votes == [("Ann", 8, (0,))]


@pytest.mark.long
async def test_a_poll_that_is_closed_ends_with_what_was_voted_however_often_it_is_closed() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        assert not await box.close()
        await box.open()
        await bot.app.turn()
        await bot.presses(bot.person("Ann"), "Soap")
        for _ in range(2):
            assert await box.close()
        await bot.app.turn()
        await bot.passes(days=2)
        assert ballot.ended == [("box:7", (0, 1, 0), True)]


async def test_a_poll_that_has_not_left_is_taken_back_and_nobody_voted() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        async with box.work() as (work, _):
            await stop_everything(work, 1, by=None)
        await box.open()
        await bot.app.turn()
        assert await box.close()
        async with box.work() as (work, _):
            await resume_everything(work, 1, by=None)
        await bot.passes(hours=3)
        assert bot.texts(bot.person("Ann")) == []
        assert (ballot.ended, ballot.failed) == ([("box:7", (0, 0, 0), True)], [])


async def test_what_everything_stopped_holds_back_for_too_long_is_told_as_failed() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        async with box.work() as (work, _):
            await stop_everything(work, 1, by=None)
        await box.open()
        await bot.passes(hours=3)
        async with box.work() as (work, _):
            await resume_everything(work, 1, by=None)
        await bot.passes(minutes=1)
        assert bot.texts(bot.person("Ann")) == []
        assert ballot.failed == [("box:7", "expired")]


async def test_a_poll_that_does_not_fit_says_why_and_is_not_opened() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        good = box.poll()
        assert await box.fits(good) == ""
        for poll, key in (
            (replace(good, question="?" * 301), "core-poll-question"),
            (replace(good, question=" "), "core-poll-question"),
            (replace(good, options=()), "core-poll-options"),
            (replace(good, options=tuple("abcdefghijk")), "core-poll-options"),
            (replace(good, options=("Tea", "x" * 56)), "core-poll-option"),
            (replace(good, options=("Tea", "\n")), "core-poll-option"),
            (replace(good, closes_at=START), "core-poll-short"),
            (replace(good, closes_at=START + timedelta(days=31)), "core-poll-long"),
        ):
            assert await box.fits(poll) == key
            problem = await box.open(poll=poll)
            assert problem is not None and problem.key == key
        await bot.app.turn()
        assert (bot.texts(bot.person("Ann")), await box.find()) == ([], None)


async def test_votes_run_no_action_that_is_not_there_and_none_that_promises_to_be_kept_nowhere() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (_, box), box.work() as (work, space):
        polls = await box.polls(work)
        for action in ("box.nothing", "box.whisper", ""):
            with pytest.raises(BotError):
                await polls.open("box:7", space, box.poll(), action=action)


async def test_a_poll_in_a_space_that_goes_its_own_way_ends_and_one_that_has_not_left_is_not_opened() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        await box.open()
        await bot.app.turn()
        await bot.presses(bot.person("Ann"), "Soap")
        await box.open("box:8", number=8)
        async with box.work() as (work, space):
            await part(bot.app.parts, work, space)
        await bot.app.turn()
        assert (ballot.ended, ballot.failed) == ([("box:7", (0, 1, 0), True)], [("box:8", "joined")])
        assert len(bot.seen(bot.person("Ann"))) == 1


async def test_of_an_anonymous_poll_nobody_is_told_who_voted() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        await box.open(poll=box.poll(anonymous=True))
        await bot.app.turn()
        await bot.presses(bot.person("Ann"), "Soap")
        await box.close()
        await bot.app.turn()
        assert (ballot.votes, ballot.ended) == ([], [("box:7", (0, 1, 0), True)])


@pytest.mark.parametrize("poll", ["nobody's", "", "0", "x" * 5000, "'; DROP TABLE native_polls"])
async def test_votes_and_ends_of_polls_that_nobody_opened_are_nothing(poll: str) -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        ann = bot.person("Ann")
        await box.open()
        await bot.app.turn()
        await bot.app.dispatcher.receive(_vote(ann, poll, (1,)))
        ended = PollEnded(event_id="e", at=START, actor=ann.actor, space=SPACE, poll=poll, votes=(1, 2))
        await bot.app.dispatcher.receive(ended)
        await bot.app.turn()
        assert (ballot.votes, ballot.ended, await noted(bot), await unhandled(bot)) == ([], [], [], 0)


async def test_what_was_not_offered_is_not_chosen_and_what_breaks_or_is_refused_hurts_nobody_else() -> None:
    ballot = Ballot()
    async with ballot_bot(ballot) as (bot, box):
        ann, ben = bot.person("Ann"), bot.person("Ben")
        await box.open()
        await bot.app.turn()
        name = bot.seen(ann)[0].message_id
        for number, chosen in enumerate([(-1, 1, 1, 99), (2,), (0, 1, 2)]):
            await bot.app.dispatcher.receive(_vote(ann, name, chosen, event_id=f"v{number}"))
        await bot.app.dispatcher.receive(_vote(ann, name, (0,), event_id="v0"))  # once more the same update
        await bot.presses(ben, "Tea")
        assert sorted(ballot.votes) == [("Ann", 7, (1,)), ("Ben", 7, (0,))]  # side by side: nobody waits for another
        assert await answerable(bot) == ["box"]
        assert len(bot.seen(ann)) == 1


def _vote(person: Person, poll: str, chosen: tuple[int, ...], *, event_id: str = "v") -> PollVoted:
    return PollVoted(event_id=event_id, at=START, actor=person.actor, space=SPACE, poll=poll, chosen=chosen)


# ---- what comes between the post and what is known of it ----------------------------------------------------------


class SlowPolls:
    """Polls that are there at once, while the network's answer takes as long as the gate is shut."""

    def __init__(self, polls: Polls) -> None:
        self._polls = polls
        self.gate = asyncio.Event()
        self.gate.set()
        self.posted = 0
        self.answer: SendResult | None = None

    async def limits(self, channel: ChannelRef) -> PollLimits:
        return await self._polls.limits(channel)

    async def open_poll(self, channel: ChannelRef, poll: Poll, *, key: str) -> SendResult:
        result = await self._polls.open_poll(channel, poll, key=key)
        self.posted += 1
        await self.gate.wait()
        return self.answer or result

    async def close_poll(self, channel: ChannelRef, message_id: str) -> PollResults | SendResult:
        return await self._polls.close_poll(channel, message_id)


class SlowChat(LocalPlatform):
    """The local chat with such polls."""

    slow: SlowPolls | None = None

    @property
    def natives(self) -> Natives:
        polls = super().natives.polls
        assert polls is not None
        self.slow = self.slow or SlowPolls(polls)
        return replace(super().natives, polls=self.slow)


@contextlib.asynccontextmanager
async def slow_bot(
    ballot: Ballot, folder: Path, clock: VirtualClock
) -> AsyncIterator[tuple[App, SlowChat, SlowPolls, Box]]:
    def make(around: Surroundings) -> Sequence[SlowChat]:
        return [SlowChat(around.clock, around.say)]

    async with open_app(configured(folder), clock=clock, loaded=ballot.loaded, make_platforms=make) as app:
        chat = app.parts.platforms["local"]
        assert isinstance(chat, SlowChat) and chat.natives.polls is not None and chat.slow is not None
        running = asyncio.create_task(chat.run(app.dispatcher, command_specs(app.parts.registry, app.parts.translator)))
        await chat.ready()
        await app.dispatcher.recover()
        await chat.says(chat.person("olga", name="Olga"), "/awake")
        await app.turn()
        try:
            yield app, chat, chat.slow, Box(app)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def test_votes_that_come_before_the_networks_answer_wait_in_their_order_and_keep_nothing_else_waiting(
    tmp_path: Path,
) -> None:
    ballot = Ballot()
    async with slow_bot(ballot, tmp_path, VirtualClock(START)) as (app, chat, slow, box):
        ann, ben = chat.person("ann", name="Ann"), chat.person("ben", name="Ben")
        slow.gate.clear()
        await box.open()
        sending = asyncio.create_task(app.parts.engine.run_due())
        await until(lambda: slow.posted == 1)
        for person, label in ((ann, "Soap"), (ann, "Tea"), (ben, "Soap")):
            await chat.presses(person, label)
        await chat.says(ann, "/awake")
        await until(lambda: len(chat.shown(ann)) == 2)
        assert ballot.votes == []
        slow.gate.set()
        await sending
        await app.turn()
        assert [vote for vote in ballot.votes if vote[0] == "Ann"] == [("Ann", 7, (1,)), ("Ann", 7, (0,))]
        assert ("Ben", 7, (1,)) in ballot.votes and len(ballot.votes) == 3


async def test_a_poll_that_is_closed_while_it_is_on_its_way_closes_once_it_is_there(tmp_path: Path) -> None:
    ballot = Ballot()
    async with slow_bot(ballot, tmp_path, VirtualClock(START)) as (app, chat, slow, box):
        slow.gate.clear()
        await box.open()
        sending = asyncio.create_task(app.parts.engine.run_due())
        await until(lambda: slow.posted == 1)
        await chat.presses(chat.person("ann", name="Ann"), "Soap")
        assert await box.close()
        slow.gate.set()
        await sending
        await app.turn()
        assert ballot.votes == [("Ann", 7, (1,))]
        assert ballot.ended == [("box:7", (0, 1, 0), True)]


async def test_a_poll_of_which_nobody_knows_whether_it_is_there_is_told_and_not_opened_again(tmp_path: Path) -> None:
    ballot = Ballot()
    async with slow_bot(ballot, tmp_path, VirtualClock(START)) as (app, chat, slow, box):
        slow.answer = SendResult(SendStatus.UNKNOWN, reason="lost")
        await box.open()
        await app.turn()
        await chat.presses(chat.person("ann", name="Ann"), "Soap")
        await box.open()
        await app.turn()
        assert (slow.posted, ballot.failed, ballot.votes) == (1, [("box:7", "unknown-outcome")], [])


async def test_a_poll_that_a_network_refuses_is_told_as_failed(tmp_path: Path) -> None:
    ballot = Ballot()
    async with slow_bot(ballot, tmp_path, VirtualClock(START)) as (app, _, slow, box):
        slow.answer = SendResult(SendStatus.FORBIDDEN, reason="no right")
        await box.open()
        await app.turn()
        assert (ballot.failed, ballot.ended, await box.close()) == ([("box:7", "refused")], [], False)


@pytest.mark.long
async def test_a_process_that_dies_between_the_post_and_its_outcome_leaves_it_unknown(tmp_path: Path) -> None:
    ballot, clock = Ballot(), VirtualClock(START)
    async with slow_bot(ballot, tmp_path, clock) as (app, chat, slow, box):
        slow.gate.clear()
        await box.open()
        sending = asyncio.create_task(app.parts.engine.run_due())
        await until(lambda: slow.posted == 1)
        await chat.presses(chat.person("ann", name="Ann"), "Soap")
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        async with app.parts.work() as work:
            under_way = sa.select(deliveries.c.state).where(deliveries.c.key.like("%native-poll%"))
            assert await work.value(under_way) == "sending"
    async with slow_bot(ballot, tmp_path, clock) as (app, _, slow, box):
        await app.live_until(clock, clock.now() + timedelta(hours=7))
        assert (slow.posted, ballot.failed) == (0, [("box:7", "unknown-outcome")])
        assert (ballot.votes, ballot.ended) == ([], [])


async def test_a_poll_that_was_opened_goes_on_after_a_restart(tmp_path: Path) -> None:
    ballot, clock = Ballot(), VirtualClock(START)
    async with slow_bot(ballot, tmp_path, clock) as (app, chat, _, box):
        await box.open()
        await app.turn()
        name = chat.sent[-1].message_id
    async with slow_bot(ballot, tmp_path, clock) as (app, chat, _, _box):
        await app.dispatcher.receive(_vote(chat.person("ann", name="Ann"), name, (1,)))
        await app.turn()
        assert ballot.votes == [("Ann", 7, (1,))]
        await app.live_until(clock, clock.now() + timedelta(hours=3))
        assert ballot.ended == [("box:7", (), False)]  # the chat of the second run knows nothing of it
