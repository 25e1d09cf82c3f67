"""What the plugin keeps: polls and their answers; votes by name, and what an anonymous poll has instead of them."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

polls = sa.Table(
    "polls_polls",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member("made_by", null=True),
    columns.text("kind"),
    columns.words("question"),
    columns.words("answers", default=""),  # a line each, in their order
    columns.text("secrecy"),
    columns.text("state"),
    columns.text("rule", null=True),
    columns.id_of("stream_id", null=True),  # during which it was asked
    columns.flag("only_stream"),  # whoever was there may vote
    columns.flag("with_stream"),  # it closes when the stream ends
    columns.flag("hides"),  # figures are shown at the end
    columns.number("minutes", null=True),  # for how long it is open; None: until it is closed
    columns.at("made_at"),
    columns.at("opens_at", null=True),
    columns.at("closes_at", null=True),
    columns.at("closed_at", null=True),
    columns.flag("is_due"),  # a look at the post is queued
    columns.flag("is_native"),  # the network itself shows it
    columns.text("shown", null=True),  # an anonymous one's figures as they were shown last
    sa.Index("ix_polls_polls_community_id_state", "community_id", "state"),
)

votes = sa.Table(
    "polls_votes",
    tables,
    columns.own_id(),
    columns.ref("poll_id", "polls_polls"),
    columns.member(),
    columns.text("chosen", null=True),  # places in their order, joined by commas, or a figure
    columns.words("words", null=True),
    columns.at("at"),
    sa.Index("ix_polls_votes_poll_id_member_id", "poll_id", "member_id", unique=True),
    sa.Index("ix_polls_votes_member_id", "member_id"),
)

tallies = sa.Table(
    "polls_tallies",
    tables,
    columns.ref("poll_id", "polls_polls", key=True),
    columns.text("chosen", key=True),
    columns.number("votes"),
)
"""How often each thing was chosen: all that an anonymous poll knows, and what any poll came to once it is closed."""

turnout = sa.Table(
    "polls_turnout",
    tables,
    columns.ref("poll_id", "polls_polls", key=True),
    columns.text("voter", key=True),
    sqlite_with_rowid=False,  # else the rows would stand in the order in which people voted
)
"""Who took part in an anonymous poll, as nobody can read it without the bot's key; neither when nor what."""

notes = sa.Table(
    "polls_notes",
    tables,
    columns.text("id", key=True),  # drawn by lot, so that it says nothing of the order
    columns.ref("poll_id", "polls_polls"),
    columns.words("words"),
    columns.words("back", null=True),  # whom an answer reaches, sealed
    columns.flag("is_answered"),
    sa.Index("ix_polls_notes_poll_id", "poll_id"),
    sqlite_with_rowid=False,
)
"""What people wrote without their name."""
