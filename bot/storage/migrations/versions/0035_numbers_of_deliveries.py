"""Numbers of deliveries: on SQLite those of forgotten members are not given to anybody again."""

from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":  # PostgreSQL counts on anyway
        with op.batch_alter_table("deliveries", recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            """Made anew, with its rows."""
