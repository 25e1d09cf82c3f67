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
