"""What hosts do with rewards beside the way that all goes well: old buttons, doubled titles, second thoughts."""

import pytest
import sqlalchemy as sa

from bot.community.facts import Facts
from bot.platforms.local.records import Person
from plugins.rewards._tables import rewards
from tests.plugins.rewarding import Shop, shop


async def condition(here: Shop, label: str, **values: str) -> str:
    """Add a condition to the rule that is shown."""
    await here.presses(here.mona, "Add a condition")
    while not any(label == action.label for action in here.bot.seen(here.mona)[-1].buttons):
        await here.presses(here.mona, "More ›")
    await here.presses(here.mona, label)
    return await here.fill(here.mona, **values)


@pytest.mark.long
async def test_an_old_button_that_joins_conditions_does_not_lock_a_reward_without_any() -> None:
    async with shop() as here:
        await here.make("content", "Mug", content="hello")
        await here.presses(here.mona, "Rule")
        for number in ("1", "2"):
            await condition(here, "Streams attended", how="at_least", value=number)
        await here.presses(here.mona, "No rule")
        assert "Everybody may have “Mug”." in await here.presses(here.mona, "Any of them will do")
        await here.says(here.mona, "/reward show Mug")
        await here.presses(here.mona, "Put on offer")
        assert "You can have it" in await here.says(here.ann, "/rewards Mug")


async def cues(here: Shop) -> list[str]:
    """The lines of the cue card in a stream."""
    return (await here.says(here.hana, "/cues")).splitlines()


@pytest.mark.long
async def test_hosts_see_what_waits_for_them_first_whatever_else_is_in_play() -> None:
    async with shop() as here:
        for number in range(6):
            await here.offer("vote", f"Vote {number}", content="a\nb", price="5")
        await here.offer("custom", "Mug", stock="3")
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Claim it")
        await here.says(here.hana, "/stream start Tea")
        lines = await cues(here)
        waits = next(place for place, line in enumerate(lines) if "One reward waits to be handed over" in line)
        votes = [place for place, line in enumerate(lines) if "The vote on" in line]
        few = next(place for place, line in enumerate(lines) if "“Mug”: 2 left." in line)
        assert waits < votes[0] and len(votes) == 4 and votes[-1] < few
        await here.presses(here.hana, "Handed over")
        assert not any("to be handed over" in line for line in await cues(here))


async def claims(here: Shop, person: Person, label: str) -> str:
    """Claim a mug."""
    await here.says(person, "/rewards Mug")
    return await here.presses(person, label)


@pytest.mark.long
async def test_hosts_hear_of_what_was_given_up_and_what_they_can_do_where_it_was_handed_over() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20")
        await here.points(here.ann, 20)
        await claims(here, here.ann, "Claim for 20 points")
        await here.presses(here.ann, "Give it up")
        assert "You got 20 points back." in await here.presses(here.ann, "Give it up")
        assert here.hosts()[-1].startswith("Ann has given “Mug” up, and has 20 points back. Do not hand it over")
        told = await here.presses(here.hana, "Handed over")
        assert told.startswith("Ann gave “Mug” up before. 20 points went back") and "/give-points" in told
        assert "gave “Mug” up before" in await here.presses(here.hana, "Cannot be")
        assert await here.states() == ["given-up"]


@pytest.mark.long
async def test_what_is_claimed_and_given_up_again_and_again_is_left_for_a_day() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20")
        await here.points(here.ann, 20)
        for _ in range(3):
            await claims(here, here.ann, "Claim for 20 points")
            for _ in range(2):
                await here.presses(here.ann, "Give it up")
        posts = len(here.hosts())
        assert "gave it up 3 times within a day" in await claims(here, here.ann, "Claim for 20 points")
        assert len(here.hosts()) == posts and await here.has(here.ann) == 20
        await here.bot.passes(hours=24)
        assert "is yours" in await claims(here, here.ann, "Claim for 20 points")


@pytest.mark.long
async def test_a_seat_that_was_only_kept_may_be_let_go_as_often_as_one_likes() -> None:
    async with shop() as here:
        await here.offer("custom", "Mug", price="20", hold_minutes="10")
        await here.points(here.ann, 20)
        for _ in range(4):
            await claims(here, here.ann, "Keep one for me")
            assert "You paid nothing." in await here.presses(here.ann, "No, thank you")
        await claims(here, here.ann, "Keep one for me")
        assert "is yours, for 20 points" in await here.presses(here.ann, "Yes, for 20 points")


async def facts_of(here: Shop, person: Person) -> int:
    """How many rewards the person claimed, as rules see it."""
    member_id = await here.id_of(person)
    async with here.bot.app.parts.work() as work:
        return int((await Facts(work, ()).of(member_id)).get("rewards_claimed", 0))


@pytest.mark.long
async def test_what_somebody_gave_up_or_lost_is_not_counted_as_claimed() -> None:
    async with shop() as here:
        await here.offer("event", "Mug")
        await here.says(here.mona, "/reward times Mug monday 18:00 60 5")
        for count in (1, 0, 1, 0, 1):
            if count:
                await claims(here, here.ann, "Monday 18:00 (5 left)")
                await here.presses(here.ann, "Yes, I want it")
            else:
                for _ in range(2):
                    await here.presses(here.ann, "Give it up")
            await here.bot.passes(minutes=1)
            assert await facts_of(here, here.ann) == count
        await here.says(here.mona, "/reward revoke Ann Mug")
        await here.presses(here.mona, "Take back")
        await here.bot.passes(minutes=1)
        assert await facts_of(here, here.ann) == 0


@pytest.mark.long
async def test_what_is_taken_off_offer_is_seen_by_nobody_and_kept_by_who_has_it() -> None:
    async with shop() as here:
        await here.offer("content", "Mug", content="hello")
        await here.says(here.ann, "/rewards Mug")
        await here.presses(here.ann, "Claim it")
        await here.says(here.ben, "/rewards Mug")
        await here.says(here.mona, "/reward show Mug")
        assert "Who has it keeps it." in await here.presses(here.mona, "Take off offer")
        assert "is not to be had now" in await here.presses(here.ben, "Claim it")
        assert "There are no rewards now." in await here.says(here.ben, "/rewards")
        assert "not on offer: 1 given" in await here.says(here.mona, "/reward list")
        await here.says(here.ann, "/mine")
        assert "hello" in await here.presses(here.ann, "Open: Mug")


@pytest.mark.long
async def test_every_form_shows_what_holds_and_keeps_what_is_answered() -> None:
    async with shop() as here:
        await here.make("content", "Mug", content="hello", price="20", stock="5", can_gift="yes")
        await here.says(here.mona, "/reward edit mug")
        await here.presses(here.mona, "Numbers")
        shown = {field.name: field.value for field in here.bot.chat.forms(here.mona)[-1].form.fields}
        assert shown == {"price": "20", "stock": "5", "per_member": "1", "lasts_days": "", "cost": ""}
        told = await here.fill(here.mona, **{**shown, "price": "25", "lasts_days": "3"})
        assert "Mug, 25 points" in told and "0 given, 5 left." in told and "It is over after 3 days." in told
        await here.presses(here.mona, "Window")
        assert "also as a gift, until" in await here.fill(
            here.mona, opens_at="", closes_at="friday 20:00", hold_minutes="5", can_gift="yes"
        )
        await here.presses(here.mona, "Words")
        assert "Cup, 25 points" in await here.fill(here.mona, title="Cup", about="", content="hello")
        assert "moderator" in (await here.says(here.ann, "/reward edit Cup")).casefold()


async def test_a_title_that_nobody_can_read_is_none() -> None:
    async with shop() as here:
        assert "A title has 1 to" in await here.says(here.mona, "/reward create custom \u202e")
        await here.make("custom", "Cup")
        await here.presses(here.mona, "Words")
        assert "A title has 1 to" in await here.fill(here.mona, title="\u202e\u200b")
        assert "Cup" in await here.says(here.mona, "/reward list")


@pytest.mark.long
async def test_two_rewards_have_two_titles_and_older_twins_are_told_apart_by_their_numbers() -> None:
    async with shop() as here:
        await here.make("custom", "Mug")
        assert "There is a reward called “Mug” already." in await here.says(here.mona, "/reward create code mug")
        await here.make("custom", "Cup")
        await here.presses(here.mona, "Words")
        assert "There is a reward called “Mug” already." in await here.fill(here.mona, title="MUG")
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(rewards).values(title="Mug"))
        assert "could be several: Mug (#1), Mug (#2)." in await here.says(here.mona, "/reward edit Mug")
        await here.says(here.mona, "/reward edit #2")
        await here.presses(here.mona, "Words")
        assert "Saved." in await here.fill(here.mona, title="Cup")
        assert "/reward list shows all" in await here.says(here.mona, "/reward edit Bowl")
        assert "/rewards shows all of them." in await here.says(here.ann, "/rewards Bowl")


@pytest.mark.long
async def test_a_reward_that_nobody_had_is_deleted_with_all_that_belongs_to_it() -> None:
    async with shop() as here:
        await here.offer("code", "Voucher", codes="AAA\nBBB")
        await here.make("slot", "Tea")
        await here.says(here.mona, "/reward times Tea tomorrow 18:00")
        for title in ("Voucher", "Tea"):
            await here.says(here.mona, f"/reward show {title}")
            if title == "Voucher":
                await here.presses(here.mona, "Take off offer")
                await here.says(here.mona, "/reward show Voucher")
            assert "its texts, times and codes are gone" in await here.presses(here.mona, "Delete")
            assert f"“{title}” is deleted." in await here.presses(here.mona, "Delete")
        assert "There are no rewards yet." in await here.says(here.mona, "/reward list")
        await here.bot.passes(days=2)


@pytest.mark.long
async def test_a_reward_that_somebody_had_is_not_deleted() -> None:
    async with shop() as here:
        await here.make("custom", "Mug")
        await here.says(here.mona, "/reward show Mug")
        await here.presses(here.mona, "Delete")
        await here.presses(here.mona, "Put on offer")
        assert "Take it off first" in await here.presses(here.mona, "Delete")
        await claims(here, here.ann, "Claim it")
        await here.says(here.mona, "/reward show Mug")
        await here.presses(here.mona, "Take off offer")
        assert "was claimed or drawn" in await here.presses(here.mona, "Delete")
        await here.says(here.mona, "/reward show Mug")
        assert not any(action.label == "Delete" for action in here.bot.seen(here.mona)[-1].buttons)
