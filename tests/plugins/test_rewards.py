"""Rewards as members and moderators meet them: made, claimed, paid, delivered, taken back."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.testing import START
from plugins.rewards._tables import grants
from tests.plugins.rewarding import shop


@pytest.mark.long
async def test_a_reward_that_a_person_delivers_is_paid_and_handed_over() -> None:
    async with shop() as here:
        await here.offer("custom", "Tea with Hana", price="50")
        await here.points(here.ann, 80)
        assert "Tea with Hana, 50 points" in await here.says(here.ann, "/rewards")
        await here.presses(here.ann, "Tea with Hana")
        assert "“Tea with Hana” is yours, for 50 points." in await here.presses(here.ann, "Claim for 50 points")
        assert await here.has(here.ann) == 30
        assert here.hosts()[-1].startswith("Ann has claimed “Tea with Hana”.")
        assert "Noted: Ann has it." in await here.presses(here.hana, "Handed over")
        assert here.told(here.ann) == ["“Tea with Hana” was handed over to you. Enjoy it."]
        assert await here.states() == ["granted"]


@pytest.mark.long
async def test_a_code_is_shown_to_whoever_claimed_it_and_to_nobody_else() -> None:
    async with shop() as here:
        await here.offer("code", "Voucher", price="10", codes="AAA-111\nBBB-222\nAAA-111")
        await here.points(here.ann, 10)
        await here.points(here.ben, 10)
        await here.says(here.ann, "/rewards Voucher")
        assert "Your code: AAA-111" in await here.presses(here.ann, "Claim for 10 points")
        await here.says(here.ben, "/rewards voucher")
        assert "Your code: BBB-222" in await here.presses(here.ben, "Claim for 10 points")
        assert "All are taken" in await here.says(here.cid, "/rewards Voucher")
        await here.says(here.ann, "/mine")
        assert "AAA-111" in await here.presses(here.ann, "Open: Voucher")
        assert not any("AAA" in text for text in here.bot.texts(here.ben))


@pytest.mark.long
async def test_what_a_host_cannot_deliver_gives_the_points_and_the_seat_back() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", stock="1")
        await here.points(here.ann, 20)
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Claim for 20 points")
        assert "gets the points back" in await here.presses(here.hana, "Cannot be")
        assert await here.has(here.ann) == 20
        assert here.told(here.ann) == ["“Mug” could not be delivered. You have 20 points back. The hosts know."]
        assert "settled before" in await here.presses(here.hana, "Handed over")
        assert "1 left" in await here.says(here.ann, "/rewards Mug")


@pytest.mark.long
async def test_what_nobody_delivers_in_time_gives_the_points_back() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20")
        await here.points(here.ann, 20)
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Claim for 20 points")
        await here.bot.passes(days=13)
        assert await here.states() == ["delivering"]
        await here.bot.passes(days=2)
        assert await here.states() == ["failed"]
        assert await here.has(here.ann) == 20
        assert "was not delivered in time" in here.hosts()[-1]


@pytest.mark.long
async def test_a_button_that_is_pressed_twice_claims_once() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", per_member="")
        await here.points(here.ann, 60)
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Claim for 20 points")
        assert "nothing was taken twice" in await here.presses(here.ann, "Claim for 20 points")
        assert await here.has(here.ann) == 40
        await here.says(here.ann, "/rewards Mug")
        assert "is yours" in await here.presses(here.ann, "Claim for 20 points")
        assert await here.has(here.ann) == 20


@pytest.mark.long
async def test_a_seat_that_is_kept_costs_nothing_until_the_yes_and_goes_after_its_time() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", stock="1", hold_minutes="10")
        await here.points(here.ann, 20)
        await here.points(here.ben, 20)
        await here.says(here.ann, "/rewards Mug")
        assert "kept for you for 10 minutes. It costs 20 points." in await here.presses(here.ann, "Keep one for me")
        assert await here.has(here.ann) == 20
        assert "All are taken" in await here.says(here.ben, "/rewards Mug")
        await here.bot.passes(minutes=11)
        assert "not kept for you any more" in await here.presses(here.ann, "Yes, for 20 points")
        await here.says(here.ben, "/rewards Mug")
        await here.presses(here.ben, "Keep one for me")
        assert "is yours, for 20 points" in await here.presses(here.ben, "Yes, for 20 points")
        assert await here.states() == ["lapsed", "delivering"]
        assert [await here.has(one) for one in (here.ann, here.ben)] == [20, 0]


@pytest.mark.long
async def test_a_seat_that_becomes_free_goes_to_the_first_in_line_and_on_when_they_say_nothing() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", stock="1")
        for person in (here.ann, here.ben, here.cid):
            await here.points(person, 20)
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Claim for 20 points")
        for place, person in enumerate((here.ben, here.cid), 1):
            await here.says(person, "/rewards Mug")
            assert f"number {place} in line" in await here.presses(person, "Wait for one")
        await here.presses(here.hana, "Cannot be")
        assert "“Mug” is free for you" in here.told(here.ben)[-1]
        assert here.told(here.cid) == []
        await here.bot.passes(hours=13)
        assert "the time to say yes is over" in here.told(here.ben)[-1]
        assert "“Mug” is free for you" in here.told(here.cid)[-1]
        assert "is yours, for 20 points" in await here.presses(here.cid, "Yes, I want it")
        assert [await here.has(one) for one in (here.ann, here.ben, here.cid)] == [20, 20, 0]


@pytest.mark.long
async def test_a_gift_is_paid_by_one_and_had_by_another() -> None:
    async with shop() as here:
        await here.offer("code", "Voucher", price="10", codes="AAA-111", can_gift="yes")
        await here.points(here.ann, 10)
        await here.says(here.ann, "/rewards Voucher")
        await here.presses(here.ann, "Give to a friend")
        assert "Ben gets “Voucher” from you, for 10 points of yours." in await here.fill(here.ann, friend="Ben")
        assert await here.has(here.ann) == 0
        assert "AAA-111" in (await here.says(here.ben, "/mine") + await here.presses(here.ben, "Open: Voucher"))
        assert not any("AAA" in text for text in here.bot.texts(here.ann))


@pytest.mark.long
async def test_a_moderator_gives_by_hand_and_takes_back() -> None:
    async with shop() as here:
        await here.offer("content", "Backstage", content="https://example.org/film", price="10", stock="2")
        await here.points(here.ben, 10)
        assert "Ann has “Backstage” now." in await here.says(here.mona, "/reward grant Ann Backstage")
        assert "film" in await here.says(here.ann, "/mine") + await here.presses(here.ann, "Open: Backstage")
        await here.says(here.ben, "/rewards Backstage")
        await here.presses(here.ben, "Claim for 10 points")
        await here.says(here.mona, "/reward revoke Ben Backstage")
        assert "Taken back from Ben. 10 points went back." in await here.presses(here.mona, "Take back")
        assert await here.has(here.ben) == 10
        assert here.told(here.ben)[-1] == "A moderator took “Backstage” back. You have 10 points back."


@pytest.mark.long
async def test_what_lasts_for_a_while_is_over_by_itself_also_after_a_pause_of_the_bot() -> None:
    async with shop() as here:
        await here.offer("content", "Backstage", content="hello", lasts_days="7")
        await here.says(here.ann, "/rewards Backstage")
        await here.presses(here.ann, "Claim it")
        await here.bot.passes(days=6)
        assert await here.states() == ["granted"]
        await here.bot.passes(days=2)
        assert await here.states() == ["expired"]
        assert here.told(here.ann)[-1] == "Your time with “Backstage” is over."


@pytest.mark.long
async def test_a_reward_is_announced_once_a_day_with_a_button_to_it() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", about="Blue, by hand.")
        await here.says(here.mona, "/reward show Mug")
        assert "Everybody can read of “Mug” now." in await here.presses(here.mona, "Tell everybody")
        assert here.bot.texts(here.ann)[-1] == "New to be had: Mug, 20 points. Blue, by hand."
        assert "20 more points" in await here.presses(here.ann, "Look")
        assert "Nothing was posted." in await here.presses(here.mona, "Tell everybody")


@pytest.mark.long
async def test_a_gift_that_its_friend_cannot_take_goes_back_to_whoever_gave_it() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="10", can_gift="yes", stock="1")
        await here.points(here.ann, 10)
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Give to a friend")
        await here.fill(here.ann, friend="Ben")
        await here.says(here.ben, "/mine")
        await here.presses(here.ben, "Open: Mug")
        await here.presses(here.ben, "Give it up")
        assert await here.presses(here.ben, "Give it up") == "You gave up “Mug”."
        assert here.told(here.ann)[-1] == "Ben could not take your gift “Mug”. You have 10 points back."
        assert await here.has(here.ann) == 10
        assert "10 more points" in await here.says(here.cid, "/rewards Mug")


@pytest.mark.long
async def test_a_form_that_does_not_fit_says_what_was_expected_and_changes_nothing() -> None:
    async with shop() as here:
        await here.make("custom", "Mug", price="20")
        await here.presses(here.mona, "Numbers")
        told = await here.fill(here.mona, price="much", stock="3")
        assert told == (
            "Price in points: I could not use “much”. Expected: a whole number; 0 is free. Nothing was changed."
        )
        assert "no limit" in await here.says(here.mona, "/reward show Mug")


@pytest.mark.long
async def test_a_window_opens_and_shuts_by_itself() -> None:
    async with shop() as here:
        await here.offer("content", "Early", content="hello", opens_at="tomorrow 18:00", closes_at="2026-11-22 18:00")
        assert "There are no rewards now" in await here.says(here.ann, "/rewards")
        await here.bot.passes(days=1)
        assert "Early, free" in await here.says(here.ann, "/rewards")
        await here.presses(here.ann, "Early")
        await here.bot.passes(days=1)
        assert "is not to be had now" in await here.presses(here.ann, "Claim it")
        assert "There are no rewards now" in await here.says(here.ann, "/rewards")


@pytest.mark.long
async def test_a_list_of_many_rewards_has_pages() -> None:
    async with shop() as here:
        for number in range(7):
            await here.offer("content", f"Film {number}", content="hello")
        assert "page 1 of 2" in await here.says(here.ann, "/rewards")
        told = await here.presses(here.ann, "More ›")
        assert "page 2 of 2" in told and "Film 6" in told and "Film 1" not in told


@pytest.mark.long
async def test_who_is_forgotten_leaves_no_trace_but_the_seat_stays_given() -> None:
    async with shop() as here:
        await here.offer("content", "Mug", content="hello", stock="2")
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Claim it")
        await here.says(here.ann, "/mydata")
        assert b"rewards_grants" in here.bot.seen(here.ann)[-1].message.files[0].content
        await here.says(here.ann, "/forget")
        await here.presses(here.ann, "Forget me")
        await here.bot.passes(minutes=5)
        async with here.bot.app.parts.work() as work:
            row = await work.row(sa.select(grants.c.member_id, grants.c.payer_id, grants.c.state))
        assert row is not None and tuple(row) == (None, None, "granted")
        assert "1 left" in await here.says(here.ben, "/rewards Mug")


@pytest.mark.long
async def test_buttons_seats_and_ends_outlive_the_process(tmp_path: Path) -> None:
    async with shop(folder=tmp_path) as here:
        await here.offer("content", "Film", content="hello", price="10", hold_minutes="10", stock="1", lasts_days="3")
        await here.points(here.ann, 10)
        await here.says(here.ann, "/rewards Film")
        await here.presses(here.ann, "Keep one for me")
        yes = here.bot.seen(here.ann)[-1].buttons[0].token
    async with shop(folder=tmp_path, start=START + timedelta(minutes=5)) as here:
        assert "is yours, for 10 points" in await here.presses(here.ann, yes)
        assert await here.states() == ["granted"]
    async with shop(folder=tmp_path, start=START + timedelta(days=9)) as here:
        await here.bot.passes(minutes=1)
        assert await here.states() == ["expired"]


@pytest.mark.long
async def test_linked_accounts_have_one_limit_one_purse_and_one_list() -> None:
    async with shop() as here:
        await here.offer("code", "Voucher", price="10", codes="AAA-111\nBBB-222")
        await here.points(here.ann, 20)
        await here.says(here.ann, "/rewards Voucher")
        await here.presses(here.ann, "Claim for 10 points")
        await here.link(here.ben, into=here.ann)
        told = await here.says(here.ben, "/mine") + await here.presses(here.ben, "Open: Voucher")
        assert "AAA-111" in told
        assert "You have it." in await here.says(here.ben, "/rewards Voucher")


@pytest.mark.long
async def test_nothing_here_is_another_communitys_or_anothers_own() -> None:
    async with shop() as here:
        await here.offer("code", "Voucher", codes="AAA-111")
        await here.says(here.ann, "/rewards Voucher")
        await here.presses(here.ann, "Claim it")
        await here.says(here.ann, "/mine")
        opens = here.bot.seen(here.ann)[-1].buttons[0].token
        assert "somebody else’s" in await here.presses(here.ben, opens)
        await here.says(here.mona, "/reward show Voucher")
        people = here.bot.seen(here.mona)[-1].buttons[4].token
        assert "Ann" not in await here.presses(here.ben, people)


@pytest.mark.long
async def test_what_has_ended_shows_nothing_by_an_old_button() -> None:
    async with shop() as here:
        await here.offer("content", "Film", content="the secret place", lasts_days="1")
        await here.offer("code", "Voucher", codes="AAA-111")
        for title in ("Film", "Voucher"):
            await here.says(here.ann, f"/rewards {title}")
            await here.presses(here.ann, "Claim it")
        await here.says(here.ann, "/mine")
        opens = [button.token for button in here.bot.seen(here.ann)[-1].buttons]
        await here.says(here.mona, "/reward revoke Ann Voucher")
        await here.presses(here.mona, "Take back")
        await here.bot.passes(days=2)
        for token in opens:
            told = await here.presses(here.ann, token)
            assert "is not yours any more" in told and "secret" not in told and "AAA" not in told


@pytest.mark.long
async def test_the_credits_name_who_is_in_them_to_hosts() -> None:
    async with shop() as here:
        await here.offer("credits", "In the credits", price="5")
        await here.points(here.ann, 5)
        await here.says(here.ann, "/rewards credits")
        assert "In the credits you are Ann" in await here.presses(here.ann, "Claim for 5 points")
        assert "In the credits: Ann" in await here.says(here.hana, "/reward show In the credits")


@pytest.mark.long
async def test_a_gift_that_cannot_be_is_told_to_both_and_paid_back_to_whoever_gave_it() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="10", can_gift="yes")
        await here.points(here.ann, 10)
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Give to a friend")
        await here.fill(here.ann, friend="Ben")
        await here.presses(here.hana, "Cannot be")
        assert "You have 10 points back." in here.told(here.ann)[-1]
        assert "could not be delivered. You paid nothing for it." in here.told(here.ben)[-1]
        assert [await here.has(one) for one in (here.ann, here.ben)] == [10, 0]


@pytest.mark.long
async def test_long_content_comes_as_a_file() -> None:
    async with shop() as here:
        await here.offer("content", "Book", content="page " * 1000)
        await here.says(here.ann, "/rewards Book")
        assert "It is in the file." in await here.presses(here.ann, "Claim it")
        [file] = here.bot.seen(here.ann)[-1].message.files
        assert file.name == "reward.txt" and file.content.decode().count("page") == 1000


@pytest.mark.long
async def test_claims_seats_lines_and_draws_are_the_same_on_both_databases(each_address: str) -> None:
    async with shop(database_url=each_address) as here:
        for person in (here.ann, here.ben, here.cid):
            await here.points(person, 30)
        await here.offer("code", "Voucher", price="10", codes="AAA-111\nBBB-222")
        await here.says(here.ann, "/rewards Voucher")
        assert "AAA-111" in await here.presses(here.ann, "Claim for 10 points")
        await here.offer("slot", "Tea", price="20")
        await here.says(here.mona, "/reward times Tea monday 18:00")
        await here.says(here.ann, "/rewards Tea")
        await here.presses(here.ann, "Monday 18:00 (1 left)")
        await here.presses(here.ann, "Yes, for 20 points")
        await here.says(here.ben, "/rewards Tea")
        await here.presses(here.ben, "Wait for Monday 18:00")
        await here.presses(here.ann, "Give it up")
        await here.presses(here.ann, "Give it up")
        assert "is yours, for 20 points" in await here.presses(here.ben, "Yes, I want it")
        assert [await here.has(one) for one in (here.ann, here.ben)] == [20, 10]
        await here.says(here.mona, "/draw start Voucher 1 tomorrow 18:00")
        await here.presses(here.cid, "I’m in")
        await here.bot.passes(days=1, hours=1)
        assert "secret, list and winners agree" in await here.says(here.cid, "/draw check")
        await here.says(here.cid, "/mine")
        assert "BBB-222" in await here.presses(here.cid, "Open: Voucher")
