"""Suggestions on Discord: which options have them, what the core is asked, and what people are shown."""

import asyncio
import logging
from collections.abc import Sequence

import pytest

from bot.model.identity import Role
from bot.model.incoming import Asked, CommandInvoked
from bot.model.messages import Choice, CommandSpec, OptionKind, OptionSpec
from tests.platforms.discord.bench import Bench, ReactingSink, account, platform, running

SHOW = CommandSpec(
    ("journey", "show"),
    Role.MEMBER,
    {"en": "Show."},
    (
        OptionSpec("name", OptionKind.TEXT, required=True, texts={"en": "Which."}, suggests=True),
        OptionSpec("page", OptionKind.WHOLE, required=False, texts={"en": "Page."}),
    ),
)


async def offered(bench: Bench, typed: str) -> list[tuple[str, str]]:
    """What ann is offered while she types."""
    choices = await bench.ann.autocomplete(bench.channel, "journey show", "name", typed, page=2)
    return [(choice["name"], choice["value"]) for choice in choices]


async def test_only_options_that_suggest_something_are_published_so() -> None:
    async with running(platform(), [SHOW]) as bench:
        options = bench.bodies("PUT", "/commands")[-1][0]["options"][0]["options"]
        assert [option.get("autocomplete", False) for option in options] == [True, False]


async def test_what_is_typed_is_asked_and_what_comes_back_is_shown() -> None:
    async with running(platform(), [SHOW]) as bench:
        bench.sink.suggestions = [Choice("followups.after", "After the stream"), Choice("n" * 101, "too long")]
        assert await offered(bench, "aft") == [("After the stream", "followups.after")]
        [asked] = bench.sink.typing
        assert (asked.command, asked.option, asked.typed) == ("journey show", "name", "aft")
        assert (asked.actor.account, asked.space) == (account(bench.ann), bench.space)
        assert bench.sink.of(CommandInvoked) == []


async def test_no_more_than_discord_shows_and_long_labels_have_an_end() -> None:
    async with running(platform(), [SHOW]) as bench:
        bench.sink.suggestions = [Choice(str(number), "x" * 150) for number in range(40)]
        shown = await offered(bench, "")
        assert (len(shown), {len(name) for name, _ in shown}) == (25, {100})


async def test_nothing_to_suggest_is_no_error() -> None:
    async with running(platform(), [SHOW]) as bench:
        assert await offered(bench, "zzz") == []


async def test_suggestions_that_discord_takes_no_more_are_no_incident(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot")
    async with running(platform(), [SHOW]) as bench:
        bench.env.inject_error("POST", "/interactions/*/*/callback", status=404, code=10062, message="Unknown")
        bench.sink.suggestions = [Choice("a", "A")]
        await offered(bench, "a")
    assert [record.levelname for record in caplog.records if "journey show" in record.getMessage()] == ["INFO"]


class Slow(ReactingSink):
    """A core that is busy for longer than Discord waits."""

    async def suggest(self, asked: Asked) -> Sequence[Choice]:
        await asyncio.sleep(60)
        return [Choice("a", "A")]


@pytest.mark.long
async def test_a_core_that_takes_too_long_is_not_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot")
    async with running(platform(), [SHOW]) as bench:
        bench.sink = Slow()
        await bench.restart()
        await offered(bench, "a")
        assert bench.bodies("POST", "/callback") == []
    assert any("too late" in record.getMessage() for record in caplog.records)
