"""Every request on its way to Discord passes here, the library's own repetitions too, and so does every answer."""

from collections.abc import Mapping
from contextvars import ContextVar
from types import SimpleNamespace

import aiohttp
from discord.http import Route

from bot.platforms.discord.pace import Pace

UNASKED: ContextVar[bool] = ContextVar("unasked", default=False)
"""Whether what is being asked of Discord answers nobody, and so leaves a share of the pace to others."""

_INVALID = (401, 403, 429)
_TOO_MANY = 429
SHUT_OUT = 600.0  # seconds, where it is not said for how long
_OF_INTERACTIONS = ("/interactions/", "/webhooks/")  # Discord's global limit does not count them


def watched(pace: Pace) -> aiohttp.TraceConfig:
    """What discord.py's session is to be watched with, so that it keeps to `pace`."""

    async def leaves(_: aiohttp.ClientSession, __: SimpleNamespace, asked: aiohttp.TraceRequestStartParams) -> None:
        path = _path(str(asked.url))
        if path.startswith(_OF_INTERACTIONS):
            pace.check()
        elif path:
            await pace.leave(unasked=UNASKED.get())

    async def answered(_: aiohttp.ClientSession, __: SimpleNamespace, told: aiohttp.TraceRequestEndParams) -> None:
        if not _path(str(told.url)) or told.response.status not in _INVALID:
            return
        headers = told.response.headers
        scope = headers.get("X-RateLimit-Scope", "")
        if scope != "shared":  # a limit that others used up is no fault of ours
            pace.was_invalid()
        if told.response.status != _TOO_MANY:
            return
        if "Via" not in headers:  # not Discord's own answer: its guard has shut the whole address out
            pace.refused(_seconds(headers, SHUT_OUT))
        elif scope == "global" or "X-RateLimit-Global" in headers:
            pace.refused(_seconds(headers, 1.0))

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(leaves)
    trace.on_request_end.append(answered)
    return trace


def _path(url: str) -> str:
    """The part behind the API's address; "" for the gateway and whatever else is not the API."""
    return url.removeprefix(Route.BASE) if url.startswith(Route.BASE) else ""


def _seconds(headers: Mapping[str, str], otherwise: float) -> float:
    try:
        return float(headers.get("Retry-After", ""))
    except ValueError:
        return otherwise
