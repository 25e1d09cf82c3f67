"""The schema of the database: made in one go where nothing is, and brought forward by migrations where it is older."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from msgspec import Struct

from bot.errors import PluginError, StorageError, StorageRefusedError
from bot.storage.ai_tables import ai_days
from bot.storage.asking_tables import native_polls
from bot.storage.award_tables import awards
from bot.storage.columns import complete_for_postgres
from bot.storage.database import Database, unusable
from bot.storage.further_tables import rolling_posts
from bot.storage.grant_tables import native_grants
from bot.storage.points_tables import ledger

_CORE = "core"
# One metadata; it holds the tables of each file that was imported.
_OWN = (
    *dict.fromkeys(table.metadata for table in (rolling_posts, ledger, native_grants, awards, native_polls, ai_days)),
)
_HEADING = re.compile(r"""^(revision|down_revision)\b[^=\n]*=\s*(?:["']([^"'\n]+)["']|None)\s*$""", re.MULTILINE)


class SchemaOwner(Struct, frozen=True):
    """Whose tables follow one line of migrations: the core with the bundled plugins, or one third-party plugin.

    `migrations` is a folder that holds `versions/*.py`. The tables of a plugin begin with its name; raises PluginError
    for others, so that no two owners can meet at one table.
    """

    name: str
    tables: tuple[sa.MetaData, ...]
    migrations: Path

    def __post_init__(self) -> None:
        if self.name == _CORE:
            return
        for table in self.table_names():
            if not table.startswith(f"{self.name}_"):
                raise PluginError(self.name, f"its table {table!r} must be called {f'{self.name}_{table}'!r}.")

    @property
    def version_table(self) -> str:
        """The table that holds the revision which this owner's tables are at."""
        return f"{self.name}_schema_version"

    @property
    def versions(self) -> Path:
        """The folder of this owner's revisions."""
        return self.migrations / "versions"

    def table_names(self) -> frozenset[str]:
        """The names of all tables as they are now."""
        return frozenset(table.name for part in self.tables for table in part.sorted_tables)

    def revisions(self) -> "Revisions":
        """What the files say, read without running them. Raises StorageError when they are no single line."""
        parents: dict[str, str | None] = {}
        for file in sorted(self.versions.glob("*.py")):
            heading = {match[1]: match[2] for match in _HEADING.finditer(file.read_text("utf-8"))}
            if "revision" in heading:
                parents[heading["revision"]] = heading.get("down_revision")
        heads = parents.keys() - parents.values()
        if len(heads) != 1:
            raise StorageError(
                f"The migrations of {self.name!r} have {len(heads)} ends instead of one: {self.versions}"
            )
        return Revisions(heads.pop(), frozenset(parents))


class Revisions(Struct, frozen=True):
    """The revisions that an owner's code knows."""

    newest: str
    known: frozenset[str]


CORE = SchemaOwner(_CORE, _OWN, Path(__file__).parent / "migrations")
"""The core's own tables. Those of the bundled plugins join it as further metadata, and share its migrations."""


async def bring_up_to_date(database: Database, owners: Sequence[SchemaOwner]) -> None:
    """Make or migrate the tables of each owner, in this order, each owner in a transaction of its own.

    Raises StorageError when the database cannot be used at all or is newer than the code, when a migration fails
    (nothing of this owner changed then), and when a fresh database holds foreign tables of the same names.
    """
    for owner in owners:
        revisions = owner.revisions()
        stored = await _look(database, owner)
        if stored == (revisions.newest,):
            continue
        async with database.alter() as transaction:
            await transaction.run_sync(partial(_advance, owner, revisions))


async def is_up_to_date(database: Database, owner: SchemaOwner) -> bool:
    """Whether the tables of an owner are at the revision that the program knows; False also where there are none."""
    return await _look(database, owner) == (owner.revisions().newest,)


async def _look(database: Database, owner: SchemaOwner) -> tuple[str, ...] | None:
    """As `_stored`; the first time that anybody asks the database for something."""
    try:
        async with database.read() as reader:
            return await reader.run_sync(partial(_stored, owner))
    except (sa.exc.SQLAlchemyError, OSError) as error:
        raise unusable(error) from error


def _stored(owner: SchemaOwner, connection: sa.Connection) -> tuple[str, ...] | None:
    """The revisions in the owner's version table (none, or one), or None when there is no such table."""
    if not sa.inspect(connection).has_table(owner.version_table):
        return None
    return tuple(connection.execute(sa.select(_version_table(owner).c.version_num)).scalars())


def _advance(owner: SchemaOwner, revisions: Revisions, connection: sa.Connection) -> None:
    stored = _stored(owner, connection)  # looked at again: another process may have been faster
    if stored is None:
        _create(owner, revisions, connection)
    elif not revisions.known.issuperset(stored):
        raise StorageRefusedError(
            "refusal-storage-newer", owner=owner.name, stored=", ".join(stored), newest=revisions.newest
        )
    elif stored != (revisions.newest,):
        _migrate(owner, revisions, connection)


def _create(owner: SchemaOwner, revisions: Revisions, connection: sa.Connection) -> None:
    if taken := owner.table_names().intersection(sa.inspect(connection).get_table_names()):
        raise StorageRefusedError("refusal-storage-taken", tables=", ".join(sorted(taken)))
    if connection.dialect.name == "postgresql":
        complete_for_postgres(owner.tables)
    for part in owner.tables:
        part.create_all(connection, checkfirst=False)
    version = _version_table(owner)
    version.create(connection)
    connection.execute(version.insert().values(version_num=revisions.newest))


def _migrate(owner: SchemaOwner, revisions: Revisions, connection: sa.Connection) -> None:
    from bot.storage.migrations.alembic_setup import upgrade  # here, since alembic costs a second and is seldom needed

    try:
        upgrade(connection, owner.version_table, owner.tables, owner.versions)
    except sa.exc.SQLAlchemyError as error:
        raise StorageRefusedError(
            "refusal-storage-unmigrated", owner=owner.name, newest=revisions.newest, why=str(error)
        ) from error


def _version_table(owner: SchemaOwner) -> sa.Table:
    return sa.Table(
        owner.version_table,
        sa.MetaData(),
        sa.Column("version_num", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("version_num", name=f"{owner.version_table}_pkc"),  # as alembic names it
    )
