"""Rolling posts and what setup decides."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "rolling_posts",
        sa.Column("community_id", Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("delivery_id", Id, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("message_ref", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_rolling_posts_community_id")),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_rolling_posts_delivery_id")),
        sa.PrimaryKeyConstraint("community_id", "name", name=op.f("pk_rolling_posts")),
    )
    with op.batch_alter_table("communities", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pull_only", sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table("spaces", schema=None) as batch_op:
        batch_op.add_column(sa.Column("host_group", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("host_group_name", sa.Text(), nullable=True))
