"""Rewards at a hand: a seat that is kept becomes a gift, there is more of it, it is taken back without the points."""

import pytest

from tests.plugins.rewarding import Shop, shop


async def kept_for_ann(here: Shop) -> None:
    """The one mug there is, which can be a gift, kept for Ann, who has 20 points."""
    await here.offer("code", "Mug", price="20", codes="AAA-111", hold_minutes="10", can_gift="yes")
    await here.points(here.ann, 20)
    await here.says(here.ann, "/rewards Mug")
    assert "kept for you for 10 minutes" in await here.presses(here.ann, "Keep one for me")


@pytest.mark.long
async def test_a_seat_that_is_kept_can_be_given_to_a_friend() -> None:
    async with shop() as here:
        await here.says(here.ben, "/start")
        await here.presses(here.ben, "Allow thanks and news")
        await kept_for_ann(here)
        await here.presses(here.ann, "Give to a friend")
        assert "A gift is for somebody else." in await here.fill(here.ann, friend="Ann")
        assert (await here.states(), await here.has(here.ann)) == (["held"], 20)
        await here.presses(here.ann, "Give to a friend")
        assert "Ben gets “Mug” from you, for 20 points of yours." in await here.fill(here.ann, friend="Ben")
        assert here.told(here.ben) == ["Ann gives you “Mug”."]
        assert "AAA-111" in await here.presses(here.ben, "Open it")
        assert (await here.states(), await here.has(here.ann)) == (["granted"], 0)
        assert "You have none yet." in await here.says(here.ann, "/mine")
        assert not any("AAA" in text for text in here.bot.texts(here.ann))


@pytest.mark.long
async def test_a_seat_that_is_kept_no_longer_cannot_be_given_away() -> None:
    async with shop() as here:
        await kept_for_ann(here)
        await here.bot.passes(minutes=11)
        await here.presses(here.ann, "Give to a friend")
        assert "is not kept for you any more" in await here.fill(here.ann, friend="Ben")
        assert (await here.states(), await here.has(here.ann), here.told(here.ben)) == (["lapsed"], 20, [])


@pytest.mark.long
async def test_when_there_are_more_of_it_they_go_to_those_who_wait_first() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", stock="1")
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Claim it")
        for person in (here.ben, here.cid):
            await here.says(person, "/rewards Mug")
            await here.presses(person, "Wait for one")
        refused = await here.says(here.mona, "/reward stock Mug 0")
        assert refused == "Of “Mug” 1 are given already; there cannot be fewer. Nothing was changed."
        assert "2 given, 0 left" in await here.says(here.mona, "/reward stock Mug 2")
        assert "“Mug” is free for you: you were next in line." in here.told(here.ben)[-1]
        assert here.told(here.cid) == []
        assert "You are number 1 in line." in await here.says(here.cid, "/rewards Mug")
        assert "3 given, 2 left" in await here.says(here.mona, "/reward stock Mug 5")
        assert "“Mug” is free for you: you were next in line." in here.told(here.cid)[-1]
        assert "is yours" in await here.presses(here.cid, "Yes, I want it")
        assert await here.states() == ["delivering", "held", "delivering"]


@pytest.mark.long
async def test_of_codes_that_few_may_have_the_next_in_line_gets_one_when_one_is_taken_back() -> None:
    async with shop() as here:
        await here.offer("code", "Voucher", codes="AAA-111\nBBB-222", stock="1")
        await here.says(here.ann, "/rewards Voucher")
        await here.presses(here.ann, "Claim it")
        await here.says(here.ben, "/rewards Voucher")
        await here.presses(here.ben, "Wait for one")
        await here.says(here.mona, "/reward revoke Ann Voucher")
        await here.presses(here.mona, "Take back")
        assert "“Voucher” is free for you: you were next in line." in here.told(here.ben)[-1]
        assert "BBB-222" in await here.presses(here.ben, "Yes, I want it")


@pytest.mark.long
async def test_what_is_taken_back_without_the_points_costs_them() -> None:
    async with shop() as here:
        await here.offer("content", "Film", content="hello", price="20")
        await here.points(here.ann, 30)
        await here.says(here.ann, "/rewards Film")
        await here.presses(here.ann, "Claim for 20 points")
        await here.says(here.mona, "/reward revoke Ann Film")
        assert await here.presses(here.mona, "Take back, keep the points") == "Taken back from Ann."
        assert here.told(here.ann) == ["A moderator took “Film” back."]
        assert (await here.states(), await here.has(here.ann)) == (["revoked"], 10)
        assert "had ended before" in await here.presses(here.mona, "Take back")
        assert await here.has(here.ann) == 10


@pytest.mark.long
async def test_what_has_times_is_not_given_by_hand() -> None:
    async with shop() as here:
        await here.offer("slot", "Tea")
        refused = await here.says(here.mona, "/reward grant Ann Tea")
        assert refused == "“Tea” has times; members choose one themselves. Nothing was given."
        assert (await here.states(), here.told(here.ann)) == ([], [])
