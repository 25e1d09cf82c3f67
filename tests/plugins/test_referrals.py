"""Referrals: honest ones are paid, on both sides and once."""

import pytest

from bot.core.settings import PluginSettings
from bot.model.rights import Right
from tests.plugins.bringing import Town, town


@pytest.mark.long
async def test_somebody_who_came_by_an_invite_stays_and_comes_brings_points_to_both() -> None:
    async with town() as here:
        cid = await here.newcomer("Cid", here.ann)
        assert await here.states() == [("waiting", None)]
        await here.stream(cid)
        await here.later(days=6)
        assert (await here.pending(here.ann), await here.states()) == (0, [("waiting", None)])
        await here.bot.passes(days=1, hours=1)
        assert (await here.pending(here.ann), await here.pending(cid)) == (50, 20)
        assert await here.states() == [("qualified", None)]
        await here.bot.passes(days=7, hours=1)
        assert (await here.paid(here.ann), await here.paid(cid)) == (50, 20)
        assert (await here.states(), await here.brought(here.ann)) == ([("paid", None)], 1)
        assert "Brought along: 1 counted" in await here.says(here.ann, "/me")
        assert "for bringing somebody along" in await here.says(here.ann, "/points history")
        await here.settles_in(cid)
        await here.later(days=20)
        assert (await here.paid(here.ann), await here.paid(cid)) == (50, 20)
        assert "📣 Brings friends" in await here.says(here.ann, "/badges")
        await here.sums_are_right()


@pytest.mark.long
async def test_a_code_that_a_newcomer_types_is_as_good_as_an_invite_and_they_are_asked_first() -> None:
    async with town() as here:
        code = await here.code(here.ann)
        cid = await here.newcomer("Cid")
        assert "Did Ann bring you here?" in await here.says(cid, f"/invited {code.lower()}")
        assert await here.all() == []
        assert "Noted: Ann brought you" in await here.presses(cid, "Yes, so it was")
        assert "Noted: Ann brought you" in await here.claims(cid, code)
        await here.settles_in(cid)
        await here.later(days=8)
        assert (await here.paid(here.ann), await here.paid(cid)) == (50, 20)
        [row] = await here.all()
        assert (row.how, row.grade) == ("code", "proof")


@pytest.mark.long
async def test_who_comes_by_a_deep_link_is_led_in_and_counts_from_there() -> None:
    async with town() as here:
        code, cid = await here.code(here.ann), here.outside("Cid")
        await here.bot.chat.opens(cid, here.bot.app.parts.tokens.link(1, f"invited_{code}"))
        await here.bot.app.turn()
        told = await here.presses(cid, "Yes, so it was")
        assert "One step is left, come in:" in told
        address = told.splitlines()[-1]
        await here.later(hours=2)
        await here.bot.chat.joins(cid, address)
        await here.bot.app.turn()
        [row] = await here.all()
        assert (row.how, row.state, row.joined_at) == ("both", "waiting", here.bot.clock.now())
        await here.settles_in(cid)
        await here.later(days=8)
        assert (await here.paid(here.ann), await here.paid(cid)) == (50, 20)


@pytest.mark.long
async def test_who_said_it_before_and_came_in_unnoticed_counts_as_well() -> None:
    async with town() as here:
        code, cid = await here.code(here.ann), here.outside("Cid")
        await here.claims(cid, code)
        await here.later(days=1)
        [row] = await here.all()
        assert (row.state, row.joined_at) == ("waiting", None)
        await here.bot.chat.joins(cid)
        await here.bot.app.turn()
        await here.later(days=1)
        await here.settles_in(cid)
        await here.later(days=8)
        assert await here.paid(here.ann) == 50


@pytest.mark.long
async def test_what_else_has_to_hold_is_the_communitys_choice_and_moderators_put_a_rule_together() -> None:
    async with town() as here:
        await here.chooses(order=True, stream=False, days_stayed=0, days_pending=1)
        cid = await here.newcomer("Cid", here.ann)
        await here.later(days=2)
        assert await here.states() == [("waiting", None)]
        await here.says(here.mona, "/referral campaign")
        await here.presses(here.mona, "Rule")
        await here.presses(here.mona, "Add a condition")
        await here.presses(here.mona, "Streams attended")
        await here.fills(here.mona, {"value": "1"})
        assert "What else has to hold: at least 1 stream attended" in await here.says(here.ann, "/refer")
        await here.orders(cid)
        assert await here.states() == [("waiting", None)]
        await here.stream(cid)
        assert await here.states() == [("qualified", None)]
        await here.later(days=1)
        assert await here.paid(here.ann) == 50


@pytest.mark.long
async def test_a_campaign_brings_more_to_both_and_has_figures_of_its_own() -> None:
    async with town() as here:
        await here.says(here.mona, "/referral campaign")
        await here.presses(here.mona, "New campaign")
        form = {"name": "Advent", "ends": "24 December 18:00", "bonus": "30", "words": "invites you to bake."}
        assert "Advent, on until" in await here.fills(here.mona, form)
        assert "Your card reads: “Ann invites you to bake.”" in await here.says(here.ann, "/refer")
        cid = await here.newcomer("Cid", here.ann)
        await here.settles_in(cid)
        await here.later(days=8)
        assert (await here.paid(here.ann), await here.paid(cid)) == (80, 50)
        await here.says(here.mona, "/referral campaign")
        page = await here.presses(here.mona, "Open: Advent")
        assert "1 person was noted as brought along" in page and "1 counted for good" in page
        await here.presses(here.mona, "Edit")
        again = {**form, "name": "Second", "begins": "20 December 18:00"}
        assert "Second, from" in await here.fills(here.mona, again)
        await here.says(here.mona, "/referral campaign")
        await here.presses(here.mona, "New campaign")
        assert "Then there would be two at once" in await here.fills(here.mona, form)


@pytest.mark.long
async def test_others_show_what_it_is_about() -> None:
    async with town() as here:
        assert "50 points for somebody whom you bring along" in await here.says(here.ann, "/points how")
        await here.newcomer("Cid", here.ann)
        await here.bot.says(here.hana, "/stream start Tea night")
        assert "Here for the first time because a friend brought them: Cid." in await here.says(here.hana, "/cues")


@pytest.mark.long
async def test_a_code_is_all_there_is_where_the_network_makes_no_invites() -> None:
    async with town() as here:
        here.bot.chat.arrange(lacking=[Right.CREATE_INVITES])
        told = await here.says(here.ann, "/refer")
        assert "Your code:" in told and "local:invite" not in told
        assert here.bot.seen(here.ann)[-1].message.files


@pytest.mark.long
async def test_what_happens_while_the_plugin_is_off_is_found_when_it_is_on_again() -> None:
    async with town() as here:
        await here.later(days=40)
        await here.chooses(order=True)
        cid, dan, eva, fay = [await here.newcomer(name, here.ann) for name in ("Cid", "Dan", "Eva", "Fay")]
        for number, person in enumerate((cid, dan, eva, fay)):
            await here.orders(person, number)
        await here.settles_in(cid, dan, eva, fay)
        assert await here.states() == [("qualified", None)] * 4
        await _turns(here, on=False)
        await here.leaves(dan)
        await here.link(eva, into=here.ben)
        await here.orders(fay, 3, refunded=True)
        await here.later(days=8)
        assert await here.states() == [("qualified", None)] * 4
        await _turns(here, on=True)
        await here.later(days=1)
        assert await here.states() == [
            ("paid", None),
            ("refused", "left"),
            ("refused", "known"),
            ("refused", "refunded"),
        ]
        assert (await here.paid(here.ann), await here.paid(cid)) == (50, 20)
        await here.sums_are_right()


async def _turns(here: Town, *, on: bool) -> None:
    async with here.background() as ctx:
        await ctx.use(PluginSettings).enable(ctx.use(PluginSettings).plugin("referrals"), None, enabled=on)


@pytest.mark.long
async def test_whether_they_stay_more_than_others_shows_from_some_number_of_people_on() -> None:
    async with town() as here:
        await here.chooses(fewest_for_rate=5, most_in_a_week=100)
        brought = [await here.newcomer(f"B{number}", here.ann) for number in range(5)]
        others = [await here.newcomer(f"O{number}") for number in range(5)]
        await here.later(days=40)
        await here.stream(*brought[:4], others[0])
        await here.later(days=1)
        told = await here.says(here.mona, "/referral stats")
        assert "80 % of the 5 who were brought along, 20 % of the 5 others" in told
        await here.chooses(fewest_for_rate=6)
        assert "once 6 of each joined" in await here.says(here.mona, "/referral stats")
