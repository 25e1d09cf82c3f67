"""Polls of the networks' own that were opened, and the invites that are somebody's."""

import sqlalchemy as sa

from bot.storage.columns import FOLLOWS, at, flag, id_of, number, own_id, partial_index, ref, text
from bot.storage.tables import metadata
from bot.storage.types import Json

native_polls = sa.Table(
    "native_polls",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    text("name"),  # as whoever opened it finds it again: "polls:7"
    ref("delivery_id", "deliveries"),  # which brings it there
    id_of("space_id"),  # a space may be forgotten
    text("platform"),
    text("channel"),
    number("options"),
    text("action"),  # what a vote runs ("polls.native_vote"), and with which arguments
    sa.Column("arguments", Json, nullable=False),
    at("closes_at"),
    text("message_id", null=True),
    text("reference", null=True),  # what the network names it by where it tells of votes
    at("opened_at", null=True),
    at("ended_at", null=True),  # also of one that could not be opened, or of which nobody knows whether it was
    sa.Column("votes", Json, nullable=True),  # for each option, as far as the network told
    sa.UniqueConstraint("community_id", "name"),
    partial_index("ix_native_polls_reference", "platform", "reference", where=sa.text("reference IS NOT NULL")),
    partial_index("ix_native_polls_unopened", "delivery_id", where=sa.text("opened_at IS NULL AND ended_at IS NULL")),
)

personal_invites = sa.Table(
    "personal_invites",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    ref("member_id", "members"),
    id_of("space_id"),
    text("address"),
    flag("on_request"),  # who follows it asks to come in, and the bot lets them
    at("made_at"),
    at("gone_at", null=True),  # it leads in no more; who came by it before still came by it
    sa.UniqueConstraint("space_id", "address"),
    sa.Index("ix_personal_invites_member_id_space_id", "member_id", "space_id"),
    info=FOLLOWS,
)
sa.Index(
    "uq_personal_invites_live",
    personal_invites.c.member_id,
    personal_invites.c.space_id,
    unique=True,
    sqlite_where=sa.text("gone_at IS NULL"),
    info={"where": sa.text("gone_at IS NULL")},
)
