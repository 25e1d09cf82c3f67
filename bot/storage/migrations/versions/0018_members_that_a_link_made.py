"""Members that a link made."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.add_column(sa.Column("by_link", sa.Boolean(), server_default=sa.false(), nullable=False))
    # Until now they were those who joined and left at the same moment.
    op.execute(sa.text("UPDATE members SET by_link = true WHERE left_at = joined_at"))
