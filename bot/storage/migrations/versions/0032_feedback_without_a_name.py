"""Feedback without a name."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.create_table(
        "feedback_nameless",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=True),
        sa.Column("back", sa.Text(), nullable=True),
        sa.Column("given_on", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("is_told", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("feedback_nameless", schema=None) as batch_op:
        batch_op.create_index("ix_feedback_nameless_community_id_given_on", ["community_id", "given_on"], unique=False)

    op.create_table(
        "feedback_quota",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("who"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("feedback_quota", schema=None) as batch_op:
        batch_op.create_index("ix_feedback_quota_community_id_day", ["community_id", "day"], unique=False)
