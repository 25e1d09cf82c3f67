"""Ideas and feedback."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.create_table(
        "feedback_remarks",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=True),
        sa.Column("reply_token", sa.Text(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=True),
        sa.Column("may_answer", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("handled_at", Instant(), nullable=True),
        sa.Column("handled_by", Id, autoincrement=False, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("feedback_remarks", schema=None) as batch_op:
        batch_op.create_index("ix_feedback_remarks_community_id_state", ["community_id", "state"], unique=False)
        batch_op.create_index("ix_feedback_remarks_member_id", ["member_id"], unique=False)

    op.create_table(
        "ideas_drafts",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("more", sa.Text(), server_default="", nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        info={"joining": "behind"},
    )
    with op.batch_alter_table("ideas_drafts", schema=None) as batch_op:
        batch_op.create_index("ix_ideas_drafts_member_id", ["member_id"], unique=False)

    op.create_table(
        "ideas_ideas",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=True),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("turn", sa.Integer(), server_default="0", nullable=False),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.Column("decided_by", Id, autoincrement=False, nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("adopted_at", Instant(), nullable=True),
        sa.Column("merged_into", Id, nullable=True),
        sa.Column("hidden", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into"],
            ["ideas_ideas.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("ideas_ideas", schema=None) as batch_op:
        batch_op.create_index("ix_ideas_ideas_community_id_state", ["community_id", "state"], unique=False)
        batch_op.create_index("ix_ideas_ideas_member_id", ["member_id"], unique=False)
        batch_op.create_index("ix_ideas_ideas_merged_into", ["merged_into"], unique=False)

    op.create_table(
        "ideas_told",
        sa.Column("id", Id, nullable=False),
        sa.Column("idea_id", Id, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["idea_id"],
            ["ideas_ideas.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("ideas_told", schema=None) as batch_op:
        batch_op.create_index("ix_ideas_told_idea_id_state_member_id", ["idea_id", "state", "member_id"], unique=True)
        batch_op.create_index("ix_ideas_told_member_id", ["member_id"], unique=False)

    op.create_table(
        "ideas_votes",
        sa.Column("id", Id, nullable=False),
        sa.Column("idea_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["idea_id"],
            ["ideas_ideas.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("ideas_votes", schema=None) as batch_op:
        batch_op.create_index("ix_ideas_votes_idea_id_member_id", ["idea_id", "member_id"], unique=True)
        batch_op.create_index("ix_ideas_votes_member_id", ["member_id"], unique=False)

    op.create_table(
        "ideas_words",
        sa.Column("idea_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("more", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["idea_id"],
            ["ideas_ideas.id"],
        ),
        sa.PrimaryKeyConstraint("idea_id"),
    )
    with op.batch_alter_table("ideas_words", schema=None) as batch_op:
        batch_op.create_index("ix_ideas_words_member_id", ["member_id"], unique=False)
