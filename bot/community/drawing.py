"""Drawing by lot so that anybody can check it: a promise before, the list before, the secret after."""

import hashlib
import secrets
from collections.abc import Iterator, Sequence

from msgspec import Struct

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that looks like another


class Lot(Struct, frozen=True):
    """A ticket and its weight: one of weight three is drawn as often as three of weight one."""

    ticket: str
    weight: int


def new_secret() -> str:
    """What decides the draw; nobody sees it before the end."""
    return secrets.token_hex(32)


def new_ticket() -> str:
    """What somebody finds themself by in the list: "7KQM-2XWD"."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal: its fingerprint."""
    return hashlib.sha256(text.encode()).hexdigest()


def list_of(lots: Sequence[Lot]) -> str:
    """The list as it is published: a line for each ticket, with its weight, in the order of tickets."""
    return "".join(f"{lot.ticket} {lot.weight}\n" for lot in sorted(lots, key=lambda lot: lot.ticket))


def read_list(text: str) -> list[Lot]:
    """The list back from what was published."""
    return [Lot(ticket, int(weight)) for ticket, weight in (line.split() for line in text.splitlines())]


def drawn(secret: str, published: str) -> Iterator[str]:
    """The tickets in the order in which they are drawn.

    Each time a number made from the secret and the list says how far to walk through what is left of the list.
    """
    left, fingerprint, turn = read_list(published), digest(published), 0
    while left:
        turn += 1
        steps = int(digest(f"{secret} {fingerprint} {turn}"), 16) % sum(lot.weight for lot in left)
        for lot in left:
            if steps < lot.weight:
                break
            steps -= lot.weight
        left.remove(lot)
        yield lot.ticket
