"""What the plugin keeps: questions, check-ins, promised shout-outs, who wants a reminder, recaps."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

questions = sa.Table(
    "streams_questions",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),
    columns.words("text"),
    columns.at("asked_at"),
    columns.at("answered_at", null=True),
    sa.Index("ix_streams_questions_community_id_asked_at", "community_id", "asked_at"),
)

drops = sa.Table(
    "streams_drops",
    tables,
    columns.own_id(),
    columns.id_of("stream_id"),
    columns.text("code"),
    columns.at("closes_at"),
    sa.Index("ix_streams_drops_stream_id", "stream_id"),
)

promises = sa.Table(
    "streams_promises",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),
    columns.words("why"),
    columns.at("kept_at", null=True),
    columns.text("about", default=""),  # what they are owed for, where no host promised them
    columns.at("dropped_at", null=True),  # they are not owed any more
    sa.Index("ix_streams_promises_community_id", "community_id"),
)

reminders = sa.Table(
    "streams_reminders",
    tables,
    columns.id_of("stream_id", key=True),
    columns.member(key=True),
    sa.Column("wanted", sa.Boolean, nullable=False),
)

recaps = sa.Table(
    "streams_recaps",
    tables,
    columns.id_of("stream_id", key=True),
    columns.words("text"),  # with what hosts noted, and whatever they make of it
    columns.text("state"),
    columns.words("also", default=""),  # the same in the community's second language
    columns.flag("phrased"),  # in a machine's words, as they came
    columns.count("people"),  # of so many the draft tells
)
