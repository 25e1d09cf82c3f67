"""What the plugin keeps: what members said, and what the hosts answered."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

remarks = sa.Table(
    "feedback_remarks",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(null=True, whole=True),  # None: nobody knows whose it is, and `reply_token` is the way back
    columns.words("reply_token", null=True),
    columns.at("at"),
    columns.text("about"),
    columns.words("text"),
    columns.number("stars", null=True),
    columns.flag("may_answer"),
    columns.text("state"),
    columns.words("answer", default=""),
    columns.at("handled_at", null=True),
    columns.member("handled_by", null=True),
    sa.Index("ix_feedback_remarks_community_id_state", "community_id", "state"),
    sa.Index("ix_feedback_remarks_member_id", "member_id"),
)

nameless = sa.Table(
    "feedback_nameless",
    tables,
    columns.text("id", key=True),  # drawn by lot, so that it says nothing of the order
    columns.id_of("community_id"),
    columns.text("about"),
    columns.words("text"),
    columns.number("stars", null=True),
    columns.text(
        "back", null=True
    ),  # by which whoever wrote it finds the answer, as nobody can read it without the key
    columns.text("given_on", null=True),  # the day on which the hosts got it; None: it waits for the next hour
    columns.words("answer", default=""),
    columns.flag("is_told"),  # everybody heard that there is an answer
    sa.Index("ix_feedback_nameless_community_id_given_on", "community_id", "given_on"),
    sqlite_with_rowid=False,  # else the rows would stand in the order in which they came
)
"""What was said without a name: neither whose it is nor when it came, or in which order."""

quota = sa.Table(
    "feedback_quota",
    tables,
    columns.text("who", key=True),  # somebody on one day, as nobody can read it without the bot's key
    columns.id_of("community_id"),
    columns.text("day"),
    columns.number("times"),
    sa.Index("ix_feedback_quota_community_id_day", "community_id", "day"),
    sqlite_with_rowid=False,
    info=columns.STAYS_BEHIND,
)
"""How often somebody said something without a name on one day; not what."""
