"""After a stream whoever asked something is shown what stands on the shelf on it, or what is new on what they like."""

import pytest

from bot.core.context import Background
from bot.core.settings import PluginSettings
from plugins.assistant._reading import ShelfTable, Shelved
from plugins.assistant._shelving import fill
from plugins.assistant._tables import shelf
from tests.plugins.following import Evening, evening

GLAZES = Shelved("How glazes work", "https://example.com/glazes")
POT = Shelved("Your first pot on the wheel", "https://example.com/pot")
TOLD = "On what you asked, there is this"
NEW = "New on what interests you"
BOOK = Shelved("A book of kilns", "https://example.com/kilns", "RAKU", "kilns, žár")


async def shelved(it: Evening, *lines: Shelved, language: str = "en") -> None:
    """These, or else two things, come to the shelf."""
    async with it.bot.app.parts.work() as work:
        ctx = Background(it.bot.app.parts, work, await it.community(), "assistant")
        await fill(ctx, ShelfTable("shelf.csv", language, lines or [GLAZES, POT]), language, None)


async def likes(it: Evening, topic: str) -> None:
    """Ann chooses it among the topics that are offered."""
    async with it.bot.app.parts.work() as work:
        chosen = PluginSettings(work, it.bot.app.parts.registry, (await it.community()).id)
        await chosen.configure(chosen.plugin("passport"), {"interests": ["Raku", "Zar", "Jazz"]}, None)
    await it.bot.says(it.ann, "/preferences")
    await it.bot.presses(it.ann, it.say("passport-button-interests"))
    await it.bot.presses(it.ann, topic)


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


@pytest.mark.parametrize("notes", [True, pytest.param(False, marks=pytest.mark.long)])
async def test_whoever_asked_gets_what_the_shelf_has_on_it_beside_the_best_moments(notes: bool) -> None:
    async with evening() as it:
        await shelved(it)
        told = await three_hours_later(it, question="how do glazes work?", notes=notes)
        assert TOLD in told and GLAZES.url in told and POT.url not in told
        assert ("ash glaze" in told) is notes


@pytest.mark.long
async def test_whoever_asked_something_else_gets_nothing_of_it() -> None:
    async with evening() as it:
        await shelved(it)
        told = await three_hours_later(it, question="do you like jazz?", notes=True)
        assert TOLD not in told and "ash glaze" in told


@pytest.mark.long
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


@pytest.mark.parametrize("topic", ["Raku", pytest.param("Zar", marks=pytest.mark.long)])
async def test_whoever_likes_a_category_or_tag_gets_what_is_new_on_it_beside_the_best_moments(topic: str) -> None:
    async with evening() as it:
        await shelved(it, GLAZES, BOOK)
        await likes(it, topic)
        told = await three_hours_later(it, question="do you like jazz?", notes=True)
        assert "ash glaze" in told and NEW in told and BOOK.url in told
        assert GLAZES.url not in told and TOLD not in told


async def test_what_was_asked_comes_before_what_is_liked() -> None:
    async with evening() as it:
        await shelved(it, GLAZES, BOOK)
        await likes(it, "Raku")
        told = await three_hours_later(it, question="how do glazes work?", notes=True)
        assert TOLD in told and GLAZES.url in told
        assert NEW not in told and BOOK.url not in told


@pytest.mark.long
async def test_whoever_likes_something_else_gets_the_moments_alone() -> None:
    async with evening() as it:
        await shelved(it, BOOK)
        await likes(it, "Jazz")
        told = await three_hours_later(it, question="do you like jazz?", notes=True)
        assert "ash glaze" in told and NEW not in told


@pytest.mark.long
async def test_what_is_new_is_told_once_and_after_the_next_stream_only_what_came_since() -> None:
    async with evening() as it:
        await shelved(it, BOOK)
        await likes(it, "Raku")
        assert BOOK.url in await three_hours_later(it, question="do you like jazz?", notes=True)
        await it.bot.passes(days=4)
        assert NEW not in await three_hours_later(it, question="do you like jazz?", notes=True)
        await it.bot.passes(days=4)
        film = Shelved("A film of kilns", "https://example.com/film", tags="raku")
        await shelved(it, film)
        told = await three_hours_later(it, question="do you like jazz?", notes=True)
        assert NEW in told and film.url in told and BOOK.url not in told


@pytest.mark.long
async def test_what_is_new_is_in_the_reader_s_language_where_there_is_any() -> None:
    async with evening() as it:
        await shelved(it, BOOK)
        await shelved(it, Shelved("Kniha o pecích", "https://example.com/pece", "Raku"), language="cs")
        await likes(it, "Raku")
        told = await three_hours_later(it, question="do you like jazz?", notes=True)
        assert BOOK.url in told and "example.com/pece" not in told
