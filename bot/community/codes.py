"""One-time codes that people type: eight letters, of which only a keyed hash is kept, and how often one may guess."""

import secrets
from datetime import timedelta
from typing import Final

import sqlalchemy as sa

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


def new_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def as_read(typed: str) -> str:
    """The code that somebody means who typed this."""
    return typed.strip().upper().translate(_READ_AS)


class Attempts:
    """Counts the codes that were none, within one piece of work, so that nobody tries them all."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def note(self, member_id: int) -> None:
        """The account of this membership typed a code that is none."""
        await self._work.execute(sa.insert(link_attempts).values(member_id=member_id, at=self._work.now))

    async def are_enough(self, member_id: int) -> bool:
        """Whether the account of this membership, or all together, typed so many that no more are taken."""
        lately = link_attempts.c.at > self._work.now - WITHIN
        count = sa.select(sa.func.count()).select_from(link_attempts).where(lately)
        same = sa.select(members.c.person_id).where(members.c.id == member_id).scalar_subquery()
        mine = count.join(members, members.c.id == link_attempts.c.member_id).where(members.c.person_id == same)
        if await self._work.value(mine) >= ATTEMPTS_FROM_ONE:
            return True
        return bool(await self._work.value(count) >= ATTEMPTS_IN_ALL)
