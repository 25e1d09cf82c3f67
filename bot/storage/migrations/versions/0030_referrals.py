"""Referrals."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.create_table(
        "referrals_arrivals",
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("came", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("member_id"),
        info={"joining": "follows"},
    )
    with op.batch_alter_table("referrals_arrivals", schema=None) as batch_op:
        batch_op.create_index("ix_referrals_arrivals_community_id_at", ["community_id", "at"], unique=False)

    op.create_table(
        "referrals_bans",
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("member_id"),
        info={"joining": "follows"},
    )
    with op.batch_alter_table("referrals_bans", schema=None) as batch_op:
        batch_op.create_index("ix_referrals_bans_community_id", ["community_id"], unique=False)

    op.create_table(
        "referrals_campaigns",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("begins_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("bonus", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("referrals_campaigns", schema=None) as batch_op:
        batch_op.create_index("ix_referrals_campaigns_community_id", ["community_id"], unique=False)

    op.create_table(
        "referrals_codes",
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("member_id"),
        info={"joining": "follows"},
    )
    with op.batch_alter_table("referrals_codes", schema=None) as batch_op:
        batch_op.create_index("ix_referrals_codes_code", ["code"], unique=True)
        batch_op.create_index("ix_referrals_codes_community_id", ["community_id"], unique=False)

    op.create_table(
        "referrals_rules",
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("community_id"),
    )
    op.create_table(
        "referrals_referrals",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("inviter_id", Id, autoincrement=False, nullable=True),
        sa.Column("invited_id", Id, autoincrement=False, nullable=True),
        sa.Column("rival_id", Id, autoincrement=False, nullable=True),
        sa.Column("campaign_id", Id, nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("approved", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("began_at", Instant(), nullable=False),
        sa.Column("joined_at", Instant(), nullable=True),
        sa.Column("qualified_at", Instant(), nullable=True),
        sa.Column("pays_at", Instant(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("for_bringing", sa.Integer(), nullable=True),
        sa.Column("for_coming", sa.Integer(), nullable=True),
        sa.Column("order_ref", sa.Text(), nullable=True),
        sa.Column("decided_by", Id, autoincrement=False, nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["referrals_campaigns.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("referrals_referrals", schema=None) as batch_op:
        batch_op.create_index("ix_referrals_referrals_community_id_state", ["community_id", "state"], unique=False)
        batch_op.create_index("ix_referrals_referrals_invited_id", ["invited_id"], unique=True)
        batch_op.create_index("ix_referrals_referrals_inviter_id", ["inviter_id"], unique=False)
