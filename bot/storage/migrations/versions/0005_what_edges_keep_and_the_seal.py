"""What edges keep and the seal."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "edge_memory",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "name", name=op.f("pk_edge_memory")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "seals",
        sa.Column("id", Id, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seals")),
    )
    with op.batch_alter_table("intake", schema=None) as batch_op:
        batch_op.add_column(sa.Column("account", sa.Text(), server_default="", nullable=False))
