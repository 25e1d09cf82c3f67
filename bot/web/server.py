"""One web server in the bot's own loop, which runs while somebody has an address on it."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from bot.errors import ConfigError, Said, system_says
from bot.guard import Failure, attempt
from bot.web.messages import Answered, Asked, Handler

if TYPE_CHECKING:
    from bot.web.serving import Serving

log = logging.getLogger(__name__)


class WebServer:
    """Listens on `listen`:`port`; port 0 takes a free one, which `port` tells once it runs."""

    def __init__(self, listen: str, port: int) -> None:
        self.listen = listen
        self.port = port
        self._handlers: dict[str, Handler] = {}
        self._serving: Serving | None = None
        self._turn = asyncio.Lock()

    @contextlib.asynccontextmanager
    async def open(self, path: str, handler: Handler) -> AsyncIterator[None]:
        """Hand requests for `path` to `handler` meanwhile. ConfigError where nobody can listen there.

        What a handler raises is logged under a code and answered with 500.
        """
        if path in self._handlers:
            raise ConfigError("web", Said("refusal-web-twice", path=path), Said("refusal-web-twice-cure"))
        self._handlers[path] = handler
        try:
            await self._start()
            yield
        finally:
            del self._handlers[path]
            await self._stop()

    async def _start(self) -> None:
        async with self._turn:
            if self._serving is not None:
                return
            # Imported only now: a bot without any address does not pay for it.
            from bot.web.serving import Serving

            bound = self._bind()
            serving = Serving(self._handle)
            await serving.begin(bound)
            self._serving = serving
            log.info("listening on %s:%s", self.listen, self.port)

    async def _stop(self) -> None:
        """Nobody has an address any more."""
        async with self._turn:
            if not self._handlers and self._serving is not None:
                await self._serving.end()
                self._serving = None

    def _bind(self) -> socket.socket:
        family = socket.AF_INET6 if ":" in self.listen else socket.AF_INET
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((self.listen, self.port))
        except OSError as error:
            bound.close()
            problem = Said("refusal-web-port", why=system_says(error))
            raise ConfigError("web.listen", problem, Said("refusal-web-port-cure")) from None
        self.port = bound.getsockname()[1]
        return bound

    async def _handle(self, asked: Asked) -> Answered:
        handler = self._handlers.get(asked.path)
        if handler is None:
            return Answered(404)
        done = await attempt(handler(asked), place=f"web {asked.path}")
        return Answered(500) if isinstance(done, Failure) else done
