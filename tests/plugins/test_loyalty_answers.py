"""Points for saying how a stream was: at a member's own hand, and no more of them in a day than its bound."""

import pytest

from bot.community.ledger import Ledger
from tests.plugins.following import Evening, evening


async def points(it: Evening) -> int:
    """What Ann has by answers."""
    async with it.bot.app.parts.work() as work:
        lines = await Ledger(work).history(await it.id_of(it.ann), 50)
    return sum(line.amount for line in lines if line.reason == "loyalty-for-answer")


@pytest.mark.long
async def test_each_answer_brings_five_points_once_and_ten_at_most_in_a_day() -> None:
    async with evening() as it:
        for title in ("Bowls", "Cups", "Teapots", "Kilns"):
            await it.stream(title, next_one=False)
            await it.bot.passes(days=4)
        asked = [button for shown in it.bot.seen(it.ann) for button in shown.buttons if button.label == "8"]
        bowls, cups, teapots, kilns = (button.token for button in asked)
        has = []
        for token in (bowls, bowls, cups, teapots):
            await it.bot.presses(it.ann, token)
            await it.bot.app.turn()
            has.append(await points(it))
        assert has == [5, 5, 10, 10]
        assert "for an answer" in "\n".join(await it.bot.says(it.ann, "/points history"))
        told = "\n".join(await it.bot.says(it.ann, "/points how"))
        assert "at most 10 a day" in told and "Today brings nothing more for an answer; tomorrow does." in told
        await it.bot.passes(days=1)
        await it.bot.presses(it.ann, teapots)  # which was answered, so that it brings nothing later either
        await it.bot.presses(it.ann, kilns)
        await it.bot.app.turn()
        assert await points(it) == 15
