"""Two groups that become one community, and who may not make them one."""

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import App
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.core.moved_in import moving_in
from bot.model.identity import Role
from bot.storage.further_tables import join_requests
from bot.storage.tables import communities, deliveries, members, spaces
from tests.platforms.telegram.joining import groups
from tests.platforms.telegram.server import TelegramServer

# ---- joining ------------------------------------------------------------------------------------------------------


@pytest.mark.long
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


@pytest.mark.long
async def test_of_the_code_only_a_hash_is_kept(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with groups(server, tmp_path, clock) as it:
        code = await it.code()
        async with it.app.parts.work() as work:
            [kept] = [row.code for row in await work.rows(sa.select(join_requests.c.code))]
        assert kept is not None and code.replace("-", "") not in kept and len(kept) == 64


@pytest.mark.long
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


@pytest.mark.long
async def test_a_moderator_of_the_one_that_stays_cannot_let_others_run_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.join()
        await it.says(it.olga, "/moderator add Ann", it.tea)
        await it.says(it.ann, "/setup join", it.tea)
        assert "This is for the owner" in await it.presses(it.ann, "Soap: let its admins run this too")
        assert "This is for the owner" in await it.presses(it.ann, "A code for another place")


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
async def test_a_code_for_ones_own_community_is_no_code_and_still_works_elsewhere(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        code = await it.code()
        assert "this community is the one that showed it" in await it.says(it.olga, f"/setup join {code}", it.tea)
        assert "would be a part" in await it.says(it.sam, f"/setup join {code}", it.soap)


@pytest.mark.long
async def test_nobody_can_try_all_codes(server: TelegramServer, tmp_path: Path, clock: VirtualClock) -> None:
    async with groups(server, tmp_path, clock) as it:
        for guess in range(5):
            assert "I know no such code" in await it.says(it.sam, f"/setup join AAAA-BBB{guess}", it.soap)
        assert "Too many wrong codes" in await it.says(it.sam, f"/setup join {await it.code()}", it.soap)


@pytest.mark.long
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


@pytest.mark.long
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


@pytest.mark.long
async def test_what_came_to_pass_between_the_question_and_the_yes_is_not_lost_either(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with groups(server, tmp_path, clock) as it:
        await it.says(it.sam, f"/setup join {await it.code()}", it.soap)
        await it.says(it.sam, "/stream start", it.soap)
        assert "would be lost (Streams)" in await it.presses(it.sam, "Join")
        assert await it.are_apart()


@pytest.mark.long
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
