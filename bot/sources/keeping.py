"""Keeps each source running for the channels that are watched, and the others too when one of them is down."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from msgspec import Struct

from bot.core.watching import SourceState, Watched
from bot.errors import ConfigError, Said, SaidError, UnreachableError
from bot.guard import Failure, attempt
from bot.model.ports import Sink
from bot.model.sources import Channel, StreamSource

log = logging.getLogger(__name__)


class AwayError(SaidError, UnreachableError):
    """A source cannot be reached now; told in every language."""


def away(source: str, why: Said | str) -> AwayError:
    """It cannot be reached; `why` in a few words."""
    return AwayError("refusal-source-away", source=source, why=why)


class Waits(Struct, frozen=True):
    """Seconds: before the first new try and at most, and between looks at what is to be watched."""

    first: float = 5.0
    last: float = 300.0
    look: float = 10.0


class Keeper:
    """One source under supervision. What it cannot do stands in its state, for moderators to see."""

    def __init__(
        self,
        source: StreamSource,
        state: SourceState,
        watched: Callable[[], Awaitable[Watched]],
        waits: Waits = Waits(),
    ) -> None:
        self._source = source
        self._state = state
        self._watched = watched
        self.waits = waits

    async def run(self, sink: Sink) -> None:
        """Until cancelled. A source without channels costs nothing but a look now and then."""
        channels: Sequence[Channel] = ()
        while True:
            before, channels = channels, await self._channels()
            for gone in [channel for channel in before if channel not in channels]:
                await attempt(self._source.leave(gone, sink), place=f"source {self._source.name}")
            self._state.channels, self._state.problem = tuple(channels), None
            work = [asyncio.create_task(self._until_changed(channels))]
            if channels:
                work.append(asyncio.create_task(self._keep(channels, sink)))
            try:
                await asyncio.wait(work, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in work:
                    task.cancel()
                await asyncio.gather(*work, return_exceptions=True)

    async def _channels(self) -> Sequence[Channel]:
        found = await attempt(self._watched(), place=f"source {self._source.name}")
        if isinstance(found, Failure):
            return ()
        self._state.tell("community", found.problem)
        return found.of(self._source.name)

    async def _until_changed(self, channels: Sequence[Channel]) -> None:
        while await self._channels() == channels:  # noqa: ASYNC110 - moderators change it in the database
            await asyncio.sleep(self.waits.look)

    async def _keep(self, channels: Sequence[Channel], sink: Sink) -> None:
        """Try again after each failure, later each time; what only a person can mend is not tried again."""
        now = asyncio.get_running_loop().time
        wait = self.waits.first
        while True:
            began = now()
            self._state.problem = None
            self._state.notes = {topic: words for topic, words in self._state.notes.items() if topic == "community"}
            done = await attempt(self._once(channels, sink), place=f"source {self._source.name}")
            if isinstance(done, ConfigError):
                self._state.problem = done
                log.error("%s is off: %s", self._source.name, done)
                await asyncio.Event().wait()  # until the channels change
            if now() - began > self.waits.last:
                wait = self.waits.first  # it ran well for a while
            failed = Said("refusal-source-incident", code=done.code) if isinstance(done, Failure) else done
            self._state.problem = failed
            if done is not None and not isinstance(done, Failure):
                log.warning("%s; next try in %.0f s", done, wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, self.waits.last)

    async def _once(self, channels: Sequence[Channel], sink: Sink) -> ConfigError | UnreachableError | None:
        try:
            await self._source.run(channels, sink, self._state)
        except (ConfigError, UnreachableError) as error:
            return error
        return None
