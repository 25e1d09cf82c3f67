"""What is about one's own person stays everybody's, whatever a moderator does."""

import pytest
import sqlalchemy as sa

from bot.model.identity import Role
from bot.storage.tables import permissions
from bot.testing import WholeBot, whole_bot

OWN = ("stop", "resume", "preferences", "why", "privacy", "me", "inbox", "help", "start")


async def raised_in_the_database(bot: WholeBot) -> None:
    """Rows that an earlier version let a moderator write."""
    async with bot.app.parts.work() as work:
        for command in OWN:
            row = {"community_id": 1, "command": command, "role": int(Role.MODERATOR)}
            await work.execute(sa.insert(permissions).values(**row))


@pytest.mark.long
async def test_nobody_can_take_away_what_is_everybodys_own() -> None:
    async with whole_bot() as bot:
        mia = bot.person("Mia", Role.MODERATOR)
        for command in OWN:
            [told] = await bot.says(mia, f"/permission {command} moderator")
            assert told.startswith(f"/{command} is about one's own person, so everybody keeps it"), command
        assert await bot.says(mia, "/audit") == ["Nothing was changed here yet."]


@pytest.mark.long
async def test_what_was_taken_away_before_is_everybodys_again() -> None:
    async with whole_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/help")
        await raised_in_the_database(bot)
        for command in OWN:
            answers = await bot.says(ann, f"/{command}")
            assert answers and not any("This is for" in answer for answer in answers), command
        await bot.says(ann, "/preferences")
        assert "Stopped" in "\n".join(await bot.presses(ann, "Stop everything"))
        assert "Everybody may use it" in "\n".join(await bot.says(ann, "/help stop"))


@pytest.mark.long
async def test_other_commands_still_take_another_role() -> None:
    async with whole_bot() as bot:
        mia, ann = bot.person("Mia", Role.MODERATOR), bot.person("Ann")
        assert "hosts" in "\n".join(await bot.says(mia, "/permission ping host"))
        assert "This is for hosts" in "\n".join(await bot.says(ann, "/ping"))
