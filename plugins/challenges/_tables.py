"""What the plugin keeps: challenges, what was handed in, and votes."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

challenges = sa.Table(
    "challenges_challenges",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member("made_by", null=True),
    columns.words("theme"),
    columns.text("state"),
    columns.id_of("stream_id", null=True),  # during which it began
    columns.flag("with_stream"),  # it closes when that stream ends
    columns.at("made_at"),
    columns.at("closes_at", null=True),
    columns.at("closed_at", null=True),
    columns.flag("is_due"),  # a look at the post is queued
    sa.Index("ix_challenges_challenges_community_id_state", "community_id", "state"),
)

entries = sa.Table(
    "challenges_entries",
    tables,
    columns.own_id(),
    columns.ref("challenge_id", "challenges_challenges"),
    columns.member(null=True, shown=True),  # votes for it, and its place, stay when whoever handed it in is forgotten
    columns.at("at"),
    columns.text("state"),
    columns.count("turn"),  # how often it was changed
    columns.number("number", null=True),  # under which everybody sees it, from then on
    columns.id_of("photo_id", null=True),
    columns.number("votes", null=True),  # what it came to, once that is over
    columns.flag("won"),
    sa.Index("ix_challenges_entries_challenge_id_member_id", "challenge_id", "member_id", unique=True),
    sa.Index("ix_challenges_entries_member_id", "member_id"),
)

words = sa.Table(
    "challenges_words",
    tables,
    columns.ref("entry_id", "challenges_entries", key=True),
    columns.member(),  # whose words go with them; a picture alone has none, but a row
    columns.words("text", default=""),
    sa.Index("ix_challenges_words_member_id", "member_id"),
)

votes = sa.Table(
    "challenges_votes",
    tables,
    columns.own_id(),
    columns.ref("challenge_id", "challenges_challenges"),
    columns.ref("entry_id", "challenges_entries"),
    columns.member(),
    columns.at("at"),
    sa.Index("ix_challenges_votes_challenge_id_member_id", "challenge_id", "member_id", unique=True),
    sa.Index("ix_challenges_votes_entry_id", "entry_id"),
    sa.Index("ix_challenges_votes_member_id", "member_id"),
)
