"""Which questions were asked before everybody."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    with op.batch_alter_table("assistant_questions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("before_all", sa.Boolean(), server_default=sa.false(), nullable=False))
