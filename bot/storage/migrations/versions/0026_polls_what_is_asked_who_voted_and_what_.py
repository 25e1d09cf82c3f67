"""Polls: what is asked, who voted, and what anonymous polls have instead."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.create_table(
        "polls_polls",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("made_by", Id, autoincrement=False, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), server_default="", nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("stream_id", Id, autoincrement=False, nullable=True),
        sa.Column("only_stream", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("with_stream", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("hides", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("opens_at", Instant(), nullable=True),
        sa.Column("closes_at", Instant(), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("is_due", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("is_native", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("polls_polls", schema=None) as batch_op:
        batch_op.create_index("ix_polls_polls_community_id_state", ["community_id", "state"], unique=False)

    op.create_table(
        "polls_notes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("poll_id", Id, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("back", sa.Text(), nullable=True),
        sa.Column("is_answered", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["poll_id"],
            ["polls_polls.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("polls_notes", schema=None) as batch_op:
        batch_op.create_index("ix_polls_notes_poll_id", ["poll_id"], unique=False)

    op.create_table(
        "polls_tallies",
        sa.Column("poll_id", Id, nullable=False),
        sa.Column("chosen", sa.Text(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["poll_id"],
            ["polls_polls.id"],
        ),
        sa.PrimaryKeyConstraint("poll_id", "chosen"),
    )
    op.create_table(
        "polls_turnout",
        sa.Column("poll_id", Id, nullable=False),
        sa.Column("voter", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["poll_id"],
            ["polls_polls.id"],
        ),
        sa.PrimaryKeyConstraint("poll_id", "voter"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "polls_votes",
        sa.Column("id", Id, nullable=False),
        sa.Column("poll_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("chosen", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["poll_id"],
            ["polls_polls.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("polls_votes", schema=None) as batch_op:
        batch_op.create_index("ix_polls_votes_member_id", ["member_id"], unique=False)
        batch_op.create_index("ix_polls_votes_poll_id_member_id", ["poll_id", "member_id"], unique=True)
