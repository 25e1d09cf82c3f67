"""What every file of points is read into, and the bounds that all formats share."""

from collections.abc import Sequence

from msgspec import Struct, field

from bot.errors import SaidError
from bot.model.point_imports import BroughtLine
from bot.text.folding import folded

MOST_POINTS = 100_000_000
LONGEST_NAME = 200

NAMES_ARE_ACCOUNTS = ("twitch", "kick")
"""Networks that give a name to one account only, so that it tells whose it is."""


class EntryError(SaidError):
    """One entry cannot be read; the text says why, within a sentence."""


class BrokenEntry(Struct, frozen=True):
    """An entry that is left out: its place in the file, from 1, and why."""

    number: int
    error: EntryError


class Entries(Struct):
    """What a file says, while it is read. An account that comes twice counts the first time."""

    platform: str | None  # whose ids or names they are, as far as the file or a person says
    lines: list[BroughtLine] = field(default_factory=list)
    broken: list[BrokenEntry] = field(default_factory=list)
    repeated: int = 0
    empty: int = 0  # without any points
    _keys: set[str] = field(default_factory=set)
    _number: int = 0

    def take(self, name: object, points: object, external_id: object = None, platform: str | None = None) -> None:
        """Take in the next entry, or note why it cannot be."""
        self._number += 1
        try:
            self._take(name, points, external_id, platform or self.platform)
        except EntryError as error:
            self.broken.append(BrokenEntry(self._number, error))

    def refuse(self, error: EntryError) -> None:
        """The next entry is none."""
        self._number += 1
        self.broken.append(BrokenEntry(self._number, error))

    def _take(self, name: object, points: object, external_id: object, platform: str | None) -> None:
        called, id = _text(name), _text(external_id) or None
        if not called and id is None:
            raise EntryError("importing-no-name")
        if len(called) > LONGEST_NAME or (id is not None and len(id) > LONGEST_NAME):
            raise EntryError("importing-long-name", most=LONGEST_NAME)
        if id is not None and platform is None:
            raise EntryError("importing-no-platform")
        amount = _whole(points)
        key = f"{platform}:{id}" if id is not None else f"name:{folded(called)}"
        if key in self._keys:
            self.repeated += 1
        elif not amount:
            self.empty += 1
        else:
            self._keys.add(key)
            known = id is not None or platform in NAMES_ARE_ACCOUNTS
            self.lines.append(BroughtLine(key, called or str(id), amount, platform if known else None, id))


def _text(value: object) -> str:
    if value is None or isinstance(value, dict | list | bool):
        return ""
    return " ".join(str(value).replace("\0", "").split())


def _whole(value: object) -> int:
    """Points as a whole number. Raises EntryError for what is none, below zero, or beyond all bounds."""
    typed = _text(value).replace("\u00a0", "").replace("\u202f", "")
    try:
        number = float(typed) if not isinstance(value, int) else float(value)
    except ValueError:
        raise EntryError("importing-no-points", typed=typed or "?") from None
    if not 0 <= number <= MOST_POINTS:
        raise EntryError("importing-points-out-of-range", most=MOST_POINTS)
    return int(number)


def one_for(lines: Sequence[BroughtLine], many: int) -> list[BroughtLine]:
    """One point for so many of the file's; whoever has fewer than that has none."""
    fewer = (BroughtLine(one.key, one.name, one.amount // many, one.platform, one.external_id) for one in lines)
    return [one for one in fewer if one.amount]
