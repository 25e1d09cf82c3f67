"""One-time codes that people type: eight letters, of which only a keyed hash is kept, and how often one may guess."""

import secrets
from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.storage.further_tables import link_attempts
from bot.storage.tables import members
from bot.storage.work import Work

ATTEMPTS_FROM_ONE: Final = 5
ATTEMPTS_IN_ALL: Final = 100
WITHIN: Final = timedelta(hours=1)
"""So many wrong codes are taken in this time. Of 2^40 codes one of a hundred open ones is hit in 10,000 years."""

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # of those that look alike only one each
_LENGTH: Final = 8
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": ""})


def fresh_code(length: int = _LENGTH) -> str:
    """A new code that people can type."""
    return "".join(secrets.choice(_LETTERS) for _ in range(length))


def read_code(typed: str) -> str:
    """What was typed as a code: in capitals, and of letters that look alike the one there is."""
    return typed.strip().upper().translate(_READ_AS)


class NotTaken(StrEnum):
    """Why a code does not do."""

    UNKNOWN = "unknown"  # also one that is too old, or was used
    TOO_MANY = "too-many"  # wrong ones, from this account or from all together
    OWN = "own"  # typed where it was shown
    ONE_ALREADY = "one-already"  # the two are linked


class CodeKind(Struct, frozen=True):
    """What codes are typed for."""

    requests: sa.Table  # one row for each code; it has `code`, `expires_at` and `over_at`
    lasts: timedelta  # how long a code can be typed, and how long there is to agree once it was
    mark: str = ""  # so that a code for this is none for anything else


class Codes:
    """The codes of one kind within one piece of work. `sealed` makes of a code what is kept of it."""

    def __init__(self, work: Work, sealed: Callable[[str], str], kind: CodeKind) -> None:
        self._work = work
        self._sealed = sealed
        self._kind = kind
        self._requests = kind.requests

    async def open(self, instead_of: sa.ColumnElement[bool], **request: int) -> str:
        """A new code for a request of these values, in the place of those others."""
        await self._work.transaction()
        await self.end(instead_of)
        code = fresh_code()
        values = {"code": self._kept(code), "expires_at": self._work.now + self._kind.lasts}
        await self._work.insert(sa.insert(self._requests).values(**request, **values))
        return code

    async def look_up(self, typed: str, by: int) -> sa.Row[*tuple[Any, ...]] | NotTaken:
        """The request that waits for what was typed; where there is none, the membership `by` made an attempt."""
        await self._work.transaction()
        if await self._were_enough(by):
            return NotTaken.TOO_MANY
        found = await self._work.row(sa.select(self._requests).where(self.waits_for(typed)))
        if found is None:
            await self._work.execute(sa.insert(link_attempts).values(member_id=by, at=self._work.now))
            return NotTaken.UNKNOWN
        return found

    async def use_up(self, request_id: int, **where: int) -> bool:
        """The code was typed, `where` says by what column; False where somebody else was faster by a moment."""
        same = (self._requests.c.id == request_id) & self._requests.c.code.is_not(None) & self.is_under_way()
        values = {"code": None, "expires_at": self._work.now + self._kind.lasts}
        taken = sa.update(self._requests).where(same).values(**where, **values)
        return (await self._work.execute(taken)).rowcount == 1

    async def end(self, which: sa.ColumnElement[bool]) -> None:
        """Those requests are over."""
        change = sa.update(self._requests).where(which, self._requests.c.over_at.is_(None))
        await self._work.execute(change.values(code=None, over_at=self._work.now))

    def waits_for(self, typed: str) -> sa.ColumnElement[bool]:
        """Of a request: shown with this code, which nobody typed yet, and there is time."""
        return (self._requests.c.code == self._kept(read_code(typed))) & self.is_under_way()

    def is_under_way(self) -> sa.ColumnElement[bool]:
        """Of a request: it is not over, and there is time."""
        return self._requests.c.over_at.is_(None) & (self._requests.c.expires_at > self._work.now)

    def _kept(self, code: str) -> str:
        return self._sealed(self._kind.mark + code)

    async def _were_enough(self, member_id: int) -> bool:
        """Whether the account of this membership, or all together, typed so many that no more are taken."""
        lately = link_attempts.c.at > self._work.now - WITHIN
        count = sa.select(sa.func.count()).select_from(link_attempts).where(lately)
        same = sa.select(members.c.person_id).where(members.c.id == member_id).scalar_subquery()
        mine = count.join(members, members.c.id == link_attempts.c.member_id).where(members.c.person_id == same)
        if await self._work.value(mine) >= ATTEMPTS_FROM_ONE:
            return True
        return bool(await self._work.value(count) >= ATTEMPTS_IN_ALL)
