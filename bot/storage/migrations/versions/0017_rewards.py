"""Rewards."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "rewards_rewards",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), server_default="", nullable=False),
        sa.Column("content", sa.Text(), server_default="", nullable=False),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("price", sa.Integer(), server_default="0", nullable=False),
        sa.Column("stock", sa.Integer(), nullable=True),
        sa.Column("per_member", sa.Integer(), nullable=True),
        sa.Column("opens_at", Instant(), nullable=True),
        sa.Column("closes_at", Instant(), nullable=True),
        sa.Column("hold_minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lasts_days", sa.Integer(), nullable=True),
        sa.Column("can_gift", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column("space_id", Id, autoincrement=False, nullable=True),
        sa.Column("ref", sa.Text(), nullable=True),
        sa.Column("ref_name", sa.Text(), server_default="", nullable=False),
        sa.Column("is_open", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rewards_rewards", schema=None) as batch_op:
        batch_op.create_index("ix_rewards_rewards_community_id", ["community_id"], unique=False)

    op.create_table(
        "rewards_draws",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("reward_id", Id, nullable=False),
        sa.Column("winners", sa.Integer(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("closes_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("drawn_at", Instant(), nullable=True),
        sa.Column("handed_at", Instant(), nullable=True),
        sa.Column("list_hash", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reward_id"],
            ["rewards_rewards.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rewards_draws", schema=None) as batch_op:
        batch_op.create_index("ix_rewards_draws_community_id_drawn_at", ["community_id", "drawn_at"], unique=False)
        batch_op.create_index("ix_rewards_draws_reward_id", ["reward_id"], unique=False)

    op.create_table(
        "rewards_times",
        sa.Column("id", Id, nullable=False),
        sa.Column("reward_id", Id, nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("sequence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("called_off_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reward_id"],
            ["rewards_rewards.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rewards_times", schema=None) as batch_op:
        batch_op.create_index("ix_rewards_times_reward_id_starts_at", ["reward_id", "starts_at"], unique=False)

    op.create_table(
        "rewards_grants",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("reward_id", Id, nullable=False),
        sa.Column("time_id", Id, nullable=True),
        sa.Column("member_id", Id, autoincrement=False, nullable=True),
        sa.Column("payer_id", Id, autoincrement=False, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("price", sa.Integer(), server_default="0", nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("until", Instant(), nullable=True),
        sa.Column("choice", sa.Integer(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("way", sa.Text(), server_default="", nullable=False),
        sa.Column("came", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reward_id"],
            ["rewards_rewards.id"],
        ),
        sa.ForeignKeyConstraint(
            ["time_id"],
            ["rewards_times.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rewards_grants", schema=None) as batch_op:
        batch_op.create_index("ix_rewards_grants_community_id_until", ["community_id", "until"], unique=False)
        batch_op.create_index("ix_rewards_grants_member_id", ["member_id"], unique=False)
        batch_op.create_index("ix_rewards_grants_payer_id", ["payer_id"], unique=False)
        batch_op.create_index("ix_rewards_grants_reward_id_state", ["reward_id", "state"], unique=False)

    op.create_table(
        "rewards_waiting",
        sa.Column("id", Id, nullable=False),
        sa.Column("reward_id", Id, nullable=False),
        sa.Column("time_id", Id, nullable=True),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reward_id"],
            ["rewards_rewards.id"],
        ),
        sa.ForeignKeyConstraint(
            ["time_id"],
            ["rewards_times.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rewards_waiting", schema=None) as batch_op:
        batch_op.create_index("ix_rewards_waiting_member_id", ["member_id"], unique=False)
        batch_op.create_index("ix_rewards_waiting_reward_id_time_id", ["reward_id", "time_id"], unique=False)

    op.create_table(
        "rewards_codes",
        sa.Column("id", Id, nullable=False),
        sa.Column("reward_id", Id, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("grant_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["grant_id"],
            ["rewards_grants.id"],
        ),
        sa.ForeignKeyConstraint(
            ["reward_id"],
            ["rewards_rewards.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rewards_codes", schema=None) as batch_op:
        batch_op.create_index("ix_rewards_codes_grant_id", ["grant_id"], unique=False)
        batch_op.create_index("ix_rewards_codes_reward_id_grant_id", ["reward_id", "grant_id"], unique=False)

    op.create_table(
        "rewards_entries",
        sa.Column("id", Id, nullable=False),
        sa.Column("draw_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=True),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("grant_id", Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["draw_id"],
            ["rewards_draws.id"],
        ),
        sa.ForeignKeyConstraint(
            ["grant_id"],
            ["rewards_grants.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rewards_entries", schema=None) as batch_op:
        batch_op.create_index("ix_rewards_entries_draw_id_ticket", ["draw_id", "ticket"], unique=True)
        batch_op.create_index("ix_rewards_entries_member_id", ["member_id"], unique=False)
