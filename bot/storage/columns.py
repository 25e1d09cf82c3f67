"""The few kinds of columns that tables are made of, and the names that their indexes and keys get."""

from typing import Any

import sqlalchemy as sa

from bot.storage.types import Id, Instant

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""A naming convention for `sa.MetaData`; migrations need each index and key to have a name."""


def own_id() -> sa.Column[int]:
    """The row's own number."""
    return sa.Column("id", Id, primary_key=True)


def ref(name: str, target: str, *, null: bool = False, key: bool = False) -> sa.Column[int]:
    """The number of a row of the table `target`; with `key` a part of the primary key."""
    return sa.Column(name, Id, sa.ForeignKey(f"{target}.id"), nullable=null, primary_key=key)


def text(name: str, *, null: bool = False, default: str | None = None, key: bool = False) -> sa.Column[str]:
    """A text of any length."""
    return sa.Column(name, sa.Text, nullable=null, server_default=default, primary_key=key)


def count(name: str) -> sa.Column[int]:
    """A whole number that begins at 0."""
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")


def at(name: str, *, null: bool = False) -> sa.Column[Any]:
    """A moment, aware in Python."""
    return sa.Column(name, Instant, nullable=null)


def flag(name: str, *, null: bool = False) -> sa.Column[Any]:
    """Yes or no, at first no; with `null` also not known."""
    return sa.Column(name, sa.Boolean, nullable=null, server_default=None if null else sa.false())
