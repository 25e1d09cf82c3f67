"""What the plugin keeps: what is reviewed, and what members say of it."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

things = sa.Table(
    "reviews_things",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.number("place"),  # 0: the community as a whole
    columns.words("title"),
    sa.Index("ix_reviews_things_community_id_place", "community_id", "place", unique=True),
)

reviews = sa.Table(
    "reviews_reviews",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.ref("thing_id", "reviews_things"),
    columns.member(),
    columns.number("stars"),
    columns.words("text", default=""),
    columns.id_of("photo_id", null=True),
    columns.text("leave"),  # what everybody may be shown: by name, without it, or nothing
    columns.text("state"),
    columns.count("turn"),  # how often its author changed it
    columns.flag("published"),
    columns.at("at"),
    columns.at("changed_at"),
    columns.at("decided_at", null=True),
    columns.member("decided_by", null=True),
    columns.words("reason", default=""),  # why the hosts refused it
    columns.words("reply", default=""),
    sa.Index("ix_reviews_reviews_community_id_state", "community_id", "state"),
    sa.Index("ix_reviews_reviews_thing_id_member_id", "thing_id", "member_id", unique=True),
    sa.Index("ix_reviews_reviews_member_id", "member_id"),
)
