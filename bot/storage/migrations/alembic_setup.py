"""How Alembic works on our tables; the only module of the running bot that imports it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate.api import AutogenContext
from alembic.config import Config

from bot.storage.columns import complete_for_postgres
from bot.storage.sealing import Sealed, SealedValues
from bot.storage.types import Id, Instant, Json


def upgrade(connection: sa.Connection, version_table: str, tables: Sequence[sa.MetaData], versions: Path) -> None:
    """Run the migrations in `versions` that are missing, inside the transaction that is open on `connection`."""
    connection.execute(sa.select(1))  # SQLAlchemy now knows of a transaction, so Alembic leaves ending it to us
    command.upgrade(configuration(connection, version_table, tables, versions), "head")


def configuration(
    connection: sa.Connection, version_table: str, tables: Sequence[sa.MetaData], versions: Path
) -> Config:
    """What Alembic needs to know for one owner of tables."""
    config = Config(attributes={"options": {"connection": connection, **options(version_table, tables)}})
    places = {
        "script_location": str(Path(__file__).parent),
        "version_locations": str(versions),
        "path_separator": "newline",
        "file_template": "%(rev)s_%(slug)s",
    }
    for name, value in places.items():
        config.set_main_option(name, value.replace("%", "%%"))
    return config


def options(version_table: str, tables: Sequence[sa.MetaData]) -> dict[str, Any]:
    """How Alembic compares and renders; only the owner's own tables are looked at."""
    complete_for_postgres(tables)
    own = {table.name for part in tables for table in part.sorted_tables}

    def include_name(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or name in own

    return {
        "target_metadata": list(tables),
        "version_table": version_table,
        "render_as_batch": True,  # SQLite changes a table by making it anew
        "include_name": include_name,
        "render_item": render_item,
    }


def render_item(kind: str, item: Any, context: AutogenContext) -> str | Literal[False]:
    """Our types by their names, and booleans so that every database understands them; False: as Alembic does it."""
    if kind == "server_default" and isinstance(getattr(item, "arg", None), sa.False_):
        return "sa.false()"
    if kind != "type":
        return False
    if kind == "type" and isinstance(item, Sealed | SealedValues):
        return "sa.Text()"  # the same to the database, which knows nothing of the key
    name = {Id: "Id"}.get(item) or {Instant: "Instant()", Json: "Json()"}.get(type(item))
    if name is None:
        return False
    context.imports.add(f"from bot.storage.types import {name.removesuffix('()')}")
    return name
