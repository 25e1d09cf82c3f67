"""What the plugin keeps: what each member said interests them."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

interests = sa.Table(
    "passport_interests",
    tables,
    columns.member(key=True),
    columns.text("topic", key=True),  # folded, so that another spelling of the setting is the same topic
    columns.id_of("community_id"),
    columns.at("chosen_at"),
    sa.Index("ix_passport_interests_community_id_topic", "community_id", "topic"),
    info=columns.FOLLOWS,
)
