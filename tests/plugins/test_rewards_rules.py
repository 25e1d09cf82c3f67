"""What unlocks a reward: badges by what a community calls them, and facts only of plugins that are on."""

import asyncio
from typing import Final

import pytest

from bot.community.awards import Awards
from bot.community.badges import Badges
from bot.model.badges import FACT, Badge
from bot.model.identity import Role
from bot.model.rules import Condition
from bot.platforms.local.records import Person
from tests.plugins.rewarding import Shop, shop
from tests.snapshots.compare import matches

LEVELS: Final = (Condition(fact="streams_attended", value=90), Condition(fact="streams_attended", value=95))
POTTER = Badge(name="potter", titles={"cs": "Hrnčíř", "en": "Potter"}, levels=LEVELS)
GUEST = Badge(name="guest", titles={"en": "Guest", "cs": "Host"})


async def own(here: Shop, *made: Badge) -> None:
    """Badges of the community's own."""
    async with here.bot.app.parts.work() as work:
        for badge in made:
            await Badges(work, {}).create(1, "badges", badge, None)


async def award(here: Shop, person: Person, name: str) -> None:
    """Give somebody the next level of one of those."""
    member_id = await here.id_of(person)
    async with here.bot.app.parts.work() as work:
        await Awards(work).give(await Badges(work, {}).get(1, name), member_id, "", None)


def labels(here: Shop) -> list[str]:
    """The buttons that the moderator sees."""
    return [action.label for action in here.bot.seen(here.mona)[-1].buttons]


async def turn_to(here: Shop, label: str) -> None:
    """Page on until a button of that label is there."""
    while label not in labels(here):
        assert "More ›" in labels(here), labels(here)
        await here.presses(here.mona, "More ›")


async def need(here: Shop, badge: str, *level: str) -> str:
    """Let a mug need a badge."""
    await here.says(here.mona, "/reward edit Mug")
    await here.presses(here.mona, "Rule")
    await here.presses(here.mona, "Add a badge")
    await turn_to(here, badge)
    told = await here.presses(here.mona, badge)
    for label in level:
        told = await here.presses(here.mona, label)
    return told


@pytest.mark.long
async def test_a_badge_unlocks_a_reward_from_its_level_on_for_one_and_for_all() -> None:
    async with shop() as here:
        await own(here, POTTER)
        await here.make("content", "Mug", content="hello")
        await award(here, here.ann, "potter")
        told = await need(here, "🏅 Potter", "Level 2")
        assert "“Mug” is for whoever has the badge “Potter”, level: at least 2." in told
        assert "Nobody fulfils that now." in told
        await here.says(here.mona, "/reward show Mug")
        await here.presses(here.mona, "Put on offer")
        assert "Opens with: the badge “Potter”, level: at least 2 (now 1)." in await here.says(here.ann, "/rewards Mug")
        assert "Opens with: the badge “Potter”, level: at least 2." in await here.says(here.ben, "/rewards Mug")
        assert "the badge “Potter”" in await here.says(here.ben, "/me")
        await award(here, here.ann, "potter")
        await here.says(here.mona, "/reward show Mug")
        assert "One member fulfils that now." in await here.presses(here.mona, "Rule")
        await here.says(here.ann, "/rewards Mug")
        assert "hello" in await here.presses(here.ann, "Claim it")


@pytest.mark.long
async def test_a_badge_without_levels_is_needed_at_a_press_and_once_however_often() -> None:
    async with shop() as here:
        await own(here, GUEST)
        await here.make("content", "Mug", content="hello")
        assert "is for whoever has the badge “Guest”." in await need(here, "🏅 Guest")
        assert "is for whoever has the badge “Guest”." in await need(here, "🏅 Guest")
        assert "For whoever has the badge “Guest”." in await here.says(here.mona, "/reward show Mug")


@pytest.mark.long
async def test_badges_and_facts_of_a_plugin_that_is_off_are_not_offered() -> None:
    async with shop() as here:
        await own(here, GUEST)
        await here.make("content", "Mug", content="hello")
        await here.presses(here.mona, "Rule")
        await here.presses(here.mona, "Add a condition")
        await turn_to(here, "Stamp cards filled")
        card = len(here.bot.seen(here.mona))
        await here.says(here.mona, "/plugin disable loyalty")
        for plugin in ("badges", "ideas"):  # which both declare badges
            await here.says(here.mona, f"/plugin disable {plugin}")
        assert "its plugin is off" in await here.presses(here.mona, "Stamp cards filled")
        assert len(here.bot.seen(here.mona)) > card
        await here.says(here.mona, "/reward show Mug")
        await here.presses(here.mona, "Rule")
        assert "Add a badge" not in labels(here)
        await here.presses(here.mona, "Add a condition")
        found = set(labels(here))
        while "More ›" in labels(here):
            await here.presses(here.mona, "More ›")
            found |= set(labels(here))
        assert "Streams attended" in found
        assert not any("Stamp card" in label for label in found)


@pytest.mark.long
async def test_of_moderators_who_change_a_rule_at_once_none_undoes_what_another_did(each_address: str) -> None:
    async with shop(database_url=each_address) as here:
        await here.make("content", "Mug", content="hello")
        moderators = [here.bot.person(f"Mod {number}", Role.MODERATOR) for number in range(6)]
        for moderator in moderators:
            await here.says(moderator, "/reward edit Mug")
            for label in ("Rule", "Add a condition", "Streams attended"):
                await here.presses(moderator, label)
        forms = [(one, here.bot.chat.forms(one)[-1].form) for one in moderators]
        filled = ({"how": "at_least", "value": str(number)} for number in range(1, 7))
        chat = here.bot.chat
        await asyncio.gather(*(chat.submits(*form, values) for form, values in zip(forms, filled, strict=True)))
        await here.bot.app.turn()
        told = await here.says(here.mona, "/reward show Mug")
        assert [number for number in range(1, 7) if f"at least {number} stream" not in told] == []


async def test_rules_of_badges_are_offered_no_badges() -> None:
    async with shop() as here:
        facts = here.bot.app.parts.registry.facts
        assert facts and not any(fact.name.startswith(FACT) for fact in facts)


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_what_a_badge_unlocks_reads_well(language: str) -> None:
    async with shop(language=language) as here:
        await own(here, POTTER)
        kind = {"en": "custom", "cs": "ručně"}[language]
        await here.says(here.mona, f"/reward create {kind} Mug")
        screens = []
        for place in (3, 1, 1, 1, -1):  # the rule, a badge, "Regular", its second level, done
            seen = len(here.bot.seen(here.mona))
            await here.bot.presses(here.mona, here.bot.seen(here.mona)[-1].buttons[place].label)
            screens.append(here.since(here.mona, seen))
        await here.bot.presses(here.mona, here.bot.seen(here.mona)[-1].buttons[-2].label)
        screens.append(await here.screen(here.ann, "/rewards Mug"))
        matches(f"rewards/badges.{language}", "\n\n".join(screens[2:]))
