"""Accounts that are linked."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant, Json

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "link_attempts",
        sa.Column("id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_link_attempts_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_attempts")),
    )
    with op.batch_alter_table("link_attempts", schema=None) as batch_op:
        batch_op.create_index("ix_link_attempts_at", ["at"], unique=False)

    op.create_table(
        "link_requests",
        sa.Column("id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("other_id", Id, nullable=True),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("agreed_at", Instant(), nullable=True),
        sa.Column("other_agreed_at", Instant(), nullable=True),
        sa.Column("over_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_link_requests_member_id")),
        sa.ForeignKeyConstraint(["other_id"], ["members.id"], name=op.f("fk_link_requests_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_requests")),
        sa.UniqueConstraint("code", name=op.f("uq_link_requests_code")),
    )
    with op.batch_alter_table("link_requests", schema=None) as batch_op:
        batch_op.create_index("ix_link_requests_member_id", ["member_id"], unique=False)
        batch_op.create_index("ix_link_requests_other_id", ["other_id"], unique=False)

    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.add_column(sa.Column("counts_for", Id, nullable=True))
        batch_op.create_index(
            "ix_members_counts_for",
            ["counts_for"],
            unique=False,
            sqlite_where=sa.text("counts_for IS NOT NULL"),
            postgresql_where=sa.text("counts_for IS NOT NULL"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_members_counts_for"), "members", ["counts_for"], ["id"])

    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("linked_to", Id, nullable=True))
        batch_op.add_column(sa.Column("lent", Json(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_persons_linked_to"), "persons", ["linked_to"], ["id"])

    with op.batch_alter_table("streams_drops", schema=None) as batch_op:
        batch_op.drop_column("present")
