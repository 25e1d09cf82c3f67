"""An HTTP server for tests that play a service: it answers as told, and notes what it was asked."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Faults:
    """What goes wrong next: statuses by path, the first of which answers the next request there."""

    statuses: dict[str, list[int]] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def refuses(self, path: str, *statuses: int) -> None:
        """Answer the next requests for `path` so."""
        self.statuses.setdefault(path, []).extend(statuses)


class Service:
    """What the servers of the tests have in common."""

    def __init__(self) -> None:
        self.faults = Faults()
        self.asked: list[tuple[str, str]] = []
        self.queries: list[tuple[str, dict[str, str]]] = []
        self.port = 0

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def count(self, method: str, path: str) -> int:
        """How often it was asked so."""
        return self.asked.count((method, path))

    @web.middleware
    async def watch(self, request: web.Request, handler: Answer) -> web.StreamResponse:
        """Note the request, and answer it with the fault that waits for it."""
        self.asked.append((request.method, request.path))
        self.queries.append((request.path, dict(request.query)))
        if waiting := self.faults.statuses.get(request.path):
            return web.Response(status=waiting.pop(0), headers=self.faults.headers)
        if (body := self.faults.bodies.pop(request.path, None)) is not None:
            return web.Response(body=body)
        return await handler(request)

    def routes(self) -> list[web.RouteDef]:
        """What there is to ask."""
        raise NotImplementedError


@asynccontextmanager
async def served(service: Service) -> AsyncIterator[None]:
    """The service, listening."""
    application = web.Application(middlewares=[service.watch])
    application.add_routes(service.routes())
    runner = web.AppRunner(application, shutdown_timeout=0.01)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    service.port = runner.addresses[0][1]
    try:
        yield
    finally:
        await runner.cleanup()
