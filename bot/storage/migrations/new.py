"""Making a revision: change the tables, run `python -m tests.storage.revise "what changed"`, read the file, clean it.

A revision goes one way: there is no downgrade, an older Afterglow needs the backup made before the upgrade. Alembic's
`autocommit_block` cannot be used, since all revisions of one upgrade are kept together or not at all. Two things are
written by hand: dropping a table, as Alembic looks only at those that the code still knows, and a changed default, as
Alembic takes an empty text for one on SQLite (a test compares fresh and migrated tables in all). A third-party plugin
makes its revisions with `write_revision` and a `SchemaOwner` of its own.
"""

import tempfile
from pathlib import Path

import sqlalchemy as sa
from alembic import command

from bot.storage.migrations.alembic_setup import configuration, upgrade
from bot.storage.schema import SchemaOwner


def write_revision(owner: SchemaOwner, what: str) -> Path:
    """Write what changed since the newest revision into a new file of `owner.versions`; returns where it is."""
    owner.versions.mkdir(parents=True, exist_ok=True)
    before = set(owner.versions.glob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        engine = sa.create_engine(f"sqlite:///{Path(folder, 'empty.db')}")
        with engine.begin() as connection:
            if before:
                upgrade(connection, owner.version_table, owner.tables, owner.versions)
            config = configuration(connection, owner.version_table, owner.tables, owner.versions)
            if not before:  # nothing is there yet to be made anew
                config.attributes["options"]["render_as_batch"] = False
            number = f"{len(before) + 1:04}"
            command.revision(config, what, autogenerate=True, rev_id=number, version_path=str(owner.versions))
        engine.dispose()
    path = (set(owner.versions.glob("*.py")) - before).pop()
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "# ###" not in line), "utf-8")  # Alembic's own remarks
    return path
