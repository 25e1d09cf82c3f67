"""Rolling posts: one message in a channel that is edited as things go on, so that there is never a row of them.

Each new word is a delivery of its own, decided, sent and accounted for like any other; it takes the place of one that
has not left yet. What was posted first is found again by where it stands, and edited. An edit may be done twice.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from bot.delivery import outbox
from bot.delivery.case import Due
from bot.delivery.outbox import Outcome
from bot.model.decisions import Reason, State
from bot.model.identity import Purpose
from bot.storage.database import Reader, Transaction
from bot.storage.dialect import upsert
from bot.storage.further_tables import rolling_posts
from bot.storage.tables import deliveries
from bot.storage.types import to_json
from bot.storage.work import Work

ROLLS = "rolls"
"""The key in a delivery's payload under which the post's name stands."""

_KEY = [rolling_posts.c.community_id, rolling_posts.c.name]


class Standing(Struct, frozen=True):
    """How a rolling post stands: the delivery that has its newest word, and where it is, once it is there."""

    newest: int
    at: str | None  # "platform:channel:message"


async def say(
    work: Work, community_id: int, name: str, payload: Mapping[str, Any], *, due: datetime, expires: datetime
) -> bool:
    """Let the post of that name say something else; False when it says that already."""
    transaction = await work.transaction()
    mine = (rolling_posts.c.community_id == community_id) & (rolling_posts.c.name == name)
    rows = await transaction.rows(sa.select(rolling_posts).where(mine).with_for_update())
    before = rows[0] if rows else None
    digest = hashlib.blake2b(to_json(payload).encode(), digest_size=16).hexdigest()
    if before is not None and before.digest == digest:
        return False
    if before is not None:
        await _overtake(transaction, before.delivery_id, work.now)
    key = f"{community_id}:{name}:{before.delivery_id if before is not None else 0}"
    known = {**payload, ROLLS: name}
    purpose = Purpose.SERVICE
    await outbox.post(
        transaction, key=key, community_id=community_id, purpose=purpose, due=due, expires=expires, payload=known
    )
    delivery_id = (await transaction.rows(sa.select(deliveries.c.id).where(deliveries.c.key == key)))[0].id
    values = {"delivery_id": delivery_id, "digest": digest}
    row = upsert(work.dialect, rolling_posts).values(community_id=community_id, name=name, **values)
    await transaction.execute(row.on_conflict_do_update(index_elements=_KEY, set_=values))
    return True


async def is_there(work: Work, community_id: int, name: str) -> bool:
    """Whether the post of that name was ever begun."""
    mine = (rolling_posts.c.community_id == community_id) & (rolling_posts.c.name == name)
    return await work.value(sa.select(rolling_posts.c.delivery_id).where(mine)) is not None


async def _overtake(transaction: Transaction, delivery_id: int, now: datetime) -> None:
    """What has not left yet is needless now."""
    waits = deliveries.c.state.in_((State.PENDING.value, State.HELD.value))
    change = sa.update(deliveries).where(deliveries.c.id == delivery_id, waits)
    await transaction.execute(change.values(state=State.SKIPPED.value, reason=Reason.MERGED.value, settled_at=now))


async def standings(reader: Reader, dues: Sequence[Due]) -> Mapping[int, Standing]:
    """By delivery, how the posts stand that these would change; empty for most batches, without asking."""
    names = {
        due.id: (due.community_id, str(due.payload[ROLLS])) for due in dues if due.payload and ROLLS in due.payload
    }
    if not names:
        return {}
    query = sa.select(rolling_posts).where(
        rolling_posts.c.community_id.in_({community_id for community_id, _ in names.values()}),
        rolling_posts.c.name.in_({name for _, name in names.values()}),
    )
    found = {
        (row.community_id, row.name): Standing(row.delivery_id, row.message_ref) for row in await reader.rows(query)
    }
    return {id: found[key] for id, key in names.items() if key in found}


async def note_where_they_stand(transaction: Transaction, outcomes: Sequence[Outcome]) -> None:
    """Remember where posts stand that were just sent, so that the next word edits them."""
    for outcome in outcomes:
        payload = outcome.due.payload
        if payload and ROLLS in payload and outcome.message_ref is not None:
            mine = (rolling_posts.c.community_id == outcome.due.community_id) & (
                rolling_posts.c.name == str(payload[ROLLS])
            )
            await transaction.execute(sa.update(rolling_posts).where(mine).values(message_ref=outcome.message_ref))
