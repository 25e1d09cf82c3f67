"""The way to Discord in memory: refusals and lost answers on order, repetitions as discord.py makes them, nonces."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import discord
from discord.http import Route
from simcord.backend import Backend
from simcord.backend.errors import BackendError
from simcord.http import FakeHTTPClient
from simcord.http.client import _raise_for as raise_for

from bot.clock import Clock
from bot.platforms.discord.outcomes import AFTER_TOO_MANY_OPENINGS, TOO_MANY_OPENINGS
from tests.simulate.watch import ON_ITS_WAY

ROLE = "/guilds/{guild_id}/members/{user_id}/roles/{role_id}"
CREATE, OPEN = "/channels/{channel_id}/messages", "/users/@me/channels"
TRIES = 5
"""So often discord.py asks where Discord answers with an error of its own."""
REPEATED = (500, 502, 504)
REMEMBERED = timedelta(minutes=3)
"""For so long Discord knows a nonce again."""
SHUT_OUT = 50007
A_MINUTE, A_DAY = 60.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a request instead. `done`: it took effect all the same; status 0: the line is cut."""

    status: int
    code: int = 0
    done: bool = False
    seconds: float = 0.0


@dataclass(slots=True)
class Post:
    """What Discord itself keeps of the bot's messages and direct chats, over all processes."""

    clock: Clock
    per_minute: int
    per_day: int
    now: Callable[[], datetime]
    faults: deque[Fault] = field(default_factory=deque)
    opening_faults: deque[Fault] = field(default_factory=deque)
    role_faults: deque[Fault] = field(default_factory=deque)
    shut: set[int] = field(default_factory=set)  # the direct chats whose people take nothing
    keys: dict[int, str] = field(default_factory=dict)  # of which delivery a message is
    objections: list[str] = field(default_factory=list)
    provoked: int = 0
    repeated: int = 0  # creates that came again under their nonce, and made nothing
    _nonces: dict[str, tuple[Any, datetime]] = field(default_factory=dict)
    _opened: list[float] = field(default_factory=list)
    _shut_at: float | None = None

    def next_fault(self, *, repeats: bool) -> Fault | None:
        """What happens to the next create; one that `repeats` may have been taken before, and is not refused then."""
        if not self.faults or (repeats and self.faults[0].status not in REPEATED):
            return None
        return self.faults.popleft()

    def known(self, nonce: str) -> Any:
        """The message that was made under a nonce a short while ago, or None."""
        made, at = self._nonces.get(nonce, (None, self.now()))
        return made if self.now() - at < REMEMBERED else None

    def made(self, nonce: str, message: Any) -> None:
        """A message is there."""
        self._nonces[nonce] = message, self.now()
        self.keys[int(message["id"])] = ON_ITS_WAY.get()

    def opens(self) -> None:
        """The bot opens a direct chat that there was not."""
        now = self.clock.monotonic()
        # Those that were on their way in the same moment could not know.
        if self._shut_at is not None and 0 < now - self._shut_at < AFTER_TOO_MANY_OPENINGS.total_seconds():
            self.objections.append("a direct chat is opened although Discord said that they are too many")
        self._opened.append(now)
        for span, most in ((A_MINUTE, self.per_minute), (A_DAY, self.per_day)):
            if (count := sum(at > now - span for at in self._opened)) > most:
                self.objections.append(f"{count} direct chats are opened within {span:.0f} s")

    def shuts(self) -> None:
        """Discord says that direct chats are opened too fast."""
        self._shut_at = self.clock.monotonic()

    def forgets(self) -> None:
        """The process ended: what it was told in this very moment it may not have written down."""
        if self._shut_at == self.clock.monotonic():
            self._shut_at = None


class DiscordWire(FakeHTTPClient):
    """The requests of one process."""

    def __init__(self, backend: Backend, loop: Any, post: Post) -> None:
        super().__init__(backend, loop)
        self._post = post
        self.dead = False

    async def request(self, route: Route, *, files: Any = None, form: Any = None, **kwargs: Any) -> Any:
        """As Discord answers, with faults."""
        if self.dead:
            raise ConnectionResetError("the process is dead")
        if route.method == "POST" and route.path == OPEN:
            return await self._open(route, **kwargs)
        if route.path == ROLE and self._post.role_faults:
            await self._change_role(self._post.role_faults.popleft(), route, kwargs)
        if route.method != "POST" or route.path != CREATE:
            return await super().request(route, files=files, form=form, **kwargs)
        for attempt in range(TRIES):
            fault = self._post.next_fault(repeats=attempt > 0)
            if fault is None or fault.done:
                made = await self._create(route, files, form, kwargs)
            if fault is None:
                return made
            self._post.provoked += 1
            if fault.status not in REPEATED or attempt == TRIES - 1:
                self._fail(fault)
        raise AssertionError("the last try fails or returns")

    async def _create(self, route: Route, files: Any, form: Any, kwargs: Any) -> Any:
        if int(str(route.channel_id)) in self._post.shut:
            raise_for(BackendError(403, SHUT_OUT, "Cannot send messages to this user"))
        sent = kwargs.get("json") or {}
        nonce = str(sent.get("nonce", "")) if sent.get("enforce_nonce") else ""
        if nonce and (known := self._post.known(nonce)) is not None:
            self._post.repeated += 1
            return known
        made = await super().request(route, files=files, form=form, **kwargs)
        self._post.made(nonce or made["id"], made)
        return made

    async def _open(self, route: Route, **kwargs: Any) -> Any:
        if int(kwargs["json"]["recipient_id"]) not in self.backend.dm_channels:
            self._post.opens()
        if self._post.opening_faults:
            fault = self._post.opening_faults.popleft()
            self._post.provoked += 1
            if fault.code == TOO_MANY_OPENINGS:
                self._post.shuts()
            self._fail(fault)
        return await super().request(route, **kwargs)

    async def _change_role(self, fault: Fault, route: Route, kwargs: Any) -> None:
        if fault.done:
            await super().request(route, **kwargs)
        self._fail(fault)

    def _fail(self, fault: Fault) -> None:
        if fault.status == 0:
            raise aiohttp.ServerDisconnectedError
        if fault.status == 429 and not fault.code:
            raise discord.RateLimited(fault.seconds)
        raise_for(BackendError(fault.status, fault.code, "provoked"))
