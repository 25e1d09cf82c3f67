"""Testers: calls, who put themselves forward, what they found."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table(
        "testers_calls",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("made_by", Id, autoincrement=False, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), server_default="", nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("until", Instant(), nullable=True),
        sa.Column("due", Instant(), nullable=True),
        sa.Column("ends", Instant(), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("space_id", Id, autoincrement=False, nullable=True),
        sa.Column("ref", sa.Text(), nullable=True),
        sa.Column("ref_name", sa.Text(), server_default="", nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("stands_at", Instant(), nullable=True),
        sa.Column("picked_at", Instant(), nullable=True),
        sa.Column("is_due", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("soon_told", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("due_told", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("nudged", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("testers_calls", schema=None) as batch_op:
        batch_op.create_index("ix_testers_calls_community_id_state", ["community_id", "state"], unique=False)

    op.create_table(
        "testers_entries",
        sa.Column("id", Id, nullable=False),
        sa.Column("call_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=True),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("until", Instant(), nullable=True),
        sa.Column("reminded_at", Instant(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["testers_calls.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("testers_entries", schema=None) as batch_op:
        batch_op.create_index("ix_testers_entries_call_id_state", ["call_id", "state"], unique=False)
        batch_op.create_index("ix_testers_entries_call_id_ticket", ["call_id", "ticket"], unique=True)
        batch_op.create_index("ix_testers_entries_member_id", ["member_id"], unique=False)

    op.create_table(
        "testers_reports",
        sa.Column("id", Id, nullable=False),
        sa.Column("call_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id"],
            ["testers_calls.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("testers_reports", schema=None) as batch_op:
        batch_op.create_index("ix_testers_reports_call_id_member_id", ["call_id", "member_id"], unique=True)
        batch_op.create_index("ix_testers_reports_member_id", ["member_id"], unique=False)
