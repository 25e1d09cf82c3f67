"""Files of rewards."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "rewards_files",
        sa.Column("id", Id, nullable=False),
        sa.Column("reward_id", Id, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reward_id"],
            ["rewards_rewards.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("rewards_files", schema=None) as batch_op:
        batch_op.create_index("ix_rewards_files_reward_id", ["reward_id"], unique=True)
