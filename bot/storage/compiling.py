"""Statements are compiled once in a process, not once for each engine: compiling one costs more than running it."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.util import LRUCache

from bot.storage.sealing import Sealing
from bot.storage.trips import OneTrip

SQLITE_DRIVER = "sqlite+afterglow"
POSTGRES_DRIVER = "postgresql+afterglow"

_KEPT = 1000  # SQLAlchemy keeps 500 for each engine

# SQLAlchemy looks a compiled statement up by its dialect among others, and each engine has a dialect of its own.


class AlikeSqlite(Sealing, SQLiteDialect_aiosqlite):
    """SQLite by aiosqlite. There is one library in a process, so engines differ in nothing but their seals."""

    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> OneTrip:
        return OneTrip()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AlikeSqlite) and self.seal == other.seal

    def __hash__(self) -> int:
        return hash(AlikeSqlite)


class AlikePostgres(Sealing, PGDialect_asyncpg):
    """PostgreSQL by asyncpg. Engines are alike whose servers are of the same version and that have the same seal."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AlikePostgres) and self._server() == other._server()

    def __hash__(self) -> int:
        return hash(AlikePostgres)

    def _server(self) -> tuple[object, ...]:
        return self.server_version_info, self._backslash_escapes, self.seal


for name, dialect in (("sqlite", AlikeSqlite), ("postgresql", AlikePostgres)):
    registry.register(f"{name}.afterglow", __name__, dialect.__name__)

_compiled: LRUCache[Any, sa.Compiled] = LRUCache(_KEPT)


def sharing_compiled() -> dict[str, Any]:
    """The execution options of an engine that looks for compiled statements where all others keep theirs."""
    return {"compiled_cache": _compiled}
