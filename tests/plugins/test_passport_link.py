"""/link and /unlink: a code, a yes from both sides, and what a stolen or mistyped code comes to."""

import pytest
import sqlalchemy as sa

from bot.community.ledger import Ledger
from bot.community.refunds import Refunds
from bot.model.points import Award, Balance
from bot.storage.further_tables import link_requests
from tests.plugins.linking import NO, YES, evening
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_screens_read_well(language: str) -> None:
    async with evening(language) as it:
        shown = await it.says(it.ann, "/link")
        code = next(word for word in shown.replace("<", " ").split() if len(word) == 9 and word[4] == "-")
        seen = len(it.bot.seen(it.ann))
        asked = await it.says(it.nina, f"/link {code}")
        note = [str(one.message.text) for one in it.bot.seen(it.ann)[seen:]]
        agreed = await it.presses(it.nina, YES[language])
        done = await it.presses(it.ann, YES[language])
        told = str(it.bot.seen(it.nina)[-1].message.text)
        card = await it.says(it.nina, "/me")
        parting = await it.says(it.nina, "/unlink")
        parted = await it.presses(it.nina, {"en": "Take apart", "cs": "Rozpojit"}[language])
        screens = [shown.replace(code, "CODE-CODE"), asked, *note, agreed, done, told, card, parting, parted]
        matches(f"passport/link.{language}", "\n\n----\n\n".join(screens))


async def test_two_accounts_are_one_member_once_both_have_said_yes() -> None:
    async with evening() as it:
        code = await it.code(it.ann)
        assert "local (Ann)" in await it.says(it.nina, f"/link {code}")
        assert not await it.are_one(it.ann, it.nina)
        await it.bot.presses(it.nina, YES["en"])
        assert not await it.are_one(it.ann, it.nina)
        await it.bot.presses(it.ann, YES["en"])
        assert await it.are_one(it.ann, it.nina)
        assert await it.points() == {"Nina": "Ann"}
        assert (await it.member(it.nina)).name == "Ann"


@pytest.mark.long
async def test_the_order_of_the_two_yeses_does_not_matter_and_the_longer_known_one_acts() -> None:
    async with evening() as it:
        code = await it.code(it.nina)
        await it.bot.says(it.ann, f"/link {code.lower().replace('-', ' ')}")
        await it.bot.presses(it.nina, YES["en"])
        await it.bot.presses(it.ann, YES["en"])
        assert await it.points() == {"Nina": "Ann"}


@pytest.mark.long
@pytest.mark.parametrize("refuses", ["ann", "nina"])
async def test_either_side_may_say_no_also_after_a_yes_of_the_other(refuses: str) -> None:
    async with evening() as it:
        code = await it.code(it.ann)
        await it.bot.says(it.nina, f"/link {code}")
        one, other = (it.ann, it.nina) if refuses == "ann" else (it.nina, it.ann)
        await it.bot.presses(other, YES["en"])
        assert "nothing was joined" in await it.presses(one, NO["en"])
        assert "said no" in it.bot.texts(other)[-1]
        assert "This is over" in await it.presses(one, YES["en"])
        assert not await it.are_one(it.ann, it.nina)


@pytest.mark.long
async def test_nobody_else_can_say_yes_or_no() -> None:
    async with evening() as it:
        code = await it.code(it.ann)
        await it.bot.says(it.nina, f"/link {code}")
        token = next(
            action.token
            for shown in it.bot.seen(it.nina)
            for row in shown.message.actions
            for action in row
            if action.label == YES["en"]
        )
        before = len(it.bot.seen(it.ben))
        await it.bot.chat.presses(it.ben, token)
        await it.bot.app.turn()
        assert "This is over" in it.bot.texts(it.ben)[before:][0]


@pytest.mark.long
async def test_a_code_works_once_and_for_ten_minutes_and_a_new_one_takes_its_place() -> None:
    async with evening() as it:
        old = await it.code(it.ann)
        code = await it.code(it.ann)
        assert "no such code" in await it.says(it.nina, f"/link {old}")
        await it.bot.says(it.nina, f"/link {code}")
        assert "no such code" in await it.says(it.ben, f"/link {code}")
        late = await it.code(it.olga)
        await it.bot.passes(minutes=10)
        assert "no such code" in await it.says(it.ben, f"/link {late}")


@pytest.mark.long
async def test_what_is_not_agreed_to_within_ten_minutes_is_over() -> None:
    async with evening() as it:
        await it.bot.says(it.nina, f"/link {await it.code(it.ann)}")
        await it.bot.presses(it.nina, YES["en"])
        await it.bot.passes(minutes=10)
        assert "This is over" in await it.presses(it.ann, YES["en"])
        assert not await it.are_one(it.ann, it.nina)


@pytest.mark.long
async def test_an_account_s_own_code_and_one_of_a_linked_account_say_so() -> None:
    async with evening() as it:
        code = await it.code(it.ann)
        assert "this very account" in await it.says(it.ann, f"/link {code}")
        await it.link(it.ann, it.nina)
        code = await it.code(it.ann)
        assert "one member already" in await it.says(it.nina, f"/link {code}")


@pytest.mark.long
async def test_of_a_code_only_its_hash_is_kept() -> None:
    async with evening() as it:
        code = await it.code(it.ann)
        async with it.bot.app.parts.database.read() as reader:
            kept = await reader.value(sa.select(link_requests.c.code))
        assert kept
        assert code.replace("-", "") not in kept
        assert code not in kept


@pytest.mark.long
async def test_codes_cannot_be_tried_one_after_the_other() -> None:
    async with evening() as it:
        code = await it.code(it.ann)
        for number in range(5):
            assert "no such code" in await it.says(it.nina, f"/link 0000-000{number}")
        assert "Too many" in await it.says(it.nina, f"/link {code}")
        await it.bot.passes(hours=1, minutes=1)
        code = await it.code(it.ann)
        assert "Are both of these you" in await it.says(it.nina, f"/link {code}")


@pytest.mark.long
async def test_nor_by_many_accounts_at_once() -> None:
    async with evening() as it:
        code = await it.code(it.ann)
        for number in range(20):
            guest = it.bot.person(f"Guest{number}")
            for _ in range(5):
                await it.bot.says(guest, "/link 0000-0000")
        assert "Too many" in await it.says(it.nina, f"/link {code}")


@pytest.mark.long
async def test_a_deep_link_brings_the_code() -> None:
    async with evening() as it:
        code = await it.code(it.ann)
        seen = len(it.bot.seen(it.nina))
        await it.bot.chat.opens(it.nina, f"link_{code.replace('-', '')}")
        await it.bot.app.turn()
        assert "Are both of these you" in it.bot.texts(it.nina)[seen:][-1]
        await it.bot.chat.opens(it.ben, "forget_me")  # no command that may come by a link
        await it.bot.app.turn()
        assert "I am the bot" in it.bot.texts(it.ben)[-1]


@pytest.mark.long
async def test_link_shows_again_what_waits_for_a_yes() -> None:
    async with evening() as it:
        await it.bot.says(it.nina, f"/link {await it.code(it.ann)}")
        assert "local (Nina)" in await it.says(it.ann, "/link")
        await it.bot.presses(it.ann, YES["en"])
        assert "has to say yes too" in await it.says(it.ann, "/link")


@pytest.mark.long
async def test_chains_end_at_one_root_and_each_link_can_be_undone_by_itself() -> None:
    async with evening() as it:
        await it.link(it.nina, it.ben)
        await it.link(it.olga, it.ben)
        assert await it.points() == {"Ben": "Nina", "Olga": "Nina"}
        await it.link(it.olga, it.ann)
        assert await it.points() == {"Ben": "Ann", "Nina": "Ann", "Olga": "Ann"}
        await it.bot.says(it.ben, "/unlink")
        await it.bot.presses(it.ben, "Part from local (Nina)")
        assert await it.points() == {"Ben": "Nina", "Olga": "Nina"}
        await it.bot.says(it.ben, "/unlink")
        await it.bot.presses(it.ben, "Part from local (Ben)")
        assert await it.points() == {"Olga": "Nina"}
        assert "nothing to take apart" in await it.presses(it.ben, "Part from local (Ben)")


@pytest.mark.long
async def test_a_link_lets_points_of_one_account_pay_what_the_other_owes() -> None:
    async with evening() as it:
        community, ann, nina = await it.community(), await it.own_id(it.ann), await it.own_id(it.nina)
        async with it.bot.app.parts.work() as work:
            ledger = Ledger(work)
            await ledger.earn(community.id, [Award(ann, 10, "order:1")], "loyalty-for-order")
            await ledger.spend(community.id, ann, 10, "loyalty-for-order", "mug")
            await Refunds(work).reverse(community.id, "order:1", by="refund:1")
            await ledger.earn(community.id, [Award(nina, 25, "order:2")], "loyalty-for-order")
        await it.link(it.ann, it.nina)
        await it.bot.passes(minutes=1)
        assert (await it.facts(it.ann))["points"] == 15
        async with it.bot.app.parts.work() as work:
            assert await Ledger(work).balance(ann) == Balance(15, 0, 0)


@pytest.mark.long
async def test_a_moderator_can_undo_a_link_and_both_sides_are_told() -> None:
    async with evening() as it:
        await it.link(it.ann, it.nina)
        assert "local (Nina) and local (Ann) joined" in await it.says(it.olga, "/audit")
        await it.bot.presses(it.olga, "Undo 1")
        assert not await it.are_one(it.ann, it.nina)
        await it.bot.passes(minutes=1)
        for who in (it.ann, it.nina):
            assert any("taken apart" in text for text in it.bot.texts(who))
        assert "Undo 2" not in await it.says(it.olga, "/audit")  # only the two sides link again
        await it.link(it.ann, it.nina)
        assert await it.are_one(it.ann, it.nina)
