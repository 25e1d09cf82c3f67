"""What Telegram has of its own beside messages, by the contract of the ports and beyond it."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.clock import Clock
from bot.model.identity import AccountRef, ChannelRef, Role, SpaceRef
from bot.model.incoming import BotPresent, JoinRequested, MemberJoined, PollEnded, PollVoted
from bot.model.native import Badges, Directory, Doors, Invites, InviteSpec, Poll, PollResults, Polls
from bot.model.results import Problem, SendStatus
from tests.platforms.contract import COMMANDS
from tests.platforms.contract_native import (
    CARL,
    BadgesContract,
    DirectoryContract,
    DoorsContract,
    InvitesContract,
    JoinRequestsContract,
    LinksContract,
    PollsContract,
    has,
)
from tests.platforms.telegram.conftest import START, Restarted, Scene
from tests.platforms.telegram.test_contract import TelegramWorld

POLL = Poll("What next?", ("Tea", "Soap"), START + timedelta(minutes=10))


class TelegramNatives(TelegramWorld):
    """The contract's people with what Telegram has of its own."""

    badge = "Kettle keeper"
    impossible_badge = "a tag of more than sixteen characters"

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._people[CARL] = scene.server.person("Carl")

    @property
    def clock(self) -> Clock:
        return self._scene.clock

    async def vote(self, person: str, message_id: str, *options: int) -> None:
        posted = self._scene.server.world.messages[self._scene.group.id, int(message_id)]
        await self._people[person].votes(posted, *options)

    async def follow(self, person: str, address: str) -> None:
        await self._people[person].follows(address)

    async def forbid_badges(self) -> None:
        self._scene.group.bot_manages_tags = False

    def wears(self, person: str) -> bool:
        return self._scene.group.tags.get(self._people[person].id) == self.badge

    async def door(self) -> ChannelRef:
        group = self._scene.server.group("Backstage", owner=self._scene.server.person("Olga"))
        group.bot_removes_people = True
        return ChannelRef("telegram", str(group.id), str(group.id))

    def is_behind(self, door: ChannelRef, person: str) -> bool:
        return self._people[person] in self._scene.server.world.groups[int(door.channel_id)].members

    def is_inside(self, person: str, thread: str = "") -> bool:
        return self._people[person] in self._scene.group.members


class TestTelegramNatives(
    PollsContract,
    BadgesContract,
    InvitesContract,
    JoinRequestsContract,
    DoorsContract,
    DirectoryContract,
    LinksContract,
):
    @pytest.fixture
    async def world(self, idle: Scene) -> AsyncIterator[TelegramNatives]:
        async with idle.connected(COMMANDS):
            yield TelegramNatives(idle)


async def test_the_end_of_a_poll_comes_with_its_votes_and_each_vote_with_its_group(scene: Scene) -> None:
    opened = await _polls(scene).open_poll(scene.channel, POLL, key="p")
    await scene.ben.votes(scene.group.messages[0], 1)
    await scene.group.closes(scene.group.messages[0])
    voted, ended = await scene.sink.newest(PollVoted), await scene.sink.newest(PollEnded)
    assert (voted.space, ended.space, ended.actor.account.user_id) == (scene.space, scene.space, "1")
    assert (ended.poll, ended.votes) == (opened.reference, (0, 1))
    again = await _polls(scene).close_poll(scene.channel, str(opened.message_id))
    assert not isinstance(again, PollResults) and again.status is SendStatus.GONE


async def test_the_end_of_a_poll_that_comes_again_to_a_new_process_still_tells_its_group(
    idle: Scene, restarted: Restarted
) -> None:
    async with idle.connected():
        await _polls(idle).open_poll(idle.channel, POLL, key="p")
        await idle.group.closes(idle.group.messages[0])
        await idle.sink.newest(PollEnded)
        left = idle.sink.stored[-1]
    async with restarted() as scene:
        await scene.sink.receive_all([left])
        ended = await scene.sink.newest(PollEnded)
    assert (ended.space, ended.votes) == (idle.space, (0, 0))


async def test_who_voted_in_an_anonymous_poll_is_not_told(scene: Scene) -> None:
    anonymous = Poll("What next?", ("Tea", "Soap"), START + timedelta(minutes=10), anonymous=True)
    await _polls(scene).open_poll(scene.channel, anonymous, key="p")
    await scene.ben.votes(scene.group.messages[0], 1)
    await scene.group.closes(scene.group.messages[0])
    assert (await scene.sink.newest(PollEnded)).votes == (0, 1)
    assert scene.sink.of(PollVoted) == []


@pytest.mark.parametrize(
    "poll",
    [
        Poll("x" * 301, ("Tea",), START + timedelta(hours=1)),
        Poll("What?", ("x" * 101,), START + timedelta(hours=1)),
        Poll("What?", (), START + timedelta(hours=1)),
        Poll("What?", ("Tea",), START + timedelta(seconds=4)),
        Poll("What?", ("Tea",), START + timedelta(days=31)),
    ],
)
async def test_a_poll_that_does_not_fit_is_refused_before_it_is_sent(scene: Scene, poll: Poll) -> None:
    assert (await _polls(scene).open_poll(scene.channel, poll, key="p")).status is SendStatus.INVALID
    assert scene.server.called("sendPoll") == []


async def test_the_longest_and_the_shortest_poll_are_taken(scene: Scene) -> None:
    for span in (timedelta(seconds=5), timedelta(seconds=2_628_000)):
        twelve = Poll("What?", tuple("x" * 99 + chr(97 + number) for number in range(12)), START + span)
        assert (await _polls(scene).open_poll(scene.channel, twelve, key="p")).status is SendStatus.SENT


async def test_in_a_channel_polls_are_anonymous_which_is_known_once_the_channel_was_heard_of(scene: Scene) -> None:
    scene.group.type = "channel"
    assert (await _polls(scene).open_poll(scene.channel, POLL, key="p")).status is SendStatus.INVALID
    await scene.group.has_bot(inside=True)
    await scene.sink.newest(BotPresent)
    assert (await _polls(scene).limits(scene.channel)).misfit(POLL, START) == Problem("core-poll-secret")
    sent = len(scene.server.called("sendPoll"))
    assert (await _polls(scene).open_poll(scene.channel, POLL, key="p")).problem == Problem("core-poll-secret")
    assert len(scene.server.called("sendPoll")) == sent
    assert (await _polls(scene).open_poll(scene.channel, replace(POLL, anonymous=True), key="p")).reference


@pytest.mark.parametrize("tag", ["", "🫖 keeper", "x" * 17, "keeper ☕️"])
async def test_a_tag_that_does_not_fit_is_known_before_it_is_given(scene: Scene, tag: str) -> None:
    problems = await _badges(scene).check_badge(scene.space, tag)
    assert problems == [Problem("telegram-problem-tag", (("limit", "16"),))]
    given = await _badges(scene).give_badge(scene.space, scene.account(scene.ben), tag, reason="test")
    assert given.status is SendStatus.INVALID


async def test_administrators_keep_their_titles_and_a_bot_without_the_right_says_so(scene: Scene) -> None:
    owner = await _badges(scene).give_badge(scene.space, scene.account(scene.olga), "Keeper", reason="test")
    assert owner.status is SendStatus.FORBIDDEN
    scene.group.bot_manages_tags = False
    assert await _badges(scene).check_badge(scene.space, "Keeper") == [Problem("telegram-problem-no-tags")]
    given = await _badges(scene).give_badge(scene.space, scene.account(scene.ben), "Keeper", reason="test")
    assert given.status is SendStatus.FORBIDDEN


async def test_a_tag_that_somebody_chose_meanwhile_is_not_taken_from_them(scene: Scene) -> None:
    await _badges(scene).give_badge(scene.space, scene.account(scene.ben), "Keeper", reason="test")
    scene.group.tags[scene.ben.id] = "Just Ben"
    taken = await _badges(scene).take_badge(scene.space, scene.account(scene.ben), "Keeper", reason="test")
    assert (taken.status, scene.group.tags[scene.ben.id]) == (SendStatus.SENT, "Just Ben")


async def test_who_asks_to_come_in_may_be_written_to_for_five_minutes(scene: Scene) -> None:
    carl = scene.server.person("Carl")
    made = await _invites(scene).make_invite(scene.space, InviteSpec("a seat", on_request=True))
    await carl.follows(made.reference)
    asked = await scene.sink.newest(JoinRequested)
    assert asked.reply_until == START + timedelta(minutes=5)


async def test_a_link_that_somebody_else_made_tells_nothing_for_sure(scene: Scene) -> None:
    carl = scene.server.person("Carl")
    made = await _invites(scene).make_invite(scene.space, InviteSpec("from ann"))
    scene.server.world.links[made.reference].address = made.reference[:-2] + "..."
    await carl.follows(made.reference)
    joined = await scene.sink.newest(MemberJoined)
    assert (joined.invite, joined.confidence) == ("", 0.0)


async def test_an_invite_cannot_both_be_counted_and_be_asked_for(scene: Scene) -> None:
    both = InviteSpec("a seat", uses=1, on_request=True)
    assert (await _invites(scene).make_invite(scene.space, both)).status is SendStatus.INVALID


@pytest.mark.long
async def test_a_door_lets_in_who_asked_and_gives_others_the_address_at_which_to_ask(scene: Scene) -> None:
    carl, dora = scene.server.person("Carl"), scene.server.person("Dora")
    backstage = scene.server.group("Backstage", owner=scene.olga)
    backstage.bot_removes_people = True
    door = ChannelRef("telegram", str(backstage.id), scene.space.space_id)
    asking = await _invites(scene).make_invite(_space(door), InviteSpec("seats", on_request=True))
    await carl.follows(asking.reference)
    assert (await _doors(scene).let_in(door, scene.account(carl))).status is SendStatus.SENT
    assert carl in backstage.members
    assert (await _doors(scene).let_in(door, scene.account(carl))).reference == ""
    offered = await _doors(scene).let_in(door, scene.account(dora))
    assert (await _doors(scene).let_in(door, scene.account(dora))).reference == offered.reference
    await dora.follows(offered.reference)
    assert (offered.status, dora in backstage.members) == (SendStatus.SENT, False)
    assert (await _doors(scene).let_in(door, scene.account(dora))).reference == ""
    for _ in range(2):
        assert (await _doors(scene).see_out(door, scene.account(carl))).status is SendStatus.SENT
    assert backstage.members == [dora]
    assert (await _doors(scene).see_out(door, scene.account(scene.olga))).status is not SendStatus.SENT


async def test_telegram_has_no_private_threads(scene: Scene) -> None:
    result = await _doors(scene).open_thread(scene.channel, "Backstage", [scene.account(scene.ben)])
    assert result.status is SendStatus.INVALID


async def test_a_group_in_which_the_bot_may_not_write_says_so(scene: Scene) -> None:
    scene.group.members_may_write = scene.group.bot_is_administrator = False
    [place] = await _directory(scene).places(scene.space)
    assert (place.name, place.problem) == ("Tea", Problem("telegram-problem-silenced"))
    scene.group.bot_inside = False
    assert (await _directory(scene).places(scene.space))[0].problem == Problem("telegram-problem-not-in-chat")


async def test_the_standing_tells_who_runs_the_group_and_of_nobody_when_telegram_is_away(scene: Scene) -> None:
    olga = await _directory(scene).standing(scene.space, scene.account(scene.olga))
    assert olga is not None and (olga.here, olga.floor) == (True, Role.OWNER)
    nobody = await _directory(scene).standing(scene.space, AccountRef("telegram", "424242"))
    assert nobody is not None and not nobody.here
    scene.server.refuses("getChatMember", 502, "Bad Gateway")
    assert await _directory(scene).standing(scene.space, scene.account(scene.ben)) is None


async def test_there_is_no_address_for_what_telegram_would_not_bring(scene: Scene) -> None:
    assert _directory(scene).link("two words") is None
    assert _directory(scene).link("x" * 65) is None
    assert _directory(scene).link("x" * 64) == "https://t.me/afterglow_bot?start=" + "x" * 64


def _polls(scene: Scene) -> Polls:
    return has(scene.platform.natives.polls)


def _badges(scene: Scene) -> Badges:
    return has(scene.platform.natives.badges)


def _invites(scene: Scene) -> Invites:
    return has(scene.platform.natives.invites)


def _doors(scene: Scene) -> Doors:
    return has(scene.platform.natives.doors)


def _directory(scene: Scene) -> Directory:
    return has(scene.platform.natives.directory)


def _space(door: ChannelRef) -> SpaceRef:
    return SpaceRef("telegram", door.channel_id)
