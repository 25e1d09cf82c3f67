"""What the plugin keeps: questions, check-ins, promised shout-outs, who wants a reminder, recaps."""

import sqlalchemy as sa

from bot.api import Id, Instant

tables = sa.MetaData()

questions = sa.Table(
    "streams_questions",
    tables,
    sa.Column("id", Id, primary_key=True),
    sa.Column("community_id", Id, nullable=False),
    sa.Column("member_id", Id, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("asked_at", Instant, nullable=False),
    sa.Column("answered_at", Instant, nullable=True),
    sa.Index("ix_streams_questions_community_id_asked_at", "community_id", "asked_at"),
)

drops = sa.Table(
    "streams_drops",
    tables,
    sa.Column("id", Id, primary_key=True),
    sa.Column("stream_id", Id, nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("closes_at", Instant, nullable=False),
    sa.Column("present", sa.Integer, nullable=False, server_default="0"),
    sa.Index("ix_streams_drops_stream_id", "stream_id"),
)

promises = sa.Table(
    "streams_promises",
    tables,
    sa.Column("id", Id, primary_key=True),
    sa.Column("community_id", Id, nullable=False),
    sa.Column("member_id", Id, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("kept_at", Instant, nullable=True),
    sa.Index("ix_streams_promises_community_id", "community_id"),
)

reminders = sa.Table(
    "streams_reminders",
    tables,
    sa.Column("stream_id", Id, primary_key=True, autoincrement=False),
    sa.Column("member_id", Id, primary_key=True, autoincrement=False),
    sa.Column("wanted", sa.Boolean, nullable=False),
)

recaps = sa.Table(
    "streams_recaps",
    tables,
    sa.Column("stream_id", Id, primary_key=True, autoincrement=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
)
