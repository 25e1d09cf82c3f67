"""After a stream whoever asked something is shown what stands on the shelf on it, and nobody else is."""

import pytest

from bot.core.context import Background
from plugins.assistant._reading import ShelfTable, Shelved
from plugins.assistant._shelving import fill
from plugins.assistant._tables import shelf
from tests.plugins.following import Evening, evening

GLAZES = Shelved("How glazes work", "https://example.com/glazes")
POT = Shelved("Your first pot on the wheel", "https://example.com/pot")
TOLD = "On what you asked, there is this"


async def shelved(it: Evening) -> None:
    """Two things stand on the shelf."""
    async with it.bot.app.parts.work() as work:
        ctx = Background(it.bot.app.parts, work, await it.community(), "assistant")
        await fill(ctx, ShelfTable("shelf.csv", "en", [GLAZES, POT]), "en", None)


async def three_hours_later(it: Evening, *, question: str, notes: bool = False) -> str:
    """What Ann is told by then who asked that in the stream."""
    await it.starts()
    await it.bot.says(it.ann, f"/q {question}")
    if notes:
        await it.bot.says(it.host, "/stream note The ash glaze ran")
    await it.bot.passes(minutes=42)
    await it.bot.says(it.host, "/stream end")
    it.news(it.ann)
    await it.bot.passes(hours=3, minutes=10)
    return "\n".join(shown.message.text for shown in it.news(it.ann))


@pytest.mark.parametrize("notes", [False, True])
async def test_whoever_asked_gets_what_the_shelf_has_on_it_beside_the_best_moments(notes: bool) -> None:
    async with evening() as it:
        await shelved(it)
        told = await three_hours_later(it, question="how do glazes work?", notes=notes)
        assert TOLD in told and GLAZES.url in told and POT.url not in told
        assert ("ash glaze" in told) is notes


async def test_whoever_asked_something_else_gets_nothing_of_it() -> None:
    async with evening() as it:
        await shelved(it)
        told = await three_hours_later(it, question="do you like jazz?", notes=True)
        assert TOLD not in told and "ash glaze" in told


async def test_what_is_off_the_shelf_by_then_is_shown_to_nobody() -> None:
    async with evening() as it:
        await shelved(it)
        await it.starts()
        await it.bot.says(it.ann, "/q how do glazes work?")
        await it.bot.passes(minutes=42)
        await it.bot.says(it.host, "/stream end")
        await it.bot.passes(minutes=30)
        async with it.bot.app.parts.work() as work:
            await work.execute(shelf.delete())
        it.news(it.ann)
        await it.bot.passes(hours=3)
        assert "Thank you for what you asked." in "\n".join(shown.message.text for shown in it.news(it.ann))
