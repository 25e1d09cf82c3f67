"""The picture of a delivery outside journeys: a card that is drawn, or a photo that is fetched, when it leaves."""

from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa
from msgspec import ValidationError, convert
from msgspec.structs import replace

from bot.delivery.case import Case, Due
from bot.guard import Failure, attempt
from bot.model.cards import KINDS, Card, Look, in_words, kind_of
from bot.model.messages import File, Message
from bot.pictures.studio import Studio
from bot.storage.database import Database
from bot.storage.further_tables import photos
from bot.storage.tables import persons
from bot.storage.types import to_parts
from bot.text.markup import plain

CARD: Final = "card"
"""The key in a delivery's payload under which its card stands; "says" beside it is a text for who cannot see it."""

PHOTO: Final = "photo"
NO_PHOTO: Final = 0
"""The key under which the number of a member's photo stands. One that is gone by then leaves a blank in its place."""

PATIENCE: Final = 2.0
"""Seconds that a picture waits for room. With the time for drawing it is less than a decision stands."""


def packed(card: Card | None, says: str = "", photo: int | None = None) -> dict[str, object]:
    """What the payload of a delivery with this card, or this photo, has besides."""
    said: dict[str, object] = {"says": says} if says else {}
    if photo is not None:
        return {PHOTO: photo, **said}
    if card is None:
        return {}
    kind = kind_of(card)
    return {CARD: {"kind": kind, "of": to_parts(card)}, **said}


def has_picture(due: Due) -> bool:
    """Whether a picture goes with it."""
    return due.payload is not None and (CARD in due.payload or PHOTO in due.payload)


def card_of(payload: Mapping[str, Any]) -> Card | None:
    """The card in a payload; None where another version wrote one that is not known here."""
    kept = payload.get(CARD)
    if not isinstance(kept, Mapping) or kept.get("kind") not in KINDS:
        return None
    try:
        return convert(kept.get("of"), KINDS[kept["kind"]])
    except ValidationError:
        return None


class Illustrator:
    """Draws cards, as those like them who read them, and fetches photos. What goes wrong leaves the text."""

    def __init__(self, database: Database, studio: Studio) -> None:
        self._database = database
        self._studio = studio

    async def illustrated(self, case: Case, message: Message, says: str) -> Message:
        """The message with its picture, or as it is; no transaction may be open meanwhile."""
        if (photo := (case.due.payload or {}).get(PHOTO)) is not None:
            shown = await attempt(self._photo(int(photo)), place=f"the photo of delivery {case.due.id}")
            said = says or plain(message.text)
            return message if isinstance(shown, Failure) else replace(message, files=(photo_file(shown, said),))
        drawn = await attempt(self._picture(case), place=f"the picture of delivery {case.due.id}")
        return message if drawn is None or isinstance(drawn, Failure) else beside(message, *drawn, says)

    async def _picture(self, case: Case) -> tuple[Card, bytes] | None:
        card = card_of(case.due.payload or {})
        if card is None:
            return None
        drawn = await self._studio.picture(card, await self._look(case), patience=PATIENCE)
        return None if drawn is None else (card, drawn)

    async def _photo(self, photo_id: int) -> bytes:
        """As it is kept at this moment; a blank for one that is gone."""
        async with self._database.read() as reader:
            rows = await reader.rows(sa.select(photos.c.content).where(photos.c.id == photo_id))
        return rows[0].content if rows else await self._studio.blank()

    async def _look(self, case: Case) -> Look:
        """How the person likes pictures; many people get them in the dark."""
        if case.recipient is None:
            return Look.DARK
        async with self._database.read() as reader:
            rows = await reader.rows(sa.select(persons.c.look).where(persons.c.id == case.recipient.person_id))
        return next((Look(row.look) for row in rows if row.look), Look.DARK)


def photo_file(content: bytes, says: str) -> File:
    """A photo as it is sent; `says` is for who cannot see it."""
    return File("photo.jpg", content, says)


def beside(message: Message, card: Card, drawn: bytes, says: str) -> Message:
    """The message with a picture of the card; `says` is for who cannot see it, else the card's words or the text."""
    said = says or in_words(card) or plain(message.text)
    return replace(message, files=(*message.files, File(f"{kind_of(card)}.png", drawn, said)))
