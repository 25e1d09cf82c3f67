"""Talks with a person."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.create_table(
        "assistant_cases",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("after_id", Id, autoincrement=False, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("taken_by", Id, autoincrement=False, nullable=True),
        sa.Column("taken_at", Instant(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("remind_at", Instant(), nullable=True),
        sa.Column("reminded", sa.Integer(), server_default="0", nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("closed_as", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_by", Id, autoincrement=False, nullable=True),
        sa.Column("stars", sa.Integer(), nullable=True),
        sa.Column("remark", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id"),
        info={"joining": "follows"},
    )
    with op.batch_alter_table("assistant_cases", schema=None) as batch_op:
        batch_op.create_index("ix_assistant_cases_community_id_closed_at", ["community_id", "closed_at"], unique=False)
        batch_op.create_index(
            "ix_assistant_cases_member_id_open",
            ["member_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "assistant_duty",
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.Column("listed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("member_id"),
        info={"joining": "follows"},
    )
    with op.batch_alter_table("assistant_duty", schema=None) as batch_op:
        batch_op.create_index("ix_assistant_duty_community_id", ["community_id"], unique=False)

    op.create_table(
        "assistant_lines",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by_id", Id, autoincrement=False, nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["assistant_cases.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        info={"joining": "follows"},
    )
    with op.batch_alter_table("assistant_lines", schema=None) as batch_op:
        batch_op.create_index("ix_assistant_lines_case_id", ["case_id"], unique=False)
        batch_op.create_index("ix_assistant_lines_member_id", ["member_id"], unique=False)

    _carry_over()
    with op.batch_alter_table("assistant_questions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assistant_questions_community_id_handed_at"))
        batch_op.create_index("ix_assistant_questions_community_id_at", ["community_id", "at"], unique=False)
        batch_op.drop_column("answered_by")
        batch_op.drop_column("answered_at")
        batch_op.drop_column("answer")


def _carry_over() -> None:
    """What waited for a person goes on waiting, of each member in one case."""
    waits = "q.handed_at IS NOT NULL AND q.answered_at IS NULL"
    op.execute(
        "INSERT INTO assistant_cases (community_id, member_id, state, opened_at, since, remind_at)"
        " SELECT q.community_id, q.member_id, 'new', MIN(q.handed_at), MIN(q.handed_at), MAX(q.handed_at)"
        f" FROM assistant_questions q WHERE {waits} GROUP BY q.community_id, q.member_id"
    )
    op.execute(
        "INSERT INTO assistant_lines (community_id, member_id, case_id, at, kind, words)"
        " SELECT c.community_id, c.member_id, c.id, q.handed_at, 'member', q.text FROM assistant_questions q"
        f" JOIN assistant_cases c ON c.member_id = q.member_id WHERE {waits} ORDER BY q.id"
    )
