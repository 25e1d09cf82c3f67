"""Tiers, stamp cards, causes, and points that are brought along."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "point_imports",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("one_for", sa.Integer(), nullable=False),
        sa.Column("by_id", Id, nullable=True),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("undone_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_point_imports_by_id")),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_point_imports_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point_imports")),
    )
    with op.batch_alter_table("point_imports", schema=None) as batch_op:
        batch_op.create_index("ix_point_imports_community_id", ["community_id"], unique=False)

    op.create_table(
        "point_import_lines",
        sa.Column("id", Id, nullable=False),
        sa.Column("import_id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("member_id", Id, nullable=True),
        sa.Column("confirmed_by", Id, nullable=True),
        sa.Column("paid_at", Instant(), nullable=True),
        sa.Column("undone_at", Instant(), nullable=True),
        sa.Column("missing", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_point_import_lines_community_id")),
        sa.ForeignKeyConstraint(["confirmed_by"], ["members.id"], name=op.f("fk_point_import_lines_confirmed_by")),
        sa.ForeignKeyConstraint(["import_id"], ["point_imports.id"], name=op.f("fk_point_import_lines_import_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_point_import_lines_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_point_import_lines")),
        sa.UniqueConstraint("import_id", "key", name=op.f("uq_point_import_lines_import_id_key")),
    )
    with op.batch_alter_table("point_import_lines", schema=None) as batch_op:
        batch_op.create_index(
            "ix_point_import_lines_account",
            ["platform", "external_id"],
            unique=False,
            sqlite_where=sa.text("member_id IS NULL"),
            postgresql_where=sa.text("member_id IS NULL"),
        )
        batch_op.create_index("ix_point_import_lines_member_id", ["member_id"], unique=False)
        batch_op.create_index(
            "ix_point_import_lines_name",
            ["community_id", "folded"],
            unique=False,
            sqlite_where=sa.text("member_id IS NULL"),
            postgresql_where=sa.text("member_id IS NULL"),
        )

    op.create_table(
        "point_import_claims",
        sa.Column("line_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("refused_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["line_id"], ["point_import_lines.id"], name=op.f("fk_point_import_claims_line_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_point_import_claims_member_id")),
        sa.PrimaryKeyConstraint("line_id", "member_id", name=op.f("pk_point_import_claims")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("point_import_claims", schema=None) as batch_op:
        batch_op.create_index("ix_point_import_claims_member_id", ["member_id"], unique=False)

    op.create_table(
        "loyalty_cards",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), server_default="0", nullable=False),
        sa.Column("began_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("loyalty_cards", schema=None) as batch_op:
        batch_op.create_index("ix_loyalty_cards_community_id", ["community_id"], unique=False)

    op.create_table(
        "loyalty_causes",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=True),
        sa.Column("given", sa.Integer(), server_default="0", nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("loyalty_causes", schema=None) as batch_op:
        batch_op.create_index("ix_loyalty_causes_community_id", ["community_id"], unique=False)

    op.create_table(
        "loyalty_fulls",
        sa.Column("id", Id, nullable=False),
        sa.Column("card_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("full_at", Instant(), nullable=False),
        sa.Column("redeemed_at", Instant(), nullable=True),
        sa.Column("redeemed_by", Id, autoincrement=False, nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("card_id", "member_id", "number"),
    )
    with op.batch_alter_table("loyalty_fulls", schema=None) as batch_op:
        batch_op.create_index("ix_loyalty_fulls_member_id", ["member_id"], unique=False)

    op.create_table(
        "loyalty_gifts",
        sa.Column("id", Id, nullable=False),
        sa.Column("cause_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("loyalty_gifts", schema=None) as batch_op:
        batch_op.create_index("ix_loyalty_gifts_cause_id_at", ["cause_id", "at"], unique=False)
        batch_op.create_index("ix_loyalty_gifts_member_id", ["member_id"], unique=False)

    op.create_table(
        "loyalty_standings",
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("tier_id", Id, autoincrement=False, nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("falls_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("member_id"),
    )
    with op.batch_alter_table("loyalty_standings", schema=None) as batch_op:
        batch_op.create_index(
            "ix_loyalty_standings_community_id_member_id", ["community_id", "member_id"], unique=False
        )
        batch_op.create_index("ix_loyalty_standings_tier_id", ["tier_id"], unique=False)

    op.create_table(
        "loyalty_tiers",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("perks", sa.Text(), nullable=True),
        sa.Column("removed_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("loyalty_tiers", schema=None) as batch_op:
        batch_op.create_index("ix_loyalty_tiers_community_id", ["community_id"], unique=False)
