"""Put effects into the outbox: somebody's account in a space is to be looked at, now and when something ends."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.delivery.effects import EFFECT, LASTS
from bot.model.identity import AccountRef, Purpose
from bot.storage.database import Transaction
from bot.storage.dialect import upsert
from bot.storage.tables import deliveries, spaces
from bot.storage.types import to_micros
from bot.storage.work import Work

AT_ONCE: Final = 200

CLOSE_POLL, LET_IN, REVOKE = "close-poll", "let-in", "revoke"
"""What an effect does that concerns no grant; see `delivery/chores.py`."""

CHORE: Final = "does"
"""The key in an effect's payload under which that stands."""


class About(Struct, frozen=True):
    """Whom an effect is about: a member, or an account of nobody; `until`: and once more then."""

    space_id: int
    member_id: int | None = None
    account: AccountRef | None = None
    until: datetime | None = None


async def post_effects(work: Work, community_id: int, about: Sequence[About]) -> None:
    """Effects for now, and for when something ends; there is one for each member, space and end."""
    if not about:
        return
    places = await _places(work, {one.space_id for one in about})
    moments = dict.fromkeys((replace(one, until=None), work.now) for one in about)
    moments |= dict.fromkeys((one, one.until) for one in about if one.until is not None and one.until > work.now)
    rows = [_row(work, community_id, one, places[one.space_id], due) for one, due in moments if one.space_id in places]
    for start in range(0, len(rows), AT_ONCE):
        some = upsert(work.dialect, deliveries).values(rows[start : start + AT_ONCE])
        await work.execute(some.on_conflict_do_nothing())


async def _places(work: Work, ids: set[int]) -> Mapping[int, list[str]]:
    """By space, how its lane is found: as for what is posted in a channel."""
    rows = await work.rows(sa.select(spaces.c.id, spaces.c.platform, spaces.c.external_id).where(spaces.c.id.in_(ids)))
    return {id: [platform, external_id, ""] for id, platform, external_id in rows}


def _row(work: Work, community_id: int, one: About, place: list[str], due: datetime) -> dict[str, Any]:
    payload: dict[str, Any] = {"channel": place, "space": one.space_id}
    if one.account is not None:
        payload["account"] = [one.account.platform, one.account.user_id]
    return {
        "key": f"effect:{one.space_id}:{one.member_id}:{to_micros(due)}" if due > work.now else None,
        "community_id": community_id,
        "member_id": one.member_id,
        "step": EFFECT,
        "purpose": Purpose.SERVICE.value,
        "due_at": due,
        "expires_at": due + LASTS,
        "payload": payload,
    }


async def post_chore(
    transaction: Transaction,
    community_id: int,
    space_id: int,
    place: Sequence[str],
    does: str,
    due: datetime,
    *,
    about: int | str | Sequence[str],
) -> None:
    """An effect that concerns no grant. `place` are the platform and the space as the network names it."""
    payload = {"channel": [*place, ""], "space": space_id, CHORE: does, "about": about}
    row = upsert(transaction.dialect, deliveries).values(
        community_id=community_id,
        step=EFFECT,
        purpose=Purpose.SERVICE.value,
        due_at=due,
        expires_at=due + LASTS,
        payload=payload,
    )
    await transaction.execute(row)
