"""A Bot API server of our own: real HTTP on this machine, its world in memory, its faults on request.

Every request and reply is held against the official description where that is at hand; `close` fails when one of them
does not fit. Use it as `async with TelegramServer() as server`, or through the fixture `server`.
"""

import asyncio
import json
from collections import deque
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import web

from bot.clock import Clock, SystemClock
from tests.platforms.telegram.methods import Methods, Parameters
from tests.platforms.telegram.refusals import Refusal
from tests.platforms.telegram.specification import specification
from tests.platforms.telegram.world import Group, Person, World

TOKEN = "1:test-token"


@dataclass(frozen=True)
class Call:
    """One request that came in."""

    method: str
    parameters: Parameters


@dataclass(frozen=True)
class _Fault:
    refusal: Refusal | None = None  # what is answered; None: nothing
    done: bool = False  # whether the request takes effect all the same
    hangs: bool = False  # without an answer: keep the connection open, or cut it
    gate: asyncio.Event | None = None  # answered as always, once it is set


class CutOffError(Exception):
    """The connection ends instead of an answer."""


class TelegramServer:
    """The server. Its people and groups come from `person` and `group`; `calls` are the requests, in order."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.world = World(clock or SystemClock())
        self.methods = Methods(self.world)
        self.calls: list[Call] = []
        self.faults: list[str] = []
        self.provoked = 0  # requests that met a planned fault
        self.token = TOKEN
        self.url = ""
        self._planned: dict[str, deque[_Fault | None]] = {}
        self._hanging = asyncio.Event()
        self._polls = 0
        self._runner = web.AppRunner(self._application(), shutdown_timeout=0.01, access_log=None)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/bot"
        return self

    async def __aexit__(self, kind: object, error: object, traceback: object) -> None:
        await self.close()
        if error is None:
            assert not self.faults, "\n".join(self.faults)

    async def close(self) -> None:
        """End all connections."""
        self._hanging.set()
        self.world.news.set()
        await self._runner.cleanup()

    def person(self, name: str, *, language: str | None = "en", started: bool = False) -> Person:
        """Somebody new; `started`: they opened the private chat with the bot some time ago."""
        return self.world.person(name, language=language, started=started)

    def group(self, title: str, *, owner: Person, members: tuple[Person, ...] = ()) -> Group:
        """A new group in which the bot is an administrator."""
        return self.world.group(title, owner=owner, members=members)

    def called(self, method: str) -> list[Call]:
        """The requests of that method."""
        return [call for call in self.calls if call.method == method]

    def passes(self, method: str) -> None:
        """Let the next request of `method` be, so that a fault planned after it meets the one that follows."""
        self._planned.setdefault(method, deque()).append(None)

    def refuses(self, method: str, status: int, words: str, *, done: bool = False, **parameters: Any) -> None:
        """Answer the next request of `method` with a refusal; `done`: it takes effect all the same."""
        self._plan(method, _Fault(Refusal(status, words, **parameters), done))

    def floods(self, method: str, retry_after: int) -> None:
        """Answer the next request of `method` with a flood limit, in seconds."""
        self.refuses(method, 429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)

    def hangs(self, method: str, *, done: bool = True) -> None:
        """Never answer the next request of `method`."""
        self._plan(method, _Fault(done=done, hangs=True))

    def holds(self, method: str) -> asyncio.Event:
        """Answer the next request of `method` no sooner than the event is set."""
        gate = asyncio.Event()
        self._plan(method, _Fault(gate=gate))
        return gate

    def cuts(self, method: str, *, done: bool = True) -> None:
        """Cut the connection of the next request of `method` instead of answering."""
        self._plan(method, _Fault(done=done))

    def calm(self) -> None:
        """Forget the faults that were still to come."""
        self._planned.clear()

    def _plan(self, method: str, fault: _Fault) -> None:
        self._planned.setdefault(method, deque()).append(fault)

    def _application(self) -> web.Application:
        application = web.Application()
        application.router.add_post("/bot{token}/{method}", self._receive)
        application.router.add_get("/file/bot{token}/documents/{file}", self._hand_out)
        return application

    async def _hand_out(self, request: web.Request) -> web.StreamResponse:
        return web.Response(body=self.world.sent[request.match_info["file"]])

    async def _receive(self, request: web.Request) -> web.StreamResponse:
        parameters = {
            name: self.upload(value.filename, value.file.read()) if isinstance(value, web.FileField) else str(value)
            for name, value in (await request.post()).items()
        }
        try:
            status, body = await self.answer(request.match_info["token"], request.match_info["method"], parameters)
        except CutOffError:
            if request.transport is not None:
                request.transport.close()
            status, body = 500, Refusal(500, "Internal Server Error").body()
        return web.json_response(body, status=status)

    def upload(self, name: str, content: bytes) -> str:
        """Take a file that came with a request; returns what the request's parameter then says."""
        self.world.uploads.append((name, content))
        return f"attach://{len(self.world.uploads) - 1}"

    async def answer(self, token: str, method: str, parameters: Parameters) -> tuple[int, Any]:
        """The status and the body of the answer to a request, however it came in. Raises CutOffError for none."""
        call = Call(method, _attached(parameters))
        self.calls.append(call)
        try:
            result = await self._see_to(token, call)
        except Refusal as refusal:
            if (description := specification()) is not None and refusal.parameters:
                self.faults += description.error_faults(refusal.parameters)
            return refusal.status, refusal.body()
        return 200, {"ok": True, "result": result}

    async def _see_to(self, token: str, call: Call) -> Any:
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        if (description := specification()) is not None:
            self.faults += description.request_faults(call.method, call.parameters)
        planned = self._planned.get(call.method)
        fault = planned.popleft() if planned else None
        self.provoked += fault is not None
        return await (self._answer(call) if fault is None else self._faulty(call, fault))

    async def _answer(self, call: Call) -> Any:
        if call.method == "getUpdates":
            result = await self._get_updates(call.parameters)
            sound: Any = [update for update in result if self.world.is_sound(update)]
        else:
            result = sound = self.methods.call(call.method, call.parameters)
        if (description := specification()) is not None:
            self.faults += description.reply_faults(call.method, sound)
        return result

    async def _faulty(self, call: Call, fault: _Fault) -> Any:
        if fault.gate is not None:
            await fault.gate.wait()
            return await self._answer(call)
        if fault.done:
            await self._answer(call)
        if fault.refusal is not None:
            raise fault.refusal
        if fault.hangs:
            await self._hanging.wait()
        raise CutOffError

    async def _get_updates(self, parameters: Parameters) -> list[Any]:
        """Long polling: a later poll ends an earlier one, an offset confirms what stands before it."""
        self._polls += 1
        mine = self._polls
        world = self.world
        world.news.set()
        await asyncio.sleep(0)
        if "allowed_updates" in parameters:
            world.allowed = frozenset(json.loads(parameters["allowed_updates"]))
        world.confirmed = int(parameters.get("offset", 0)) or world.confirmed
        world.updates = [update for update in world.updates if update["update_id"] >= world.confirmed]
        deadline = asyncio.get_running_loop().time() + float(parameters.get("timeout", 0))
        world.polled = deadline > asyncio.get_running_loop().time()
        while not (world.updates or world.again) and (left := deadline - asyncio.get_running_loop().time()) > 0:
            world.news.clear()
            try:
                await asyncio.wait_for(world.news.wait(), left)
            except TimeoutError:
                break
            if mine != self._polls:
                raise Refusal(409, "Conflict: terminated by other getUpdates request")
            if self._hanging.is_set():
                return []
        again, world.again = world.again, []
        return (again or world.updates)[: int(parameters.get("limit", 100))]


def _attached(parameters: Parameters) -> Parameters:
    """The parameters with a file that another of them names as attached in its place there, as it was uploaded."""
    found = dict(parameters)
    for name, upload in parameters.items():
        named = f'"attach://{name}"'
        for other, text in parameters.items():
            if named in text:
                found[other] = text.replace(named, f'"{upload}"')
                found.pop(name)
    return found
