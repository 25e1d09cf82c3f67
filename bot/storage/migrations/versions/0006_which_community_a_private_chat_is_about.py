"""Which community a private chat is about."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("home_id", Id, nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_accounts_home_id"), "communities", ["home_id"], ["id"])
