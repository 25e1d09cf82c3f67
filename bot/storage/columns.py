"""The columns that most tables have, each said in a word, and the names that their indexes and keys get."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from bot.storage.sealing import Sealed
from bot.storage.types import Id, Instant

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""A naming convention for `sa.MetaData`; migrations need each index and key to have a name."""

JOINING: Final = "joining"
FOLLOWS: Final = {JOINING: "follows"}
STAYS_BEHIND: Final = {JOINING: "behind"}
"""The `info` of a table with a `community_id`: what becomes of its rows when their community's spaces join another one.

A row that is about a member FOLLOWS them; a draft STAYS_BEHIND and is gone. Of a table that says nothing each row is
history, with which no community can join another.
"""


def own_id() -> sa.Column[int]:
    """The row's own `id`, which the database counts up."""
    return sa.Column("id", Id, primary_key=True)


def partial_index(name: str, *columns: str | sa.Column[Any], where: sa.TextClause, unique: bool = False) -> sa.Index:
    """An index over the rows for which `where` holds; see `complete_for_postgres`."""
    return sa.Index(name, *columns, unique=unique, sqlite_where=where, info={"where": where})


def complete_for_postgres(tables: Iterable[sa.MetaData]) -> None:
    """Tell PostgreSQL the conditions of partial indexes too, before tables are made or compared.

    Not when they are declared: SQLAlchemy would load all that it knows of PostgreSQL at every start.
    """
    for index in (index for part in tables for table in part.sorted_tables for index in table.indexes):
        if "where" in index.info:
            index.dialect_kwargs["postgresql_where"] = index.info["where"]


def ref(
    name: str, target: str, *, null: bool = False, key: bool = False, info: Mapping[str, str] | None = None
) -> sa.Column[int]:
    """The id of a row of another table of the same owner, which the database holds to."""
    return sa.Column(name, Id, sa.ForeignKey(f"{target}.id"), nullable=null, primary_key=key, info=dict(info or {}))


def id_of(name: str, *, null: bool = False, key: bool = False) -> sa.Column[int]:
    """The id of something that somebody else keeps: a community, a member, a stream."""
    return sa.Column(name, Id, nullable=null, primary_key=key, autoincrement=False)


def member(
    name: str = "member_id", *, null: bool = False, key: bool = False, shown: bool = False, whole: bool = False
) -> sa.Column[int]:
    """The id of a member. When they are erased the row goes, or with `null` only what refers to them.

    Such a row is about somebody else, and only shown to them where it says so (`shown`). `whole`: it goes with them
    all the same, where a row may also be about nobody who is known.
    """
    info = {"member": "row" if whole else "shown" if shown else ""}
    return sa.Column(name, Id, nullable=null, primary_key=key, autoincrement=False, info=info)


def text(name: str, *, null: bool = False, default: str | None = None, key: bool = False) -> sa.Column[str]:
    """Words."""
    return sa.Column(name, sa.Text, nullable=null, server_default=default, primary_key=key)


def words(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[str]:
    """What a person wrote: kept sealed, so that it can be read only with the key, and not searched."""
    return sa.Column(name, Sealed, nullable=null, server_default=default)


def number(name: str, *, null: bool = False) -> sa.Column[int]:
    """A whole number."""
    return sa.Column(name, sa.Integer, nullable=null)


def count(name: str) -> sa.Column[int]:
    """A number that begins at 0."""
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")


def at(name: str, *, null: bool = False) -> sa.Column[Any]:
    """A moment."""
    return sa.Column(name, Instant, nullable=null)


def flag(name: str, *, null: bool = False) -> sa.Column[Any]:
    """Yes or no; no unless it is said, or nothing where there may be nothing."""
    return sa.Column(name, sa.Boolean, nullable=null, server_default=None if null else sa.false())
