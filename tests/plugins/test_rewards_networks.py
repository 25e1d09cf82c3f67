"""Roles and rooms as rewards: given by the network, taken at their end, and paid back when it refuses."""

import pytest

from bot.model.rights import Right
from tests.plugins.rewarding import Shop, shop


async def role(here: Shop, **values: str) -> None:
    """A reward that gives the tag Regular."""
    await here.make("role", "Regular", price="20", **values)
    await here.presses(here.mona, "What it opens")
    await here.presses(here.mona, "Another on Local")
    assert "Gives the role Regular" in await here.fill(here.mona, ref="Regular")
    assert "is on offer" in await here.presses(here.mona, "Put on offer")
    await here.points(here.ann, 20)


async def claim(here: Shop, title: str) -> str:
    """Ann claims it."""
    await here.says(here.ann, f"/rewards {title}")
    return await here.presses(here.ann, "Claim for 20 points")


@pytest.mark.long
async def test_a_role_is_given_by_the_network_and_taken_at_its_end() -> None:
    async with shop() as here:
        await role(here, lasts_days="7")
        assert "It is on its way" in await claim(here, "Regular")
        assert here.bot.chat.tag(here.ann) == "Regular"
        assert here.told(here.ann) == ["“Regular” is there: Regular."]
        assert await here.states() == ["granted"]
        await here.bot.passes(days=6, hours=23)
        assert here.bot.chat.tag(here.ann) == "Regular"
        await here.bot.passes(hours=2)
        assert here.bot.chat.tag(here.ann) == ""
        assert await here.states() == ["expired"]
        assert here.told(here.ann)[-1] == "Your time with “Regular” is over."


@pytest.mark.long
async def test_why_quotes_a_message_that_names_something_else_than_its_reader() -> None:
    async with shop() as here:
        await role(here)
        await claim(here, "Regular")
        assert "“Regular” is there: Regular." in await here.says(here.ann, "/why")


@pytest.mark.long
async def test_a_role_that_the_network_refuses_gives_the_points_back_and_tells_everybody() -> None:
    async with shop() as here:
        await role(here, stock="1")
        here.bot.chat.arrange(lacking=[Right.MANAGE_ROLES])
        await claim(here, "Regular")
        assert await here.states() == ["failed"]
        assert await here.has(here.ann) == 20
        assert "“Regular” could not be delivered. You have 20 points back." in here.told(here.ann)[-1]
        assert any("“Regular” for Ann could not be delivered" in text for text in here.hosts())
        here.bot.chat.arrange(lacking=[])
        await claim(here, "Regular")
        assert here.bot.chat.tag(here.ann) == "Regular"
        assert await here.has(here.ann) == 0


@pytest.mark.long
async def test_a_role_that_is_taken_back_is_taken_from_the_network() -> None:
    async with shop() as here:
        await role(here)
        await claim(here, "Regular")
        await here.says(here.mona, "/reward revoke Ann Regular")
        await here.presses(here.mona, "Take back")
        assert here.bot.chat.tag(here.ann) == ""
        assert await here.has(here.ann) == 20


@pytest.mark.long
async def test_a_role_that_the_bot_may_not_give_is_refused_when_it_is_chosen() -> None:
    async with shop() as here:
        here.bot.chat.arrange(lacking=[Right.MANAGE_ROLES])
        await here.make("role", "Regular")
        await here.presses(here.mona, "What it opens")
        await here.presses(here.mona, "Another on Local")
        assert "Regular cannot be given" in await here.fill(here.mona, ref="Regular")
        assert "First choose what it opens." in await here.presses(here.mona, "Put on offer")


@pytest.mark.long
async def test_a_room_opens_for_a_while() -> None:
    async with shop() as here:
        await here.make("room", "Backroom", price="20", lasts_days="2")
        await here.presses(here.mona, "What it opens")
        assert "Opens Backroom." in await here.presses(here.mona, "New private thread on Local")
        await here.presses(here.mona, "Put on offer")
        await here.points(here.ann, 20)
        await claim(here, "Backroom")
        assert here.bot.chat.is_inside(here.ann, "thread-1")
        await here.bot.passes(days=2, minutes=1)
        assert not here.bot.chat.is_inside(here.ann, "thread-1")


@pytest.mark.long
async def test_a_gift_of_a_role_is_worn_by_the_friend() -> None:
    async with shop() as here:
        await role(here, can_gift="yes")
        await here.says(here.ann, "/rewards Regular")
        await here.presses(here.ann, "Give to a friend")
        await here.fill(here.ann, friend="Ben")
        assert [here.bot.chat.tag(one) for one in (here.ann, here.ben)] == ["", "Regular"]


@pytest.mark.long
async def test_a_role_is_given_after_everything_was_stopped_for_a_while_or_comes_back_as_points() -> None:
    async with shop() as here:
        await role(here)
        await here.says(here.mona, "/everything stop")
        await claim(here, "Regular")
        assert here.bot.chat.tag(here.ann) == ""
        await here.bot.passes(days=1, minutes=5)
        assert await here.states() == ["failed"]
        assert await here.has(here.ann) == 20
        await here.says(here.mona, "/everything resume")
        await here.bot.passes(minutes=5)
        assert here.bot.chat.tag(here.ann) == ""


@pytest.mark.long
async def test_a_role_of_the_network_is_chosen_from_its_list() -> None:
    async with shop() as here:
        here.bot.chat.arrange(roles={"1234567890123456789": "Patron", "regular": "Regular"})
        await here.make("role", "Regular")
        await here.presses(here.mona, "What it opens")
        assert "local-problem" not in await here.presses(here.mona, "Regular")
        await here.presses(here.mona, "What it opens")
        # It is longer than a tag of the local chat may be.
        assert "cannot be given" in await here.presses(
            here.mona, "Patron"
        )  # longer than a tag of the local chat may be


async def private_stream(here: Shop, **values: str) -> None:
    """A stream that only who has a seat may enter."""
    await here.make("stream", "Kiln", price="20", content="https://discord.com/events/1/2", **values)
    await here.presses(here.mona, "What it opens")
    assert "Opens Kiln." in await here.presses(here.mona, "New private thread on Local")
    assert "is on offer" in await here.presses(here.mona, "Put on offer")
    await here.says(here.mona, "/reward times Kiln tomorrow 18:00 60 2")
    await here.points(here.ann, 20)


async def take(here: Shop) -> str:
    """Ann takes a seat."""
    await here.says(here.ann, "/rewards Kiln")
    await here.presses(here.ann, "tomorrow 18:00 (2 left)")
    return await here.presses(here.ann, "Yes, for 20 points")


@pytest.mark.long
async def test_a_private_stream_lets_in_whoever_has_a_seat_until_its_end_and_says_where_it_is() -> None:
    async with shop() as here:
        await private_stream(here)
        assert "It is on its way" in await take(here)
        assert here.bot.chat.is_inside(here.ann, "thread-1") and not here.bot.chat.is_inside(here.ben, "thread-1")
        told = await here.presses(here.ann, "Open it")
        assert "You are let into Kiln." in told and "You are signed up: https://discord.com/events/1/2" in told
        assert "press it there yourself" in told
        assert [file.name for file in here.bot.seen(here.ann)[-1].message.files] == ["reward.ics"]
        await here.bot.passes(hours=22, minutes=30)
        assert here.told(here.ann)[-1].startswith("“Kiln” begins soon")
        await here.bot.passes(hours=1, minutes=20)
        assert here.bot.chat.is_inside(here.ann, "thread-1")
        await here.bot.passes(minutes=11)
        assert not here.bot.chat.is_inside(here.ann, "thread-1")
        assert "is over. Who came?" in here.hosts()[-1]


@pytest.mark.long
async def test_a_private_stream_that_takes_longer_lets_people_stay_longer() -> None:
    async with shop() as here:
        await private_stream(here)
        await take(here)
        await here.says(here.mona, "/reward times Kiln")
        await here.presses(here.mona, "tomorrow 18:00")
        await here.presses(here.mona, "Length and seats")
        await here.fill(here.mona, minutes="120", seats="2")
        await here.bot.passes(hours=24, minutes=30)
        assert here.bot.chat.is_inside(here.ann, "thread-1")
        await here.bot.passes(minutes=31)
        assert not here.bot.chat.is_inside(here.ann, "thread-1")


@pytest.mark.long
async def test_a_seat_at_a_private_stream_that_is_given_up_or_called_off_opens_nothing_any_more() -> None:
    async with shop() as here:
        await private_stream(here)
        for end in ("Give it up", "Call it off"):
            await take(here)
            assert here.bot.chat.is_inside(here.ann, "thread-1")
            if end == "Give it up":
                await here.presses(here.ann, "Open it")
                await here.presses(here.ann, end)
                await here.presses(here.ann, end)
                await here.points(here.ann, 20)
            else:
                await here.says(here.mona, "/reward times Kiln")
                await here.presses(here.mona, "tomorrow 18:00")
                await here.presses(here.mona, end)
                await here.presses(here.mona, end)
            await here.bot.passes(minutes=1)
            assert not here.bot.chat.is_inside(here.ann, "thread-1")
