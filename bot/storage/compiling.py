"""Statements are compiled once in a process, not once for each engine: compiling one costs more than running it."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import registry
from sqlalchemy.util import LRUCache

SQLITE_DRIVER = "sqlite+afterglow"
POSTGRES_DRIVER = "postgresql+afterglow"

_KEPT = 1000  # SQLAlchemy keeps 500 for each engine

for name, dialect in (("sqlite", "AlikeSqlite"), ("postgresql", "AlikePostgres")):
    registry.register(f"{name}.afterglow", f"bot.storage.{name}_dialect", dialect)

_compiled: LRUCache[Any, sa.Compiled] = LRUCache(_KEPT)


def sharing_compiled() -> dict[str, Any]:
    """The execution options of an engine that looks for compiled statements where all others keep theirs.

    It looks one up by its dialect, among others; our dialects are alike where they compile alike.
    """
    return {"compiled_cache": _compiled}
