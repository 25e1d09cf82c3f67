"""What members have been given of a network's own: a role or tag to wear, a place that not everybody may enter."""

import hashlib
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from bot.model.results import Problem


class NativeKind(StrEnum):
    """What can be given."""

    BADGE = "badge"  # a Discord role, a Telegram tag
    DOOR = "door"  # a private thread, a role that opens channels, a group that one asks to join


class Native(Struct, frozen=True):
    """One such thing in one of the community's spaces. `ref`: the role's id, the tag's text, the place's id."""

    space_id: int  # the id of the `Space`
    kind: NativeKind
    ref: str

    @property
    def code(self) -> str:
        """A short word for it, that fits into a button."""
        return hashlib.blake2b(f"{self.space_id}:{self.kind}:{self.ref}".encode(), digest_size=4).hexdigest()


class Gift(Struct, frozen=True):
    """Something for a member. `source` says why they have it ("badges:award:12"), by which it is found again.

    No `until`: for good. Where a network shows one badge at a time, the highest `rank` is shown.
    """

    member_id: int
    what: Native
    source: str
    until: datetime | None = None  # aware
    rank: int = 0
    reason: str = ""  # stands in the network's own log, where it keeps one


class Granted(Struct, frozen=True):
    """What a member should have right now. `stands`: as far as known the network agrees; else `problem` may say why."""

    id: int
    member_id: int
    what: Native
    source: str
    rank: int
    reason: str
    since: datetime
    until: datetime | None
    stands: bool
    problem: Problem | None = None


class Failing(Struct, frozen=True):
    """Something that the network refuses to give, or to take, and from how many of the accounts."""

    what: Native
    problem: Problem
    people: int
    tried_at: datetime


class Door(Struct, frozen=True):
    """A group or channel of its own that people ask to come into."""

    what: Native
    title: str
