"""Indexes of what is still to come."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.create_index("ix_activities_kind_reference", ["kind", "reference"], unique=False)

    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.create_index(
            "ix_deliveries_settled",
            ["community_id", "settled_at"],
            unique=False,
            sqlite_where=sa.text("settled_at IS NOT NULL"),
            postgresql_where=sa.text("settled_at IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_deliveries_unsettled",
            ["community_id", "state", "enrolment_id"],
            unique=False,
            sqlite_where=sa.text("state IN ('pending', 'claimed', 'sending', 'held')"),
            postgresql_where=sa.text("state IN ('pending', 'claimed', 'sending', 'held')"),
        )

    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.create_index("ix_enrolments_trigger_journey_id", ["trigger", "journey_id"], unique=False)
