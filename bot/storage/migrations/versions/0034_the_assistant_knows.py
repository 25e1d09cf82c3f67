"""The assistant knows."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.create_table(
        "assistant_documents",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("added_by", Id, autoincrement=False, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("assistant_documents", schema=None) as batch_op:
        batch_op.create_index("ix_assistant_documents_community_id", ["community_id"], unique=False)

    op.create_table(
        "assistant_questions",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("handed_at", Instant(), nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("answered_by", Id, autoincrement=False, nullable=True),
        sa.PrimaryKeyConstraint("id"),
        info={"joining": "follows"},
    )
    with op.batch_alter_table("assistant_questions", schema=None) as batch_op:
        batch_op.create_index(
            "ix_assistant_questions_community_id_handed_at", ["community_id", "handed_at"], unique=False
        )
        batch_op.create_index("ix_assistant_questions_member_id", ["member_id"], unique=False)

    op.create_table(
        "assistant_shelf",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), server_default="", nullable=False),
        sa.Column("category", sa.Text(), server_default="", nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("added_by", Id, autoincrement=False, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("assistant_shelf", schema=None) as batch_op:
        batch_op.create_index("ix_assistant_shelf_community_id", ["community_id"], unique=False)

    op.create_table(
        "assistant_states",
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community_id"),
        info={"joining": "behind"},
    )
    op.create_table(
        "assistant_entries",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("document_id", Id, nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), server_default="", nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("added_by", Id, autoincrement=False, nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["assistant_documents.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("assistant_entries", schema=None) as batch_op:
        batch_op.create_index("ix_assistant_entries_community_id", ["community_id"], unique=False)
        batch_op.create_index("ix_assistant_entries_document_id", ["document_id"], unique=False)
