"""A Telegram that has a flood to tell: in a process of its own, so that what it costs is not counted."""

import asyncio
import logging
import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection

import orjson
from aiohttp import web

TOKEN = "1:flood"
AT_ONCE = 100
_BOT = {"id": 1, "is_bot": True, "first_name": "Kiln", "username": "kiln_bot", "can_join_groups": True}
_CANNED: dict[str, object] = {"getMe": _BOT, "getMyCommands": [], "getChatAdministrators": []}


@contextmanager
def flooding(updates: Sequence[bytes]) -> Iterator[str]:
    """The address of a Bot API with these updates, numbered from 1; each poll has the next hundred of them."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(list(updates), theirs), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}/bot"
    finally:
        process.kill()
        process.join()


def _serve(updates: list[bytes], told: Connection) -> None:
    logging.disable()  # that a poll is cut short at the end of a round is what is meant to happen
    asyncio.run(_serving(updates, told))


async def _serving(updates: list[bytes], told: Connection) -> None:
    async def answer(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method != "getUpdates":
            return web.json_response({"ok": True, "result": _CANNED.get(method, True)})
        first = max(int(str((await request.post()).get("offset", 0))), 1) - 1
        batch = updates[first : first + AT_ONCE]
        if not batch:
            await asyncio.sleep(0.2)
        body = b'{"ok":true,"result":[' + b",".join(batch) + b"]}"
        return web.Response(body=body, content_type="application/json")

    application = web.Application()
    application.router.add_post("/bot{token}/{method}", answer)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    told.send(runner.addresses[0][1])
    await asyncio.Event().wait()


def packed(updates: Iterator[dict[str, object]]) -> list[bytes]:
    """Updates as they travel."""
    return [orjson.dumps(update) for update in updates]
