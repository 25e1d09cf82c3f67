"""A private chat that belongs to several communities."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import App
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.people import People
from bot.core.telling import Telling
from bot.model.identity import AccountRef, Actor
from bot.storage.tables import communities, members
from tests.platforms.telegram.records import Posted
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot
from tests.platforms.telegram.world import Group, Person


@dataclass
class Two:
    """Ann in two communities, of which she joined Tea first and Soap last."""

    app: App
    ann: Person
    tea: Group
    soap: Group

    async def asks(self, text: str, *, in_: Group | None = None) -> Posted:
        """What Ann reads in private after she wrote there, or in a group."""
        return await self.answer(self.ann.says(text, in_=in_))

    async def presses(self, message: Posted, label: str) -> Posted:
        """What she reads after she pressed a button there."""
        return await self.answer(self.ann.presses(message, label))

    async def opens(self, payload: str) -> Posted:
        """What she reads after she followed a deep link."""
        return await self.answer(self.ann.opens(payload))

    async def answer(self, acting: object) -> Posted:
        """What she reads because of something that is done."""
        seen = len(self.ann.inbox)
        await acting  # type: ignore[misc]
        await self.app.dispatcher.idle()
        assert len(self.ann.inbox) == seen + 1
        return self.ann.inbox[-1]


@asynccontextmanager
async def two(server: TelegramServer, folder: Path, clock: VirtualClock) -> AsyncIterator[Two]:
    """The bot in both."""
    ann, olga = server.person("Ann", started=True), server.person("Olga")
    groups = [server.group(title, owner=olga, members=(ann,)) for title in ("Tea", "Soap")]
    async with telegram_bot(server, folder, clock) as app:
        for group in groups:
            await ann.says("/me", in_=group)
            await app.dispatcher.idle()
            async with app.parts.work() as work:
                newest = sa.select(sa.func.max(communities.c.id)).scalar_subquery()
                change = sa.update(communities).where(communities.c.id == newest)
                await work.execute(change.values(name=group.title))
        yield Two(app, ann, *groups)


@pytest.mark.long
async def test_answers_name_the_community_and_the_switcher_changes_it_for_good(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with two(server, tmp_path, clock) as chats:
        assert (await chats.asks("/me")).text.startswith("Soap\n")
        offered = await chats.asks("/community")
        assert offered.labels == ["Tea"]
        now = await chats.presses(offered, "Tea")
        assert "about Tea" in now.text
        assert (await chats.asks("/me")).text.startswith("Tea\n")
    async with telegram_bot(server, tmp_path, clock) as app:
        await chats.ann.says("/me")
        await app.dispatcher.idle()
        assert chats.ann.inbox[-1].text.startswith("Tea\n")


@pytest.mark.long
async def test_who_is_in_one_community_is_not_told_its_name_each_time(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with two(server, tmp_path, clock) as chats:
        await chats.ann.leaves(chats.soap)
        await chats.app.dispatcher.idle()
        assert "Tea" not in (await chats.asks("/me")).text
        assert (await chats.asks("/community")).labels == []


@pytest.mark.long
async def test_a_community_that_was_chosen_and_left_is_not_spoken_of_any_more(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with two(server, tmp_path, clock) as chats:
        await chats.presses(await chats.asks("/community"), "Tea")
        await chats.ann.leaves(chats.tea)
        await chats.app.dispatcher.idle()
        assert "about Soap" in (await chats.asks("/community")).text


@pytest.mark.long
async def test_a_deep_link_says_which_community_it_is_about_from_then_on(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with two(server, tmp_path, clock) as chats:
        tokens = chats.app.parts.tokens
        payload = tokens.link(1, tokens.make("passport.me"))
        assert len(payload) <= 64
        assert (await chats.opens(payload)).text.startswith("Tea\n")
        assert (await chats.asks("/me")).text.startswith("Tea\n")
        assert (await chats.opens(tokens.link(2))).text.startswith("Soap\n")


@pytest.mark.long
async def test_what_was_asked_in_a_group_stays_about_it_in_the_private_chat(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with two(server, tmp_path, clock) as chats:
        card = await chats.asks("/me", in_=chats.tea)
        assert card.text.startswith("Tea\n")
        for label in card.labels:
            assert (await chats.presses(card, label)).text.startswith("Tea\n")
        assert (await chats.asks("/me")).text.startswith("Soap\n")


@pytest.mark.long
async def test_a_button_under_what_one_community_wrote_is_pressed_in_it(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with two(server, tmp_path, clock) as chats:
        async with chats.app.parts.work() as work:
            tea = await Communities(work).get(1)
            member = await People(work).recognise(Actor(AccountRef("telegram", str(chats.ann.id)), "Ann"), tea)
            telling = Telling(chats.app.parts, work, tea)
            await telling.member(member.id, "news", "error-no-community", buttons=[("passport.me",)], asked=True)
        await chats.app.turn()
        news = chats.ann.inbox[-1]
        assert (await chats.presses(news, news.labels[0])).text.startswith("Tea\n")


@pytest.mark.long
async def test_an_answer_that_waited_behind_start_stands_under_its_community_once(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with two(server, tmp_path, clock) as chats:
        chats.ann.started = False
        async with chats.app.parts.work() as work:
            telling = Telling(chats.app.parts, work, await Communities(work).get(1))
            await telling.everybody("news", "error-no-community", buttons=[[("passport.me",)]])
        await chats.app.turn()
        post = chats.tea.messages[-1]
        await chats.ann.presses(post, post.labels[0])
        await chats.app.dispatcher.idle()
        door = (await chats.ann.noticed()).url
        lines = (await chats.answer(chats.ann.follows(door))).text.splitlines()
        assert (lines[0], lines.count("Tea")) == ("Tea", 1)


@pytest.mark.long
async def test_a_form_is_filled_in_for_the_community_that_asked(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with two(server, tmp_path, clock) as chats:
        await chats.tea.promotes(chats.ann)
        await chats.soap.promotes(chats.ann)
        first = await chats.asks("/setup", in_=chats.tea)
        second = await chats.presses(first, first.labels[-1])
        await chats.presses(second, "Another city")
        assert (await chats.asks("Prag")).text.startswith("Tea\n")
        await chats.presses(chats.ann.inbox[-1], "Prague")
        async with chats.app.parts.work() as work:
            zones = await work.rows(sa.select(communities.c.name, communities.c.zone).order_by(communities.c.id))
        assert [tuple(row) for row in zones] == [("Tea", "Europe/Prague"), ("Soap", "UTC")]


@pytest.mark.long
@pytest.mark.parametrize("forged", ["c1_{token}_AAAAAAAA", "c2{rest}", "c99_"])
async def test_a_forged_link_chooses_nothing(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock, forged: str
) -> None:
    async with two(server, tmp_path, clock) as chats:
        tokens = chats.app.parts.tokens
        true = tokens.link(1, tokens.make("passport.me"))
        payload = forged.format(token=tokens.make("passport.me"), rest=true.removeprefix("c1"))
        await chats.opens(payload)
        assert "about Soap" in (await chats.asks("/community")).text


@pytest.mark.long
async def test_nobody_can_switch_to_a_community_that_they_are_not_in(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    async with two(server, tmp_path, clock) as chats:
        stranger = server.person("Carl", started=True)
        await stranger.joins(chats.soap)
        await chats.app.dispatcher.idle()
        await stranger.opens(chats.app.parts.tokens.make("passport.switch", 1))
        await chats.app.dispatcher.idle()
        assert "not in that community" in stranger.inbox[-1].text
        async with chats.app.parts.work() as work:
            joined = await work.value(
                sa.select(sa.func.count())
                .select_from(members)
                .where(members.c.community_id == 1, members.c.name == "Carl")
            )
        assert joined == 0
