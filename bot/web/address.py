"""A public address of ours at which a service brings what it has to tell."""

from contextlib import AbstractAsyncContextManager
from urllib.parse import urlsplit

from msgspec import Struct

from bot.web.messages import Handler
from bot.web.server import WebServer


class Address(Struct, frozen=True):
    """The address as it was configured, the path that it gets where it has none, and what proves who comes."""

    url: str
    otherwise: str
    secret: str
    web: WebServer

    @property
    def path(self) -> str:
        """What the web server is asked for."""
        return urlsplit(self.whole).path

    @property
    def whole(self) -> str:
        """The address as the service is told it."""
        return self.url if urlsplit(self.url).path.strip("/") else self.url.rstrip("/") + self.otherwise

    def open(self, handler: Handler) -> AbstractAsyncContextManager[None]:
        """Hand what comes to `handler` meanwhile. ConfigError where nobody can listen there."""
        return self.web.open(self.path, handler)
