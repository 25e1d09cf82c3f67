"""Draws with somebody who asked not to be shown: they win like all others, and nobody reads that it was them."""

import pytest

from tests.plugins.rewarding import shop
from tests.plugins.test_rewards_draws import enter, open_draw


@pytest.mark.long
async def test_a_winner_who_is_hidden_is_a_ticket_to_all_others_and_learns_it_themself() -> None:
    async with shop() as here:
        await here.says(here.ann, "/preferences")
        await here.presses(here.ann, "Hide me")
        await open_draw(here, winners=2)
        ticket_of = {person: ticket for ticket, person in (await enter(here, here.ann, here.ben)).items()}
        await here.bot.passes(days=1, hours=1, minutes=15)
        done = next(text for text in here.bot.texts(here.ben) if text.startswith("Drawn: Mug"))
        ann, ben = ticket_of[here.ann], ticket_of[here.ben]
        assert f"{ben} (Ben)" in done and ann in done
        assert f"Your ticket {ann} won “Mug”. It is yours." in here.told(here.ann)
        checked = await here.presses(here.ben, "Check it")
        assert ann in checked
        assert not any("Ann" in text for text in (*here.bot.texts(here.cid), *here.bot.texts(here.ben)))
