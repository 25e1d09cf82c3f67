"""Many vote at once, and one person with two accounts at the same moment: each counts once. On both databases."""

import asyncio

import pytest

from bot.text.markup import plain
from tests.plugins.linking import link
from tests.plugins.polling import TEA, post_of, puts_together, says_now
from tests.plugins.streaming import evening

CROWD = 40


@pytest.mark.long
@pytest.mark.parametrize("secret", [False, True], ids=["by name", "anonymous"])
async def test_all_who_vote_at_once_are_counted_and_nobody_twice(each_address: str, *, secret: bool) -> None:
    async with evening(database_url=each_address) as here:
        if secret:
            await puts_together(here, "Which tea?", "Green\nBlack", "single")
            await here.press(here.hana, "Anonymous")
            await here.press(here.hana, "Ask now")
        else:
            await here.host(TEA)
        people = [here.bot.person(f"Guest {number}") for number in range(CROWD)]
        for person in people:
            await here.bot.says(person, "/ping")
        green = post_of(here).message.actions[0][0].token
        presses = [here.bot.chat.presses(person, green) for person in people for _ in range(3)]
        await asyncio.gather(*presses)
        await here.bot.app.turn()
        await here.press(here.hana, "Close the poll")
        assert f"Green · {CROWD} · 100 %" in await says_now(here)


@pytest.mark.long
@pytest.mark.parametrize("secret", [False, True], ids=["by name", "anonymous"])
async def test_two_accounts_of_one_person_at_once_are_one_vote(each_address: str, *, secret: bool) -> None:
    async with evening(database_url=each_address) as here:
        await link(here.bot, here.ann, here.ben)
        await puts_together(here, "Which tea?", "Green\nBlack", "single")
        if secret:
            await here.press(here.hana, "Anonymous")
        await here.press(here.hana, "Ask now")
        [[green], [black]] = post_of(here).message.actions
        await asyncio.gather(here.bot.chat.presses(here.ann, green.token), here.bot.chat.presses(here.ben, black.token))
        await here.bot.app.turn()
        others = [here.bot.person(f"Guest {number}") for number in range(4)]
        for person in others:
            await here.press(person, "Green")
        await here.press(here.hana, "Close the poll")
        assert "5 votes" in plain(post_of(here).message.text)
