"""Photos, and reviews."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.create_table(
        "photos",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_photos_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_photos_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        info={"joining": "follows"},
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("photos", schema=None) as batch_op:
        batch_op.create_index("ix_photos_member_id", ["member_id"], unique=False)

    op.create_table(
        "reviews_things",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("reviews_things", schema=None) as batch_op:
        batch_op.create_index("ix_reviews_things_community_id_place", ["community_id", "place"], unique=True)

    op.create_table(
        "reviews_reviews",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, autoincrement=False, nullable=False),
        sa.Column("thing_id", Id, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("photo_id", Id, autoincrement=False, nullable=True),
        sa.Column("leave", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("turn", sa.Integer(), server_default="0", nullable=False),
        sa.Column("published", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.Column("decided_by", Id, autoincrement=False, nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("reply", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["thing_id"],
            ["reviews_things.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("reviews_reviews", schema=None) as batch_op:
        batch_op.create_index("ix_reviews_reviews_community_id_state", ["community_id", "state"], unique=False)
        batch_op.create_index("ix_reviews_reviews_member_id", ["member_id"], unique=False)
        batch_op.create_index("ix_reviews_reviews_thing_id_member_id", ["thing_id", "member_id"], unique=True)

    with op.batch_alter_table("rolling_posts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("member_id", Id, nullable=True))
        batch_op.create_index(
            "ix_rolling_posts_member_id",
            ["member_id"],
            unique=False,
            sqlite_where=sa.text("member_id IS NOT NULL"),
            postgresql_where=sa.text("member_id IS NOT NULL"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_rolling_posts_member_id"), "members", ["member_id"], ["id"])
