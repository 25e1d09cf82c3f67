"""Polls and invites of Telegram's own, through the whole bot."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.api import Came
from bot.app import App
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.people import People
from bot.model.identity import AccountRef, Actor
from tests.core.ballot import Ballot, Box
from tests.core.kettle import until
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot
from tests.platforms.telegram.world import Group, Person


@dataclass
class Tea:
    """One group with its people, and what the plugin heard."""

    app: App
    clock: VirtualClock
    server: TelegramServer
    group: Group
    ann: Person
    ballot: Ballot
    box: Box

    async def passes(self, **span: float) -> None:
        await self.app.live_until(self.clock, self.clock.now() + timedelta(**span))

    async def told(self, number: int) -> None:
        """Wait for so many votes."""
        await until(lambda: len(self.ballot.votes) >= number)

    async def comes(self) -> None:
        """Let the newest arrival be told that came by an invite."""
        async with asyncio.timeout(5):
            while not self.ballot.arrived or self.ballot.arrived[-1].invited_by is None:
                await asyncio.sleep(0.01)
                await self.app.turn()

    async def member(self, person: Person) -> int:
        """The id of the member behind somebody."""
        async with self.box.work() as (work, space):
            community = await Communities(work).get(space.community_id)
            member = await People(work).recognise(
                Actor(AccountRef("telegram", str(person.id)), person.first_name), community
            )
        return member.id


@asynccontextmanager
async def tea(
    server: TelegramServer, folder: Path, clock: VirtualClock, *, channel: bool = False
) -> AsyncIterator[Tea]:
    olga, ann = server.person("Olga", started=True), server.person("Ann", started=True)
    group, ballot = server.group("Tea", owner=olga, members=(ann,)), Ballot()
    if channel:
        group.type = "channel"
    async with telegram_bot(server, folder, clock, loaded=ballot.loaded) as app:
        await group.has_bot(inside=True)
        await app.turn()
        yield Tea(app, clock, server, group, ann, ballot, Box(app, "telegram"))


@pytest.mark.long
async def test_a_poll_is_voted_in_and_ends_when_telegram_says_so(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with tea(server, tmp_path, clock) as it:
        assert await it.box.open() is None
        await it.app.turn()
        [posted] = it.group.messages
        await it.ann.votes(posted, 1)
        await it.ann.votes(posted)
        await it.told(2)
        assert it.ballot.votes == [("Ann", 7, (1,)), ("Ann", 7, ())]
        await it.ann.votes(posted, 0)
        await it.group.closes(posted)
        await it.told(3)
        await it.app.turn()
        await it.passes(hours=4)
        assert it.ballot.ended == [("box:7", (1, 0, 0), True)]


@pytest.mark.long
async def test_a_poll_whose_end_was_never_told_is_closed_by_the_bot_at_its_time(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with tea(server, tmp_path, clock) as it:
        await it.box.open()
        await it.app.turn()
        await it.ann.votes(it.group.messages[0], 2)
        await it.passes(hours=3)
        assert it.ballot.ended == [("box:7", (0, 0, 1), True)]
        assert len(it.server.called("stopPoll")) == 1


@pytest.mark.long
async def test_a_poll_that_is_gone_ends_without_figures(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with tea(server, tmp_path, clock) as it:
        await it.box.open()
        await it.app.turn()
        it.server.world.polls.clear()
        await it.passes(hours=3)
        assert it.ballot.ended == [("box:7", (), False)]


@pytest.mark.long
async def test_in_a_channel_only_an_anonymous_poll_fits_and_its_end_tells_the_votes(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with tea(server, tmp_path, clock, channel=True) as it:
        assert await it.box.fits(it.box.poll()) == "core-poll-secret"
        secret = it.box.poll(anonymous=True)
        assert (await it.box.fits(secret), await it.box.open(poll=secret)) == ("", None)
        await it.app.turn()
        await it.ann.votes(it.group.messages[0], 1)
        await it.box.close()
        await it.app.turn()
        assert (it.ballot.votes, it.ballot.ended) == ([], [("box:7", (0, 1, 0), True)])


@pytest.mark.long
async def test_a_poll_whose_answer_is_lost_is_told_and_not_opened_again(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with tea(server, tmp_path, clock) as it:
        it.server.refuses("sendPoll", 502, "Bad Gateway")
        await it.box.open()
        await it.passes(hours=7)
        assert (it.ballot.failed, len(it.server.called("sendPoll"))) == ([("box:7", "unknown-outcome")], 1)


@pytest.mark.long
async def test_who_comes_by_a_personal_link_is_told_with_whose_it_is(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with tea(server, tmp_path, clock) as it:
        ann = await it.member(it.ann)
        link = await it.box.invite(ann)
        assert isinstance(link, str) and it.server.world.links[link].name == f"Afterglow {ann}"
        carl = it.server.person("Carl")
        await carl.follows(link)
        await it.comes()
        told = it.ballot.arrived[-1]
        assert (told.came, told.invited_by, told.confidence) == (Came.NEW, ann, 1.0)


@pytest.mark.long
async def test_who_asks_by_a_personal_link_is_let_in_and_who_asks_by_none_is_left_to_the_owner(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with tea(server, tmp_path, clock) as it:
        ann = await it.member(it.ann)
        link = await it.box.invite(ann, on_request=True)
        assert isinstance(link, str) and it.server.world.links[link].asks
        carl, dora = it.server.person("Carl"), it.server.person("Dora")
        await carl.follows(link)
        await it.app.turn()
        assert carl in it.group.members
        await it.comes()
        assert (it.ballot.arrived[-1].came, it.ballot.arrived[-1].invited_by) == (Came.NEW, ann)
        await it.box.revoke(ann)
        await it.app.turn()
        assert it.server.world.links[link].revoked
        it.group.requests[dora.id] = it.server.world.links[link]
        asked = {"chat": it.group.chat, "from": dora.user, "user_chat_id": dora.id, "date": it.server.world.now()}
        await it.server.world.happens("chat_join_request", asked | {"invite_link": it.server.world.links[link].shown()})
        await it.server.world.happens("chat_join_request", asked)  # as in public groups: by no link
        await it.app.turn()
        assert dora not in it.group.members
        assert it.ballot.arrived[-1].invited_by == ann


@pytest.mark.long
async def test_without_the_right_to_invite_it_is_said_with_its_cure(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with tea(server, tmp_path, clock) as it:
        it.group.bot_is_administrator = False
        problem = await it.box.invite(await it.member(it.ann))
        assert not isinstance(problem, str) and problem.key.startswith("telegram-problem-no")
