"""Below the library: fetched updates are stored before Telegram is told, and a broken one stops no other."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

import httpx
import msgspec
from telegram.request import BaseRequest, HTTPXRequest, RequestData


@cache
def trusted() -> Mapping[str, Any]:
    """What every client of Telegram's is made with: whom to trust, read once since it is a quarter of a megabyte."""
    return MappingProxyType({"verify": httpx.create_ssl_context()})


HandOver = Callable[[Sequence[Any]], Awaitable[None]]

log = logging.getLogger(__name__)


def read_json(payload: bytes) -> Any:
    """What `payload` says. Raises ValueError.

    Half of a character, which JSON can write and UTF-8 cannot, becomes a question mark: the strict reader would refuse
    everything that came with it, each time that it comes again.
    """
    try:
        return msgspec.json.decode(payload)
    except msgspec.DecodeError:
        whole = json.dumps(json.loads(payload), ensure_ascii=False)
        return json.loads(whole.encode("utf-8", "replace"))


def is_update(what: object) -> bool:
    """Whether it can be told from others. All else about an update is found out when it is handled."""
    return isinstance(what, dict) and isinstance(what.get("update_id"), int)


FETCHES_APART: Final = 0.02
"""Seconds from one request for updates to the next, in a flood. A server that is near answers at once, and has then one
update to tell: the requests would cost more than all that is in them."""

FETCHES_AT_ONCE: Final = 20
"""So many may follow each other at once after a while without."""


class PollingRequest(HTTPXRequest):
    """The HTTP of getUpdates. It hands each batch over and lets the library see only that it may ask for the next.

    The library keeps fetched updates in memory and confirms them at once, so that a process that dies loses them;
    and it drops a whole batch, asking for it again without pause, when one update in it lacks a field.
    What `hand_over` raises reaches the library as a network error: it waits, and the batch comes again.
    """

    def __init__(self, patience: float, transport: httpx.AsyncBaseTransport | None = None) -> None:
        super().__init__(
            connection_pool_size=1,
            read_timeout=patience,
            connect_timeout=patience,
            httpx_kwargs={**trusted(), "transport": transport},
        )
        self.hand_over: HandOver | None = None
        self._next = 0.0  # by the loop's clock: when updates may be asked for
        self.refused = asyncio.Event()
        """Set when Telegram rejects the token: the library then ends its polling without a word."""
        self.taken = asyncio.Event()
        """Set when somebody else fetches this bot's updates."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """As the library's own, but for the updates in the answer."""
        if is_fetch := url.endswith("/getUpdates"):
            await self._turn()
        code, payload = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            self.refused.set()
        if code == HTTPStatus.OK and is_fetch:
            payload = await self._without_updates(payload)
        return code, payload

    async def _turn(self) -> None:
        now = asyncio.get_running_loop().time()
        self._next = max(self._next + FETCHES_APART, now - FETCHES_AT_ONCE * FETCHES_APART)
        if self._next > now:
            await asyncio.sleep(self._next - now)

    async def _without_updates(self, payload: bytes) -> bytes:
        came = read_json(payload).get("result") or []
        if not came:
            return payload
        updates = [update for update in came if is_update(update)]
        if len(updates) < len(came):
            log.error("%s of %s updates have no number, and are let go", len(came) - len(updates), len(came))
        last = max(update["update_id"] for update in updates)
        if self.hand_over is None:
            return b'{"ok":true,"result":[]}'  # on the way out: they stay with Telegram
        await self.hand_over(updates)
        # The library takes its next offset from the last update it sees.
        return msgspec.json.encode({"ok": True, "result": [{"update_id": last}]})
