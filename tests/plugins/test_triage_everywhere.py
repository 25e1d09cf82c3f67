"""The digest on Discord, Telegram and in the local chat: through a topic to an answer that a host edits and sends."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.context import Background
from bot.model.identity import Role
from bot.model.messages import File
from bot.storage.tables import members
from plugins.assistant import _bringing
from plugins.streams._tables import questions
from tests.slice import Everywhere, everywhere

FAQ = b"## How much is delivery?\nWithin Europe it is 12 euros."


async def asked(it: Everywhere) -> None:
    """In each community Ann hosts, has asked two things about clay and one that the bot can answer."""
    async with it.app.parts.work() as work:
        for community in await Communities(work).all():
            ctx = Background(it.app.parts, work, community, "assistant")
            await _bringing.take(ctx, File("faq.en.md", FAQ), "", None)
            mine = (members.c.community_id == community.id) & (members.c.name == "Ann")
            await work.execute(sa.update(members).where(mine).values(role=Role.HOST.value))
            whose = {"community_id": community.id, "member_id": await work.value(sa.select(members.c.id).where(mine))}
            texts = ("Which clay is <that>?", "what clay do you use", "How much is delivery?")
            await work.execute(
                sa.insert(questions).values([{**whose, "text": text, "asked_at": work.now} for text in texts])
            )


@pytest.mark.long
async def test_a_question_is_found_by_its_topic_and_answered_on_every_network(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            await side.commands("ping")
        await asked(it)
        for side in it.sides:
            shown = await side.commands("digest")
            assert "clay: 2 texts by one person" in shown.replace("*", ""), (side.name, shown)
            assert "I could suggest" in await side.presses("2. How much is delivery?"), side.name
            told = await side.answers("Answer 1", {"text": "Twelve euros."})
            assert "Your answer is on its way to Ann" in told, (side.name, told)
        await it.passes(minutes=1)
        for side in it.sides:
            assert [text for text in await side.told() if "Twelve euros." in text], side.name
