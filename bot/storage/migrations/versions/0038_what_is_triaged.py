"""What is triaged."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    op.create_table(
        "rolling_quotes",
        sa.Column("community_id", Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_rolling_quotes_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_rolling_quotes_member_id")),
        sa.PrimaryKeyConstraint("community_id", "name", "member_id", name=op.f("pk_rolling_quotes")),
    )
    with op.batch_alter_table("rolling_quotes", schema=None) as batch_op:
        batch_op.create_index("ix_rolling_quotes_member_id", ["member_id"], unique=False)

    op.create_table(
        "triage_digests",
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("community_id"),
        info={"joining": "behind"},
    )
    op.create_table(
        "triage_outside",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kept_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("community_id", "mark", name="uq_triage_outside_community_id_mark"),
    )
    with op.batch_alter_table("triage_outside", schema=None) as batch_op:
        batch_op.create_index("ix_triage_outside_community_id_at", ["community_id", "at"], unique=False)

    op.create_table(
        "triage_told",
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("told_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("community_id", "name"),
        info={"joining": "behind"},
    )
