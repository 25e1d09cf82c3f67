"""Requests to the services that streams are seen on: with a deadline, a limit to what is read, no secrets in logs."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import TypeVar

import aiohttp
import msgspec
from msgspec import Struct
from pydantic import BaseModel, ValidationError

from bot.errors import ConfigError, Said
from bot.sources.keeping import AwayError, away

SECONDS = 15.0
MOST_BYTES = 8 << 20
LONGEST_WAIT = 60.0
TRIES = 3
OK = range(200, 300)
TOO_MANY = 429
FAULT = 500

Pairs = Sequence[tuple[str, str]]
M = TypeVar("M", bound=BaseModel)


class Reply(Struct, frozen=True):
    """An answer of less than 500: its status, and the JSON that came with it."""

    source: str
    status: int
    body: bytes

    @property
    def is_ok(self) -> bool:
        """Whether the service did what it was asked."""
        return self.status in OK

    def read(self, kind: type[M]) -> M:
        """The answer as what it should be. Raises AwayError for anything else."""
        if not self.is_ok:
            raise AwayError("refusal-source-refused", source=self.source, status=self.status)
        try:
            return kind.model_validate_json(self.body)
        except ValidationError:
            raise AwayError("refusal-source-odd", source=self.source) from None


class Service:
    """The connection to one service. `source` is what people call it."""

    def __init__(self, source: str, *, seconds: float = SECONDS) -> None:
        self.source = source
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        """What requests travel by, opened with the first."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def ask(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        query: Pairs = (),
        form: Pairs | None = None,
        json: object = None,
        patient: bool = True,
    ) -> Reply:
        """Send a request; where `patient`, one that is put off for a moment is sent again. Raises AwayError."""
        body = msgspec.json.encode(json) if json is not None else aiohttp.FormData(form) if form is not None else None
        given = {**(headers or {}), **({"Content-Type": "application/json"} if json is not None else {})}
        for _ in range(TRIES):
            try:
                async with asyncio.timeout(self._seconds):
                    async with self.session.request(
                        method, url, headers=given, params=list(query), data=body, allow_redirects=False
                    ) as response:
                        if response.status != TOO_MANY or not patient:
                            return await self._read(response)
                        wait = _asked_to_wait(response.headers)
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                raise away(self.source, _why(error)) from None
            await asyncio.sleep(wait)
            if isinstance(body, aiohttp.FormData):  # one is sent only once
                body = aiohttp.FormData(form or ())
        raise AwayError("refusal-source-busy", source=self.source)

    async def close(self) -> None:
        """Let go of connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _read(self, response: aiohttp.ClientResponse) -> Reply:
        if response.status >= FAULT:
            raise away(self.source, f"{response.status}")
        body = bytearray()
        async for piece in response.content.iter_any():
            body += piece
            if len(body) > MOST_BYTES:
                raise AwayError("refusal-source-odd", source=self.source)
        return Reply(self.source, response.status, bytes(body))


def refused(key: str, problem: str, cure: str, **values: object) -> ConfigError:
    """What only a person can mend: the key, and the texts of what is wrong and of its cure."""
    return ConfigError(key, Said(problem, **values), Said(cure, **values))


def _asked_to_wait(headers: Mapping[str, str]) -> float:
    """Seconds; services say them in a header, or nothing."""
    given = headers.get("Retry-After", "")
    return min(float(given), LONGEST_WAIT) if given.isascii() and given.isdecimal() else 1.0


def _why(error: BaseException) -> Said | str:
    """Why, without the address, which may hold what nobody else should see."""
    if isinstance(error, TimeoutError | aiohttp.ClientConnectionError):
        return Said("refusal-system-no-answer")
    return type(error).__name__
