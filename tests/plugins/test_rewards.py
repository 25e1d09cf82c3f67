"""Rewards as members and moderators meet them: made, claimed, paid, delivered, taken back."""

from tests.plugins.rewarding import shop


async def test_a_reward_that_a_person_delivers_is_paid_and_handed_over() -> None:
    async with shop() as here:
        await here.offer("custom", "Tea with Hana", price="50")
        await here.points(here.ann, 80)
        assert "Tea with Hana, 50 points" in await here.says(here.ann, "/rewards")
        await here.press(here.ann, "Tea with Hana")
        assert "“Tea with Hana” is yours, for 50 points." in await here.press(here.ann, "Claim for 50 points")
        assert await here.has(here.ann) == 30
        assert here.hosts()[-1].startswith("Ann has claimed “Tea with Hana”.")
        assert "Noted: Ann has it." in await here.press(here.hana, "Handed over")
        assert here.told(here.ann) == ["“Tea with Hana” was handed over to you. Enjoy it."]
        assert await here.states() == ["granted"]


async def test_a_code_is_shown_to_whoever_claimed_it_and_to_nobody_else() -> None:
    async with shop() as here:
        await here.offer("code", "Voucher", price="10", codes="AAA-111\nBBB-222\nAAA-111")
        await here.points(here.ann, 10)
        await here.points(here.ben, 10)
        await here.says(here.ann, "/rewards Voucher")
        assert "Your code: AAA-111" in await here.press(here.ann, "Claim for 10 points")
        await here.says(here.ben, "/rewards voucher")
        assert "Your code: BBB-222" in await here.press(here.ben, "Claim for 10 points")
        assert "All are taken" in await here.says(here.cid, "/rewards Voucher")
        await here.says(here.ann, "/mine")
        assert "AAA-111" in await here.press(here.ann, "Open: Voucher")
        assert not any("AAA" in text for text in here.bot.texts(here.ben))


async def test_what_a_host_cannot_deliver_gives_the_points_and_the_seat_back() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", stock="1")
        await here.points(here.ann, 20)
        await here.says(here.ann, "/rewards Mug")
        await here.press(here.ann, "Claim for 20 points")
        assert "gets the points back" in await here.press(here.hana, "Cannot be")
        assert await here.has(here.ann) == 20
        assert here.told(here.ann) == ["“Mug” could not be delivered. You have 20 points back. The hosts know."]
        assert "settled before" in await here.press(here.hana, "Handed over")
        assert "1 left" in await here.says(here.ann, "/rewards Mug")


async def test_what_nobody_delivers_in_time_gives_the_points_back() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20")
        await here.points(here.ann, 20)
        await here.says(here.ann, "/rewards Mug")
        await here.press(here.ann, "Claim for 20 points")
        await here.bot.passes(days=13)
        assert await here.states() == ["delivering"]
        await here.bot.passes(days=2)
        assert await here.states() == ["failed"]
        assert await here.has(here.ann) == 20
        assert "was not delivered in time" in here.hosts()[-1]


async def test_a_button_that_is_pressed_twice_claims_once() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", per_member="")
        await here.points(here.ann, 60)
        await here.says(here.ann, "/rewards Mug")
        await here.press(here.ann, "Claim for 20 points")
        assert "nothing was taken twice" in await here.press(here.ann, "Claim for 20 points")
        assert await here.has(here.ann) == 40
        await here.says(here.ann, "/rewards Mug")
        assert "is yours" in await here.press(here.ann, "Claim for 20 points")
        assert await here.has(here.ann) == 20


async def test_a_seat_that_is_kept_costs_nothing_until_the_yes_and_goes_after_its_time() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", stock="1", hold_minutes="10")
        await here.points(here.ann, 20)
        await here.points(here.ben, 20)
        await here.says(here.ann, "/rewards Mug")
        assert "kept for you for 10 minutes. It costs 20 points." in await here.press(here.ann, "Keep one for me")
        assert await here.has(here.ann) == 20
        assert "All are taken" in await here.says(here.ben, "/rewards Mug")
        await here.bot.passes(minutes=11)
        assert "not kept for you any more" in await here.press(here.ann, "Yes, for 20 points")
        await here.says(here.ben, "/rewards Mug")
        await here.press(here.ben, "Keep one for me")
        assert "is yours, for 20 points" in await here.press(here.ben, "Yes, for 20 points")
        assert await here.states() == ["lapsed", "delivering"]
        assert [await here.has(one) for one in (here.ann, here.ben)] == [20, 0]


async def test_a_seat_that_becomes_free_goes_to_the_first_in_line_and_on_when_they_say_nothing() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", stock="1")
        for person in (here.ann, here.ben, here.cid):
            await here.points(person, 20)
        await here.says(here.ann, "/rewards Mug")
        await here.press(here.ann, "Claim for 20 points")
        for place, person in enumerate((here.ben, here.cid), 1):
            await here.says(person, "/rewards Mug")
            assert f"number {place} in line" in await here.press(person, "Wait for one")
        await here.press(here.hana, "Cannot be")
        assert "“Mug” is free for you" in here.told(here.ben)[-1]
        assert here.told(here.cid) == []
        await here.bot.passes(hours=13)
        assert "the time to say yes is over" in here.told(here.ben)[-1]
        assert "“Mug” is free for you" in here.told(here.cid)[-1]
        assert "is yours, for 20 points" in await here.press(here.cid, "Yes, I want it")
        assert [await here.has(one) for one in (here.ann, here.ben, here.cid)] == [20, 20, 0]


async def test_a_gift_is_paid_by_one_and_had_by_another() -> None:
    async with shop() as here:
        await here.offer("code", "Voucher", price="10", codes="AAA-111", can_gift="yes")
        await here.points(here.ann, 10)
        await here.says(here.ann, "/rewards Voucher")
        await here.press(here.ann, "Give to a friend")
        assert "Ben gets “Voucher” from you, for 10 points of yours." in await here.fill(here.ann, friend="Ben")
        assert await here.has(here.ann) == 0
        assert "AAA-111" in (await here.says(here.ben, "/mine") + await here.press(here.ben, "Open: Voucher"))
        assert not any("AAA" in text for text in here.bot.texts(here.ann))


async def test_a_vote_counts_once_and_may_be_changed_until_it_closes() -> None:
    async with shop() as here:
        await here.offer("vote", "What next", content="Teapots\nMugs", price="5", closes_at="tomorrow 18:00")
        await here.points(here.ann, 5)
        await here.says(here.ann, "/rewards What next")
        await here.press(here.ann, "Claim for 5 points")
        assert "Your vote: Teapots" in await here.press(here.ann, "Teapots")
        assert "Your vote: Mugs" in await here.press(here.ann, "Mugs")
        told = await here.says(here.hana, "/reward show What next")
        assert "Teapots: 0\nMugs: 1" in told
        await here.bot.passes(days=1)
        assert "is closed" in await here.press(here.ann, "Teapots")


async def test_a_moderator_gives_by_hand_and_takes_back() -> None:
    async with shop() as here:
        await here.offer("content", "Backstage", content="https://example.org/film", price="10", stock="2")
        await here.points(here.ben, 10)
        assert "Ann has “Backstage” now." in await here.says(here.mona, "/reward grant Ann Backstage")
        assert "film" in await here.says(here.ann, "/mine") + await here.press(here.ann, "Open: Backstage")
        await here.says(here.ben, "/rewards Backstage")
        await here.press(here.ben, "Claim for 10 points")
        await here.says(here.mona, "/reward revoke Ben Backstage")
        assert "Taken back from Ben. 10 points went back." in await here.press(here.mona, "Take back")
        assert await here.has(here.ben) == 10
        assert here.told(here.ben)[-1] == "A moderator took “Backstage” back. You have 10 points back."


async def test_what_lasts_for_a_while_is_over_by_itself_also_after_a_pause_of_the_bot() -> None:
    async with shop() as here:
        await here.offer("content", "Backstage", content="hello", lasts_days="7")
        await here.says(here.ann, "/rewards Backstage")
        await here.press(here.ann, "Claim it")
        await here.bot.passes(days=6)
        assert await here.states() == ["granted"]
        await here.bot.passes(days=2)
        assert await here.states() == ["expired"]
        assert here.told(here.ann)[-1] == "Your time with “Backstage” is over."
