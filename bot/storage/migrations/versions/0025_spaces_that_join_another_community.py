"""Spaces that join another community."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.create_table(
        "join_requests",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("young_id", Id, nullable=True),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("over_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_join_requests_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_join_requests_member_id")),
        sa.ForeignKeyConstraint(["young_id"], ["communities.id"], name=op.f("fk_join_requests_young_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_requests")),
        sa.UniqueConstraint("code", name=op.f("uq_join_requests_code")),
    )
    with op.batch_alter_table("join_requests", schema=None) as batch_op:
        batch_op.create_index("ix_join_requests_member_id", ["member_id"], unique=False)

    with op.batch_alter_table("communities", schema=None) as batch_op:
        batch_op.add_column(sa.Column("joined_id", Id, nullable=True))
        batch_op.create_index(
            "ix_communities_joined_id",
            ["joined_id"],
            unique=False,
            sqlite_where=sa.text("joined_id IS NOT NULL"),
            postgresql_where=sa.text("joined_id IS NOT NULL"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_communities_joined_id"), "communities", ["joined_id"], ["id"])

    with op.batch_alter_table("spaces", schema=None) as batch_op:
        batch_op.add_column(sa.Column("joined_at", Instant(), nullable=True))
        batch_op.add_column(sa.Column("trusted", sa.Boolean(), server_default=sa.false(), nullable=False))
