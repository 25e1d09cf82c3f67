"""What is kept of cases: how each stands, what was said in it, and which hosts are on duty."""

import sqlalchemy as sa

from bot.api import columns
from plugins.assistant._tables import tables

cases = sa.Table(
    "assistant_cases",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),
    columns.id_of("after_id", null=True),  # the closed case that this one goes on from, as long as that is kept
    columns.text("state"),
    columns.at("opened_at"),
    columns.member("taken_by", null=True),
    columns.at("taken_at", null=True),
    columns.at("answered_at", null=True),  # when a person said the first word
    columns.at("since"),  # when the word was said that is to be answered, or that answered
    columns.at("remind_at", null=True),  # when to look whether it still waits
    columns.count("reminded"),
    columns.at("closed_at", null=True),
    columns.text("closed_as", default=""),
    columns.member("closed_by", null=True),
    columns.number("stars", null=True),
    columns.words("remark", default=""),
    sa.Index("ix_assistant_cases_community_id_closed_at", "community_id", "closed_at"),
    columns.partial_index(
        "ix_assistant_cases_member_id_open", "member_id", where=sa.text("closed_at IS NULL"), unique=True
    ),
    info=columns.FOLLOWS,
)

lines = sa.Table(
    "assistant_lines",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),  # whose case it is, so that all of it goes with them
    columns.ref("case_id", "assistant_cases"),
    columns.at("at"),
    columns.text("kind"),
    columns.member("by_id", null=True),  # the host; nobody where the member themself or the bot says it
    columns.words("words", default=""),
    sa.Index("ix_assistant_lines_case_id", "case_id"),
    sa.Index("ix_assistant_lines_member_id", "member_id"),
    info=columns.FOLLOWS,
)

duty = sa.Table(
    "assistant_duty",
    tables,
    columns.id_of("community_id"),
    columns.member(key=True),
    columns.at("since"),
    columns.at("until"),
    columns.flag("listed"),  # known as a host by more than what the network says at each act
    sa.Index("ix_assistant_duty_community_id", "community_id"),
    info=columns.FOLLOWS,
)
