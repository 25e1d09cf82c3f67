"""Numbers that are nobody else's: on SQLite those of forgotten members and persons are not given to anybody again."""

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":  # PostgreSQL counts on anyway
        for table in ("persons", "members"):
            with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": True}):
                """Made anew, with its rows."""
