"""A Telegram that has a flood to tell: in a process of its own, so that what it costs is not counted."""

import asyncio
import logging
import multiprocessing
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection

import msgspec
from aiohttp import web

TOKEN = "1:flood"
AT_ONCE = 100
_BOT = {"id": 1, "is_bot": True, "first_name": "Kiln", "username": "kiln_bot", "can_join_groups": True}
_CANNED: dict[str, object] = {"getMe": _BOT, "getMyCommands": [], "getChatAdministrators": []}


@contextmanager
def flooding(updates: Sequence[bytes], per_second: int | None = None) -> Iterator[str]:
    """The address of a Bot API with these updates, numbered from 1; each poll has the next hundred of them.

    `per_second`: no more of them have happened by then. GET of the address plus "waits" tells for how many seconds each
    person waited who was answered in private, from when their last update was told.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(list(updates), per_second, theirs), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}/bot"
    finally:
        process.kill()
        process.join()


def _serve(updates: list[bytes], per_second: int | None, told: Connection) -> None:
    logging.disable()  # that a poll is cut short at the end of a round is what is meant to happen
    asyncio.run(_Api(updates, per_second).serve(told))


class _Api:
    """As much of a Bot API as a flood needs."""

    def __init__(self, updates: list[bytes], per_second: int | None) -> None:
        self._updates = updates
        self._senders = [msgspec.json.decode(update)["message"]["from"]["id"] for update in updates]
        self._per_second = per_second
        self._begun = 0.0
        self._told_at: dict[int, float] = {}
        self._waits: list[float] = []

    async def serve(self, told: Connection) -> None:
        application = web.Application()
        application.router.add_post("/bot{token}/{method}", self._answer)
        application.router.add_get("/botwaits", self._tell_waits)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        told.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    async def _answer(self, request: web.Request) -> web.Response:
        method, now = request.match_info["method"], time.monotonic()
        parameters = await request.post()
        if method == "getUpdates":
            return await self._next(int(str(parameters.get("offset", 0))))
        if method == "sendMessage":
            chat = int(str(parameters["chat_id"]))
            if chat in self._told_at:
                self._waits.append(now - self._told_at.pop(chat))
            message = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}
            return web.json_response({"ok": True, "result": message})
        return web.json_response({"ok": True, "result": _CANNED.get(method, True)})

    async def _next(self, offset: int) -> web.Response:
        self._begun = self._begun or time.monotonic()
        first = max(offset, 1) - 1
        last = min(first + AT_ONCE, self._happened())
        if first >= last:
            await asyncio.sleep(0.2 if self._per_second is None else 0.02)
            last = min(first + AT_ONCE, self._happened())
        self._told_at.update(dict.fromkeys(self._senders[first:last], time.monotonic()))
        body = b'{"ok":true,"result":[' + b",".join(self._updates[first:last]) + b"]}"
        return web.Response(body=body, content_type="application/json")

    def _happened(self) -> int:
        if self._per_second is None:
            return len(self._updates)
        return min(int((time.monotonic() - self._begun) * self._per_second), len(self._updates))

    async def _tell_waits(self, _: web.Request) -> web.Response:
        return web.json_response(self._waits)


def packed(updates: Iterator[dict[str, object]]) -> list[bytes]:
    """Updates as they travel."""
    return [msgspec.json.encode(update) for update in updates]
