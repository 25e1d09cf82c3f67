"""Votes for words, and draws that were called off."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Instant

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    with op.batch_alter_table("rewards_draws", schema=None) as batch_op:
        batch_op.add_column(sa.Column("called_off_at", Instant(), nullable=True))

    with op.batch_alter_table("rewards_grants", schema=None) as batch_op:
        batch_op.add_column(sa.Column("vote", sa.Text(), nullable=True))
        batch_op.drop_column("choice")
