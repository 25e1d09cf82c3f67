"""Of how many a recap tells."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    with op.batch_alter_table("streams_recaps", schema=None) as batch_op:
        batch_op.add_column(sa.Column("people", sa.Integer(), server_default="0", nullable=False))
