"""Residents: who lives on one platform of a community, for an edge that remembers nobody by itself."""

from collections.abc import Sequence

import sqlalchemy as sa
from msgspec import Struct

from bot.model.identity import Role
from bot.storage.tables import accounts, members, persons
from bot.storage.work import Work


class Resident(Struct, frozen=True):
    """Somebody with an account there. `language` is their own choice, `role` what the community made of them."""

    user_id: str
    name: str
    language: str | None
    role: Role


async def residents(work: Work, community_id: int, platform: str) -> Sequence[Resident]:
    """Those who have not left, in the order they came."""
    query = (
        sa.select(accounts.c.external_id, members.c.name, persons.c.language, members.c.role)
        .join(persons, persons.c.id == accounts.c.person_id)
        .join(members, members.c.person_id == persons.c.id)
        .where(accounts.c.platform == platform, members.c.community_id == community_id, members.c.left_at.is_(None))
        .order_by(members.c.id)
    )
    return [
        Resident(row.external_id, row.name or row.external_id, row.language, Role(row.role))
        for row in await work.rows(query)
    ]
