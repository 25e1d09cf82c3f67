"""What stamp cards were filled with."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "loyalty_used_stamps",
        sa.Column("card_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("card_id", "member_id", "reference"),
    )
    with op.batch_alter_table("loyalty_used_stamps", schema=None) as batch_op:
        batch_op.create_index("ix_loyalty_used_stamps_member_id", ["member_id"], unique=False)
