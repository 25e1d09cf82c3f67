"""What the plugin keeps: birthdays, and greetings that wait to be said together."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

birthdays = sa.Table(
    "milestones_birthdays",
    tables,
    columns.member(key=True),
    columns.id_of("community_id"),
    columns.words("day"),  # "MM-DD"; the year is never asked
    columns.flag("shown"),  # whether others may know
    columns.at("confirmed_at"),
    sa.Index("ix_milestones_birthdays_community_id", "community_id"),
    info=columns.FOLLOWS,
)

greetings = sa.Table(
    "milestones_greetings",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),
    columns.text("kind"),
    columns.count("number"),
    columns.at("at"),
    columns.at("posted_at", null=True),
    columns.partial_index("ix_milestones_greetings_waiting", "community_id", where=sa.text("posted_at IS NULL")),
    info=columns.FOLLOWS,
)
