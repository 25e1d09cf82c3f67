"""What the plugin keeps: ideas, their words, votes, who was told what, and words that wait for a second look."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

ideas = sa.Table(
    "ideas_ideas",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(null=True, shown=True),  # an idea that others voted for stays when whoever gave it is forgotten
    columns.at("given_at"),
    columns.text("state"),
    columns.count("turn"),  # how often it was decided about
    columns.at("decided_at", null=True),
    columns.member("decided_by", null=True),
    columns.words("answer", default=""),
    columns.at("adopted_at", null=True),
    columns.ref("merged_into", "ideas_ideas", null=True),  # never one that is merged itself
    columns.flag("hidden"),
    sa.Index("ix_ideas_ideas_community_id_state", "community_id", "state"),
    sa.Index("ix_ideas_ideas_member_id", "member_id"),
    sa.Index("ix_ideas_ideas_merged_into", "merged_into"),
)

words = sa.Table(
    "ideas_words",
    tables,
    columns.ref("idea_id", "ideas_ideas", key=True),
    columns.member(),  # whose words go with them
    columns.words("title"),
    columns.words("more", default=""),
    sa.Index("ix_ideas_words_member_id", "member_id"),
)

votes = sa.Table(
    "ideas_votes",
    tables,
    columns.own_id(),
    columns.ref("idea_id", "ideas_ideas"),
    columns.member(),
    columns.at("at"),
    sa.Index("ix_ideas_votes_idea_id_member_id", "idea_id", "member_id", unique=True),
    sa.Index("ix_ideas_votes_member_id", "member_id"),
)

told = sa.Table(
    "ideas_told",
    tables,
    columns.own_id(),
    columns.ref("idea_id", "ideas_ideas"),
    columns.text("state"),
    columns.member(),
    sa.Index("ix_ideas_told_idea_id_state_member_id", "idea_id", "state", "member_id", unique=True),
    sa.Index("ix_ideas_told_member_id", "member_id"),
)

drafts = sa.Table(
    "ideas_drafts",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),
    columns.words("title"),
    columns.words("more", default=""),
    columns.at("at"),
    sa.Index("ix_ideas_drafts_member_id", "member_id"),
    info=columns.STAYS_BEHIND,
)
