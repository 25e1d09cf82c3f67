"""Who is meant by what somebody typed: a name, a handle such as "@jana", or an account's id."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import sqlalchemy as sa

from bot.community.linked import any_part, is_here
from bot.errors import UserError
from bot.model.identity import Community
from bot.storage.tables import accounts, members, persons, spaces
from bot.storage.work import Work
from bot.text.markup import echoed

CANDIDATES = 5
"""So many are told apart where several are meant."""


Row = sa.Row[*tuple[Any, ...]]


async def find_member(work: Work, community: Community, text: str, query: sa.Select[*tuple[Any, ...]]) -> Row:
    """The row of `query`, which selects members, that `text` means. Raises UserError for nobody, and for several.

    With "@" it is a handle before it is a name, without it a name before it is an id; "platform:id" is one account's.
    """
    here = query.where(members.c.community_id == community.id, is_here())
    for meant in _meanings(community, text.strip()):
        found = await work.rows(here.where(meant).order_by(members.c.id).limit(CANDIDATES + 1))
        if len(found) == 1:
            return found[0]
        if found:
            told = await _told_apart(work, found[:CANDIDATES])
            more = len(found) > CANDIDATES
            raise UserError("member-ambiguous", asked=echoed(text), candidates=", ".join(told), more=more)
    raise UserError("member-unknown", asked=echoed(text))


_PART: Final = members.alias("part")


def _meanings(community: Community, wanted: str) -> Iterator[sa.ColumnElement[bool]]:
    bare = wanted.removeprefix("@")
    platform, colon, external_id = bare.partition(":")
    if colon:
        yield _has_account((accounts.c.platform == platform) & (accounts.c.external_id == external_id))
    names = {bare.lower(), _in_ascii(bare)}
    name = sa.func.lower(members.c.name).in_(names) | any_part(sa.func.lower(_PART.c.name).in_(names), _PART)
    of_it = sa.select(spaces.c.platform).where(spaces.c.community_id == community.id)
    handle = _has_account(accounts.c.platform.in_(of_it) & accounts.c.external_id.in_({bare, bare.lower()}))
    yield from (handle, name) if bare != wanted else (name, handle)


def _in_ascii(text: str) -> str:
    """In small letters as SQLite makes them: those beyond ASCII stay as they are."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


def _has_account(same: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    acting = sa.select(sa.func.coalesce(persons.c.points_to, persons.c.id))
    return members.c.person_id.in_(acting.join(accounts, accounts.c.person_id == persons.c.id).where(same))


async def _told_apart(work: Work, found: Sequence[Row]) -> list[str]:
    """Each with an account that only they have, as it can be typed: "Ben (local:ben)"."""
    query = sa.select(accounts.c.person_id, accounts.c.platform, accounts.c.external_id)
    people = query.where(accounts.c.person_id.in_([row.person_id for row in found])).order_by(accounts.c.id.desc())
    first = {person_id: f"{platform}:{id}" for person_id, platform, id in await work.rows(people)}
    return [f"{row.name} ({first[row.person_id]})" if row.person_id in first else row.name for row in found]
