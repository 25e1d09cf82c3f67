"""One community on two networks: a Discord server that a Telegram group joined, on one bot with both real edges."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import simcord
import sqlalchemy as sa

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.leaderboards import Leaderboard
from bot.community.linked import is_here
from bot.community.linking import Links
from bot.core.specs import command_specs
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys
from bot.model.identity import AccountRef, Actor, Role, SpaceRef
from bot.model.incoming import BotPresent
from bot.platforms.discord.connection import DiscordPlatform
from bot.platforms.telegram.connection import TelegramPlatform
from bot.storage.tables import accounts, attendance, incidents, members, streams
from bot.surroundings import Surroundings
from tests.eventually import eventually
from tests.platforms.discord.bench import QUIET, START, components_of, labels_of, text_of
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.world import Group, Person
from tests.slice import Attached, configured


@dataclass
class Both:
    """The server "Evening club" of olga's with ann and ben, and the group "Tea" of Tom's with Ann and Cid."""

    app: App
    clock: VirtualClock
    bench: Attached
    server: TelegramServer
    group: Group
    tom: Person
    ann: Person
    cid: Person
    shown: dict[int, simcord.InteractionResult] = field(default_factory=dict)

    async def types(self, who: simcord.MemberActor, command: str, /, **options: Any) -> str:
        """What somebody on Discord is answered."""
        with self.bench.env.time_context():
            self.shown[who.id] = await who.slash(self.bench.channel, command, **options)
            return await self._answer(who)

    async def clicks(self, who: simcord.MemberActor, label: str) -> str:
        """The same after a press of the button whose label begins so."""
        with self.bench.env.time_context():
            before = self.shown[who.id]
            last = [*([before.response] if before.response else []), *before.followups][-1]
            whole = next(one for one in labels_of(last.components) if one.startswith(label))
            self.shown[who.id] = await who.click(last, label=whole)
            return await self._answer(who)

    async def _answer(self, who: simcord.MemberActor) -> str:
        await self.app.dispatcher.idle()
        await self.bench.env.settle()
        result = self.shown[who.id]
        shown = [*([result.response] if result.response else []), *result.followups]
        return text_of(shown[-1].components)

    async def writes(self, who: Person, text: str, in_: Group | None = None) -> str:
        """What somebody on Telegram is answered in private."""
        return await self.read(who, who.says(text, in_=in_))

    async def presses(self, who: Person, label: str) -> str:
        newest = next(one for one in reversed(who.inbox) if label in one.labels)
        return await self.read(who, who.presses(newest, label))

    async def read(self, who: Person, acting: Any) -> str:
        seen = len(who.inbox)
        await acting
        await self.app.turn()
        return "\n".join(posted.text for posted in who.inbox[seen:])

    async def passes(self, minutes: float) -> None:
        await self.app.live_until(self.clock, self.clock.now() + timedelta(minutes=minutes))
        await self.bench.env.advance_time(minutes * 60)

    def direct(self, who: simcord.MemberActor) -> list[str]:
        """What was written to somebody on Discord."""
        return [text_of(components_of(shown)) for shown in who.user.dm_channel.history()]

    def posts(self) -> tuple[list[str], list[str]]:
        """What everybody reads: on Discord, on Telegram."""
        on_discord = [text_of(components_of(shown)) for shown in self.bench.channel.history(viewer=self.bench.ben)]
        return on_discord, [posted.text for posted in self.group.messages]

    async def join(self) -> None:
        """The group joins the server's community, and its owner may run it too."""
        code = (await self.types(self.bench.olga, "setup", what="join")).split("/setup join ")[1].split()[0].strip("`")
        assert "would be a part" in await self.writes(self.tom, f"/setup join {code}", self.group)
        assert "is a part of" in await self.presses(self.tom, "Join")
        await self.clicks(self.bench.olga, "Places and codes")
        await self.clicks(self.bench.olga, "Tea: let its admins run this too")

    async def link_ann(self) -> None:
        """Ann's two accounts are one person."""
        async with self.app.parts.work() as work:
            ids = [await self.person("discord", self.bench.ann.id), await self.person("telegram", self.ann.id)]
            await Links(work).join(*ids)
        await self.app.turn()

    async def person(self, platform: str, user: int) -> int:
        async with self.app.parts.work() as work:
            theirs = (accounts.c.platform == platform) & (accounts.c.external_id == str(user))
            return int(await work.value(sa.select(accounts.c.person_id).where(theirs)))


@contextlib.asynccontextmanager
async def both(folder: Path) -> AsyncIterator[Both]:
    clock = VirtualClock(START)
    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(TelegramServer(clock))

        def make(around: Surroundings) -> Sequence[DiscordPlatform | TelegramPlatform]:
            say, memory = around.say, around.memory
            return (
                DiscordPlatform("a-token", clock=clock, say=say, memory=memory("discord"), timing=QUIET),
                TelegramPlatform(server.token, base_url=server.url, clock=clock, say=say, memory=memory("telegram")),
            )

        app = await stack.enter_async_context(open_app(configured(folder), clock=clock, make_platforms=make))
        specs = command_specs(app.parts.registry, app.parts.translator)
        edge = app.parts.platforms["discord"]
        assert isinstance(edge, DiscordPlatform)
        bench = Attached(edge, app.dispatcher, specs)
        await bench.open()
        stack.push_async_callback(bench.env.shutdown)
        tom, ann, cid = (server.person(name, started=True) for name in ("Tom", "Ann", "Cid"))
        group = server.group("Tea", owner=tom, members=(ann, cid))
        running = asyncio.create_task(app.parts.platforms["telegram"].run(app.dispatcher, specs))
        await eventually(lambda: server.world.polled, "Telegram is connected")
        it = Both(app, clock, bench, server, group, tom, ann, cid)
        try:
            await group.has_bot(inside=True)
            await app.turn()
            async with app.parts.work() as work:
                here = SpaceRef("discord", str(bench.guild.id))
                await Communities(work).set_channels(here, post=str(bench.channel.id))
            for who in (bench.olga, bench.ann, bench.ben):
                await it.types(who, "ping")
            for person in (tom, ann, cid):
                await it.writes(person, "/ping", group)
            yield it
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        async with app.parts.work() as work:
            broken = await work.rows(sa.select(incidents.c.place, incidents.c.error))
        assert not broken
        assert bench.env.errors == []


@pytest.mark.long
async def test_an_evening_in_two_places_is_one_stream_of_one_community(tmp_path: Path) -> None:
    async with both(tmp_path) as it:
        await it.join()
        await it.link_ann()
        assert "I may send you thanks and news" in await _allowed_on_telegram(it)
        assert "I may send you thanks and news" in await _allowed_on_discord(it)
        await it.types(it.bench.olga, "cause add", name="Shelter")
        async with it.app.parts.work() as work:
            for kept in await Journeys(work).all(1):
                await Journeys(work).set_status(kept, JourneyStatus.RUNNING, None)
        before = len(it.ann.inbox), len(it.direct(it.bench.ann)), len(it.direct(it.bench.ben))

        await it.types(it.bench.olga, "stream start", title="Teapots")
        await it.group.serves(video_chat_started={})  # the same evening, seen from the other side
        for _ in range(3):
            await it.ann.says("what a glaze", in_=it.group)
            await it.bench.ann.send(it.bench.channel, "lovely")
            await it.bench.ben.send(it.bench.channel, "hello")
            await it.cid.says("hi", in_=it.group)
            await it.passes(minutes=10)
        await it.group.serves(video_chat_ended={"duration": 1800})
        await it.types(it.bench.olga, "stream end")
        await it.passes(minutes=30)

        async with it.app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).select_from(streams)) == 1
            there = sa.select(members.c.name).join(attendance, attendance.c.member_id == members.c.id).distinct()
            assert sorted(name for (name,) in await work.rows(there)) == ["Ann", "Cid", "ben"]
        on_discord, on_telegram = it.posts()
        assert any("Teapots" in text for text in on_discord)
        assert any("Teapots" in text for text in on_telegram)

        thanks = [text for text in it.ann.inbox[before[0] :] if "Teapots" in text.text]
        assert len(thanks) == 1  # she allowed it here alone
        assert not [text for text in it.direct(it.bench.ann)[before[1] :] if "Teapots" in text]
        assert len([text for text in it.direct(it.bench.ben)[before[2] :] if "Teapots" in text]) == 1

        earned = await it.types(it.bench.ann, "points")
        assert earned.replace("**", "") == await it.writes(it.ann, "/points", it.group) == "You have 3 points."
        assert "Shelter" in await it.types(it.bench.ann, "cause give", amount=2)
        assert await it.writes(it.ann, "/points", it.group) == "You have 1 point."
        async with it.app.parts.work() as work:
            board = await Leaderboard(work, 1).top(10)
        assert sorted(one.name for one in board) == ["Ann", "Cid", "ben"]


async def _allowed_on_telegram(it: Both) -> str:
    await it.writes(it.ann, "/preferences", it.group)
    return await it.presses(it.ann, "Allow thanks and news")


async def _allowed_on_discord(it: Both) -> str:
    await it.types(it.bench.ben, "preferences")
    return await it.clicks(it.bench.ben, "Allow thanks and news")


@pytest.mark.long
async def test_the_administrators_of_both_places_run_the_community_once_its_owner_said_so(tmp_path: Path) -> None:
    async with both(tmp_path) as it:
        await it.join()
        assert "Let us set up Evening club" in await it.writes(it.tom, "/setup", it.group)
        examined = await it.types(it.bench.olga, "doctor")
        assert "Tea" in examined


@pytest.mark.long
async def test_who_was_taken_out_of_one_place_goes_on_in_the_other(tmp_path: Path) -> None:
    async with both(tmp_path) as it:
        await it.join()
        await it.group.has_bot(inside=False)
        await it.app.turn()
        assert "Nothing is live" in await it.types(it.bench.olga, "stream status")
        async with it.app.parts.work() as work:
            [left] = await Communities(work).spaces(1)
            assert left.ref.platform == "discord"
        posts = len(it.posts()[1])
        await it.types(it.bench.olga, "stream start", title="Teapots")
        await it.passes(minutes=1)
        assert len(it.posts()[1]) == posts
        await it.group.has_bot(inside=True)
        await it.app.turn()
        assert len(it.posts()[1]) == posts  # it was greeted before
        async with it.app.parts.work() as work:
            assert len(await Communities(work).spaces(1)) == 2


@pytest.mark.long
async def test_the_same_when_it_is_the_place_that_the_community_began_in(tmp_path: Path) -> None:
    async with both(tmp_path) as it:
        await it.join()
        space = SpaceRef("discord", str(it.bench.guild.id))
        nobody = Actor(AccountRef("discord", "1"), "")
        gone = BotPresent(event_id="gone", at=it.clock.now(), actor=nobody, space=space, here=False)
        await it.app.dispatcher.receive(gone)
        await it.app.turn()
        assert "Let us set up Evening club" in await it.writes(it.tom, "/setup", it.group)


@pytest.mark.long
async def test_whoever_is_forgotten_is_forgotten_on_both_sides(tmp_path: Path) -> None:
    async with both(tmp_path) as it:
        await it.join()
        await it.link_ann()
        await it.writes(it.ann, "/forget", it.group)
        await it.presses(it.ann, it.ann.inbox[-1].labels[0])
        async with it.app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).where(members.c.name == "Ann")) == 0
            assert await work.value(sa.select(sa.func.count()).where(accounts.c.name == "Ann")) == 0


@pytest.mark.long
async def test_a_link_made_before_the_joining_holds_after_it(tmp_path: Path) -> None:
    async with both(tmp_path) as it:
        await it.link_ann()
        await it.types(it.bench.olga, "host add", member=it.bench.ann)
        await it.join()
        async with it.app.parts.work() as work:
            rows = await work.rows(sa.select(members).where(members.c.name == "Ann").order_by(members.c.id))
        [acting, side] = rows
        assert (acting.community_id, side.community_id) == (1, 1)
        assert (acting.counts_for, side.counts_for) == (None, acting.id)
        assert (acting.by_link, acting.left_at, side.by_link, side.left_at) == (False, None, False, None)
        assert Role(acting.role) is Role.HOST
        assert "Nothing is live" in await it.writes(it.ann, "/stream status", it.group)


@pytest.mark.long
async def test_whoever_is_met_only_in_the_group_that_parts_is_a_member_no_more(tmp_path: Path) -> None:
    async with both(tmp_path) as it:
        await it.join()
        await it.link_ann()
        await it.writes(it.tom, "/setup part", it.group)
        assert "is a community of its own" in await it.presses(it.tom, "Yes, let it go")
        async with it.app.parts.work() as work:
            here = (members.c.community_id == 1) & is_here()
            names = sorted(name for (name,) in await work.rows(sa.select(members.c.name).where(here)))
        assert names == ["Ann", "ben", "olga"]  # Ann by her other account
        await it.join()
        async with it.app.parts.work() as work:
            names = sorted(name for (name,) in await work.rows(sa.select(members.c.name).where(here)))
        assert names == ["Ann", "Cid", "Tom", "ben", "olga"]
        async with it.app.parts.work() as work:
            whole = sa.select(members.c.left_at, members.c.counts_for).where(members.c.name == "Ann")
            rows = await work.rows(whole.order_by(members.c.id))
        assert [row.left_at for row in rows] == [None, None]  # both of her accounts are back
        assert sum(row.counts_for is None for row in rows) == 1
