"""Personal invites: one a member and space, and what is told of those who come by them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from msgspec.structs import replace

from bot.api import Came, MemberArrived, Problem
from bot.app import open_app
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.linking import Links
from bot.community.people import People
from bot.core.erasing import PersonalData
from bot.core.settling import settle
from bot.delivery.journeys import resume_everything, stop_everything
from bot.model.identity import AccountRef, Actor, Member, SpaceRef
from bot.model.incoming import MemberJoined
from bot.model.native import Invites, InviteSpec, Natives, OwnInvite
from bot.model.results import SendResult, SendStatus
from bot.model.rights import Right
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import SPACE, Person
from bot.storage.asking_tables import personal_invites
from bot.surroundings import Surroundings
from bot.testing import START, WholeBot, whole_bot
from tests.core.ballot import Ballot, Box
from tests.core.lab import noted, unhandled
from tests.platforms.contract_native import has
from tests.slice import configured


class Inviting:
    """A bot with Olga, who invites, and people outside."""

    def __init__(self, bot: WholeBot, ballot: Ballot) -> None:
        self.bot = bot
        self.box = Box(bot.app)
        self.arrived = ballot.arrived
        self.olga = bot.person("Olga")

    async def member(self, person: Person) -> Member:
        """The member behind somebody, who is one from now on."""
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            member = await People(work).recognise(Actor(person.account, person.name), community)
        await self.bot.app.turn()
        return member

    async def invite(self, person: Person | None = None, *, on_request: bool = False) -> str:
        """The address of somebody's invite."""
        made = await self.box.invite((await self.member(person or self.olga)).id, on_request=on_request)
        assert isinstance(made, str)
        return made

    def outside(self, name: str) -> Person:
        """Somebody who is not in the space."""
        return self.bot.chat.person(name.lower(), name=name, outside=True)

    async def joins(self, person: Person, invite: str = "") -> list[MemberArrived]:
        """What plugins are told when they join."""
        before = len(self.arrived)
        await self.bot.chat.joins(person, invite)
        await self.bot.app.turn()
        return self.arrived[before:]

    async def live(self) -> list[str]:
        """The addresses that are kept as leading in."""
        async with self.bot.app.parts.work() as work:
            query = sa.select(personal_invites.c.address).where(personal_invites.c.gone_at.is_(None))
            return [address for (address,) in await work.rows(query.order_by(personal_invites.c.id))]

    def there(self) -> list[str]:
        """The addresses that lead in, by the network's own word."""
        return list(self.bot.chat.invites)


@contextlib.asynccontextmanager
async def inviting(folder: Path | None = None) -> AsyncIterator[Inviting]:
    ballot = Ballot()
    async with whole_bot(loaded=ballot.loaded, folder=folder) as bot:
        it = Inviting(bot, ballot)
        await bot.says(it.olga, "/awake")
        ballot.arrived.clear()
        yield it
        assert (await noted(bot), await unhandled(bot)) == ([], 0)


async def test_a_member_has_one_invite_and_another_member_another(tmp_path: Path) -> None:
    async with inviting(tmp_path) as it:
        ann = it.bot.person("Ann")
        first = await it.invite()
        assert await it.invite() == first != await it.invite(ann)
        assert len(it.there()) == 2
    async with inviting(tmp_path) as it:  # a restart
        assert await it.invite() == first


async def test_who_comes_by_an_invite_is_told_with_whose_it_was() -> None:
    async with inviting() as it:
        olga = await it.member(it.olga)
        [told] = await it.joins(it.outside("Ann"), await it.invite())
        assert (told.came, told.invited_by, told.confidence) == (Came.NEW, olga.id, 1.0)
        [told] = await it.joins(it.outside("Ben"))
        assert (told.came, told.invited_by, told.confidence, told.joined) == (Came.NEW, None, 0.0, True)


async def test_who_only_speaks_for_the_first_time_was_not_seen_to_join_until_the_network_tells() -> None:
    async with inviting() as it:
        ann = it.outside("Ann")
        await it.bot.says(ann, "/awake")
        assert [told.joined for told in it.arrived] == [False]
        [told] = await it.joins(ann)  # in the same second
        assert (told.came, told.joined) == (Came.NEW, True)
        late = it.outside("Ben")
        await it.bot.says(late, "/awake")
        await it.bot.passes(minutes=11)
        assert await it.joins(late) == []


async def test_who_was_there_before_the_bot_knew_them_is_back_where_the_network_tells() -> None:
    async with inviting() as it:
        ann = it.outside("Ann")
        joined = MemberJoined(event_id="j", at=it.bot.clock.now(), actor=ann.actor, space=SPACE, again=True)
        await it.bot.app.dispatcher.receive(joined)
        await it.bot.app.turn()
        assert [(told.came, told.joined) for told in it.arrived] == [(Came.BACK, True)]


async def test_an_invite_is_kept_though_the_work_that_asked_for_it_comes_to_nothing() -> None:
    async with inviting() as it:
        olga = (await it.member(it.olga)).id
        made = ""
        with contextlib.suppress(RuntimeError):
            async with it.box.work() as (work, space):
                found = await (await it.box.invites(work)).of(olga, space)
                assert isinstance(found, str) and not work.is_writing
                made = found
                raise RuntimeError("something else broke")
        assert await it.live() == [made] == it.there()


async def test_who_left_and_comes_again_by_an_invite_is_back_and_who_never_left_is_known() -> None:
    async with inviting() as it:
        ann, invite = it.outside("Ann"), await it.invite()
        [first] = await it.joins(ann)
        await it.bot.chat.leaves(ann)
        await it.bot.passes(days=1)
        [told] = await it.joins(ann, invite)
        assert (told.came, told.invited_by is not None, told.since) == (Came.BACK, True, first.since)
        await it.bot.passes(minutes=1)
        [told] = await it.joins(ann, invite)  # as if their leaving was missed
        assert (told.came, told.since) == (Came.KNOWN, first.since)
        assert await it.joins(ann) == []


async def test_who_spoke_before_the_network_told_of_their_coming_is_new_by_whose_invite_it_was() -> None:
    async with inviting() as it:
        ann, invite = it.outside("Ann"), await it.invite()
        await it.bot.says(ann, "/awake")
        [signed] = it.arrived
        assert (signed.came, signed.invited_by) == (Came.NEW, None)
        [told] = await it.joins(ann, invite)  # in the same second
        assert (told.came, told.invited_by is not None) == (Came.NEW, True)
        late = it.outside("Ben")
        await it.bot.says(late, "/awake")
        await it.bot.passes(minutes=11)
        [told] = await it.joins(late, invite)
        assert told.came is Came.KNOWN


async def test_an_update_that_repeats_tells_of_nobody_again() -> None:
    async with inviting() as it:
        assert len(await it.joins(it.outside("Ann"), await it.invite())) == 1
        await it.bot.passes(minutes=1)
        await it.bot.chat.repeats()
        await it.bot.app.turn()
        assert len(it.arrived) == 1


async def test_an_invite_is_whose_who_acts_for_them_by_then_and_a_linked_account_is_known() -> None:
    async with inviting() as it:
        ann = it.bot.person("Ann")
        invite, first = await it.invite(ann), await it.member(ann)
        olga = await it.member(it.olga)
        async with it.bot.app.parts.work() as work:
            await Links(work).join(first.person_id, olga.person_id)
        acting = (await it.member(ann)).id
        assert await it.box.invite(acting) == invite
        [told] = await it.joins(it.outside("Ben"), invite)
        assert told.invited_by == acting
        await it.bot.passes(minutes=11)
        [told] = await it.joins(it.olga, invite)
        assert (told.came, told.member_id, told.invited_by) == (Came.KNOWN, acting, acting)


class Hesitant(LocalPlatform):
    """A chat whose invites are there at once, while its answer waits for a second one to be asked for."""

    asked: asyncio.Barrier = asyncio.Barrier(2)

    @property
    def natives(self) -> Natives:
        return replace(super().natives, invites=_Hesitating(has(super().natives.invites), self.asked))


class _Hesitating:
    def __init__(self, invites: Invites, asked: asyncio.Barrier) -> None:
        self._invites = invites
        self._asked = asked

    async def make_invite(self, space: SpaceRef, invite: InviteSpec) -> SendResult:
        made = await self._invites.make_invite(space, invite)
        await self._asked.wait()
        return made

    async def revoke_invite(self, space: SpaceRef, address: str) -> SendResult:
        return await self._invites.revoke_invite(space, address)

    async def own_invites(self, space: SpaceRef) -> Sequence[OwnInvite] | None:
        return await self._invites.own_invites(space)

    async def answer_request(self, space: SpaceRef, account: AccountRef, *, welcome: bool) -> SendResult:
        return await self._invites.answer_request(space, account, welcome=welcome)


async def test_two_calls_at_once_have_one_invite_and_the_other_is_taken_back(tmp_path: Path) -> None:
    clock, ballot = VirtualClock(START), Ballot()

    def make(around: Surroundings) -> Sequence[Hesitant]:
        return [Hesitant(around.clock, around.say)]

    async with open_app(configured(tmp_path), clock=clock, loaded=ballot.loaded, make_platforms=make) as app:
        chat = app.parts.platforms["local"]
        assert isinstance(chat, Hesitant)
        async with app.parts.work() as work:
            community = await settle(app.parts, work, SPACE)
            assert community is not None
            olga = await People(work).recognise(chat.person("olga").actor, community)
        box = Box(app)
        one, other = await asyncio.gather(box.invite(olga.id), box.invite(olga.id))
        assert len(chat.invites) == 2
        await app.turn()
        assert [*chat.invites] == [one] == [other]


async def test_an_invite_that_was_revoked_lets_nobody_in_and_the_next_is_another() -> None:
    async with inviting() as it:
        olga = (await it.member(it.olga)).id
        first = await it.invite()
        assert await it.box.revoke(olga)
        assert not await it.box.revoke(olga)
        await it.bot.app.turn()
        assert it.there() == []
        second = await it.invite()
        assert second != first
        assert (await it.live(), it.there()) == ([second], [second])


async def test_an_invite_that_somebody_deleted_is_made_anew_and_who_came_by_it_before_still_did() -> None:
    async with inviting() as it:
        first = await it.invite()
        await it.bot.chat.takes_back(it.olga, first)
        await it.bot.app.turn()
        assert await it.live() == []
        second = await it.invite()
        assert second != first
        ann = it.outside("Ann")
        late = MemberJoined(event_id="late", at=it.bot.clock.now(), actor=ann.actor, space=SPACE, invite=first)
        await it.bot.app.dispatcher.receive(replace(late, confidence=0.7))
        await it.bot.app.turn()
        assert (it.arrived[-1].invited_by, it.arrived[-1].confidence) == ((await it.member(it.olga)).id, 0.7)


async def test_the_daily_look_finds_what_is_gone_and_what_nobody_has() -> None:
    async with inviting() as it:
        kept = await it.invite()
        gone = await it.invite(it.bot.person("Ann"))
        invites = has(it.bot.chat.natives.invites)
        await it.bot.chat.takes_back(it.olga, gone, quietly=True)
        stray = (await invites.make_invite(SPACE, InviteSpec("Afterglow 99"))).reference
        used = (await invites.make_invite(SPACE, InviteSpec("of another program"))).reference
        await it.joins(it.outside("Ben"), used)
        await it.bot.passes(days=1, hours=1)
        assert (await it.live(), it.there()) == ([kept], [kept, used])
        assert stray not in it.there()


async def test_where_the_network_makes_none_it_is_said_why() -> None:
    async with inviting() as it:
        olga = (await it.member(it.olga)).id
        it.bot.chat.arrange(lacking=[Right.CREATE_INVITES])
        assert await it.box.invite(olga) == Problem("local-problem-right", (("right", "create_instant_invite"),))
        it.bot.chat.arrange(lacking=[])
        for result in (SendResult(SendStatus.LATER), SendResult(SendStatus.UNKNOWN)):
            it.bot.chat.next_native(result)
            assert await it.box.invite(olga) == Problem("core-network-silent")
        it.bot.chat.next_native(SendResult(SendStatus.INVALID, reason="a thousand already"))
        assert await it.box.invite(olga) == Problem("core-native-refused", (("why", "a thousand already"),))
        assert await it.live() == []


async def test_who_is_erased_invites_nobody_any_more() -> None:
    async with inviting() as it:
        olga, invite = await it.member(it.olga), await it.invite()
        assert it.there() == [invite]
        async with it.box.work() as (work, _):
            [community] = await Communities(work).all()
            await PersonalData(it.bot.app.parts, work, community).erase(olga)
        await it.bot.app.turn()
        async with it.bot.app.parts.work() as work:
            assert await work.rows(sa.select(personal_invites)) == []
        assert it.there() == []


async def test_an_address_that_is_nobodys_tells_of_nobody() -> None:
    async with inviting() as it:
        await it.invite()
        for number, (address, sure) in enumerate((("local:invite-1", 0.0), ("' OR 1=1 --", 1.0), ("x" * 9000, 1.0))):
            who = it.outside(f"P{number}")
            joined = MemberJoined(
                event_id=f"j{number}",
                at=it.bot.clock.now(),
                actor=who.actor,
                space=SPACE,
                invite=address,
                confidence=sure,
            )
            await it.bot.app.dispatcher.receive(joined)
            await it.bot.app.turn()
            assert it.arrived[-1].invited_by is None


# ---- asking to come in --------------------------------------------------------------------------------------------


async def test_who_asks_by_an_invite_that_was_made_for_it_is_let_in_and_told_with_it() -> None:
    async with inviting() as it:
        ann = it.outside("Ann")
        [told] = await it.joins(ann, await it.invite(on_request=True))
        assert it.bot.chat.is_inside(ann)
        assert (told.came, told.invited_by) == (Came.NEW, (await it.member(it.olga)).id)


async def test_who_asks_by_another_invite_or_one_whose_member_left_is_left_to_those_who_run_the_place() -> None:
    async with inviting() as it:
        ann, ben, invite = it.outside("Ann"), it.outside("Ben"), await it.invite(on_request=True)
        invites = has(it.bot.chat.natives.invites)
        other = (await invites.make_invite(SPACE, InviteSpec("the owner's", on_request=True))).reference
        await it.joins(ann, other)
        await it.bot.chat.leaves(it.olga)
        await it.bot.app.turn()
        await it.joins(ben, invite)
        assert not it.bot.chat.is_inside(ann) and not it.bot.chat.is_inside(ben)


async def test_nobody_is_let_in_while_everything_is_stopped() -> None:
    async with inviting() as it:
        ann, invite = it.outside("Ann"), await it.invite(on_request=True)
        async with it.box.work() as (work, _):
            await stop_everything(work, 1, by=None)
        await it.joins(ann, invite)
        await it.bot.passes(hours=1)
        assert not it.bot.chat.is_inside(ann)
        async with it.box.work() as (work, _):
            await resume_everything(work, 1, by=None)
        await it.bot.passes(minutes=1)
        assert it.bot.chat.is_inside(ann)
        assert timedelta(0) < it.bot.clock.now() - it.arrived[-1].at
