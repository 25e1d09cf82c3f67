"""The web server's libraries: Starlette reads requests, uvicorn serves them in the bot's own loop."""

import asyncio
import contextlib
import socket
from collections.abc import Generator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.messages import Answered, Asked, Handler

BODY_LIMIT = 1 << 20
"""Bytes of a request's body; nothing that anybody sends here is longer."""
CLOSING_SECONDS = 1
_METHODS = ["GET", "POST", "PUT", "DELETE", "HEAD"]


class Serving(uvicorn.Server):
    """Serves one handler on a socket that is bound already: uvicorn ends the whole process where it cannot listen."""

    def __init__(self, handler: Handler) -> None:
        async def handle(request: Request) -> Response:
            body = await _body(request)
            if body is None:
                return Response(status_code=413)
            answer = await handler(_asked(request, body))
            return _response(answer)

        super().__init__(
            uvicorn.Config(
                Starlette(routes=[Route("/{path:path}", handle, methods=_METHODS)]),
                lifespan="off",
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=CLOSING_SECONDS,
            )
        )
        self._ready = asyncio.Event()
        self._over = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def begin(self, bound: socket.socket) -> None:
        """Returns once it serves."""
        self._task = asyncio.create_task(self.serve([bound]))
        await self._ready.wait()

    async def end(self) -> None:
        """What is under way has a second."""
        self.should_exit = True
        self._over.set()
        if self._task is not None:
            await self._task

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """See uvicorn."""
        await super().startup(sockets)
        self._ready.set()

    async def main_loop(self) -> None:
        """See uvicorn, which looks ten times a second whether it is to end. Here it is told; its date needs one."""
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), 1)

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """The bot has its own handlers of signals, which uvicorn would replace."""
        yield


def _asked(request: Request, body: bytes) -> Asked:
    return Asked(request.method, request.url.path, dict(request.headers), body, dict(request.query_params))


def _response(answer: Answered) -> Response:
    return Response(answer.body, answer.status, dict(answer.headers), answer.media_type)


async def _body(request: Request) -> bytes | None:
    """None when it is longer than anything that is sent here."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            return None
    return bytes(body)
