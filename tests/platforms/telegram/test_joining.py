"""Two groups that become one community, and who may not make them one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import App
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.people import People
from bot.core.moved_in import moving_in
from bot.core.telling import Telling
from bot.model.identity import Role, SpaceRef
from bot.storage.further_tables import join_requests
from bot.storage.tables import communities, deliveries, incidents, members, spaces
from tests.platforms.telegram.records import Posted
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot
from tests.platforms.telegram.world import Group, Person


@dataclass
class Groups:
    """Olga owns Tea, which stays; Sam owns Soap, which is young. Ann is in both, Ben in Soap alone."""

    app: App
    clock: VirtualClock
    server: TelegramServer
    tea: Group
    soap: Group
    olga: Person
    sam: Person
    ann: Person
    ben: Person

    async def says(self, who: Person, text: str, in_: Group | None = None) -> str:
        """What they read in private after they wrote there; nothing where they are not answered there."""
        return await self.read(who, who.says(text, in_=in_))

    async def presses(self, who: Person, label: str) -> str:
        """What they read after they pressed the newest button of that label."""
        newest = next(one for one in reversed(who.inbox) if label in one.labels)
        return await self.read(who, who.presses(newest, label))

    async def read(self, who: Person, acting: object) -> str:
        seen = len(who.inbox)
        await acting  # type: ignore[misc]
        await self.app.turn()
        return "\n".join(posted.text for posted in who.inbox[seen:])

    async def code(self, who: Person | None = None, in_: Group | None = None) -> str:
        """A code that is shown in Tea to its owner."""
        shown = await self.says(who or self.olga, "/setup join", in_ or self.tea)
        return shown.split("/setup join ")[1].split()[0]

    async def join(self) -> str:
        """Soap joins Tea."""
        await self.says(self.sam, f"/setup join {await self.code()}", self.soap)
        return await self.presses(self.sam, "Join")

    async def home(self, group: Group) -> int:
        """The community that a group is a space of."""
        async with self.app.parts.work() as work:
            found = await Communities(work).of_space(SpaceRef("telegram", str(group.id)))
        assert found is not None
        return found.id

    async def are_apart(self) -> bool:
        return (await self.home(self.tea), await self.home(self.soap)) == (1, 2)

    async def people(self, community: int) -> dict[str, Role]:
        """Who is here in a community, and as what by its own word."""
        async with self.app.parts.work() as work:
            here = (members.c.community_id == community) & members.c.left_at.is_(None)
            rows = await work.rows(sa.select(members.c.name, members.c.role).where(here).order_by("name"))
        return {str(name): Role(role) for name, role in rows}

    async def passes(self, **span: float) -> None:
        await self.app.live_until(self.clock, self.clock.now() + timedelta(**span))


@asynccontextmanager
async def groups(server: TelegramServer, folder: Path, clock: VirtualClock) -> AsyncIterator[Groups]:
    olga, sam, ann, ben = (server.person(name, started=True) for name in ("Olga", "Sam", "Ann", "Ben"))
    tea, soap = server.group("Tea", owner=olga, members=(ann,)), server.group("Soap", owner=sam, members=(ann, ben))
    async with telegram_bot(server, folder, clock) as app:
        it = Groups(app, clock, server, tea, soap, olga, sam, ann, ben)
        for group in (tea, soap):
            await group.has_bot(inside=True)
            await app.turn()
        for who, group in ((olga, tea), (ann, tea), (sam, soap), (ann, soap), (ben, soap)):
            await it.says(who, "/ping", group)
        assert await it.are_apart()
        yield it
        async with app.parts.work() as work:
            broken = await work.rows(sa.select(incidents.c.place, incidents.c.error))
        assert not broken


# ---- joining ------------------------------------------------------------------------------------------------------


async def test_a_group_joins_by_a_code_and_its_people_are_members_of_the_one_that_stays(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.says(it.sam, "/host add Ben", it.soap)
        offered = await it.says(it.sam, f"/setup join {await it.code()}", it.soap)
        assert "Soap would be a part of Tea" in offered
        assert "3 people whom I know here" in offered and "1 of them is one already" in offered
        assert await it.are_apart()
        assert "Soap is a part of Tea now" in await it.presses(it.sam, "Join")
        assert (await it.home(it.tea), await it.home(it.soap)) == (1, 1)
        assert "Soap joined Tea" in it.olga.inbox[-1].text
        assert await it.people(1) == dict.fromkeys(("Ann", "Ben", "Olga", "Sam"), Role.MEMBER)
        assert await it.people(2) == {}
        async with it.app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).where(members.c.community_id == 2)) == 0
            assert [one.id for one in await Communities(work).all()] == [1]
            facts = {
                row.fact
                for row in await work.rows(
                    sa.text(
                        "SELECT fact FROM member_facts f JOIN members m ON "
                        "m.id = f.member_id WHERE m.name = 'Ben' AND m.community_id = 1"
                    )
                )
            }
        assert "joined_day" in facts


async def test_of_the_code_only_a_hash_is_kept(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with groups(server, tmp_path, clock) as it:
        code = await it.code()
        async with it.app.parts.work() as work:
            [kept] = [row.code for row in await work.rows(sa.select(join_requests.c.code))]
        assert kept is not None and code.replace("-", "") not in kept and len(kept) == 64


async def test_whoever_owned_the_young_one_gains_nothing_until_an_owner_of_the_other_says_so(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        for typed in ("/stream start", "/audit", "/setup", "/moderator add Ben", "/setup join"):
            for place in (it.soap, None):
                assert "This is for" in await it.says(it.sam, typed, place), typed
                await it.passes(seconds=5)  # a chat takes so many messages at once
        assert "joined" in await it.presses(it.olga, "Places and codes")
        assert "as an owner" in await it.presses(it.olga, "Soap: let its admins run this too")
        assert "Let us set up Tea" in await it.says(it.sam, "/setup", it.soap)
        assert "plain member" in await it.presses(it.olga, "Soap: its admins are members")
        assert "This is for" in await it.says(it.sam, "/setup", it.soap)


async def test_a_moderator_of_the_one_that_stays_cannot_let_others_run_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        await it.says(it.olga, "/moderator add Ann", it.tea)
        await it.says(it.ann, "/setup join", it.tea)
        assert "This is for the owner" in await it.presses(it.ann, "Soap: let its admins run this too")
        assert "This is for the owner" in await it.presses(it.ann, "A code for another place")


async def test_a_video_chat_in_a_group_whose_owner_counts_for_nothing_begins_no_stream(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        await it.soap.serves(video_chat_started={})
        await it.app.turn()
        assert "Nothing is live" in await it.says(it.olga, "/stream status", it.tea)
        await it.presses(it.olga, "Places and codes")
        await it.presses(it.olga, "Soap: let its admins run this too")
        await it.soap.serves(video_chat_started={})
        await it.tea.serves(video_chat_started={})
        await it.app.turn()
        async with it.app.parts.work() as work:
            assert await work.value(sa.text("SELECT count(*) FROM streams")) == 1


# ---- codes --------------------------------------------------------------------------------------------------------


async def test_a_stranger_can_do_nothing_with_a_code(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        code = await it.code()
        assert "This is for moderators" in await it.says(it.ben, f"/setup join {code}", it.soap)
        assert "This is for moderators" in await it.says(it.ann, f"/setup join {code}", it.tea)
        await it.soap.promotes(it.ben)
        assert "would be a part" in await it.says(it.ben, f"/setup join {code}", it.soap)
        assert "This is for the owner" in await it.presses(it.ben, "Join")
        assert await it.are_apart()
        assert "stays as it is" in await it.presses(it.ben, "Leave it as it is")


async def test_a_code_works_once(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with groups(server, tmp_path, clock) as it:
        eve = server.person("Eve", started=True)
        jam = server.group("Jam", owner=eve)
        code = await it.code()
        await it.says(it.sam, f"/setup join {code}", it.soap)
        assert "I know no such code" in await it.says(eve, f"/setup join {code}", jam)
        assert "I know no such code" in await it.says(it.sam, f"/setup join {code}", it.soap)
        assert "Soap is a part of Tea now" in await it.presses(it.sam, "Join")
        assert "This is for the owner" in await it.presses(it.sam, "Join")  # they own it no more


async def test_a_code_is_over_after_half_an_hour_and_so_is_the_question(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        code = await it.code()
        await it.passes(minutes=31)
        assert "older than half an hour" in await it.says(it.sam, f"/setup join {code}", it.soap)
        assert "would be a part" in await it.says(it.sam, f"/setup join {await it.code()}", it.soap)
        await it.passes(minutes=31)
        assert "This is over" in await it.presses(it.sam, "Join")
        assert await it.are_apart()


async def test_a_code_for_ones_own_community_is_no_code_and_still_works_elsewhere(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        code = await it.code()
        assert "this community is the one that showed it" in await it.says(it.olga, f"/setup join {code}", it.tea)
        assert "would be a part" in await it.says(it.sam, f"/setup join {code}", it.soap)


async def test_nobody_can_try_all_codes(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with groups(server, tmp_path, clock) as it:
        for guess in range(5):
            assert "I know no such code" in await it.says(it.sam, f"/setup join AAAA-BBB{guess}", it.soap)
        assert "Too many wrong codes" in await it.says(it.sam, f"/setup join {await it.code()}", it.soap)


async def test_two_that_join_each_other_at_once_end_as_one(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        one, other = await it.code(), await it.code(it.sam, it.soap)
        await it.says(it.sam, f"/setup join {one}", it.soap)
        await it.says(it.olga, f"/setup join {other}", it.tea)
        asked = [(who, next(m for m in reversed(who.inbox) if "Join" in m.labels)) for who in (it.sam, it.olga)]
        await asyncio.gather(*(who.presses(message, "Join") for who, message in asked))
        await it.app.turn()
        assert await it.home(it.tea) == await it.home(it.soap)
        said = [who.inbox[-1].text + who.inbox[-2].text for who in (it.sam, it.olga)]
        assert sum("is a part of" in text for text in said) == 1
        assert sum("This is over" in text for text in said) == 1


# ---- what may not be lost -----------------------------------------------------------------------------------------


async def test_one_with_a_history_joins_nobody_and_is_told_what_to_do(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.says(it.sam, "/stream start", it.soap)
        said = await it.says(it.sam, f"/setup join {await it.code()}", it.soap)
        assert "would be lost (Streams)" in said and "Turn it round: Tea has none yet" in said
        await it.says(it.olga, "/stream start", it.tea)
        said = await it.says(it.sam, f"/setup join {await it.code()}", it.soap)
        assert "Both go on by themselves" in said
        assert await it.are_apart()


async def test_what_came_to_pass_between_the_question_and_the_yes_is_not_lost_either(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.says(it.sam, f"/setup join {await it.code()}", it.soap)
        await it.says(it.sam, "/stream start", it.soap)
        assert "would be lost (Streams)" in await it.presses(it.sam, "Join")
        assert await it.are_apart()


async def test_a_crash_in_the_middle_leaves_both_as_they_were(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        before = await _all_of(it.app)
        with pytest.raises(ZeroDivisionError):
            async with it.app.parts.work() as work:
                moving = moving_in(it.app.parts, work)
                assert await moving.lock(1, 2)
                await moving.join(2, 1)
                _ = 1 / 0
        assert await _all_of(it.app) == before


async def _all_of(app: App) -> list[list[tuple[object, ...]]]:
    async with app.parts.work() as work:
        tables = (communities, spaces, members, deliveries)
        return [[tuple(row) for row in await work.rows(sa.select(table).order_by(table.c.id))] for table in tables]


# ---- what still bears the old number ------------------------------------------------------------------------------


async def test_buttons_and_links_from_before_still_work(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        card = await _newest(it, it.ben, it.ben.says("/me", in_=it.soap))
        link = it.app.parts.tokens.link(2, it.app.parts.tokens.make("passport.me"))
        await it.join()
        assert "Your preferences" in await it.read(it.ben, it.ben.presses(card, card.labels[0]))
        assert "Ben" in await it.read(it.ben, it.ben.opens(link))
        assert await it.people(2) == {}


async def _newest(it: Groups, who: Person, acting: object) -> Posted:
    await it.read(who, acting)
    return who.inbox[-1]


async def test_what_waits_in_the_name_of_the_young_one_is_not_sent(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        async with it.app.parts.work() as work:
            soap = await Communities(work).get(2)
            ben = await People(work).find(soap, "Ben")
            telling, later = Telling(it.app.parts, work, soap), it.clock.now() + timedelta(hours=1)
            await telling.member(ben.id, "later", "error-no-community", asked=True, due=later)
        await it.join()
        seen = len(it.ben.inbox)
        await it.passes(hours=2)
        assert len(it.ben.inbox) == seen
        assert "joined another community before" in await it.says(it.ben, "/why", it.soap)


async def test_who_stopped_or_hid_in_either_does_so_in_the_one_that_stays(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        async with it.app.parts.work() as work:
            mine = (members.c.community_id == 2) & (members.c.name == "Ann")
            await work.execute(sa.update(members).where(mine).values(stopped_at=work.now, hidden=True))
        await it.join()
        async with it.app.parts.work() as work:
            [row] = await work.rows(sa.select(members).where(members.c.name == "Ann"))
        assert (row.community_id, row.stopped_at is not None, row.hidden) == (1, True, True)


async def test_who_asked_to_be_forgotten_a_moment_before_is_forgotten(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        await it.says(it.ben, "/forget", it.soap)
        await it.presses(it.ben, it.ben.inbox[-1].labels[0])
        async with it.app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).where(members.c.name == "Ben")) == 0


# ---- afterwards ---------------------------------------------------------------------------------------------------


async def test_a_joined_group_grows_into_a_supergroup_and_its_owner_still_gains_nothing(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        old = it.soap
        fresh = await old.migrates()
        await it.app.turn()
        assert (await it.home(fresh), await it.home(old)) == (1, 1)
        for group in (fresh, old):
            assert "This is for" in await it.says(it.sam, "/setup", group)


async def test_who_leaves_one_of_two_groups_has_not_left_the_community(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        await it.ann.leaves(it.soap)
        await it.ben.leaves(it.soap)
        await it.app.turn()
        assert "Ann" in await it.people(1)
        assert "Ben" not in await it.people(1)
        await it.ann.leaves(it.tea)
        await it.app.turn()
        assert "Ann" not in await it.people(1)


async def test_posts_go_to_one_place_of_a_network_until_another_is_chosen(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        offered = await it.says(it.sam, f"/setup join {await it.code()}", it.soap)
        assert "does not come here as well" in offered
        await it.presses(it.sam, "Join")
        async with it.app.parts.work() as work:
            found = {space.title: space.post_channel for space in await Communities(work).spaces(1)}
        assert found == {"Tea": str(it.tea.id), "Soap": None}


# ---- parting ------------------------------------------------------------------------------------------------------


async def test_an_owner_takes_their_group_away_again_and_history_stays(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        assert "goes its own way?" in await it.says(it.sam, "/setup part", it.soap)
        assert "a community of its own" in await it.presses(it.sam, "Yes, let it go")
        assert (await it.home(it.tea), await it.home(it.soap)) == (1, 3)
        assert "Let us set up Soap" in await it.says(it.sam, "/setup", it.soap)
        async with it.app.parts.work() as work:
            found = {space.title: space.post_channel for space in await Communities(work).spaces(3)}
        assert found == {"Soap": str(it.soap.id)}


async def test_the_owner_of_the_community_lets_a_group_go_and_nobody_else_does(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        assert "This is for" in await it.says(it.ben, "/setup part", it.soap)
        await it.says(it.olga, "/moderator add Ann", it.tea)
        await it.says(it.ann, "/setup join", it.tea)
        assert "This is for the owner" in await it.presses(it.ann, "Let Soap go")
        await it.says(it.olga, "/setup join", it.tea)
        await it.presses(it.olga, "Places and codes")
        await it.presses(it.olga, "Let Soap go")
        await it.presses(it.olga, "Yes, let it go")
        assert await it.home(it.soap) == 3


async def test_the_place_that_the_community_began_in_stays_as_long_as_nobody_runs_another(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        assert "nothing to take apart" in await it.says(it.olga, "/setup part", it.tea)
        await it.join()
        assert "nothing to take apart" in await it.says(it.olga, "/setup part", it.tea)


async def test_who_owns_both_needs_no_code(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with groups(server, tmp_path, clock) as it:
        await server.group("Jam", owner=it.olga).has_bot(inside=True)
        await it.app.turn()
        await it.says(it.olga, "/setup join", it.tea)
        shown = await it.presses(it.olga, "Places and codes")
        assert "Take in Soap" not in it.olga.inbox[-1].labels, shown
        assert "Jam would be a part of Tea" in await it.presses(it.olga, "Take in Jam")
        assert "Jam is a part of Tea now" in await it.presses(it.olga, "Join")
