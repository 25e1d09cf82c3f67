"""The server, asked once: what it says, read as what it was asked for, or why it says nothing."""

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from bot.ai.asking import AiError, Fault, Task, Usage
from bot.ai.dialects import DIALECTS, Hearing
from bot.config import AiConfig

if TYPE_CHECKING:
    from bot.ai.client import Client

T = TypeVar("T", bound=Struct)

_NO_ANSWER: Final = (ValueError, TypeError, AttributeError, LookupError, RecursionError, msgspec.MsgspecError)
"""What it means to read something else than what was agreed on: broken JSON, other fields, no text at all."""


class Server:
    """One for the whole bot. What it raises is an AiError, which tells nothing of what the server said."""

    def __init__(self, config: AiConfig) -> None:
        self._config = config
        self._dialect = DIALECTS[config.api]
        self._opening: asyncio.Task[Client] | None = None

    @property
    def host(self) -> str:
        """The name of the machine that is asked."""
        return urlsplit(self._config.base_url).hostname or ""

    async def ask(self, task: Task[T], whose: str) -> tuple[T, Usage | None]:
        """The answer, and what it cost. `whose` says who asks, in a word that means nothing to anybody else."""
        client = await self.opened()
        body = self._dialect.body(task, self._config.model or "", whose, self._config.effort)
        hearing = Hearing(task.longest)
        try:
            async with aclosing(client.pieces(body)) as pieces:
                async for piece in pieces:
                    self._dialect.hear(hearing, piece)
            if not hearing.is_whole:
                hearing.refuse(Fault.CUT)
            return msgspec.json.decode(hearing.text, type=task.shape), hearing.usage
        except _NO_ANSWER:
            raise AiError(Fault.GARBLED, usage=hearing.usage) from None  # its text may be in the error

    async def opened(self) -> "Client":
        """The connection, which the first question makes."""
        # In a thread, since loading takes a second; shielded, since whoever asked first may not wait for it.
        if self._opening is None or self._opening.cancelled():  # as all tasks may be when the bot is stopped
            self._opening = asyncio.create_task(asyncio.to_thread(self._open))
        return await asyncio.shield(self._opening)

    def _open(self) -> "Client":
        from bot.ai.client import Client, rehearse  # slow to import, and most bots have no use for it

        asyncio.run(rehearse(self._config, *self._dialect.rehearsal))
        return Client(self._config)

    async def close(self) -> None:
        """Let go of its connections."""
        if self._opening is not None:
            [opened] = await asyncio.gather(self._opening, return_exceptions=True)
            if not isinstance(opened, BaseException):  # else there are none
                await opened.close()
