"""What a community wrote in its languages, for somebody whose language comes with a region, as on Discord."""

import pytest

from bot.community.badges import Badges
from bot.community.communities import Communities
from bot.model.badges import Badge
from bot.testing import whole_bot
from tests.plugins.badging import evening_of


@pytest.mark.long
async def test_a_badge_and_its_invitation_are_in_english_for_an_american() -> None:
    async with whole_bot(language="cs") as bot:
        it = await evening_of(bot, "en-US")
        words = {"cs": "Hrnek", "en": "Mug"}
        async with bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            badges = Badges(work, bot.app.parts.registry.badges)
            await badges.create(community.id, "badges", Badge(name="mug", titles=words, invitation=words), None)
        assert "🎬 First stream (" in await it.says(it.hana, "/badge list")
        await it.agrees(it.ann)
        assert await it.says(it.hana, "/badge give Ann mug tea") == "Ann now has 🏅 Mug."
        await bot.passes(minutes=5)
        assert bot.texts(it.ann)[-1] == "You have 🏅 Mug in Our community, so this is for you.\nMug"
