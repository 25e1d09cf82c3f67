"""What members should have of a network's own (grants), and what stands there as far as is known (marks)."""

import sqlalchemy as sa

from bot.storage.columns import at, count, id_of, member, number, own_id, partial_index, ref, text, words
from bot.storage.tables import metadata
from bot.storage.types import Json

native_grants = sa.Table(
    "native_grants",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    ref("member_id", "members"),
    id_of("space_id"),  # a space may be forgotten
    text("kind"),
    text("ref"),  # the role's id, the tag's text, the place's id
    text("source"),  # who gave it and why, as the giver finds it again
    number("rank"),
    words("reason"),
    at("since"),
    at("until", null=True),
    at("ended_at", null=True),
    text("told", default=""),  # what plugins heard of it last: given, taken, or the key of the problem's text
    sa.Column("said", Json, nullable=True),  # what that text is filled with
    count("turn"),  # how often they did
    sa.UniqueConstraint("member_id", "space_id", "kind", "ref", "source"),
    sa.Index("ix_native_grants_community_id_source", "community_id", "source"),
    partial_index("ix_native_grants_open", "space_id", "member_id", where=sa.text("told <> 'taken'")),
)

native_marks = sa.Table(
    "native_marks",
    metadata,
    id_of("space_id", key=True),
    text("platform", key=True),
    text("external_id", key=True),
    text("kind", key=True),
    text("ref", key=True),
    member(null=True, shown=True),  # None: who had it was erased, and it is still to be taken
    text("stands"),  # yes, no, maybe (it is being changed), offered (they have to follow an address)
    text("problem", null=True),  # a text's key
    sa.Column("said", Json, nullable=True),  # what the text is filled with
    at("tried_at"),
    partial_index("ix_native_marks_member_id", "member_id", where=sa.text("member_id IS NOT NULL")),
    partial_index("ix_native_marks_problem", "space_id", where=sa.text("problem IS NOT NULL")),
    sqlite_with_rowid=False,
)

native_doors = sa.Table(
    "native_doors",  # groups and channels that are no communities: people ask to come in, and the bot opens
    metadata,
    text("platform", key=True),
    text("external_id", key=True),
    ref("community_id", "communities"),
    id_of("space_id"),  # the space whose people may be let in
    text("title"),
    at("since"),
    sa.Index("ix_native_doors_community_id", "community_id"),
    sqlite_with_rowid=False,
)
