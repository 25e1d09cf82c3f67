"""What the ai server was asked."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.create_table(
        "ai_days",
        sa.Column("community_id", Id, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("questions", sa.Integer(), server_default="0", nullable=False),
        sa.Column("input_tokens", sa.Integer(), server_default="0", nullable=False),
        sa.Column("output_tokens", sa.Integer(), server_default="0", nullable=False),
        sa.Column("untold_tokens", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reserved_tokens", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_ai_days_community_id")),
        sa.PrimaryKeyConstraint("community_id", "day", name=op.f("pk_ai_days")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ai_member_days",
        sa.Column("member_id", Id, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("tokens", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reserved_tokens", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_ai_member_days_member_id")),
        sa.PrimaryKeyConstraint("member_id", "day", name=op.f("pk_ai_member_days")),
        sqlite_with_rowid=False,
    )
