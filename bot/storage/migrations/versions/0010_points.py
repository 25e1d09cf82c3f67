"""Points."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "balances",
        sa.Column("member_id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("posted", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pending", sa.Integer(), server_default="0", nullable=False),
        sa.Column("owed", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("posted >= 0 AND pending >= 0 AND owed >= 0", name="never_negative"),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_balances_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_balances_member_id")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_balances")),
    )
    with op.batch_alter_table("balances", schema=None) as batch_op:
        batch_op.create_index("ix_balances_community_id_posted", ["community_id", "posted"], unique=False)

    op.create_table(
        "ledger",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="posted", nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("of_id", Id, autoincrement=False, nullable=True),
        sa.Column("unspent", sa.Integer(), server_default="0", nullable=False),
        sa.Column("asked", sa.Integer(), server_default="0", nullable=False),
        sa.Column("owed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("posts_at", Instant(), nullable=True),
        sa.Column("expires_at", Instant(), nullable=True),
        sa.CheckConstraint("unspent >= 0 AND owed >= 0 AND unspent <= abs(amount)", name="bounds"),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_ledger_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_ledger_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sa.UniqueConstraint("member_id", "reference", name=op.f("uq_ledger_member_id_reference")),
    )
    with op.batch_alter_table("ledger", schema=None) as batch_op:
        batch_op.create_index("ix_ledger_community_id_about", ["community_id", "about"], unique=False)
        batch_op.create_index(
            "ix_ledger_expiring",
            ["expires_at"],
            unique=False,
            sqlite_where=sa.text("unspent > 0 AND expires_at IS NOT NULL"),
            postgresql_where=sa.text("unspent > 0 AND expires_at IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_ledger_lots",
            ["member_id", "expires_at"],
            unique=False,
            sqlite_where=sa.text("unspent > 0"),
            postgresql_where=sa.text("unspent > 0"),
        )
        batch_op.create_index("ix_ledger_of_id", ["of_id"], unique=False)
        batch_op.create_index(
            "ix_ledger_owing",
            ["member_id"],
            unique=False,
            sqlite_where=sa.text("owed > 0"),
            postgresql_where=sa.text("owed > 0"),
        )
        batch_op.create_index(
            "ix_ledger_posting",
            ["posts_at"],
            unique=False,
            sqlite_where=sa.text("state = 'pending'"),
            postgresql_where=sa.text("state = 'pending'"),
        )

    op.create_table(
        "ledger_uses",
        sa.Column("line_id", Id, nullable=False),
        sa.Column("lot_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["ledger.id"], name=op.f("fk_ledger_uses_line_id")),
        sa.ForeignKeyConstraint(["lot_id"], ["ledger.id"], name=op.f("fk_ledger_uses_lot_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_ledger_uses_member_id")),
        sa.PrimaryKeyConstraint("line_id", "lot_id", name=op.f("pk_ledger_uses")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("ledger_uses", schema=None) as batch_op:
        batch_op.create_index("ix_ledger_uses_member_id", ["member_id"], unique=False)
