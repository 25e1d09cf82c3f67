"""What the plugin keeps: calls for testers, who put themselves forward, and what they found."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

calls = sa.Table(
    "testers_calls",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member("made_by", null=True),
    columns.words("title"),
    columns.words("about", default=""),
    columns.number("seats"),
    columns.text("way"),
    columns.text("state"),
    columns.text("rule", null=True),
    columns.at("made_at"),
    columns.at("until", null=True),  # how long people may put themselves forward; None: as long as usual
    columns.at("due", null=True),  # when the test is due; None: as long as usual
    columns.at("ends", null=True),  # when it closes by itself
    columns.at("closed_at", null=True),
    columns.id_of("space_id", null=True),
    columns.text("ref", null=True),  # the place that testers are let into
    columns.text("ref_name", default=""),
    columns.words("secret"),  # what a draw is decided by
    columns.text("commitment"),
    columns.text("published", null=True),  # the list of tickets, once it stands
    columns.at("stands_at", null=True),
    columns.at("picked_at", null=True),
    columns.flag("is_due"),  # a look at the post is queued
    columns.flag("soon_told"),
    columns.flag("due_told"),
    columns.flag("nudged"),
    sa.Index("ix_testers_calls_community_id_state", "community_id", "state"),
)

entries = sa.Table(
    "testers_entries",
    tables,
    columns.own_id(),
    columns.ref("call_id", "testers_calls"),
    columns.member(null=True, shown=True),  # the published list stays whole
    columns.text("ticket"),
    columns.text("state"),
    columns.at("since"),
    columns.at("until", null=True),  # how long a place is kept for whoever was asked
    columns.at("reminded_at", null=True),
    columns.text("problem", null=True),  # why they could not be let in, in the community's language
    sa.Index("ix_testers_entries_call_id_state", "call_id", "state"),
    sa.Index("ix_testers_entries_call_id_ticket", "call_id", "ticket", unique=True),
    sa.Index("ix_testers_entries_member_id", "member_id"),
)

reports = sa.Table(
    "testers_reports",
    tables,
    columns.own_id(),
    columns.ref("call_id", "testers_calls"),
    columns.member(),  # whose words go with them
    columns.words("text"),
    columns.number("stars", null=True),
    columns.at("at"),
    sa.Index("ix_testers_reports_call_id_member_id", "call_id", "member_id", unique=True),
    sa.Index("ix_testers_reports_member_id", "member_id"),
)
