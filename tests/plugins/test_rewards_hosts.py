"""What hosts do with rewards beside the way that all goes well: old buttons, doubled titles, second thoughts."""

from tests.plugins.rewarding import Shop, shop


async def condition(here: Shop, label: str, **values: str) -> str:
    """Add a condition to the rule that is shown."""
    await here.presses(here.mona, "Add a condition")
    while not any(label == action.label for action in here.bot.seen(here.mona)[-1].buttons):
        await here.presses(here.mona, "More ›")
    await here.presses(here.mona, label)
    return await here.fill(here.mona, **values)


async def test_an_old_button_that_joins_conditions_does_not_lock_a_reward_without_any() -> None:
    async with shop() as here:
        await here.make("content", "Mug", content="hello")
        await here.presses(here.mona, "Rule")
        for number in ("1", "2"):
            await condition(here, "at least 1 stream attended", how="at_least", value=number)
        await here.presses(here.mona, "No rule")
        assert "Everybody may have “Mug”." in await here.presses(here.mona, "Any of them will do")
        await here.says(here.mona, "/reward show Mug")
        await here.presses(here.mona, "Put on offer")
        assert "You can have it" in await here.says(here.ann, "/rewards Mug")


async def cues(here: Shop) -> list[str]:
    """The lines of the cue card in a stream."""
    return (await here.says(here.hana, "/cues")).splitlines()


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
