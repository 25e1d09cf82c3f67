"""What a rule refuses and lets through at a claim: tiers with those above them, any of several, and veterans."""

import pytest
import sqlalchemy as sa

from bot.community.activities import ORDERED, Activities
from bot.community.ledger import Ledger
from bot.model.messages import Field, FieldKind
from bot.model.points import Award
from bot.model.rules import Comparison, Condition
from bot.platforms.local.records import Person
from plugins.rewards._reward import rule_text
from plugins.rewards._tables import rewards
from tests.plugins.rewarding import Shop, shop
from tests.plugins.test_rewards_rules import need, turn_to


async def with_tiers(here: Shop) -> None:
    """Friend, Regular and Pillar."""
    for name, points in (("Friend", 10), ("Regular", 30), ("Pillar", 60)):
        await here.says(here.mona, f"/tier add {name} {points}")


async def earns(here: Shop, person: Person, points: int) -> None:
    """So many points, as something earned them."""
    here.given += 1
    async with here.bot.app.parts.work() as work:
        award = Award(await here.id_of(person), points, f"test:{here.given}")
        await Ledger(work).earn(1, [award], "loyalty-for-order")
    await here.bot.passes(minutes=1)


async def asked(here: Shop, label: str) -> list[Field]:
    """Choose what a condition of the mug's rule is about; returns what is asked then."""
    await here.says(here.mona, "/reward edit Mug")
    await here.presses(here.mona, "Rule")
    await here.presses(here.mona, "Add a condition")
    await turn_to(here, label)
    await here.presses(here.mona, label)
    return list(here.bot.chat.forms(here.mona)[-1].form.fields)


async def ruled(here: Shop, label: str, **values: str) -> str:
    """Add a condition to the rule of the mug; returns what was said then."""
    await asked(here, label)
    return await here.fill(here.mona, **values)


async def claims(here: Shop, person: Person) -> str:
    """Press "Claim it" as it was shown before the mug had a rule: the rule alone refuses."""
    return await here.presses(person, "Claim it")


async def looked_at(here: Shop, **values: str) -> None:
    """A mug on offer, at whose button Ann, Ben and Cid look."""
    await here.offer("content", "Mug", content="hello", **values)
    for person in (here.ann, here.ben, here.cid):
        await here.says(person, "/rewards Mug")


@pytest.mark.long
async def test_a_tier_opens_a_reward_to_whoever_holds_it_or_one_above() -> None:
    async with shop() as here:
        await with_tiers(here)
        await looked_at(here)
        [how, tier] = await asked(here, "Tier")
        assert how.value == "at_least"
        assert [one.label for one in tier.choices] == ["Friend", "Regular", "Pillar"]
        told = await here.fill(here.mona, value="Regular")
        assert "“Mug” is for whoever has the tier Regular or above." in told
        for person, points in ((here.ann, 10), (here.ben, 30), (here.cid, 60)):
            await earns(here, person, points)
        refused = await claims(here, here.ann)
        assert refused == "“Mug” opens with: the tier Regular or above (now Friend). Nothing was taken."
        for person in (here.ben, here.cid):
            assert "hello" in await claims(here, person)
        assert await here.states() == ["granted"] * 2


@pytest.mark.long
@pytest.mark.parametrize(
    ("how", "said", "opens"),
    [("is", "the tier Regular", "ben"), ("at_most", "no tier above Regular", "ann ben hana")],
)
async def test_a_tier_may_be_the_only_one_or_the_last_that_opens_a_reward(how: str, said: str, opens: str) -> None:
    async with shop() as here:
        await with_tiers(here)
        await looked_at(here)
        await here.says(here.hana, "/rewards Mug")
        told = await ruled(here, "Tier", how=how, value="Regular")
        assert f"is for whoever has {said}." in told
        people = {"ann": here.ann, "ben": here.ben, "cid": here.cid, "hana": here.hana}
        for person, points in ((here.ann, 10), (here.ben, 30), (here.cid, 60)):
            await earns(here, person, points)
        opened = [name for name, person in people.items() if "hello" in await claims(here, person)]
        assert opened == opens.split()


@pytest.mark.long
async def test_a_tier_is_chosen_from_those_there_are() -> None:
    async with shop() as here:
        await here.make("content", "Mug", content="hello")
        await here.presses(here.mona, "Rule")
        await here.presses(here.mona, "Add a condition")
        await turn_to(here, "Tier")
        assert "There are no tiers here yet." in await here.presses(here.mona, "Tier")
        await here.says(here.mona, "/tier add Friend 10")
        await here.presses(here.mona, "Tier")
        assert [field.kind for field in here.bot.chat.forms(here.mona)[-1].form.fields] == [FieldKind.CHOICE] * 2
        await here.says(here.mona, "/tier remove Friend")
        await here.presses(here.mona, "Remove it")
        assert "“Friend” is not there any more." in await here.fill(here.mona, value="Friend")
        assert "Everybody may have “Mug”" in await here.says(here.mona, "/reward show Mug") + await here.presses(
            here.mona, "Rule"
        )


@pytest.mark.long
async def test_a_rule_about_a_tier_that_was_kept_before_holds_as_it_did() -> None:
    async with shop() as here:
        await with_tiers(here)
        await looked_at(here)
        rule = Condition(fact="tier", comparison=Comparison.IS, value="Regular")
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(rewards).values(rule=rule_text(rule)))
        for person, points in ((here.ann, 10), (here.ben, 30)):
            await earns(here, person, points)
        assert "For whoever has the tier Regular." in await here.says(here.mona, "/reward show Mug")
        assert "opens with: the tier Regular (now the tier Friend)." in await claims(here, here.ann)
        assert "hello" in await claims(here, here.ben)


@pytest.mark.long
async def test_of_two_conditions_one_is_enough_where_any_of_them_will_do() -> None:
    async with shop() as here:
        await with_tiers(here)
        await looked_at(here)
        await ruled(here, "Orders", how="at_least", value="1")
        await ruled(here, "Tier", how="at_least", value="Friend")
        await here.presses(here.mona, "Any of them will do")
        told = await here.says(here.mona, "/reward show Mug")
        assert "at least 1 order or the tier Friend or above" in told
        await earns(here, here.ann, 10)
        async with here.bot.app.parts.work() as work:
            await Activities(work).record(1, await here.id_of(here.ben), ORDERED, "order:1", value=5)
        await here.bot.passes(minutes=1)
        for person in (here.ann, here.ben):
            assert "hello" in await claims(here, person)
        assert "Nothing was taken." in await claims(here, here.cid)
        assert await here.states() == ["granted"] * 2


@pytest.mark.long
async def test_all_of_two_conditions_are_needed_and_who_lacks_one_pays_nothing() -> None:
    async with shop() as here:
        await with_tiers(here)
        await here.offer("content", "Mug", content="hello", price="20")
        await earns(here, here.ann, 30)
        await here.says(here.ann, "/rewards Mug")
        await ruled(here, "Orders", how="at_least", value="1")
        await ruled(here, "Tier", how="at_least", value="Friend")
        refused = await here.presses(here.ann, "Claim for 20 points")
        assert refused == "“Mug” opens with: 1 more order. Nothing was taken."
        assert (await here.states(), await here.has(here.ann)) == ([], 30)


@pytest.mark.long
async def test_veterans_have_a_reward_of_their_own_by_the_badge_that_comes_with_the_bot() -> None:
    async with shop() as here:
        await looked_at(here)
        assert "is for whoever has the badge “Veteran”." in await need(here, "🛡️ Veteran")
        await earns(here, here.ann, 5_000)
        await earns(here, here.ben, 4_999)
        assert "hello" in await claims(here, here.ann)
        assert await claims(here, here.ben) == "“Mug” opens with: the badge “Veteran”. Nothing was taken."
        assert await here.states() == ["granted"]
