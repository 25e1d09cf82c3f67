"""What is taken back."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Instant

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    with op.batch_alter_table("loyalty_used_stamps", schema=None) as batch_op:
        batch_op.add_column(sa.Column("taken_at", Instant(), nullable=True))

    with op.batch_alter_table("streams_promises", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("dropped_at", Instant(), nullable=True))
