"""Polls and invites of networks."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant, Json

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_table(
        "personal_invites",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("space_id", Id, autoincrement=False, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("on_request", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("gone_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_personal_invites_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_personal_invites_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_invites")),
        sa.UniqueConstraint("space_id", "address", name=op.f("uq_personal_invites_space_id_address")),
    )
    with op.batch_alter_table("personal_invites", schema=None) as batch_op:
        batch_op.create_index("ix_personal_invites_member_id_space_id", ["member_id", "space_id"], unique=False)
        batch_op.create_index(
            "uq_personal_invites_live",
            ["member_id", "space_id"],
            unique=True,
            sqlite_where=sa.text("gone_at IS NULL"),
            postgresql_where=sa.text("gone_at IS NULL"),
        )

    op.create_table(
        "native_polls",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("delivery_id", Id, nullable=False),
        sa.Column("space_id", Id, autoincrement=False, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("options", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("arguments", Json(), nullable=False),
        sa.Column("closes_at", Instant(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("opened_at", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("votes", Json(), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_native_polls_community_id")),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_native_polls_delivery_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_native_polls")),
        sa.UniqueConstraint("community_id", "name", name=op.f("uq_native_polls_community_id_name")),
    )
    with op.batch_alter_table("native_polls", schema=None) as batch_op:
        batch_op.create_index(
            "ix_native_polls_reference",
            ["platform", "reference"],
            unique=False,
            sqlite_where=sa.text("reference IS NOT NULL"),
            postgresql_where=sa.text("reference IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_native_polls_unopened",
            ["delivery_id"],
            unique=False,
            sqlite_where=sa.text("opened_at IS NULL AND ended_at IS NULL"),
            postgresql_where=sa.text("opened_at IS NULL AND ended_at IS NULL"),
        )
