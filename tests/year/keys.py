"""The diary's page about roles and rooms: what was given to whom, until when, and so what everybody should have."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from bot.model.grants import Native, NativeKind


@dataclass
class Key:
    """Something of the network's own that a membership has by one source."""

    member_id: int
    what: Native
    source: str
    serial: int
    since: datetime
    until: datetime | None
    taken: bool = False

    def opens(self, now: datetime) -> bool:
        return not self.taken and (self.until is None or self.until > now)


@dataclass
class Keyring:
    """All keys that were ever given."""

    keys: dict[tuple[int, Native, str], Key] = field(default_factory=dict)

    def give(self, member_id: int, what: Native, source: str, now: datetime, until: datetime | None) -> None:
        """Somebody gets it, or has it until another time."""
        key = self.keys.get((member_id, what, source))
        if key is None:
            self.keys[member_id, what, source] = Key(member_id, what, source, len(self.keys), now, until)
            return
        if not key.opens(now):
            key.since = now
        key.until, key.taken = until, False

    def take(self, source: str) -> None:
        """All that was given by a source is over."""
        for key in self._by(source):
            key.taken = True

    def extend(self, source: str, until: datetime) -> None:
        """What was not taken lasts until then."""
        for key in self._by(source):
            key.until = until

    def forget(self, member_id: int) -> None:
        """Somebody is gone."""
        self.keys = {name: key for name, key in self.keys.items() if key.member_id != member_id}

    def tag(self, family: Collection[int], now: datetime) -> str:
        """The tag of somebody who has these memberships: the newest, since only one is shown."""
        tags = [key for key in self._open(family, now) if key.what.kind is NativeKind.BADGE]
        newest = max(tags, key=lambda key: (key.since, key.serial), default=None)
        return "" if newest is None else newest.what.ref

    def doors(self, family: Collection[int], now: datetime) -> set[str]:
        """The rooms that somebody with these memberships may be in."""
        return {key.what.ref for key in self._open(family, now) if key.what.kind is NativeKind.DOOR}

    def _open(self, family: Collection[int], now: datetime) -> list[Key]:
        return [key for key in self.keys.values() if key.member_id in family and key.opens(now)]

    def _by(self, source: str) -> list[Key]:
        return [key for key in self.keys.values() if key.source == source and not key.taken]
