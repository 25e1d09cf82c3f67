"""The assistant on Discord, Telegram and in the local chat: asked, answered with its source, or left to a person."""

from pathlib import Path

from bot.community.communities import Communities
from bot.core.context import Background
from plugins.assistant import _bringing
from plugins.assistant._reading import read_file
from tests.slice import everywhere

FAQ = b"## How much is <delivery>?\nWithin Europe it is *12* euros; see https://example.com/post."


async def test_a_question_is_answered_or_handed_on_on_every_network(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            await side.commands("ping")
        async with it.app.parts.work() as work:
            for community in await Communities(work).all():
                ctx = Background(it.app.parts, work, community, "assistant")
                await _bringing.keep(ctx, read_file("faq.en.md", FAQ), "", None)
        for side in it.sides:
            told = await side.fills("ask", {"text": "how much is delivry"})
            assert "How much is" in told and "example.com/post" in told, side.name
            assert "no answer to that" in await side.fills("ask", {"text": "Who won the hockey?"}), side.name
            assert "The team has your question." in await side.presses("Ask a person"), side.name
