"""Drafts of badges."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "badges_drafts",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("badge_id", Id, autoincrement=False, nullable=True),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("badges_drafts", schema=None) as batch_op:
        batch_op.create_index("ix_badges_drafts_member_id", ["member_id"], unique=False)
