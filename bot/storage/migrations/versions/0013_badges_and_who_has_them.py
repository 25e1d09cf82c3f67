"""Badges and who has them."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant, Json

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_table(
        "badges",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("plugin", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("definition", Json(), nullable=True),
        sa.Column("off", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("since", Instant(), nullable=True),
        sa.Column("natives", Json(), server_default="{}", nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_badges_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_badges")),
        sa.UniqueConstraint("community_id", "name", name=op.f("uq_badges_community_id_name")),
    )
    op.create_table(
        "awards",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("badge_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("by_id", Id, nullable=True),
        sa.Column("taken_at", Instant(), nullable=True),
        sa.Column("taken_by", Id, nullable=True),
        sa.ForeignKeyConstraint(["badge_id"], ["badges.id"], name=op.f("fk_awards_badge_id")),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_awards_by_id")),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_awards_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_awards_member_id")),
        sa.ForeignKeyConstraint(["taken_by"], ["members.id"], name=op.f("fk_awards_taken_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_awards")),
        sa.UniqueConstraint("badge_id", "member_id", "level", name=op.f("uq_awards_badge_id_member_id_level")),
    )
    with op.batch_alter_table("awards", schema=None) as batch_op:
        batch_op.create_index("ix_awards_community_id_at", ["community_id", "at"], unique=False)
        batch_op.create_index("ix_awards_member_id", ["member_id"], unique=False)
