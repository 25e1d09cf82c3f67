"""Tokens that a service gives for a while: one for all requests, and another when it is not accepted any more."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable

from pydantic import BaseModel

from bot.sources.asking import Reply, Service, refused

_UNAUTHORISED = 401
_REFUSED = (400, 401, 403)


class Granted(BaseModel):
    """What a service gives; some give something to renew the token with as well."""

    access_token: str
    refresh_token: str = ""


class Tokens(ABC):
    """Where the token of a request comes from. However many find it too old at once, it is renewed once."""

    def __init__(self) -> None:
        self._token = ""
        self._turn = asyncio.Lock()

    async def token(self) -> str:
        """The one to use."""
        return self._token or await self.renew("")

    async def renew(self, old: str) -> str:
        """Another one, since `old` is not accepted any more. Raises ConfigError where there is none."""
        async with self._turn:
            if self._token == old:
                self._token = await self._fetch()
            return self._token

    async def ask(self, send: Callable[[str], Awaitable[Reply]]) -> Reply:
        """What comes of a request; `send` makes it with a token, and once more when that one has run out."""
        token = await self.token()
        reply = await send(token)
        return await send(await self.renew(token)) if reply.status == _UNAUTHORISED else reply

    @abstractmethod
    async def _fetch(self) -> str:
        """A new one of the service."""


class AppTokens(Tokens):
    """The application's own token, which its id and its secret are enough for."""

    def __init__(self, service: Service, address: str, client_id: str, secret: str) -> None:
        """`address` is where tokens are given."""
        super().__init__()
        self._service = service
        self._address = address
        self._client = [("client_id", client_id), ("client_secret", secret)]

    async def _fetch(self) -> str:
        form = [*self._client, ("grant_type", "client_credentials")]
        reply = await self._service.ask("POST", self._address, form=form)
        name = self._service.source.lower()
        return granted(reply, f"{name}.client_secret", f"refusal-{name}-application").access_token


def granted(reply: Reply, key: str, problem: str) -> Granted:
    """What was given. Raises ConfigError where the service does not accept the `key` of the configuration."""
    if reply.status in _REFUSED:
        raise refused(key, problem, f"{problem}-cure")
    return reply.read(Granted)
