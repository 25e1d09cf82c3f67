"""Challenges."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.create_table(
        "challenges_challenges",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("made_by", Id, autoincrement=False, nullable=True),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("stream_id", Id, autoincrement=False, nullable=True),
        sa.Column("with_stream", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("closes_at", Instant(), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("is_due", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("challenges_challenges", schema=None) as batch_op:
        batch_op.create_index("ix_challenges_challenges_community_id_state", ["community_id", "state"], unique=False)

    op.create_table(
        "challenges_entries",
        sa.Column("id", Id, nullable=False),
        sa.Column("challenge_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("turn", sa.Integer(), server_default="0", nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("photo_id", Id, autoincrement=False, nullable=True),
        sa.Column("votes", sa.Integer(), nullable=True),
        sa.Column("won", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenges_challenges.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("challenges_entries", schema=None) as batch_op:
        batch_op.create_index(
            "ix_challenges_entries_challenge_id_member_id", ["challenge_id", "member_id"], unique=True
        )
        batch_op.create_index("ix_challenges_entries_member_id", ["member_id"], unique=False)

    op.create_table(
        "challenges_votes",
        sa.Column("id", Id, nullable=False),
        sa.Column("challenge_id", Id, nullable=False),
        sa.Column("entry_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["challenge_id"],
            ["challenges_challenges.id"],
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["challenges_entries.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("challenges_votes", schema=None) as batch_op:
        batch_op.create_index("ix_challenges_votes_challenge_id_member_id", ["challenge_id", "member_id"], unique=True)
        batch_op.create_index("ix_challenges_votes_entry_id", ["entry_id"], unique=False)
        batch_op.create_index("ix_challenges_votes_member_id", ["member_id"], unique=False)

    op.create_table(
        "challenges_words",
        sa.Column("entry_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["challenges_entries.id"],
        ),
        sa.PrimaryKeyConstraint("entry_id"),
    )
    with op.batch_alter_table("challenges_words", schema=None) as batch_op:
        batch_op.create_index("ix_challenges_words_member_id", ["member_id"], unique=False)
