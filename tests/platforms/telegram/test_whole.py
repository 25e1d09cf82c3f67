"""The edge with the whole bot behind it: groups that move, groups that are left, and check-ins from a shut door."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import App
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.core.settling import settle
from bot.core.telling import Telling
from bot.model.identity import AccountRef, ChannelRef, Space, SpaceRef
from bot.model.messages import Markup, Message
from bot.model.native import InviteSpec
from bot.storage.tables import accounts, activities, attendance, communities, intake, spaces, streams
from bot.text.markup import plain
from tests.core.lab import Lab, loaded
from tests.eventually import eventually
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot
from tests.platforms.telegram.world import Group, Person


@pytest.mark.long
async def test_a_group_that_grows_into_a_supergroup_stays_the_same_community(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with _kept_tea(server, tmp_path, clock) as (app, olga, group):
        fresh = await group.migrates()
        await app.dispatcher.idle()
        await olga.says("/keep milk", in_=fresh)
        await app.dispatcher.idle()
        async with app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).select_from(communities)) == 1
        await _tell(app, fresh, "news")
        assert (len(fresh.messages), len(group.messages)) == (1, 0)


@pytest.mark.long
async def test_what_comes_late_from_the_old_group_makes_no_community_of_its_own(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with _kept_tea(server, tmp_path, clock) as (app, olga, group):
        await group.migrates()
        await app.dispatcher.idle()
        group.moved_to = None
        await olga.says("/keep late", in_=group)
        await app.dispatcher.idle()
        async with app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).select_from(communities)) == 1
            assert await work.value(sa.select(sa.func.count()).select_from(activities)) == 2


@pytest.mark.long
async def test_who_speaks_in_the_new_group_before_it_is_told_of_makes_no_lasting_community(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with _kept_tea(server, tmp_path, clock) as (app, olga, group):
        fresh = await group.migrates(told=False)
        await olga.says("/keep early", in_=fresh)
        await app.dispatcher.idle()
        for _ in range(2):  # it is told in the old group as well
            await fresh.serves(migrate_from_chat_id=group.id)
        await app.dispatcher.idle()
        async with app.parts.work() as work:
            known = await Communities(work).of_space(SpaceRef("telegram", str(fresh.id)))
            assert known is not None and known.id == 1
            assert len(await Communities(work).spaces(1)) == 1


@pytest.mark.long
async def test_a_send_that_finds_the_group_moved_goes_to_the_new_one_and_tells_of_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with _kept_tea(server, tmp_path, clock) as (app, _, group):
        fresh = await group.migrates(told=False)
        await _tell(app, group, "first")
        assert [len(each.messages) for each in (group, fresh)] == [0, 1]
        assert (await _gone_on(app, fresh)).post_channel == str(fresh.id)


@pytest.mark.long
async def test_what_was_set_planned_and_begun_in_a_group_goes_on_after_it_has_moved(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    olga, group = _group(server)
    async with telegram_bot(server, tmp_path, clock) as app:
        await olga.says("/stream_start Glazes", in_=group)
        await app.live_until(clock, clock.now() + timedelta(seconds=1))
        async with app.parts.work() as work:
            community = await settle(app.parts, work, SpaceRef("telegram", str(group.id)))
            [space] = await Communities(work).spaces(community.id)
            telling, due = Telling(app.parts, work, community), work.now + timedelta(minutes=10)
            await telling.everybody("once", "error-no-community", due=due)
            await telling.rolling("rolls", "error-no-community")
        await app.turn()
        before = len(group.messages)
        fresh = await group.migrates()
        await app.live_until(clock, clock.now() + timedelta(minutes=11))
        async with app.parts.work() as work:
            assert [one.id for one in await Communities(work).spaces(community.id)] == [space.id]
            telling = Telling(app.parts, work, community)
            assert await telling.everybody("once", "error-no-community") == 0
            assert await telling.rolling("rolls", "command-unknown", only_if_there=True, asked="tea") == 1
        await olga.says("/stream_end", in_=fresh)
        await app.live_until(clock, clock.now() + timedelta(minutes=10))
        async with app.parts.work() as work:
            assert [tuple(row) for row in await work.rows(sa.select(streams.c.title, streams.c.state))] == [
                ("Glazes", "ended")
            ]
        once = plain(app.parts.translator.text("error-no-community", "en"))
        rolls = plain(app.parts.translator.text("command-unknown", "en", asked="tea"))
        assert (len(group.messages), [posted.text for posted in fresh.messages]) == (before, [once, rolls])


@pytest.mark.parametrize("asking", ["check", "give_badge", "make_invite", "edit"])
async def test_whatever_finds_the_group_moved_tells_of_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock, asking: str
) -> None:
    async with _kept_tea(server, tmp_path, clock) as (app, olga, group):
        fresh = await group.migrates(told=False)
        await _asks(app, asking, group, olga)
        assert (await _gone_on(app, fresh)).post_channel == str(fresh.id)


async def _asks(app: App, what: str, group: Group, person: Person) -> None:
    platform, space = app.parts.platforms["telegram"], SpaceRef("telegram", str(group.id))
    badges, invites = platform.natives.badges, platform.natives.invites
    assert badges is not None and invites is not None
    match what:
        case "check":
            await platform.check(space)
        case "give_badge":
            await badges.give_badge(space, AccountRef("telegram", str(person.id)), "Keeper", reason="test")
        case "make_invite":
            await invites.make_invite(space, InviteSpec("tea"))
        case _:
            channel = ChannelRef("telegram", str(group.id), str(group.id))
            await platform.edit(channel, "1", Message(Markup("over")))


async def _gone_on(app: App, fresh: Group) -> Space:
    """The community's one space, once it is that group: what a request finds out is told by itself."""
    async with asyncio.timeout(20):
        while True:
            async with app.parts.work() as work:
                [space] = await Communities(work).spaces(1)
            if space.ref.space_id == str(fresh.id):
                return space
            await asyncio.sleep(0.01)


@pytest.mark.long
async def test_nothing_is_posted_where_the_bot_was_taken_out_until_it_is_back(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    _, group = _group(server)
    group.bot_inside = False
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(Lab().plugin)) as app:
        await group.has_bot(inside=True)
        await app.dispatcher.idle()
        async with app.parts.work() as work:
            assert await work.value(sa.select(spaces.c.title)) == "Tea"
        await _tell(app, group, "first")
        await group.has_bot(inside=False)
        await app.dispatcher.idle()
        asked = len(server.called("sendMessage"))
        await _tell(app, group, "second")
        assert (len(group.messages), len(server.called("sendMessage"))) == (1, asked)
        await group.has_bot(inside=True)
        await app.dispatcher.idle()
        await _tell(app, group, "third")
        assert len(group.messages) == 2


@pytest.mark.long
@pytest.mark.parametrize(("minutes", "answer"), [(1, "streams-here-counted"), (90, "streams-here-before")])
async def test_a_check_in_from_a_shut_door_counts_opens_it_and_counts_no_second_time(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock, minutes: int, answer: str
) -> None:
    """START brings the answer that the press would have had; after an hour it is done once more instead."""
    olga, group = _group(server)
    ann = server.person("Ann")
    group.members.append(ann)
    async with telegram_bot(server, tmp_path, clock) as app:
        await olga.says("/stream_start Tea", in_=group)
        await app.live_until(clock, clock.now() + timedelta(seconds=1))
        post = await group.reads("Tea")
        await ann.presses(post, post.labels[0])
        await app.dispatcher.idle()
        await eventually(lambda: bool(ann.notices), "the press is answered")
        door = ann.notices[-1].url
        assert door.startswith("https://t.me/afterglow_bot?start=")
        assert await _checked_in(app) == (1, None)
        assert all("Ann" not in posted.text for posted in group.messages)
        clock.advance(timedelta(minutes=minutes))
        await ann.follows(door)
        await app.dispatcher.idle()
        assert (await ann.reads()).text == plain(app.parts.translator.text(answer, "en"))
        assert await _checked_in(app) == (1, True)
        await app.turn()
        async with app.parts.work() as work:
            assert await work.value(sa.select(sa.func.sum(attendance.c.check_ins))) == 1


@pytest.mark.long
@pytest.mark.parametrize("times", [1, 2])
async def test_blocking_and_coming_back_move_the_door(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock, times: int
) -> None:
    olga, group = _group(server)
    async with telegram_bot(server, tmp_path, clock, loaded=loaded(Lab().plugin)) as app:
        await olga.says("/keep tea", in_=group)
        for _ in range(times):
            await olga.blocks_bot()
            await app.dispatcher.idle()
            assert await _door(app, olga) is False
            await olga.unblocks_bot()
            await app.dispatcher.idle()
            assert await _door(app, olga) is True
        async with app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).where(intake.c.handled_at.is_(None))) == 0


@asynccontextmanager
async def _kept_tea(
    server: TelegramServer, folder: Path, clock: VirtualClock
) -> AsyncIterator[tuple[App, Person, Group]]:
    """The bot in Olga's group, which is a community by now: she had it keep a word."""
    olga, group = _group(server)
    async with telegram_bot(server, folder, clock, loaded=loaded(Lab().plugin)) as app:
        await olga.says("/keep tea", in_=group)
        await app.dispatcher.idle()
        yield app, olga, group


def _group(server: TelegramServer) -> tuple[Person, Group]:
    olga = server.person("Olga", started=True)
    return olga, server.group("Tea", owner=olga)


async def _tell(app: App, group: Group, key: str) -> None:
    async with app.parts.work() as work:
        community = await settle(app.parts, work, SpaceRef("telegram", str(group.id)))
        await Telling(app.parts, work, community).everybody(key, "error-no-community")
    await app.turn()


async def _door(app: App, person: Person) -> bool | None:
    ref = AccountRef("telegram", str(person.id))
    async with app.parts.work() as work:
        direct: bool | None = await work.value(
            sa.select(accounts.c.direct).where(accounts.c.external_id == ref.user_id)
        )
    return direct


async def _checked_in(app: App) -> tuple[int, bool | None]:
    """How often anybody checked in, and whether the last of them can be written to."""
    async with app.parts.work() as work:
        of = activities.c.kind == "checked_in"
        count = await work.value(sa.select(sa.func.count()).select_from(activities).where(of))
        direct = await work.value(sa.select(accounts.c.direct).where(accounts.c.name == "Ann"))
    return int(count), direct
