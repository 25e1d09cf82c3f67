"""Rolling posts: one message in a channel that is edited as things go on, so that there is never a row of them.

Each new word is a delivery of its own, decided, sent and accounted for like any other; it takes the place of one that
has not left yet. What was posted first is found again by where it stands, and edited. An edit may be done twice.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from bot.delivery import outbox
from bot.delivery.case import Due
from bot.delivery.illustrating import NO_PHOTO, PHOTO
from bot.delivery.outbox import Outcome
from bot.model.decisions import Reason, State
from bot.model.identity import Purpose
from bot.storage.database import Reader, Transaction
from bot.storage.dialect import upsert
from bot.storage.further_tables import rolling_posts, rolling_quotes
from bot.storage.tables import deliveries, spaces
from bot.storage.types import to_json
from bot.storage.work import Work

ROLLS = "rolls"
"""The key in a delivery's payload under which the post's name stands."""

ONLY_EDITS = "only_edits"
"""Under this key stands that nothing is to be posted where nothing stands that could be edited."""

TAKEN_BACK = "core-taken-back"
TAKING_BACK = timedelta(days=7)

_KEY = [rolling_posts.c.community_id, rolling_posts.c.name]


class Standing(Struct, frozen=True):
    """How a rolling post stands: the delivery that has its newest word, and where it is, once it is there."""

    newest: int
    at: str | None  # "platform:channel:message"


async def say(
    work: Work,
    community_id: int,
    name: str,
    payload: Mapping[str, Any],
    *,
    due: datetime,
    expires: datetime,
    of: int | None = None,
    quoted: Collection[int] = (),
) -> bool:
    """Let the post of that name say something else; False when it says that already.

    `of` is the member whose words or picture it shows; `quoted` are others whose words are in it.
    """
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
    values = {"delivery_id": delivery_id, "digest": digest, "member_id": of}
    row = upsert(work.dialect, rolling_posts).values(community_id=community_id, name=name, **values)
    await transaction.execute(row.on_conflict_do_update(index_elements=_KEY, set_=values))
    await _note_quoted(transaction, community_id, name, quoted)
    return True


async def _note_quoted(transaction: Transaction, community_id: int, name: str, quoted: Collection[int]) -> None:
    mine = (rolling_quotes.c.community_id == community_id) & (rolling_quotes.c.name == name)
    await transaction.execute(sa.delete(rolling_quotes).where(mine))
    rows = [{"community_id": community_id, "name": name, "member_id": id} for id in sorted(set(quoted))]
    if rows:
        await transaction.execute(sa.insert(rolling_quotes).values(rows))


async def is_there(work: Work, community_id: int, name: str) -> bool:
    """Whether the post of that name was ever begun."""
    mine = (rolling_posts.c.community_id == community_id) & (rolling_posts.c.name == name)
    return await work.value(sa.select(rolling_posts.c.delivery_id).where(mine)) is not None


async def take_back(work: Work, community_id: int, name: str) -> bool:
    """Let the post of that name show nothing of what it showed, wherever it stands; False where it was never begun.

    What has not left never will, and the words of what has left are kept no longer. A picture is replaced: not every
    network lets a bot take one out, or delete what is older than two days.
    """
    transaction = await work.transaction()
    mine = (rolling_posts.c.community_id == community_id) & (rolling_posts.c.name == name)
    row = await work.row(sa.select(rolling_posts).where(mine))
    space = sa.select(spaces.c.platform, spaces.c.external_id)
    place = await work.row(space.where(spaces.c.id == int(name.rpartition(":")[2])))
    if row is None or place is None:
        return False
    before = await work.value(sa.select(deliveries.c.payload).where(deliveries.c.id == row.delivery_id))
    blank: dict[str, Any] = {PHOTO: NO_PHOTO} if before is None or PHOTO in before else {}
    stood = (row.message_ref or "").partition(":")[2].rpartition(":")[0]
    channel = before["channel"] if before is not None else [place.platform, place.external_id, stood]
    said: dict[str, Any] = {"message": TAKEN_BACK, "values": {}, "buttons": [], "channel": channel}
    lasts = work.now + TAKING_BACK
    await say(work, community_id, name, {**said, **blank, ONLY_EDITS: True}, due=work.now, expires=lasts)
    await _forget_words(transaction, community_id, name, row.delivery_id)
    return True


async def take_back_all(work: Work, community_id: int, member_ids: Sequence[int]) -> None:
    """The same for every post that shows words or pictures of these members."""
    theirs = (rolling_posts.c.community_id == community_id) & rolling_posts.c.member_id.in_(member_ids)
    quoting = (rolling_quotes.c.community_id == community_id) & rolling_quotes.c.member_id.in_(member_ids)
    found = sa.union(sa.select(rolling_posts.c.name).where(theirs), sa.select(rolling_quotes.c.name).where(quoting))
    for (name,) in await work.rows(found):
        await take_back(work, community_id, name)


async def _forget_words(transaction: Transaction, community_id: int, name: str, newest: int) -> None:
    """Empty what a post has said so far: each of its deliveries names the one before in its key."""
    begins = f"{community_id}:{name}:"
    while newest:
        is_over = (deliveries.c.id == newest) & deliveries.c.settled_at.is_not(None)
        await transaction.execute(sa.update(deliveries).where(is_over).values(payload=None))
        keys = await transaction.rows(sa.select(deliveries.c.key).where(deliveries.c.id == newest))
        before = (keys[0].key or "").removeprefix(begins) if keys else ""
        newest = int(before) if before.isdecimal() else 0


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
