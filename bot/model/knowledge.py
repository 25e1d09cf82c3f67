"""What came of a document that was brought along."""

from msgspec import Struct


class Brought(Struct, frozen=True):
    """A document as it is kept. `replaced`: one of that name was there before.

    `shelved`: a table whose lines stand on the content shelf, `sections` of them; then some of them were there before.
    """

    name: str
    language: str
    sections: int
    replaced: bool
    shelved: bool = False
