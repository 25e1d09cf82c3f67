"""Interests."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    op.create_table(
        "passport_interests",
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("chosen_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("member_id", "topic"),
        info={"joining": "follows"},
    )
    with op.batch_alter_table("passport_interests", schema=None) as batch_op:
        batch_op.create_index("ix_passport_interests_community_id_topic", ["community_id", "topic"], unique=False)
