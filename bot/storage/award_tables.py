"""Badges that a community has, and who was given which."""

import sqlalchemy as sa

from bot.storage.columns import at, flag, number, own_id, ref, text, words
from bot.storage.tables import metadata
from bot.storage.types import Json

badges = sa.Table(
    "badges",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    text("plugin"),  # it is given while that one is on
    text("name"),
    sa.Column("definition", Json, nullable=True),  # None: as the plugin declares it
    flag("off"),  # nobody can win it
    at("since", null=True),  # from when on its rule gives it; before that nobody has agreed to whom it would go
    sa.Column("natives", Json, nullable=False, server_default="{}"),  # by space: the role or tag that shows it there
    at("created_at"),
    sa.UniqueConstraint("community_id", "name"),
)

awards = sa.Table(
    "awards",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    ref("badge_id", "badges"),
    ref("member_id", "members"),
    number("level"),
    at("at"),
    text("source"),
    words("why", null=True),
    ref("by_id", "members", null=True),
    at("taken_at", null=True),  # the line stays, so that its rule does not give it again
    ref("taken_by", "members", null=True),
    flag("joint"),  # won by somebody who acted for other accounts as well, so it may be theirs too
    sa.UniqueConstraint("badge_id", "member_id", "level"),
    sa.Index("ix_awards_member_id", "member_id"),
    sa.Index("ix_awards_community_id_at", "community_id", "at"),
)
