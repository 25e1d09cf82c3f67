"""Photos: the pictures that members hand in, checked, freed of what is hidden in them, and kept as long as they are."""

import sqlalchemy as sa

from bot.core.networks import Networks
from bot.core.parts import Parts
from bot.delivery.illustrating import photo_file
from bot.errors import UserError
from bot.guard import Failure, attempt
from bot.model.identity import Community
from bot.model.messages import File
from bot.model.photos import MOST_BYTES, MOST_PIXELS, Fault, PhotoError
from bot.storage.further_tables import photos
from bot.storage.work import Work

_LARGE, _BUSY = "core-file-large", "core-photo-busy"
_MILLION = 1_000_000


class Photos:
    """Takes, keeps, shows and drops them within one piece of work. Whoever is forgotten takes theirs along."""

    def __init__(self, parts: Parts, work: Work, community: Community) -> None:
        self._parts = parts
        self._work = work
        self._community = community

    async def take(self, handed_in: str) -> bytes:
        """The picture that a form's field of the kind FILE brought, as it can be kept.

        To be called before the first write: it asks a network, and a large picture takes a second. Raises UserError
        that says what is wrong with it and what would do, and nothing of what becomes of the rest of the form.
        """
        try:
            file = await Networks(self._parts, self._work, self._community).fetch(handed_in, MOST_BYTES)
        except UserError as refusal:
            key = "core-photo-large" if refusal.key == _LARGE else "core-photo-gone"
            raise UserError(key, megabytes=MOST_BYTES // _MILLION) from refusal
        made = await attempt(self._developed(file.content), place="a photo that was handed in")
        if isinstance(made, Failure):
            raise made.refusal or UserError(_BUSY)
        return made

    async def _developed(self, content: bytes) -> bytes:
        try:
            return await self._parts.studio.photo(content)
        except PhotoError as error:
            key = _BUSY if error.fault is Fault.BUSY else f"core-photo-{error.fault.value}"
            raise UserError(key, megapixels=MOST_PIXELS // _MILLION) from error

    async def keep(self, member_id: int, content: bytes) -> int:
        """Keep what `take` gave as that member's; returns its number, which is never another one's."""
        row = {"community_id": self._community.id, "member_id": member_id, "at": self._work.now, "content": content}
        return await self._work.insert(sa.insert(photos).values(**row))

    async def of(self, photo_id: int | None, says: str = "") -> File | None:
        """The photo of that number for a message; None for none, or one that is gone. `says`: what is to be seen."""
        if photo_id is None:
            return None
        mine = (photos.c.id == photo_id) & (photos.c.community_id == self._community.id)
        content = await self._work.value(sa.select(photos.c.content).where(mine))
        return None if content is None else photo_file(content, says)

    async def drop(self, photo_id: int | None) -> None:
        """Forget it; posts that have it show a blank from their next word on."""
        mine = (photos.c.id == photo_id) & (photos.c.community_id == self._community.id)
        await self._work.execute(sa.delete(photos).where(mine))
