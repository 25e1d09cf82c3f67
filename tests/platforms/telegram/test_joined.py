"""What becomes of a group that joined a community, and how it goes its own way again."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.consent import Consents
from bot.community.people import People
from bot.core.services import build
from bot.core.telling import Telling
from bot.core.watching import Configured, watched
from bot.core.whereabouts import SECONDS
from bot.delivery.natives import NativeGrants
from bot.model.grants import Native, NativeKind
from bot.model.identity import Purpose, Route, SpaceRef
from bot.storage.tables import consents, members
from tests.core.kettle import until
from tests.platforms.telegram.joining import Groups, groups
from tests.platforms.telegram.records import Posted
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.world import Person

# ---- what still bears the old number ------------------------------------------------------------------------------


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
async def test_what_somebody_allowed_the_young_one_is_not_allowed_to_the_one_that_stays_and_what_they_refused_is(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        async with it.app.parts.work() as work:
            ben = await People(work).find(await Communities(work).get(2), "Ben")
            for purpose in Purpose:
                await Consents(work).give(ben, purpose, Route.DIRECT, source="test")
            await Consents(work).withdraw(ben.id, Purpose.MARKETING, Route.DIRECT, source="test")
        await it.join()
        async with it.app.parts.work() as work:
            kept = await work.rows(sa.select(consents.c.purpose, consents.c.granted))
        assert [tuple(row) for row in kept] == [("marketing", False)]


@pytest.mark.long
async def test_channels_elsewhere_are_watched_for_the_one_that_stays_as_if_there_was_no_other(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        configured = Configured({"twitch": ["teapots"]})
        async with it.app.parts.work() as work:
            assert (await watched(work, it.app.parts.registry, configured)).problem is not None  # of which of them?
        await it.join()
        async with it.app.parts.work() as work:
            found = await watched(work, it.app.parts.registry, configured)
        assert (found.problem, [one.space for one in found.channels]) == (None, [SpaceRef("telegram", str(it.tea.id))])


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
async def test_where_somebody_still_is_is_asked_everywhere_at_once_and_nobody_waits_for_the_answers(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        eve = server.person("Eve", started=True)
        jam = server.group("Jam", owner=eve, members=(it.ann,))
        await it.says(eve, f"/setup join {await it.code()}", jam)
        await it.presses(eve, "Join")
        gates = [server.holds("getChatMember") for _ in range(2)]
        asked, read = len(server.called("getChatMember")), len(it.olga.inbox)
        await it.ann.leaves(it.soap)
        async with asyncio.timeout(SECONDS * 0.8):  # else one waited for another
            await until(lambda: len(server.called("getChatMember")) == asked + 2)
        await it.olga.says("/stream start", in_=it.tea)
        await until(lambda: len(it.olga.inbox) > read)
        for gate in gates:
            gate.set()
        await it.app.turn()
        assert "Ann" in await it.people(1)


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
async def test_the_place_that_the_community_began_in_stays_as_long_as_nobody_runs_another(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        assert "nothing to take apart" in await it.says(it.olga, "/setup part", it.tea)
        await it.join()
        assert "nothing to take apart" in await it.says(it.olga, "/setup part", it.tea)


@pytest.mark.long
async def test_who_owns_both_needs_no_code(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with groups(server, tmp_path, clock) as it:
        await server.group("Jam", owner=it.olga).has_bot(inside=True)
        await it.app.turn()
        await it.says(it.olga, "/setup join", it.tea)
        shown = await it.presses(it.olga, "Places and codes")
        assert "Take in Soap" not in it.olga.inbox[-1].labels, shown
        assert "Jam would be a part of Tea" in await it.presses(it.olga, "Take in Jam")
        assert "Jam is a part of Tea now" in await it.presses(it.olga, "Join")


@pytest.mark.long
async def test_what_the_community_gave_in_a_group_is_taken_off_there_and_is_given_there_no_more(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        async with it.app.parts.work() as work:
            [space] = [one for one in await Communities(work).spaces(1) if one.title == "Soap"]
            tea = await Communities(work).get(1)
            ben = await People(work).find(tea, "Ben")
            tag = Native(space.id, NativeKind.BADGE, "Regular")
            await build(NativeGrants, it.app.parts, work, tea).give(ben.id, tag, source="test")
        await it.app.turn()
        assert it.soap.tags == {it.ben.id: "Regular"}
        await it.says(it.sam, "/setup part", it.soap)
        await it.presses(it.sam, "Yes, let it go")
        assert not any(it.soap.tags.values())
        async with it.app.parts.work() as work:
            await build(NativeGrants, it.app.parts, work, tea).give(ben.id, tag, source="another")
        await it.app.turn()
        await it.passes(hours=25)
        assert not any(it.soap.tags.values())


@pytest.mark.long
async def test_a_channel_joins_the_group_in_which_it_is_discussed_and_posts_do_not_stand_twice_in_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        news = server.group("News", owner=it.olga)
        news.type = "channel"
        await news.has_bot(inside=True)
        await it.app.turn()
        await it.says(it.olga, "/setup join", it.tea)
        await it.presses(it.olga, "Places and codes")
        assert "News would be a part of Tea" in await it.presses(it.olga, "Take in News")
        await it.presses(it.olga, "Join")
        assert await it.home(news) == 1
        posted = len(news.messages)
        await it.says(it.olga, "/stream start Teapots", it.tea)
        await it.passes(minutes=1)
        assert any("Teapots" in post.text for post in it.tea.messages)
        assert len(news.messages) == posted


@pytest.mark.long
async def test_what_was_to_be_posted_in_a_group_later_is_not_once_it_has_parted(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        async with it.app.parts.work() as work:
            soap = SpaceRef("telegram", str(it.soap.id))
            await Communities(work).set_channels(soap, post=str(it.soap.id))
            telling = Telling(it.app.parts, work, await Communities(work).get(1))
            later = it.clock.now() + timedelta(hours=1)
            assert await telling.everybody("later", "error-no-community", due=later) == 2
        await it.says(it.sam, "/setup part", it.soap)
        await it.presses(it.sam, "Yes, let it go")
        before = len(it.soap.messages), len(it.tea.messages)
        await it.passes(hours=2)
        assert (len(it.soap.messages), len(it.tea.messages)) == (before[0], before[1] + 1)
