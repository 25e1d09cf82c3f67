"""SQLite by aiosqlite as SQLAlchemy knows it, with compiled statements shared by all engines."""

from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite

from bot.storage.sealing import Sealing
from bot.storage.trips import OneTrip


class AlikeSqlite(Sealing, SQLiteDialect_aiosqlite):
    """There is one library in a process, so engines differ in nothing but their seals."""

    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> OneTrip:
        return OneTrip()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AlikeSqlite) and self.seal == other.seal

    def __hash__(self) -> int:
        return hash(AlikeSqlite)
