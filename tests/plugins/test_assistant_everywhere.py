"""The assistant on Discord, Telegram and in the local chat: asked, answered with its source, or left to a person."""

from pathlib import Path

import pytest
from llmock.pytest_plugin import LLMock

from bot.community.communities import Communities
from bot.core.context import Background
from bot.core.settings import PluginSettings
from bot.model.messages import File
from plugins.assistant import _bringing
from tests.plugins.phrasing import KEY, said, seconds_beside
from tests.slice import Everywhere, everywhere

FAQ = b"## How much is <delivery>?\nWithin Europe it is *12* euros; see https://example.com/post."


async def taught(it: Everywhere, **settings: bool) -> None:
    """Every community there begins, knows the price of delivery, and has these settings of the assistant."""
    for side in it.sides:
        await side.commands("ping")
    async with it.app.parts.work() as work:
        for community in await Communities(work).all():
            ctx = Background(it.app.parts, work, community, "assistant")
            await _bringing.take(ctx, File("faq.en.md", FAQ), "", None)
            chosen = PluginSettings(work, it.app.parts.registry, community.id)
            if settings:
                await chosen.configure(chosen.plugin("assistant"), settings, None)


async def test_a_question_is_answered_or_handed_on_on_every_network(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        await taught(it)
        for side in it.sides:
            told = await side.fills("ask", {"text": "how much is delivry"})
            assert "How much is" in told and "example.com/post" in told, side.name
            assert "no answer to that" in await side.fills("ask", {"text": "Who won the hockey?"}), side.name
            assert "The team has your words." in await side.presses("Ask a person"), side.name


async def test_plain_words_are_answered_on_every_network_by_name_before_all_and_in_private(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        await taught(it)
        for side in it.sides:
            assert "example.com/post" in await side.calls("how much is delivry"), side.name
            assert "example.com/post" in await side.writes("how much is delivry"), side.name
            assert "I am afraid I am not much help here." in await side.writes("you useless bot, where is it???"), (
                side.name
            )


@pytest.mark.long
async def test_words_of_a_machine_and_a_silent_one_reach_whoever_asked_on_every_network(
    tmp_path: Path, llmock: LLMock
) -> None:
    keys = {"API_KEY": KEY, "MODEL": "small", "BASE_URL": llmock.base_url(), "SECONDS": "3.5"}
    async with everywhere(tmp_path, {f"AFTERGLOW_AI__{name}": value for name, value in keys.items()}) as it:
        await taught(it, phrasing=True)
        assert it.app.parts.phraser is not None
        await it.app.parts.phraser.server.opened()
        for side in it.sides:
            llmock.reset().reply(said("You pay 12 euros: https://example.com/post"))
            told = await side.fills("ask", {"text": "how much is delivry"})
            assert "You pay 12 euros" in told and "Worded by AI" in told and "example.com/post" in told, side.name
            if side.name == "discord":
                continue  # the Discord in memory has a clock of its own, which stands meanwhile
            llmock.reset().stall(after_chunks=3)
            async with seconds_beside() as took:
                told = await side.fills("ask", {"text": "how much is delivry"})
            assert took() < 5 and "Within Europe" in told and "Worded by AI" not in told, side.name
