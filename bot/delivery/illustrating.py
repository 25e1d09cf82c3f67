"""The picture of a delivery outside journeys: a card that travels in its payload and is drawn when it leaves."""

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
from bot.storage.tables import persons
from bot.storage.types import to_parts
from bot.text.markup import plain

CARD: Final = "card"
"""The key in a delivery's payload under which its card stands; "says" beside it is a text for who cannot see it."""

PATIENCE: Final = 2.0
"""Seconds that a picture waits for room. With the time for drawing it is less than a decision stands."""


def packed(card: Card | None, says: str = "") -> dict[str, object]:
    """What the payload of a delivery with this card has besides."""
    if card is None:
        return {}
    kind = kind_of(card)
    drawn: dict[str, object] = {CARD: {"kind": kind, "of": to_parts(card)}}
    return drawn | ({"says": says} if says else {})


def has_card(due: Due) -> bool:
    """Whether a picture goes with it."""
    return due.payload is not None and CARD in due.payload


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
    """Draws the cards of deliveries, as those like them who read them. What goes wrong leaves the text."""

    def __init__(self, database: Database, studio: Studio) -> None:
        self._database = database
        self._studio = studio

    async def illustrated(self, case: Case, message: Message, says: str) -> Message:
        """The message with its picture, or as it is; no transaction may be open meanwhile."""
        drawn = await attempt(self._picture(case), place=f"the picture of delivery {case.due.id}")
        return message if drawn is None or isinstance(drawn, Failure) else beside(message, *drawn, says)

    async def _picture(self, case: Case) -> tuple[Card, bytes] | None:
        card = card_of(case.due.payload or {})
        if card is None:
            return None
        drawn = await self._studio.picture(card, await self._look(case), patience=PATIENCE)
        return None if drawn is None else (card, drawn)

    async def _look(self, case: Case) -> Look:
        """How the person likes pictures; many people get them in the dark."""
        if case.recipient is None:
            return Look.DARK
        async with self._database.read() as reader:
            rows = await reader.rows(sa.select(persons.c.look).where(persons.c.id == case.recipient.person_id))
        return next((Look(row.look) for row in rows if row.look), Look.DARK)


def beside(message: Message, card: Card, drawn: bytes, says: str) -> Message:
    """The message with a picture of the card; `says` is for who cannot see it, else the card's words or the text."""
    said = says or in_words(card) or plain(message.text)
    return replace(message, files=(*message.files, File(f"{kind_of(card)}.png", drawn, said)))
