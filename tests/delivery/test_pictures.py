"""Pictures in posts and messages: drawn when they leave, replaced by edits, and never in the way of anything."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.services import build
from bot.core.telling import Telling
from bot.delivery.illustrating import CARD, PATIENCE, Illustrator, card_of, packed
from bot.delivery.rendering import Renderer
from bot.delivery.sending import Sender
from bot.model.cards import Card, ChartCard, ChartRow, InviteCard, Look, in_words
from bot.model.decisions import State
from bot.model.identity import Community, Role, Route
from bot.model.messages import File
from bot.pictures.drawing import draw
from bot.pictures.studio import SECONDS, Studio
from bot.platforms.local.records import GENERAL, Person, Shown
from bot.storage.tables import deliveries
from bot.testing import WholeBot, whole_bot
from tests.delivery.ends import Buttons
from tests.delivery.test_sending import remind
from tests.delivery.world import World
from tests.pictures.asking import INVITE, chart, hostile_cards, recommend, stars
from tests.pictures.examples import PROFILE, hall, ranking

TEXT, SAYS = "ping-answer", "badges-hall-says"
TOO_LONG = InviteCard("Ann", "Come along.", "x" * 5000, "", "Tea", "today")


def poll(votes: int) -> ChartCard:
    """A poll in which so many chose tea."""
    return ChartCard("Tea?", "Pottery", "today", (ChartRow("Tea", votes, f"{votes} votes"),))


@dataclass(frozen=True, slots=True)
class Room:
    """A community with Ann in it, where something can be told."""

    bot: WholeBot
    community: Community
    ann: Person

    async def everybody(self, key: str, card: Card | None = None, says: str = "") -> None:
        async with self.bot.app.parts.work() as work:
            await build(Telling, self.bot.app.parts, work, self.community).everybody(key, TEXT, card=card, says=says)
        await self.bot.app.turn()

    async def rolling(self, card: Card | None, says: str = "") -> int:
        """Returns in how many places it says something new by this; whatever is due is done then."""
        async with self.bot.app.parts.work() as work:
            telling = build(Telling, self.bot.app.parts, work, self.community)
            changed = await telling.rolling("poll:1", TEXT, card=card, says=says)
        await self.bot.app.turn()
        return changed

    async def tell_ann(self, key: str, card: Card, *routes: Route) -> None:
        async with self.bot.app.parts.work() as work:
            member = await People(work).recognise(self.ann.actor, self.community)
            telling = build(Telling, self.bot.app.parts, work, self.community)
            chosen = routes or (Route.DIRECT,)
            await telling.member(member.id, key, TEXT, asked=True, routes=chosen, card=card, says=SAYS)

    async def with_payload(self, change: Mapping[str, Any]) -> None:
        """Let the delivery that waits say something else, as one that another version wrote."""
        async with self.bot.app.parts.work() as work:
            waits = deliveries.c.state == State.PENDING.value
            [row] = await work.rows(sa.select(deliveries).where(waits))
            await work.execute(sa.update(deliveries).where(waits).values(payload={**row.payload, **change}))

    async def states(self) -> list[str]:
        async with self.bot.app.parts.work() as work:
            rows = await work.rows(sa.select(deliveries.c.state, deliveries.c.reason).order_by(deliveries.c.id))
        return [f"{row.state}/{row.reason}" for row in rows]

    @property
    def newest(self) -> Shown:
        return self.bot.chat.sent[-1]


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with room_of() as room:
        yield room


@contextlib.asynccontextmanager
async def room_of() -> AsyncIterator[Room]:
    async with whole_bot() as bot:
        await bot.says(bot.person("Hana", Role.OWNER), "/ping")
        ann = bot.person("Ann")
        await bot.says(ann, "/ping")
        async with bot.app.parts.work() as work:
            [community] = await Communities(work).all()
        yield Room(bot, community, ann)


def picture(card: Card, look: Look = Look.DARK, name: str = "chart.png", says: str = "") -> tuple[File, ...]:
    return (File(name, draw(card, look), says),)


@pytest.mark.long
async def test_a_post_has_its_picture_in_the_dark_with_words_for_who_cannot_see_it(room: Room) -> None:
    await room.everybody("one", poll(3), SAYS)
    says = "The hall of fame. All that it shows stands in the text beside it."
    assert room.newest.message.files == picture(poll(3), says=says)
    assert room.newest.message.text == "Awake and listening."


@pytest.mark.long
async def test_a_picture_of_answers_says_itself_what_it_shows_and_others_what_the_message_does(room: Room) -> None:
    await room.everybody("one", poll(3))
    assert [file.description for file in room.newest.message.files] == ["Tea?\nTea: 3 votes"]
    await room.everybody("two", hall("en"))
    assert [file.description for file in room.newest.message.files] == ["Awake and listening."]


@pytest.mark.long
async def test_a_rolling_post_is_edited_once_for_each_new_picture(room: Room) -> None:
    before = len(room.bot.chat.sent)
    told = [await room.rolling(poll(votes)) for votes in (1, 1, 2, 2, 3)]
    assert told == [1, 0, 1, 0, 1]
    assert len(room.bot.chat.sent) == before + 1
    assert room.newest.message.files == picture(poll(3), says="Tea?\nTea: 3 votes")
    assert await room.states() == ["sent/due", "sent/edited", "sent/edited"]


async def test_a_post_that_says_something_else_before_it_left_is_drawn_once(room: Room) -> None:
    async with room.bot.app.parts.work() as work:
        telling = build(Telling, room.bot.app.parts, work, room.community)
        for votes in (1, 2, 3):
            await telling.rolling("poll:1", TEXT, card=poll(votes))
    await room.bot.app.turn()
    assert await room.states() == ["skipped/merged", "skipped/merged", "sent/due"]
    assert room.newest.message.files == picture(poll(3), says="Tea?\nTea: 3 votes")


@pytest.mark.long
async def test_a_post_gets_a_picture_later_and_loses_it_again(room: Room) -> None:
    told = []
    for card in (None, poll(1), None):
        assert await room.rolling(card) == 1
        told.append(len(room.newest.message.files))
    assert told == [0, 1, 0]
    assert await room.states() == ["sent/due", "sent/edited", "sent/edited"]


@pytest.mark.long
@pytest.mark.parametrize(("chosen", "look"), [("light", Look.LIGHT), ("dark", Look.DARK), ("text", Look.TEXT)])
async def test_somebody_gets_a_picture_as_they_like_it(room: Room, chosen: str, look: Look) -> None:
    async with room.bot.app.parts.work() as work:
        await work.execute(sa.text(f"UPDATE persons SET look = '{chosen}'"))
    await room.tell_ann("one", poll(3))
    await room.bot.app.turn()
    expected = () if look is Look.TEXT else (draw(poll(3), look),)
    assert tuple(file.content for file in room.newest.message.files) == expected
    assert room.newest.private


@pytest.mark.long
async def test_what_waits_in_an_inbox_is_opened_with_its_picture(room: Room) -> None:
    await room.tell_ann("one", poll(3), Route.INBOX)
    await room.bot.app.turn()
    assert await room.bot.says(room.ann, "/inbox") == ["Awake and listening."]
    [shown] = room.newest.message.files
    assert shown.content == draw(poll(3), Look.DARK)


@pytest.mark.long
@pytest.mark.parametrize(
    "card", [{"kind": "hologram", "of": {}}, {"kind": "chart", "of": {"title": 7}}, {"kind": "chart"}, "chart", None, 7]
)
async def test_a_card_that_another_version_wrote_leaves_the_text(room: Room, card: object) -> None:
    await room.tell_ann("one", poll(3))
    await room.with_payload({CARD: card})
    await room.bot.app.turn()
    assert (room.newest.message.text, room.newest.message.files) == ("Awake and listening.", ())
    assert (await room.states())[-1] == "sent/due"


@pytest.mark.long
async def test_what_cannot_be_drawn_leaves_the_text(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    await room.everybody("one", TOO_LONG)
    assert (room.newest.message.text, room.newest.message.files) == ("Awake and listening.", ())
    assert await room.states() == ["sent/due"]
    assert "incident" in caplog.text


EVERY_KIND = (
    PROFILE["cs"],
    ranking("en", ("Ann", "Ben"), 1),
    hall("cs"),
    chart("en"),
    recommend("cs", over_time=True),
    stars("en"),
    INVITE["cs"],
    *hostile_cards(),
)


@pytest.mark.parametrize("card", EVERY_KIND, ids=lambda card: type(card).__name__)
def test_a_card_of_every_kind_comes_out_of_a_payload_as_it_went_in(card: Card) -> None:
    assert card_of(packed(card)) == card


def test_a_message_without_a_card_has_nothing_more_in_its_payload() -> None:
    assert packed(None, "something") == {}
    assert card_of({}) is None


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (chart("en"), "next stream?\nCoffee cake: 12 votes · 48 %\nAlmond stollen: 8 votes · 32 %\n"),
        (chart("cs"), "\nHlasovalo 25 ze 40 lidí, kteří tu byli"),
        (recommend("en"), "+41 ± 14\nNet promoter score, from −100 to +100\n29 of 40 answered\nDetractors: 5 · 17 %\n"),
        (recommend("en"), "\n8: 4\n9: 9\n10: 8"),
        (recommend("cs", over_time=True), "\n1. listopadu: +12\n8. listopadu: −5\n"),
        (INVITE["en"], "Ann 🇬🇧 would like you to come along on Friday evening."),
        (INVITE["en"], "\nK7QM-Z4\nhttps://discord.gg/abcDEF12"),
    ],
)
def test_whoever_cannot_see_a_picture_is_told_all_that_it_shows(card: Card, said: str) -> None:
    assert said in in_words(card)


def test_waiting_and_drawing_take_less_than_a_decision_stands() -> None:
    from bot.delivery.engine import FRESH

    assert FRESH.total_seconds() > PATIENCE + SECONDS


async def test_while_a_picture_waits_others_are_sent_and_the_database_is_free(world: World) -> None:
    other, studio = world.other_chat(), Studio(a_second=1)
    renderer = Renderer(world.texts, Buttons(world.texts), {})
    sender = Sender(world.chats, renderer, Illustrator(world.database, studio))
    assert await studio.picture(poll(1), Look.DARK), "there is no room for another now"
    place = [world.chat.name, GENERAL.space_id, GENERAL.channel_id]
    await remind(world, None, key="post", channel=place, **packed(poll(2), "world-again"))
    await remind(world, await world.member(chat=other))
    run = asyncio.create_task(world.new_engine(sender=sender).run_due(patience=0.02))
    async with asyncio.timeout(20):
        while not other.sent:  # noqa: ASYNC110 - the chat tells nobody
            await asyncio.sleep(0.01)
    assert not world.chat.sent
    async with asyncio.timeout(0.5), world.database.write() as transaction:
        await transaction.execute(sa.update(deliveries).values(variant="a"))
    assert not world.chat.sent, "the picture still waits"
    await run
    [shown] = world.chat.sent
    assert [file.content for file in shown.message.files] == [draw(poll(2), Look.DARK)]
    studio.close()
