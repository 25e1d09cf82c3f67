"""What the plugin keeps: entries, the documents they stand in, the content shelf, and what members asked."""

import sqlalchemy as sa

from bot.api import columns

tables = sa.MetaData()

documents = sa.Table(
    "assistant_documents",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.words("name"),
    columns.text("language"),
    columns.at("added_at"),
    columns.member("added_by", null=True),
    sa.Index("ix_assistant_documents_community_id", "community_id"),
)

entries = sa.Table(
    "assistant_entries",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.ref("document_id", "assistant_documents", null=True),  # None: written by hand
    columns.text("language"),
    columns.words("title"),
    columns.words("body"),
    columns.words("tags", default=""),
    columns.words("url", default=""),
    columns.at("added_at"),
    columns.member("added_by", null=True),
    sa.Index("ix_assistant_entries_community_id", "community_id"),
    sa.Index("ix_assistant_entries_document_id", "document_id"),
)

shelf = sa.Table(
    "assistant_shelf",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.text("language"),
    columns.words("title"),
    columns.words("url"),
    columns.words("tags", default=""),
    columns.words("category", default=""),
    columns.at("added_at"),
    columns.member("added_by", null=True),
    sa.Index("ix_assistant_shelf_community_id", "community_id"),
)

states = sa.Table(
    "assistant_states",
    tables,
    columns.id_of("community_id", key=True),
    columns.text("version"),  # drawn anew with each change, so that it never means two things
    info=columns.STAYS_BEHIND,
)

questions = sa.Table(
    "assistant_questions",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),
    columns.at("at"),
    columns.words("text"),
    columns.at("handed_at", null=True),
    columns.flag("before_all"),  # asked by the bot's name, where everybody reads the answer
    sa.Index("ix_assistant_questions_community_id_at", "community_id", "at"),
    sa.Index("ix_assistant_questions_member_id", "member_id"),
    info=columns.FOLLOWS,
)
