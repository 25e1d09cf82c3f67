"""Pictures beside answers: what they show, to whom, as people like it; and that the text stays without them."""

from collections.abc import AsyncIterator, Sequence

import pytest
from msgspec.structs import replace

from bot.api import (
    CardBadge,
    CardFigure,
    CardGoal,
    CardPart,
    CardTier,
    Context,
    HallCard,
    HallEntry,
    Look,
    Member,
    Plugin,
    ProfileCard,
    RankingCard,
    RankingRow,
)
from bot.community.ledger import Ledger
from bot.core.incidents import newest
from bot.core.loader import Loaded
from bot.core.registry import Registry
from bot.model.identity import Role
from bot.model.messages import File
from bot.model.points import Award
from bot.pictures.drawing import draw
from bot.platforms.local.records import Person
from bot.testing import WholeBot, whole_bot
from plugins.passport import plugin as passport
from tests.pictures.comparing import differ, opened
from tests.plugins.linking import evening as linked_evening
from tests.plugins.passing import Evening, evening
from tests.plugins.rewarding import shop

SINCE, DAY = "With us since 20 November", "20 November 2026"


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with evening() as begun:
        yield begun


def pictures(bot: WholeBot, who: Person) -> list[File]:
    """The pictures of the newest answer."""
    return [file for file in bot.seen(who)[-1].message.files if file.is_picture]


def shows(file: File, card: ProfileCard, look: Look = Look.DARK) -> bool:
    return not differ(opened(file.content), opened(draw(card, look)))


async def test_the_card_comes_as_a_picture_with_words_for_who_cannot_see_it(it: Evening) -> None:
    await it.says("/me")
    [file] = pictures(it.bot, it.ann)
    name = it.bot.app.parts.defaults.name
    assert shows(file, ProfileCard("Ann", SINCE, name, DAY))
    assert (file.name, file.description) == (
        "profile.png",
        "The card of Ann. All that it shows stands in the text beside it.",
    )


async def test_what_plugins_know_is_drawn_and_said_the_nearest_goal_alone() -> None:
    garden = Plugin("garden")

    @garden.contributes("card")
    async def shown(ctx: Context, member: Member) -> Sequence[CardPart]:
        far, near = CardGoal("Oak", "9 more years", 1, 10), CardGoal("Rose", "1 more day", 9, 10)
        return [CardFigure("3", "roses"), CardBadge("🌱", "Gardener"), far, near, CardTier("Green")]

    @garden.contributes("card")
    async def most(ctx: Context, member: Member) -> Sequence[CardPart]:
        return [CardFigure("12", "points", main=True)]

    async with whole_bot(loaded=Loaded(Registry([passport, garden]), ())) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/me")
        [file] = pictures(bot, ann)
        card = ProfileCard(
            "Ann",
            SINCE,
            bot.app.parts.defaults.name,
            DAY,
            tier=CardTier("Green"),
            figures=(CardFigure("12", "points", main=True), CardFigure("3", "roses")),
            badges=(CardBadge("🌱", "Gardener"),),
            goal=CardGoal("Rose", "1 more day", 9, 10),
        )
        assert shows(file, card)


@pytest.mark.long
async def test_everybody_sees_cards_on_the_ground_they_chose_and_can_undo_it(it: Evening) -> None:
    name = it.bot.app.parts.defaults.name
    await it.says("/preferences")
    assert "[Dark] [Light] [Words alone]" in await it.presses("Pictures")
    assert "on light ground" in await it.presses("Light")
    await it.says("/me")
    assert shows(pictures(it.bot, it.ann)[0], ProfileCard("Ann", SINCE, name, DAY), Look.LIGHT)
    await it.says("/me Ann", it.mia)
    assert shows(pictures(it.bot, it.mia)[0], ProfileCard("Ann", SINCE, name, DAY), Look.DARK)
    await it.says("/preferences")
    await it.presses("Pictures")
    assert "Undo" in await it.presses("Words alone")
    assert "Ann" in await it.says("/me")
    assert pictures(it.bot, it.ann) == []
    assert "in words alone" in await it.says("/preferences")
    await it.presses("Pictures")
    await it.presses("Dark")
    await it.presses("Undo")
    assert "in words alone" in await it.says("/preferences")


async def test_who_hides_is_drawn_for_nobody_else(it: Evening) -> None:
    await it.says("/preferences")
    await it.presses("Hide me")
    await it.says("/me Ann", it.mia)
    assert pictures(it.bot, it.mia) == []
    await it.says("/me")
    assert len(pictures(it.bot, it.ann)) == 1


@pytest.mark.parametrize(
    "parts",
    [[CardFigure(12, "points")], ["12 points"]],  # type: ignore[arg-type]
    ids=["cannot be drawn", "is no part"],
)
async def test_a_picture_that_fails_leaves_the_text_and_an_incident(parts: Sequence[CardPart]) -> None:
    garden = Plugin("garden")

    @garden.contributes("card")
    async def broken(ctx: Context, member: Member) -> Sequence[CardPart]:
        return parts

    async with whole_bot(loaded=Loaded(Registry([passport, garden]), ())) as bot:
        ann = bot.person("Ann")
        assert await bot.says(ann, "/me") == [f"Ann\n{SINCE}"]
        async with bot.app.parts.work() as work:
            [incident] = await newest(work)
        assert incident.place in ("a picture", "card of garden")
        assert len(pictures(bot, ann)) == (0 if incident.place == "a picture" else 1)


@pytest.mark.long
async def test_the_board_is_a_picture_of_what_the_text_says_without_who_hides() -> None:
    async with whole_bot() as bot:
        hana, ann, ben = bot.person("Hana", Role.OWNER), bot.person("Ann"), bot.person("Ben")
        for guest in (ann, ben):
            await bot.says(guest, "/me")
        await bot.says(hana, "/stream start Tea night")
        for minute in range(3):
            await bot.says(ann, "hello")
            if minute:
                await bot.says(ben, "hello")
            await bot.passes(minutes=10)
        await bot.says(hana, "/stream end")
        await bot.passes(minutes=20)
        [text] = await bot.says(ann, "/leaderboard")
        [both] = pictures(bot, ann)
        assert both.description.startswith("The leaderboard.")
        title, *lines = text.splitlines()
        assert lines == ["1. Ann: 3", "2. Ben: 2"]
        rows = (RankingRow(1, "Ann", 3, "3", own=True), RankingRow(2, "Ben", 2, "2"))
        board = RankingCard(title, bot.app.parts.defaults.name, DAY, rows)
        assert not differ(opened(both.content), opened(draw(board, Look.DARK)))
        await bot.says(ben, "/preferences")
        await bot.presses(ben, "Hide me")
        await bot.says(ann, "/leaderboard")
        [alone] = pictures(bot, ann)
        assert not differ(opened(alone.content), opened(draw(replace(board, rows=rows[:1]), Look.DARK)))
        assert "Ben" not in bot.texts(ann)[-1]
        await bot.says(hana, "/leaderboard")
        other = (replace(rows[0], own=False),)
        assert not differ(opened(pictures(bot, hana)[0].content), opened(draw(replace(board, rows=other), Look.DARK)))


async def test_a_board_of_nobody_is_no_picture() -> None:
    async with whole_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/leaderboard")
        assert pictures(bot, ann) == []


@pytest.mark.long
async def test_badges_are_drawn_with_what_is_next_for_oneself_alone_and_said_as_well() -> None:
    async with whole_bot() as bot:
        hana, ann, ben = bot.person("Hana", Role.OWNER), bot.person("Ann"), bot.person("Ben")
        await bot.says(ben, "/me")
        await bot.says(hana, "/stream start Tea night")
        await bot.passes(minutes=12)
        await bot.says(ann, "hello")
        await bot.passes(minutes=10)
        await bot.says(hana, "/stream end")
        await bot.passes(minutes=30)
        [text] = await bot.says(ann, "/me")
        assert "🎬 First stream" in text
        assert "Next: 🔥 On a roll I, 2 more streams in a row" in text
        card = ProfileCard(
            "Ann",
            SINCE,
            bot.app.parts.defaults.name,
            DAY,
            figures=(CardFigure("1", "point", main=True), CardFigure("1", "stream")),
            badges=(CardBadge("🎬", "First stream"),),
            goal=CardGoal("🔥 On a roll I", "2 more streams in a row", 1, 3),
        )
        assert shows(pictures(bot, ann)[0], card)
        await bot.says(ben, "/me Ann")
        assert shows(pictures(bot, ben)[0], replace(card, goal=None))

        await bot.says(ben, "/hall")
        [file] = pictures(bot, ben)
        name = bot.app.parts.defaults.name
        hall = HallCard("Hall of fame", name, DAY, (HallEntry("Ann", "🎬", "First stream"),))
        assert not differ(opened(file.content), opened(draw(hall, Look.DARK)))
        assert file.description.startswith("The hall of fame.")
        await bot.says(ann, "/preferences")
        await bot.presses(ann, "Hide me")
        await bot.says(ben, "/hall")
        assert pictures(bot, ben) == []


@pytest.mark.long
async def test_streams_in_a_row_are_drawn_and_said_from_the_second_on() -> None:
    async with whole_bot() as bot:
        hana, ann = bot.person("Hana", Role.OWNER), bot.person("Ann")
        for streams, figures in (
            (1, (CardFigure("1", "stream"),)),
            (2, (CardFigure("2", "streams"), CardFigure("2", "streams in a row"))),
        ):
            await bot.says(hana, "/stream start Tea night")
            await bot.passes(minutes=12)
            await bot.says(ann, "hello")
            await bot.passes(minutes=10)
            await bot.says(hana, "/stream end")
            await bot.passes(minutes=30)
            [text] = await bot.says(ann, "/me")
            assert ("2 streams in a row" in text) is (streams == 2)
            card = ProfileCard(
                "Ann",
                SINCE,
                bot.app.parts.defaults.name,
                DAY,
                figures=(CardFigure(str(streams), "point" if streams == 1 else "points", main=True), *figures),
                badges=(CardBadge("🎬", "First stream"),),
                goal=CardGoal(
                    "🔥 On a roll I", f"{3 - streams} more stream{'s' * (streams == 1)} in a row", streams, 3
                ),
            )
            assert shows(pictures(bot, ann)[0], card)


@pytest.mark.long
async def test_how_cards_look_is_lent_to_a_linked_account_and_given_back() -> None:
    async with linked_evening() as it:
        await it.says(it.nina, "/preferences")
        await it.bot.presses(it.nina, "Pictures")
        await it.bot.presses(it.nina, "Words alone")
        await it.link(it.ann, it.nina)
        await it.says(it.ann, "/me")
        assert pictures(it.bot, it.ann) == []
        await it.unlink(it.ann)
        await it.says(it.ann, "/me")
        assert len(pictures(it.bot, it.ann)) == 1


@pytest.mark.long
async def test_the_tier_and_the_nearest_reward_are_drawn_for_oneself_and_said_as_well() -> None:
    async with shop() as here:
        await here.offer("custom", "Tea with Hana", price="80")
        await here.says(here.mona, "/tier add Friend 50")
        async with here.bot.app.parts.work() as work:
            await Ledger(work).earn(1, [Award(await here.id_of(here.ann), 60, "order:1")], "loyalty-for-order")
        await here.bot.passes(minutes=1)
        text = await here.says(here.ann, "/me")
        assert "Next reward: “Tea with Hana”, with 20 more points." in text
        assert "Friend" in text
        name = here.bot.app.parts.defaults.name
        card = ProfileCard(
            "Ann",
            SINCE,
            name,
            DAY,
            tier=CardTier("Friend"),
            figures=(CardFigure("60", "points", main=True),),
            goal=CardGoal("Tea with Hana", "20 more points", 60, 80),
        )
        assert shows(pictures(here.bot, here.ann)[0], card)
        await here.says(here.ben, "/me Ann")
        assert shows(pictures(here.bot, here.ben)[0], replace(card, goal=None))
        await here.points(here.ann, 20)
        await here.says(here.ann, "/me")
        full = CardGoal("Tea with Hana", "yours to take", 1, 1)
        points = (CardFigure("80", "points", main=True),)
        assert shows(pictures(here.bot, here.ann)[0], replace(card, figures=points, goal=full))
