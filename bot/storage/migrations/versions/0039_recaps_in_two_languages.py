"""Recaps in two languages."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    with op.batch_alter_table("streams_recaps", schema=None) as batch_op:
        batch_op.add_column(sa.Column("also", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("phrased", sa.Boolean(), server_default=sa.false(), nullable=False))
