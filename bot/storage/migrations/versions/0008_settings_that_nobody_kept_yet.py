"""Settings that nobody kept yet."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "admin_drafts",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("plugin", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("member_id", "plugin", name="uq_admin_drafts_member_id_plugin"),
    )
