"""Frauds in referrals: none is paid, what was paid goes back, and what is in doubt waits for a person."""

import pytest

from bot.model.incoming import MemberJoined
from bot.platforms.local.records import SPACE, Person
from plugins.referrals._codes import code_of
from tests.plugins.bringing import Town, town


async def nothing_was_paid(here: Town, *more: object) -> None:
    """Ann, who brought somebody, has nothing of it, and nothing is on its way."""
    assert (await here.paid(here.ann), await here.pending(here.ann)) == (0, 0)
    await here.sums_are_right()


async def test_nobody_brings_themself() -> None:
    async with town() as here:
        code = await here.code(here.ann)
        assert "That is your own code" in await here.says(here.ann, f"/invited {code}")
        await here.leaves(here.ann)
        await here.joins(here.ann, by=here.ann)
        assert await here.all() == []


@pytest.mark.long
async def test_a_second_account_counts_as_the_same_person_from_the_moment_they_are_linked() -> None:
    for linked_after in ("waiting", "qualified", "paid"):
        async with town() as here:
            other = await here.newcomer("Annie", here.ann)
            if linked_after != "waiting":
                await here.settles_in(other)
            if linked_after == "paid":
                await here.later(days=8)
                assert await here.paid(here.ann) == 50
            assert [state for state, _ in await here.states()] == [linked_after]
            await here.link(other, into=here.ann)
            ends = "taken_back" if linked_after == "paid" else "refused"
            assert await here.states() == [(ends, "self")]
            await here.settles_in(other)
            await here.later(days=8)
            await nothing_was_paid(here)
            assert await here.brought(here.ann) == 0


@pytest.mark.long
async def test_a_new_account_of_somebody_who_was_here_for_long_is_no_newcomer() -> None:
    async with town() as here:
        await here.later(days=40)
        other = await here.newcomer("Benny", here.ann)
        await here.settles_in(other)
        assert await here.pending(here.ann) == 50
        await here.link(other, into=here.ben)
        assert await here.states() == [("refused", "known")]
        await nothing_was_paid(here)


@pytest.mark.long
async def test_two_accounts_that_were_both_brought_are_one_newcomer() -> None:
    async with town() as here:
        one = await here.newcomer("Cid", here.ann)
        other = await here.newcomer("Cidney", here.ann)
        await here.settles_in(one, other)
        assert await here.pending(here.ann) == 100
        await here.link(other, into=one)
        assert await here.states() == [("qualified", None), ("refused", "twice")]
        await here.later(days=8)
        assert await here.paid(here.ann) == 50


@pytest.mark.long
async def test_who_was_here_before_is_no_newcomer_however_they_come_back() -> None:
    async with town() as here:
        cid = await here.newcomer("Cid")
        await here.leaves(cid)
        await here.later(days=1)
        await here.joins(cid, by=here.ann)
        assert await here.states() == [("refused", "rejoined")]
        code = await here.code(here.ben)
        assert "is noted already" in await here.claims(cid, code)
        await here.later(days=20)
        assert "You have been here before" in await here.claims(here.ben, await here.code(here.ann))
        await here.settles_in(cid)
        await here.later(days=8)
        await nothing_was_paid(here)


@pytest.mark.long
async def test_who_leaves_before_the_points_count_takes_them_along_and_so_they_do_soon_after() -> None:
    async with town() as here:
        cid, dan = await here.newcomer("Cid", here.ann), await here.newcomer("Dan", here.ann)
        await here.settles_in(cid, dan)
        assert await here.pending(here.ann) == 100
        await here.leaves(cid)
        assert (await here.pending(here.ann), await here.pending(cid)) == (50, 0)
        await here.later(days=8)
        assert (await here.paid(here.ann), await here.brought(here.ann)) == (50, 1)
        await here.leaves(dan)
        assert await here.states() == [("refused", "left"), ("taken_back", "left")]
        assert (await here.paid(here.ann), await here.brought(here.ann)) == (0, 0)
        await nothing_was_paid(here)


@pytest.mark.long
async def test_what_was_spent_before_they_left_is_owed() -> None:
    async with town() as here:
        await here.says(here.mona, "/cause add Cats")
        cid = await here.newcomer("Cid", here.ann)
        await here.settles_in(cid)
        await here.later(days=8)
        assert "50" in await here.says(here.ann, "/cause give 50 Cats")
        await here.leaves(cid)
        await here.says(here.mona, "/give points Ann 60 for the teapot")
        await here.sums_are_right()
        assert "10 points" in await here.says(here.ann, "/points")


@pytest.mark.long
async def test_who_stayed_long_after_the_points_may_leave() -> None:
    async with town() as here:
        cid = await here.newcomer("Cid", here.ann)
        await here.settles_in(cid)
        await here.later(days=8)
        await here.later(days=31)
        await here.leaves(cid)
        assert (await here.states(), await here.paid(here.ann)) == ([("paid", None)], 50)


@pytest.mark.long
async def test_an_invite_that_was_deleted_still_tells_who_used_it_and_nothing_of_others() -> None:
    async with town() as here:
        invite = await here.invite(here.ann)
        cid = await here.newcomer("Cid", here.ann)
        await here.bot.chat.takes_back(here.ann, invite)
        await here.bot.app.turn()
        await here.newcomer("Dan")
        assert len(await here.all()) == 1
        assert await here.invite(here.ann) != invite
        await here.settles_in(cid)
        await here.later(days=8)
        assert await here.paid(here.ann) == 50


@pytest.mark.long
async def test_a_code_that_stands_somewhere_for_everybody_waits_for_a_person() -> None:
    async with town() as here:
        code = await here.code(here.ann)
        people = [await here.newcomer(f"P{number}") for number in range(7)]
        for person in people:
            await here.claims(person, code)
        assert await here.states() == [("contested", "velocity")] * 7
        await here.settles_in(*people)
        await here.later(days=8)
        await nothing_was_paid(here)
        assert "Somebody's coming is in doubt" in "\n".join(here.bot.texts(here.hana))


@pytest.mark.long
async def test_many_by_one_members_invite_in_a_week_wait_for_a_person_from_some_number_on() -> None:
    async with town() as here:
        await here.chooses(most_in_a_week=3)
        people = [await here.newcomer(f"P{number}", here.ann) for number in range(5)]
        assert await here.states() == [("waiting", None)] * 3 + [("contested", "velocity")] * 2
        await here.later(days=8)
        assert (await here.newcomer("Zoe", here.ann), (await here.states())[-1])[1] == ("waiting", None)
        await here.settles_in(*people)
        await here.later(days=8)
        assert await here.paid(here.ann) == 150


@pytest.mark.long
async def test_an_order_that_goes_back_takes_along_what_rests_on_it() -> None:
    async with town() as here:
        await here.chooses(order=True, stream=False)
        cid, dan = await here.newcomer("Cid", here.ann), await here.newcomer("Dan", here.ann)
        for number, person in enumerate((cid, dan)):
            await here.orders(person, number)
        await here.later(days=8)
        assert await here.pending(here.ann) == 100
        await here.orders(cid, 0, refunded=True)
        await here.later(days=8)
        assert await here.paid(here.ann) == 50
        await here.orders(dan, 1, refunded=True)
        assert await here.states() == [("refused", "refunded"), ("taken_back", "refunded")]
        await nothing_was_paid(here)


@pytest.mark.long
async def test_a_first_order_that_went_back_before_does_not_count() -> None:
    async with town() as here:
        await here.chooses(order=True, stream=False)
        cid = await here.newcomer("Cid", here.ann)
        await here.orders(cid)
        await here.orders(cid, refunded=True)
        await here.later(days=8)
        assert await here.states() == [("waiting", None)]
        await here.orders(cid, 2)
        assert await here.states() == [("qualified", None)]


@pytest.mark.long
async def test_a_code_that_says_otherwise_than_the_invite_waits_and_a_person_says_whose_it_was() -> None:
    async with town() as here:
        code = await here.code(here.ben)
        cid = await here.newcomer("Cid", here.ann)
        assert "a moderator takes a look" in await here.claims(cid, code)
        assert await here.states() == [("contested", "contradicts")]
        await here.settles_in(cid)
        assert "It goes on" in await here.decides(1, "Let it count for Ben")
        await here.later(days=8)
        assert (await here.paid(here.ann), await here.paid(here.ben), await here.paid(cid)) == (0, 50, 20)


@pytest.mark.long
async def test_an_invite_that_says_otherwise_than_the_code_waits_as_well() -> None:
    async with town() as here:
        code, cid = await here.code(here.ben), here.outside("Cid")
        await here.claims(cid, code)
        await here.joins(cid, by=here.ann)
        assert await here.states() == [("contested", "contradicts")]


@pytest.mark.long
async def test_whom_nobody_saw_arrive_waits_for_a_person_and_who_was_known_for_long_is_told() -> None:
    async with town() as here:
        lurker = here.bot.person("Lurker")
        assert "a moderator takes a look" in await here.claims(lurker, await here.code(here.ann))
        assert await here.states() == [("contested", "unseen")]
        await here.settles_in(lurker)
        await nothing_was_paid(here)
        await here.decides(1, "Let it count")
        await here.later(days=8)
        assert await here.paid(here.ann) == 50


@pytest.mark.long
async def test_who_speaks_first_and_joins_a_moment_later_is_new_all_the_same() -> None:
    async with town() as here:
        cid = here.outside("Cid")
        await here.says(cid, "/ping")
        await here.joins(cid)
        assert "Noted: Ann brought you" in await here.claims(cid, await here.code(here.ann))
        assert await here.states() == [("waiting", None)]


@pytest.mark.long
async def test_who_may_not_bring_anybody_gets_nothing_of_what_is_on_its_way() -> None:
    async with town() as here:
        cid = await here.newcomer("Cid", here.ann)
        await here.settles_in(cid)
        assert await here.pending(here.ann) == 50
        assert "One that was on its way ended" in await here.says(here.mona, "/referral ban Ann sold her code")
        assert "cannot bring anybody along" in await here.says(here.ann, "/refer")
        await here.later(days=8)
        await nothing_was_paid(here)
        async with here.background() as ctx:
            code = await code_of(ctx, await here.id_of(here.ann))
        dan = await here.newcomer("Dan")
        assert "Nobody here has the code" in await here.claims(dan, code or "")
        assert "may bring people along again" in await here.says(here.mona, "/referral unban Ann")
        assert "Noted" in await here.claims(dan, code or "")


@pytest.mark.long
async def test_who_takes_too_long_does_not_count() -> None:
    async with town() as here:
        cid = await here.newcomer("Cid", here.ann)
        await here.later(days=61)
        assert await here.states() == [("refused", "late")]
        await here.settles_in(cid)
        await nothing_was_paid(here)


@pytest.mark.long
async def test_nobody_decides_what_brings_points_to_themself_and_two_do_not_decide_twice() -> None:
    async with town() as here:
        lurker = here.bot.person("Lurker")
        await here.claims(lurker, await here.code(here.mona))
        assert "another moderator has to decide" in await here.decides(1, "Let it count")
        nora = here.bot.person("Nora", here.mona.floor)
        await here.says(nora, "/ping")
        assert "Refused." in await here.decides(1, "Refuse", nora)
        assert await here.states() == [("refused", "decided")]
        async with here.background() as ctx:
            token = ctx.button("referrals.approve", 1, 0).token
        assert "That is settled" in await here.presses(nora, token)


@pytest.mark.long
async def test_erasure_of_either_side_leaves_the_other_what_is_theirs() -> None:
    async with town() as here:
        cid, dan = await here.newcomer("Cid", here.ann), await here.newcomer("Dan", here.ben)
        await here.settles_in(cid, dan)
        await here.forgets(cid)
        await here.forgets(here.ben)
        await here.later(days=8)
        assert await here.states() == [("refused", "gone"), ("paid", None)]
        assert (await here.paid(here.ann), await here.paid(dan)) == (0, 20)
        first, second = await here.all()
        assert (first.invited_id, second.inviter_id) == (None, None)
        eva = await here.newcomer("Eva", here.ann)
        assert (await here.states())[-1] == ("contested", "forgotten"), "Cid may have come once more as Eva"
        assert "somebody who was forgotten" in await here.says(here.mona, "/referral list")
        await here.settles_in(eva)
        await here.sums_are_right()


async def comes_perhaps_by(here: Town, name: str, invite: str, sure: float) -> Person:
    """As Discord tells it: who came by which invite is what the uses of all of them say."""
    who = here.outside(name)
    joined = MemberJoined(
        event_id=f"joined:{name}", at=here.bot.clock.now(), actor=who.actor, space=SPACE, invite=invite, confidence=sure
    )
    await here.bot.app.dispatcher.receive(joined)
    await here.bot.app.turn()
    return who


@pytest.mark.long
async def test_what_two_invites_that_were_used_at_once_leave_in_doubt_the_newcomer_says() -> None:
    async with town() as here:
        invite = await here.invite(here.ann)
        cid, dan, eva = [await comes_perhaps_by(here, name, invite, 0.5) for name in ("Cid", "Dan", "Eva")]
        assert await here.states() == [("contested", "doubtful")] * 3
        for who in (cid, dan, eva):
            await here.says(who, "/invited")
        async with here.background() as ctx:
            yes, no = ctx.button("referrals.confirm", 1).token, ctx.button("referrals.deny", 2).token
            other = ctx.button("referrals.confirm", 3).token
        assert "Thanks, noted." in await here.presses(cid, yes)
        assert "nothing is noted" in await here.presses(dan, no)
        assert "There is no such referral" in await here.presses(here.ann, other)
        assert await here.states() == [("waiting", None), ("refused", "denied"), ("contested", "doubtful")]
        assert "Noted: Ann" in await here.claims(eva, await here.code(here.ann))
        assert (await here.states())[2] == ("waiting", None)
