"""The studio: draws cards beside the loop, one at a time, and refuses what would make people wait."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Final

from bot.model.cards import Card, Look
from bot.model.photos import Fault, PhotoError

log = logging.getLogger(__name__)

A_SECOND: Final = 8
"""New pictures in a second, and so many at once. In a flood whoever comes then is given the text alone: a processor is
needed for what cannot be left out."""

SECONDS: Final = 2.0
PHOTO_SECONDS: Final = 10.0
KEPT: Final = 32


class Studio:
    """One for a bot. The libraries that draw are loaded with the first picture, in the studio's own thread."""

    def __init__(self, a_second: int = A_SECOND, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._a_second = a_second
        self._free = float(a_second)
        self._looked_at = 0.0
        self._thread: ThreadPoolExecutor | None = None
        self._darkroom: ThreadPoolExecutor | None = None
        self._kept: OrderedDict[tuple[Card, Look], bytes] = OrderedDict()

    async def picture(self, card: Card, look: Look, *, patience: float = 0.0) -> bytes | None:
        """The card as a PNG; None for who reads texts alone, where too many are asked for, and after SECONDS.

        What nobody waits for may wait for room itself, so many seconds of `patience`, and leaves half of it to people.
        Raises whatever drawing raises.
        """
        if look is Look.TEXT:
            return None
        if (known := self._kept.get((card, look))) is not None:
            self._kept.move_to_end((card, look))
            return known
        if not await self._has_room(patience):
            return None
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="studio")
        try:
            async with asyncio.timeout(self._seconds):
                drawn = await asyncio.get_running_loop().run_in_executor(self._thread, _drawn, card, look)
        except TimeoutError:
            log.warning("a picture was not there within %.1f s, so the text goes alone", self._seconds)
            return None
        self._kept[card, look] = drawn
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return drawn

    async def photo(self, content: bytes) -> bytes:
        """A picture that somebody handed in, as it may be kept and shown. Raises PhotoError for what is none.

        In a thread of its own, one at a time: a large one holds up no card, and two never need room at once.
        """
        try:
            async with asyncio.timeout(PHOTO_SECONDS):
                return await self._in_the_dark(partial(_developed, content))
        except TimeoutError as error:
            raise PhotoError(Fault.BUSY) from error

    async def blank(self) -> bytes:
        """What stands in the place of a photo that was taken back."""
        return await self._in_the_dark(_blank)

    async def _in_the_dark(self, work: Callable[[], bytes]) -> bytes:
        if self._darkroom is None:
            self._darkroom = ThreadPoolExecutor(1, thread_name_prefix="photos")
        return await asyncio.get_running_loop().run_in_executor(self._darkroom, work)

    def close(self) -> None:
        """Let go of the threads; a picture that is being drawn is nobody's any more."""
        for thread in (self._thread, self._darkroom):
            if thread is not None:
                thread.shutdown(wait=False, cancel_futures=True)
        self._thread = self._darkroom = None

    async def _has_room(self, patience: float) -> bool:
        now = asyncio.get_running_loop().time
        until, left = now() + patience, self._a_second // 2 if patience else 0
        while not self._is_free(left):
            if (wait := until - now()) <= 0:
                return False
            await asyncio.sleep(min(wait, 1 / self._a_second))
        return True

    def _is_free(self, left: int) -> bool:
        """Take the room for one more, if there is any by now, and so much is `left` to others."""
        now = asyncio.get_running_loop().time()
        self._free = min(float(self._a_second), self._free + (now - self._looked_at) * self._a_second)
        self._looked_at = now
        if self._free < 1 + left:
            return False
        self._free -= 1
        return True


def _developed(content: bytes) -> bytes:
    from bot.pictures.photos import developed

    return developed(content)


def _blank() -> bytes:
    from bot.pictures.photos import blank

    return blank()


def _drawn(card: Card, look: Look) -> bytes:
    from bot.pictures.drawing import draw

    return draw(card, look)
