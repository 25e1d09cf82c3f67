"""The intake: platform updates stored, sealed, before the platform is told they arrived, and handled once."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final, LiteralString

import sqlalchemy as sa
from msgspec import Struct, json

from bot.errors import BotError
from bot.model import incoming
from bot.model.incoming import Incoming, RawUpdate
from bot.storage.database import Reader, Transaction
from bot.storage.sealing import Seal
from bot.storage.tables import communities, intake
from bot.storage.types import to_json, to_micros
from bot.storage.unpacking import table_of

_COLUMNS: dict[LiteralString, LiteralString] = {
    "source": "text",
    "event_id": "text",
    "account": "text",
    "kind": "text",
    "body": "text",
    "received_at": "integer",
}


class JoinedMeanwhileError(BotError):
    """The community joined another one while an update was handled in it; what was written must be undone."""


class Waiting(Struct, frozen=True):
    """A stored update that is to be handled."""

    id: int
    update: Incoming


async def store(transaction: Transaction, updates: Sequence[Incoming], now: datetime) -> Sequence[Waiting]:
    """Keep updates of platforms in one statement; returns those that were not known yet, in their order."""
    if not updates:
        return ()
    lines = [_line(update, to_micros(now), transaction.seal) for update in updates]
    table, values = table_of(transaction.dialect, lines, **_COLUMNS)
    names = ", ".join(_COLUMNS)
    put: LiteralString = f"""INSERT INTO intake ({names}) SELECT {names} FROM {table} AS line
        WHERE true ON CONFLICT (source, event_id) DO NOTHING RETURNING id, source, event_id"""
    [rows] = await transaction.fetch_each(((put, values),))
    ids = {(source, event_id): int(id) for id, source, event_id in rows}
    # One that stands twice in the batch is taken out of `ids` by its first.
    return [Waiting(id, update) for update in updates if (id := ids.pop(_name(update), None)) is not None]


def _line(update: Incoming, now: int, seal: Seal) -> tuple[str, str, str, str, str, int]:
    kind = type(update).__name__
    body = seal.close(to_json(update))
    return (*_name(update), update.actor.account.user_id, kind, body, now)


def _name(update: Incoming) -> tuple[str, str]:
    return update.actor.account.platform, update.event_id


async def waiting(reader: Reader, *, limit: int = 200, after: int = 0) -> Sequence[Waiting]:
    """What was stored and not handled, oldest first; kinds that only another version knows are left alone."""
    query = (
        sa.select(intake.c.id, intake.c.kind, intake.c.body)
        .where(intake.c.handled_at.is_(None), intake.c.id > after, intake.c.kind.in_(_kinds().keys()))
        .order_by(intake.c.id)
        .limit(limit)
    )
    rows, seal = await reader.rows(query), reader.seal
    return [Waiting(id, json.decode(seal.open(body), type=_kinds()[kind])) for id, kind, body in rows]


async def mark_handled(
    transaction: Transaction, id: int, now: datetime, *, incident: str | None = None, within: int | None = None
) -> bool:
    """Note that it is done; False when somebody else noted it before, and the effects must be undone.

    `within`: the id of the community that it was handled in. Raises JoinedMeanwhileError where nothing is left of it.
    """
    values = {"update": id, "at": now, "code": incident, "community": within}
    marked = await transaction.row(_HANDLED, values)
    if marked is not None and marked.joined_id is not None:
        raise JoinedMeanwhileError(f"community {within}")
    return marked is not None


_HANDLED: Final = (
    sa.update(intake)
    .where(intake.c.id == sa.bindparam("update"), intake.c.handled_at.is_(None))
    .values(
        handled_at=sa.bindparam("at"),
        incident=sa.bindparam("code"),
        # What was stored unread may hold what people say in private: once it is handled nobody needs it.
        **{
            column.name: sa.case((intake.c.kind == RawUpdate.__name__, ""), else_=column)
            for column in (intake.c.body, intake.c.account)
        },
    )
    # Asked with it, since every update that is handled would else wait for another answer.
    .returning(
        sa.select(communities.c.joined_id)
        .where(communities.c.id == sa.bindparam("community"))
        .scalar_subquery()
        .label("joined_id")
    )
)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, type[Incoming]]:
    known = vars(incoming).values()
    return {kind.__name__: kind for kind in known if isinstance(kind, type) and issubclass(kind, Incoming)}
