"""The contract of the ports in `bot.model.native`, checked alike on every platform that has them.

A platform's tests subclass those contracts whose port it has, and give them a fixture `world`: as for
`PlatformContract`, with somebody besides, `CARL`, who is not in the space.
"""

import contextlib
from datetime import timedelta
from typing import Protocol, TypeVar

from msgspec.structs import replace

from bot.clock import Clock
from bot.model.identity import AccountRef, ChannelRef, Role
from bot.model.incoming import JoinRequested, LinkOpened, MemberJoined, PollVoted
from bot.model.native import InviteSpec, Poll, PollResults
from bot.model.results import SendStatus
from bot.model.rights import Right
from tests.platforms.contract import ANN, BEN, World

CARL = "carl"
WHY = "because of the test"


class NativeWorld(World, Protocol):
    """What people do with what a network has of its own."""

    @property
    def clock(self) -> Clock: ...

    @property
    def badge(self) -> str:
        """A badge that the space has to give."""

    @property
    def impossible_badge(self) -> str:
        """One that cannot be given."""

    async def vote(self, person: str, message_id: str, *options: int) -> None:
        """Choose exactly these options of a poll; none of them takes the vote back."""

    async def follow(self, person: str, address: str) -> None:
        """Open an invite, or another address of the bot's, and go where it leads."""

    async def forbid_badges(self) -> None:
        """Take from the bot the right to give any, `Right.MANAGE_ROLES`."""

    def wears(self, person: str) -> bool:
        """Whether the person shows the world's `badge`."""

    async def door(self) -> ChannelRef:
        """A place of the network's that nobody is in yet who has no right to open it."""

    def is_behind(self, door: ChannelRef, person: str) -> bool:
        """Whether the person is in that place."""

    def is_inside(self, person: str, thread: str = "") -> bool:
        """Whether the person is in the space, or in one of its private threads."""


class PollsContract:
    """Polls of the network's own."""

    async def test_votes_come_in_and_the_end_tells_how_many_there_were(self, world: NativeWorld) -> None:
        polls = has(world.platform.natives.polls)
        opened = await polls.open_poll(world.channel, _poll(world), key="p1")
        assert opened.status is SendStatus.SENT
        assert opened.message_id and opened.reference
        await world.vote(ANN, opened.message_id, 1)
        await world.vote(BEN, opened.message_id, 0)
        votes = [await world.sink.newest(PollVoted, count=2), *world.sink.of(PollVoted)]
        assert {(vote.poll, vote.actor.account, vote.chosen) for vote in votes} == {
            (opened.reference, world.account(ANN), (1,)),
            (opened.reference, world.account(BEN), (0,)),
        }
        assert await polls.close_poll(world.channel, opened.message_id) == PollResults((1, 1, 0), final=True)

    async def test_a_vote_that_is_changed_comes_in_as_it_is_then(self, world: NativeWorld) -> None:
        opened = await has(world.platform.natives.polls).open_poll(world.channel, _poll(world), key="p1")
        assert opened.message_id
        await world.vote(ANN, opened.message_id, 1)
        await world.sink.newest(PollVoted)
        before = len(world.sink.of(PollVoted))
        await world.vote(ANN, opened.message_id, 2)
        await world.sink.newest(PollVoted, count=before + 1)
        assert world.sink.of(PollVoted)[-1].chosen == (2,)

    async def test_too_many_options_are_refused_before_they_are_sent(self, world: NativeWorld) -> None:
        poll = Poll("Which?", tuple(map(str, range(30))), world.clock.now() + timedelta(hours=1))
        result = await has(world.platform.natives.polls).open_poll(world.channel, poll, key="p1")
        assert result.status is SendStatus.INVALID
        assert not await world.seen(ANN)

    async def test_what_is_within_the_limits_is_taken_and_what_is_beyond_them_is_not(self, world: NativeWorld) -> None:
        polls = has(world.platform.natives.polls)
        limits, now = await polls.limits(world.channel), world.clock.now()
        options = tuple(chr(97 + number) + "x" * (limits.option - 1) for number in range(limits.options))
        most = Poll("Q" * limits.question, options, now + limits.longest, several=True)
        assert limits.misfit(most, now) is None
        assert (await polls.open_poll(world.channel, most, key="p1")).status is SendStatus.SENT
        shortest = replace(most, closes_at=now + limits.shortest)
        assert limits.misfit(shortest, now) is None
        assert (await polls.open_poll(world.channel, shortest, key="p2")).status is SendStatus.SENT
        for number, beyond in enumerate(
            (
                replace(most, question="Q" * (limits.question + 1)),
                replace(most, question=" \n"),
                replace(most, options=(*options, "z")),
                replace(most, options=(*options[:-1], "z" * (limits.option + 1))),
                replace(most, options=(*options[:-1], " ")),
                replace(most, closes_at=now + limits.longest + timedelta(seconds=1)),
                replace(most, closes_at=now),
                *([] if limits.secret else [replace(most, anonymous=True)]),
            )
        ):
            assert limits.misfit(beyond, now) is not None
            refused = await polls.open_poll(world.channel, beyond, key=f"b{number}")
            assert (refused.status, refused.problem is not None) == (SendStatus.INVALID, True)

    async def test_a_poll_that_is_not_there_cannot_be_closed(self, world: NativeWorld) -> None:
        result = await has(world.platform.natives.polls).close_poll(world.channel, "123456789")
        assert not isinstance(result, PollResults)
        assert result.status in (SendStatus.GONE, SendStatus.INVALID)


class BadgesContract:
    """Badges that a network shows beside a name."""

    async def test_a_badge_is_given_once_and_taken_once_however_often_it_is_asked(self, world: NativeWorld) -> None:
        badges, account = has(world.platform.natives.badges), world.account(ANN)
        for _ in range(2):
            result = await badges.give_badge(world.space, account, world.badge, reason=WHY)
            assert result.status is SendStatus.SENT
            assert (world.wears(ANN), world.wears(BEN)) == (True, False)
        for _ in range(2):
            result = await badges.take_badge(world.space, account, world.badge, reason=WHY)
            assert result.status is SendStatus.SENT
            assert not world.wears(ANN)

    async def test_what_cannot_be_given_is_known_before_and_refused(self, world: NativeWorld) -> None:
        badges = has(world.platform.natives.badges)
        assert not await badges.check_badge(world.space, world.badge)
        assert await badges.check_badge(world.space, world.impossible_badge)
        result = await badges.give_badge(world.space, world.account(ANN), world.impossible_badge, reason=WHY)
        assert result.status in (SendStatus.INVALID, SendStatus.FORBIDDEN, SendStatus.GONE)

    async def test_a_right_that_a_plugin_needs_and_the_bot_lacks_is_told_where_it_is_needed(
        self, world: NativeWorld
    ) -> None:
        check, needs = world.platform.check, [Right.MANAGE_ROLES]
        assert not await check(world.space, needs)
        await world.forbid_badges()
        assert not await check(world.space)
        [problem] = await check(world.space, needs)
        assert problem.key.startswith(f"{world.platform.name}-problem-")

    async def test_nobody_is_given_a_badge_who_is_not_there(self, world: NativeWorld) -> None:
        badges = has(world.platform.natives.badges)
        result = await badges.give_badge(world.space, world.account(CARL), world.badge, reason=WHY)
        assert result.status is not SendStatus.SENT


class InvitesContract:
    """Invites of the network's own."""

    async def test_who_comes_by_an_invite_is_told_with_it(self, world: NativeWorld) -> None:
        made = await has(world.platform.natives.invites).make_invite(world.space, InviteSpec("from ann"))
        assert made.status is SendStatus.SENT
        await world.follow(CARL, made.reference)
        joined = await world.sink.newest(MemberJoined)
        assert (joined.actor.account, joined.space, joined.invite) == (
            world.account(CARL),
            world.space,
            made.reference,
        )
        assert 0 < joined.confidence <= 1
        assert world.is_inside(CARL)

    async def test_an_invite_that_was_revoked_leads_nowhere(self, world: NativeWorld) -> None:
        invites = has(world.platform.natives.invites)
        made = await invites.make_invite(world.space, InviteSpec("from ann"))
        assert (await invites.revoke_invite(world.space, made.reference)).status is SendStatus.SENT
        with contextlib.suppress(LookupError):
            await world.follow(CARL, made.reference)
        assert not world.is_inside(CARL)
        again = await invites.revoke_invite(world.space, made.reference)
        assert again.status in (SendStatus.GONE, SendStatus.SENT)

    async def test_the_bots_own_invites_are_listed_as_long_as_they_lead_in_or_not_at_all(
        self, world: NativeWorld
    ) -> None:
        invites = has(world.platform.natives.invites)
        one, other = [await invites.make_invite(world.space, InviteSpec(name)) for name in ("one", "other")]
        listed = await invites.own_invites(world.space)
        if listed is None:
            return
        assert {invite.address for invite in listed} == {one.reference, other.reference}
        assert {(invite.uses, invite.made_at) for invite in listed} == {(0, world.clock.now())}
        await invites.revoke_invite(world.space, one.reference)
        await world.follow(CARL, other.reference)
        [left] = await invites.own_invites(world.space) or ()
        assert (left.address, left.uses) == (other.reference, 1)


class JoinRequestsContract:
    """Invites by which one asks to come in."""

    async def test_who_asks_is_told_and_let_in(self, world: NativeWorld) -> None:
        invites = has(world.platform.natives.invites)
        made = await invites.make_invite(world.space, InviteSpec("a seat", on_request=True))
        await world.follow(CARL, made.reference)
        asked = await world.sink.newest(JoinRequested)
        assert (asked.actor.account, asked.space, asked.invite) == (world.account(CARL), world.space, made.reference)
        assert not world.is_inside(CARL)
        answer = await invites.answer_request(world.space, world.account(CARL), welcome=True)
        assert answer.status is SendStatus.SENT
        assert world.is_inside(CARL)

    async def test_who_is_turned_away_stays_outside(self, world: NativeWorld) -> None:
        invites = has(world.platform.natives.invites)
        made = await invites.make_invite(world.space, InviteSpec("a seat", on_request=True))
        await world.follow(CARL, made.reference)
        await world.sink.newest(JoinRequested)
        answer = await invites.answer_request(world.space, world.account(CARL), welcome=False)
        assert answer.status is SendStatus.SENT
        assert not world.is_inside(CARL)

    async def test_who_never_asked_cannot_be_answered(self, world: NativeWorld) -> None:
        invites = has(world.platform.natives.invites)
        answer = await invites.answer_request(world.space, world.account(CARL), welcome=True)
        assert answer.status is not SendStatus.SENT
        assert not world.is_inside(CARL)


class DoorsContract:
    """Places that not everybody may enter, whatever a network has of the kind."""

    async def test_who_is_let_in_comes_in_and_who_is_seen_out_is_outside_however_often_it_is_asked(
        self, world: NativeWorld
    ) -> None:
        doors, door = has(world.platform.natives.doors), await world.door()
        for _ in range(2):
            result = await doors.let_in(door, world.account(BEN))
            assert result.status is SendStatus.SENT
            if result.reference:  # nobody can be put there: they go and ask
                await world.follow(BEN, result.reference)
                assert not world.is_behind(door, BEN)
                assert not (await doors.let_in(door, world.account(BEN))).reference
            assert (world.is_behind(door, BEN), world.is_behind(door, ANN)) == (True, False)
        for _ in range(2):
            assert (await doors.see_out(door, world.account(BEN))).status is SendStatus.SENT
            assert not world.is_behind(door, BEN)

    async def test_what_is_not_there_lets_nobody_in(self, world: NativeWorld) -> None:
        doors = has(world.platform.natives.doors)
        nowhere = ChannelRef(world.platform.name, "123456789", world.space.space_id)
        result = await doors.let_in(nowhere, world.account(ANN))
        assert result.status is not SendStatus.SENT

    async def test_what_would_be_in_the_way_of_a_door_is_known_before(self, world: NativeWorld) -> None:
        doors = has(world.platform.natives.doors)
        assert not await doors.check_door(await world.door())
        nowhere = ChannelRef(world.platform.name, "123456789", world.space.space_id)
        [problem] = await doors.check_door(nowhere)
        assert problem.key.startswith(f"{world.platform.name}-problem-")


class ThreadsContract:
    """Private threads."""

    async def test_a_private_thread_holds_those_who_were_let_in_and_nobody_else(self, world: NativeWorld) -> None:
        doors = has(world.platform.natives.doors)
        opened = await doors.open_thread(world.channel, "Backstage", [world.account(ANN)])
        assert opened.status is SendStatus.SENT
        thread = ChannelRef(world.platform.name, opened.reference, world.space.space_id)
        assert (world.is_inside(ANN, thread.channel_id), world.is_inside(BEN, thread.channel_id)) == (True, False)
        for _ in range(2):
            assert (await doors.let_in(thread, world.account(BEN))).status is SendStatus.SENT
        assert world.is_inside(BEN, thread.channel_id)
        for _ in range(2):
            assert (await doors.see_out(thread, world.account(ANN))).status is SendStatus.SENT
        assert not world.is_inside(ANN, thread.channel_id)


class DirectoryContract:
    """Who and what there is in a space."""

    async def test_the_public_channel_is_among_the_places_and_can_be_posted_to(self, world: NativeWorld) -> None:
        places = await has(world.platform.natives.directory).places(world.space)
        [place] = [place for place in places if place.channel == world.channel]
        assert place.name
        assert (place.problem, place.hosts_only) == (None, False)

    async def test_who_is_there_and_who_is_not(self, world: NativeWorld) -> None:
        directory = has(world.platform.natives.directory)
        ann = await directory.standing(world.space, world.account(ANN))
        assert ann is not None
        assert (ann.here, ann.floor) == (True, Role.MEMBER)
        assert ann.name
        carl = await directory.standing(world.space, world.account(CARL))
        assert carl is not None
        assert not carl.here

    async def test_what_a_number_tells_of_an_account_lies_behind(self, world: NativeWorld) -> None:
        directory = has(world.platform.natives.directory)
        made = directory.made_at(world.account(ANN))
        assert made is None or (made.tzinfo is not None and made <= world.clock.now() + timedelta(days=1))
        assert directory.made_at(AccountRef(world.account(ANN).platform, "no number")) is None


class LinksContract:
    """Addresses that open the private chat with the bot."""

    async def test_the_address_of_the_private_chat_brings_its_payload(self, world: NativeWorld) -> None:
        address = has(world.platform.natives.directory).link("chk_42_abcdefgh")
        assert address
        await world.follow(ANN, address)
        opened = await world.sink.newest(LinkOpened)
        assert (opened.actor.account, opened.payload) == (world.account(ANN), "chk_42_abcdefgh")
        assert opened.reply_to.private


PortT = TypeVar("PortT")


def has(port: PortT | None) -> PortT:
    """The port, which the network has."""
    assert port is not None
    return port


def _poll(world: NativeWorld) -> Poll:
    return Poll("What next?", ("Tea", "Soap", "Rest"), world.clock.now() + timedelta(hours=1))
