"""Native grants."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant, Json

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "native_marks",
        sa.Column("space_id", Id, autoincrement=False, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=True),
        sa.Column("stands", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("said", Json(), nullable=True),
        sa.Column("tried_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("space_id", "platform", "external_id", "kind", "ref", name=op.f("pk_native_marks")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("native_marks", schema=None) as batch_op:
        batch_op.create_index(
            "ix_native_marks_member_id",
            ["member_id"],
            unique=False,
            sqlite_where=sa.text("member_id IS NOT NULL"),
            postgresql_where=sa.text("member_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_native_marks_problem",
            ["space_id"],
            unique=False,
            sqlite_where=sa.text("problem IS NOT NULL"),
            postgresql_where=sa.text("problem IS NOT NULL"),
        )

    op.create_table(
        "native_doors",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("space_id", Id, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_native_doors_community_id")),
        sa.PrimaryKeyConstraint("platform", "external_id", name=op.f("pk_native_doors")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("native_doors", schema=None) as batch_op:
        batch_op.create_index("ix_native_doors_community_id", ["community_id"], unique=False)

    op.create_table(
        "native_grants",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("space_id", Id, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("until", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("told", sa.Text(), server_default="", nullable=False),
        sa.Column("said", Json(), nullable=True),
        sa.Column("turn", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_native_grants_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_native_grants_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_native_grants")),
        sa.UniqueConstraint(
            "member_id",
            "space_id",
            "kind",
            "ref",
            "source",
            name=op.f("uq_native_grants_member_id_space_id_kind_ref_source"),
        ),
    )
    with op.batch_alter_table("native_grants", schema=None) as batch_op:
        batch_op.create_index("ix_native_grants_community_id_source", ["community_id", "source"], unique=False)
        batch_op.create_index(
            "ix_native_grants_open",
            ["space_id", "member_id"],
            unique=False,
            sqlite_where=sa.text("told <> 'taken'"),
            postgresql_where=sa.text("told <> 'taken'"),
        )
