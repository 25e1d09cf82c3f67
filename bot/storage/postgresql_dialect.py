"""PostgreSQL by asyncpg as SQLAlchemy knows it, with compiled statements shared by all engines."""

from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

from bot.storage.sealing import Sealing


class AlikePostgres(Sealing, PGDialect_asyncpg):
    """Engines are alike whose servers are of the same version and that have the same seal."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AlikePostgres) and self._server() == other._server()

    def __hash__(self) -> int:
        return hash(AlikePostgres)

    def _server(self) -> tuple[object, ...]:
        return self.server_version_info, self._backslash_escapes, self.seal
