"""The AI server of a simulated community: it speaks chat completions, makes things up, breaks and goes slow."""

import asyncio
import contextlib
import json
import random
from collections.abc import Mapping
from typing import Any, Final

from aiohttp import web
from pydantic import SecretStr

from bot.ai.server import Server
from bot.config import AiConfig

SECONDS: Final = 2.0
BUDGET: Final = 60_000
OF_EACH: Final = 20_000
MADE_UP: Final = ("https://evil.example", "@evilbot", "9471147")
"""What it adds where it lies; none of it may ever be read by anybody."""

_MOODS: Final = {"well": 10, "lies": 4, "garbled": 2, "cut": 4, "slow": 1, "500": 2, "429": 1, "401": 1, "404": 1}


class Machine:
    """One server on a port of its own, with moods that its seed draws.

    `told`: the tokens that it counted and said so, put in and come out; `moods`: how often it was in which.
    """

    def __init__(self, seed: int) -> None:
        self.told = [0, 0]
        self.moods: dict[str, int] = {}
        self._rng = random.Random(seed)
        self._seen = (0, 0)
        self._is_certain = True
        self._runner: web.AppRunner | None = None

    async def begin(self) -> AiConfig:
        """Listen; how a bot is to be configured for it."""
        app = web.Application()
        app.router.add_post("/v1/chat/completions", self._answer)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        config = AiConfig(
            base_url=f"http://127.0.0.1:{port}/v1",
            api="chat",
            model="small",
            api_key=SecretStr("sk-of-the-simulation"),
            seconds=SECONDS,
            tokens_per_day=BUDGET,
            tokens_per_member=OF_EACH,
        )
        warm = Server(config)  # to load the library takes longer than a bot waits, and only the first time
        await warm.opened()
        await warm.close()
        return config

    async def end(self) -> None:
        """Listen no more."""
        if self._runner is not None:
            await self._runner.cleanup()

    def is_certain(self, deaths: int) -> bool:
        """Whether the bot wrote down whatever came; asked at rest, with how often it has died.

        Not any more once it died in the same act in which it asked: then nobody knows whether that was before or after.
        """
        now = (deaths, sum(self.moods.values()))
        self._is_certain &= not (now[0] > self._seen[0] and now[1] > self._seen[1])
        self._seen = now
        return self._is_certain

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        [mood] = self._rng.choices(list(_MOODS), list(_MOODS.values()))
        self.moods[mood] = self.moods.get(mood, 0) + 1
        if mood.isdigit():
            raise _refusal(int(mood))
        if mood == "slow":
            await asyncio.sleep(SECONDS * 2)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        with contextlib.suppress(ConnectionError):  # whoever asked waits no more
            await self._say(response, request, body, mood)
        return response

    async def _say(self, response: web.StreamResponse, request: web.Request, body: Any, mood: str) -> None:
        text = "{" if mood == "garbled" else json.dumps(_reply(body, lies=mood == "lies"))
        await response.prepare(request)
        await response.write(_event({"delta": {"role": "assistant", "content": text}, "finish_reason": None}))
        if mood != "cut":
            put_in, came_out = len(str(body)) // 4, len(text) // 4 + 1
            if request.transport is not None and not request.transport.is_closing():  # else nobody waits any more
                self.told[0] += put_in
                self.told[1] += came_out
            await self._finish(response, put_in, came_out)

    async def _finish(self, response: web.StreamResponse, put_in: int, came_out: int) -> None:
        await response.write(_event({"delta": {}, "finish_reason": "stop"}))
        await response.write(_event(None, {"prompt_tokens": put_in, "completion_tokens": came_out, "total_tokens": 0}))
        await response.write(b"data: [DONE]\n\n")


def _refusal(status: int) -> web.HTTPException:
    kinds: Mapping[int, type[web.HTTPException]] = {
        401: web.HTTPUnauthorized,
        404: web.HTTPNotFound,
        429: web.HTTPTooManyRequests,
        500: web.HTTPInternalServerError,
    }
    return kinds[status](text='{"error": {"message": "no"}}', content_type="application/json")


def _event(choice: Mapping[str, Any] | None, usage: Mapping[str, int] | None = None) -> bytes:
    choices = [{"index": 0, **choice}] if choice is not None else []
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "small", "choices": choices}
    return f"data: {json.dumps({**chunk, 'usage': usage})}\n\n".encode()


def _reply(body: Mapping[str, Any], *, lies: bool) -> Mapping[str, Any]:
    """What a model that does as it is told would say; with `lies` more than it was told."""
    data = json.loads(body["messages"][1]["content"])
    more = f" {random.Random(len(str(body))).choice(MADE_UP)}" if lies else ""
    if body["response_format"]["json_schema"]["name"] == "recap":
        return {"texts": [f"{one['text']}{more}" for one in data["drafts"]]}
    return {"answers": True, "text": f"{data['sources'][0]['text']}{more}", "sources": [1]}
