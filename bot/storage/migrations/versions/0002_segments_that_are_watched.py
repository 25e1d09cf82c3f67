"""Segments that are watched."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "segment_members",
        sa.Column("segment_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("entered_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_segment_members_member_id")),
        sa.ForeignKeyConstraint(["segment_id"], ["segments.id"], name=op.f("fk_segment_members_segment_id")),
        sa.PrimaryKeyConstraint("segment_id", "member_id", name=op.f("pk_segment_members")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("segment_members", schema=None) as batch_op:
        batch_op.create_index("ix_segment_members_member_id", ["member_id"], unique=False)
        batch_op.create_index("ix_segment_members_segment_id_entered_at", ["segment_id", "entered_at"], unique=False)

    with op.batch_alter_table("member_facts", schema=None) as batch_op:
        batch_op.create_index(
            "ix_member_facts_fact_text",
            ["fact", "text"],
            unique=False,
            sqlite_where=sa.text("text IS NOT NULL"),
            postgresql_where=sa.text("text IS NOT NULL"),
        )

    with op.batch_alter_table("segments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("watched_since", Instant(), nullable=True))
