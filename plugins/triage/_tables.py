"""What the triage keeps: texts from outside, what hosts were told of at once, and until when they had a digest."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

outside = sa.Table(
    "triage_outside",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.text("mark"),  # of its id where it comes from, so that what is brought along twice is there once
    columns.words("author"),
    columns.words("text"),
    columns.words("url"),
    columns.at("at"),
    columns.at("kept_at"),
    sa.Index("ix_triage_outside_community_id_at", "community_id", "at"),
    sa.UniqueConstraint("community_id", "mark", name="uq_triage_outside_community_id_mark"),
)

told = sa.Table(
    "triage_told",
    tables,
    columns.id_of("community_id", key=True),
    columns.text("name", key=True),  # of what cannot wait: not a word of it, nor whose it is
    columns.at("at"),
    columns.at("told_at", null=True),  # None: it waits, as hosts were told of so many lately
    info=columns.STAYS_BEHIND,
)

digests = sa.Table(
    "triage_digests",
    tables,
    columns.id_of("community_id", key=True),
    columns.at("until"),
    info=columns.STAYS_BEHIND,
)
