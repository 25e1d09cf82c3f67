"""Milestones."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "milestones_birthdays",
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("shown", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("confirmed_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("member_id"),
    )
    with op.batch_alter_table("milestones_birthdays", schema=None) as batch_op:
        batch_op.create_index("ix_milestones_birthdays_community_id", ["community_id"], unique=False)

    op.create_table(
        "milestones_greetings",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), server_default="0", nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("posted_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("milestones_greetings", schema=None) as batch_op:
        batch_op.create_index(
            "ix_milestones_greetings_waiting",
            ["community_id"],
            unique=False,
            sqlite_where=sa.text("posted_at IS NULL"),
            postgresql_where=sa.text("posted_at IS NULL"),
        )
