"""A community whose answers an AI server puts into words, as the tests of that tell of it. It breaks on demand."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

from llmock.pytest_plugin import LLMock

from bot.ai.phraser import Phraser
from bot.community.communities import Communities
from bot.core.settings import PluginSettings
from bot.platforms.local.records import Person
from tests.plugins.boarding import Board, board

KEY = "sk-nobody-may-ever-see-this"
MODEL = "small-model"
QUESTION, BODY = "How much is delivery?", "Within Europe it is 12 euros. See https://example.com/post."
WORDED = {"en": "Delivery within Europe costs 12 euros.", "cs": "Doprava v Evropě stojí 12 eur."}
MARK = {"en": "Worded by AI", "cs": "Formulovala to AI"}


def said(text: str, *, answers: bool = True, sources: Sequence[int] = (1,)) -> str:
    """What a model that does as it is told replies."""
    return json.dumps({"answers": answers, "text": text, "sources": list(sources)}, ensure_ascii=False)


def ai_environment(url: str, *, api_key: str = KEY, **ai: str) -> dict[str, str]:
    """What configures the server at that address; more is given by its key, such as seconds="0.5"."""
    keys = {"api_key": api_key, "model": MODEL, "base_url": url, "seconds": "4", **ai}
    return {f"AFTERGLOW_AI__{name.upper()}": value for name, value in keys.items() if value}


@contextlib.asynccontextmanager
async def seconds_beside() -> AsyncIterator[Callable[[], float]]:
    """How many seconds what is done inside takes, counted by sleeping beside it, hundredth by hundredth.

    On a machine that is busy with other things each hundredth grows as well, so that no answer is called late for it.
    """
    hundredths = 0

    async def count() -> None:
        nonlocal hundredths
        while True:
            await asyncio.sleep(0.01)
            hundredths += 1

    counting = asyncio.create_task(count())
    try:
        yield lambda: hundredths / 100
    finally:
        counting.cancel()


class Worded(Board):
    """A board with an AI server."""

    llmock: LLMock

    @property
    def phraser(self) -> Phraser:
        """Who asks the server."""
        found = self.bot.app.parts.phraser
        assert found is not None
        return found

    async def asks(self, person: Person, text: str = QUESTION) -> str:
        """What somebody is told who asks."""
        return await self.says(person, f"/ask {text}")

    def sent(self) -> list[Any]:
        """The bodies of all requests, oldest first."""
        return [one.body for one in self.llmock.requests]

    async def switches(self, **values: object) -> None:
        """The community's settings of the plugin."""
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            settings = PluginSettings(work, self.bot.app.parts.registry, community.id)
            await settings.configure(settings.plugin("assistant"), values, None)

    async def teaches(self, title: str = QUESTION, body: str = BODY, language: str = "en", **more: str) -> None:
        """Mona adds an entry."""
        await self.says(self.mona, "/faq add")
        await self.fills(self.mona, {"title": title, "body": body, "language": language, **more})


@contextlib.asynccontextmanager
async def worded(
    llmock: LLMock, *, language: str = "en", url: str = "", switched: bool = True, api_key: str = KEY, **ai: str
) -> AsyncIterator[Worded]:
    """The board with one entry; what is configured more is as with `ai_environment`."""
    environment = ai_environment(url or llmock.base_url(), api_key=api_key, **ai)
    async with board(language=language, environment=environment) as plain:
        here = Worded(plain.bot, language)
        here.llmock = llmock
        await here.teaches()
        if api_key:
            await here.phraser.server.opened()  # as in a bot that was asked something before
        if switched:
            await here.switches(phrasing=True)
        yield here
