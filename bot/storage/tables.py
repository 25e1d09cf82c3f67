"""The core's own tables. Each change here needs a migration beside it; a test compares the two."""

from typing import Any

import sqlalchemy as sa

from bot.storage.types import Id, Instant, Json

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> sa.Column[int]:
    return sa.Column("id", Id, primary_key=True)


def _ref(name: str, target: str, *, null: bool = False, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, Id, sa.ForeignKey(f"{target}.id"), nullable=null, primary_key=key)


def _text(name: str, *, null: bool = False, default: str | None = None, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null, server_default=default, primary_key=key)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")


def _at(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, Instant, nullable=null)


def _flag(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean, nullable=null, server_default=None if null else sa.false())


# ---- people -------------------------------------------------------------------------------------------------------

communities = sa.Table(
    "communities",
    metadata,
    _id(),
    _text("name"),
    _text("language", default="en"),
    _text("zone", default="UTC"),
    sa.Column("quiet_from", sa.Integer, nullable=True),  # for people who chose none; minutes after their midnight
    sa.Column("quiet_until", sa.Integer, nullable=True),
    _at("created_at"),
    _at("stopped_at", null=True),  # the stop-everything button
)

spaces = sa.Table(
    "spaces",
    metadata,
    _id(),
    _ref("community_id", "communities"),
    _text("platform"),
    _text("external_id"),
    _text("title", default=""),
    _text("post_channel", null=True),
    _text("host_channel", null=True),
    _at("left_at", null=True),
    sa.UniqueConstraint("platform", "external_id"),
)

persons = sa.Table(
    "persons",
    metadata,
    _id(),
    _ref("points_to", "persons", null=True),  # linked into another person; undone by clearing it
    _text("language", null=True),
    _text("zone", null=True),
    sa.Column("quiet_from", sa.Integer, nullable=True),  # minutes after local midnight
    sa.Column("quiet_until", sa.Integer, nullable=True),
    sa.Column("pushes_per_day", sa.Integer, nullable=True),  # None: as many as the caps allow
    _at("created_at"),
    sa.Index(
        "ix_persons_points_to",
        "points_to",
        sqlite_where=sa.text("points_to IS NOT NULL"),
        postgresql_where=sa.text("points_to IS NOT NULL"),
    ),
)

accounts = sa.Table(
    "accounts",
    metadata,
    _id(),
    _ref("person_id", "persons"),
    _text("platform"),
    _text("external_id"),
    _text("name", default=""),
    _flag("direct", null=True),  # may the bot write first? None: not tried yet
    _at("direct_changed_at", null=True),
    sa.UniqueConstraint("platform", "external_id"),
    sa.Index("ix_accounts_person_id", "person_id"),
)

members = sa.Table(
    "members",
    metadata,
    _id(),
    _ref("community_id", "communities"),
    _ref("person_id", "persons"),
    _text("name", default=""),
    sa.Column("role", sa.Integer, nullable=False, server_default="0"),
    _at("joined_at"),
    _at("left_at", null=True),
    _at("stopped_at", null=True),  # stopped every unasked message
    _flag("hidden"),
    sa.UniqueConstraint("community_id", "person_id"),
    sa.Index("ix_members_community_id_id", "community_id", "id"),  # a community's people in chunks
    sa.Index("ix_members_person_id", "person_id"),
)

consents = sa.Table(
    "consents",
    metadata,
    _ref("member_id", "members", key=True),
    _text("purpose", key=True),
    _text("route", key=True),
    _flag("granted"),
    _at("at"),
    _text("source"),
)

# ---- streams ------------------------------------------------------------------------------------------------------

streams = sa.Table(
    "streams",
    metadata,
    _id(),
    _ref("community_id", "communities"),
    sa.Column("number", sa.Integer, nullable=True),  # its place among the community's streams, once it went live
    _text("title", default=""),
    _text("state"),
    _at("planned_for", null=True),
    _at("started_at", null=True),
    _at("last_sign_at", null=True),
    _at("ending_since", null=True),
    _at("ended_at", null=True),
    _ref("host_id", "members", null=True),
    sa.Index("ix_streams_community_id_state", "community_id", "state"),
)

stream_sources = sa.Table(
    "stream_sources",
    metadata,
    _ref("community_id", "communities", key=True),
    _text("source", key=True),
    _text("reference", key=True),
    _ref("stream_id", "streams"),
    _flag("live"),
    _at("changed_at"),
    sa.Index("ix_stream_sources_stream_id", "stream_id"),
)

stream_notes = sa.Table(
    "stream_notes",
    metadata,
    _id(),
    _ref("stream_id", "streams"),
    _ref("author_id", "members"),
    _ref("subject_id", "members", null=True),  # whom a shout-out is for
    _text("kind"),
    _text("text", default=""),
    _at("at"),
    sa.Index("ix_stream_notes_stream_id", "stream_id"),
)

attendance = sa.Table(
    "attendance",
    metadata,
    _ref("stream_id", "streams", key=True),
    _ref("member_id", "members", key=True),
    sa.Column("slot", sa.Integer, primary_key=True),  # ten minutes each, counted from the stream's start
    _count("messages"),
    _count("questions"),
    _count("reactions"),
    _count("check_ins"),
    sa.Column("seconds", sa.Float, nullable=False, server_default="0"),
    _at("first_at"),
    _at("last_at"),
    sa.Index("ix_attendance_member_id_stream_id", "member_id", "stream_id"),
    sqlite_with_rowid=False,
)

imported_messages = sa.Table(
    "imported_messages",
    metadata,
    _ref("stream_id", "streams", key=True),
    _text("key", key=True),
    sqlite_with_rowid=False,
)

# ---- what members did, and what is known of them ------------------------------------------------------------------

activities = sa.Table(
    "activities",
    metadata,
    _id(),
    _ref("community_id", "communities"),
    _ref("member_id", "members"),
    _text("kind"),
    _at("at"),
    _text("reference"),
    sa.Column("value", sa.Float, nullable=True),
    sa.Column("detail", Json, nullable=True),
    sa.UniqueConstraint("member_id", "kind", "reference"),
    sa.Index("ix_activities_member_id_at", "member_id", "at"),
)

member_facts = sa.Table(
    "member_facts",
    metadata,
    _ref("member_id", "members", key=True),
    _text("fact", key=True),
    sa.Column("number", sa.Float, nullable=True),
    _text("text", null=True),
    sqlite_with_rowid=False,
)

segments = sa.Table(
    "segments",
    metadata,
    _id(),
    _ref("community_id", "communities"),
    _text("name"),
    sa.Column("rule", Json, nullable=False),
    sa.UniqueConstraint("community_id", "name"),
)

# ---- how it is set up ---------------------------------------------------------------------------------------------

plugin_settings = sa.Table(
    "plugin_settings",
    metadata,
    _ref("community_id", "communities", key=True),
    _text("plugin", key=True),
    _flag("enabled", null=True),  # None: as the plugin itself says
    sa.Column("settings", Json, nullable=False, server_default="{}"),
)

permissions = sa.Table(
    "permissions",
    metadata,
    _ref("community_id", "communities", key=True),
    _text("command", key=True),
    sa.Column("role", sa.Integer, nullable=False),
)

audit = sa.Table(
    "audit",
    metadata,
    _id(),
    _ref("community_id", "communities"),
    _ref("member_id", "members", null=True),
    _at("at"),
    _text("action"),
    _text("subject"),
    sa.Column("before", Json, nullable=True),
    sa.Column("after", Json, nullable=True),
    _ref("undoes", "audit", null=True),
    sa.Index("ix_audit_community_id_at", "community_id", "at"),
)

# ---- what goes out ------------------------------------------------------------------------------------------------

journeys = sa.Table(
    "journeys",
    metadata,
    _id(),
    _ref("community_id", "communities"),
    _text("plugin"),
    _text("name"),
    _text("status"),
    sa.Column("version", sa.Integer, nullable=False),
    sa.UniqueConstraint("community_id", "plugin", "name"),
)

journey_versions = sa.Table(
    "journey_versions",
    metadata,
    _ref("journey_id", "journeys", key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("definition", Json, nullable=False),
    _ref("author_id", "members", null=True),
    _ref("approved_by", "members", null=True),
    _at("created_at"),
)

enrolments = sa.Table(
    "enrolments",
    metadata,
    _id(),
    _ref("journey_id", "journeys"),
    sa.Column("version", sa.Integer, nullable=False),
    _ref("member_id", "members"),
    _text("trigger"),
    _at("anchor_at"),
    _text("ended", null=True),  # the reason why it ended early
    sa.UniqueConstraint("journey_id", "member_id", "trigger"),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    _id(),
    _ref("community_id", "communities"),
    _ref("member_id", "members", null=True),  # None: for a channel
    _ref("enrolment_id", "enrolments", null=True),
    _text("step", default=""),
    _text("purpose"),
    _at("due_at"),
    _at("expires_at"),
    _text("state", default="pending"),
    _text("key", null=True),  # what makes one outside a journey unique
    sa.Column("payload", Json, nullable=True),  # what one outside a journey says or does
    _at("lease_until", null=True),
    _count("attempts"),
    _text("variant", null=True),
    _text("route", null=True),
    _text("reason", null=True),
    sa.Column("detail", Json, nullable=True),
    _text("message_ref", null=True),
    _at("settled_at", null=True),
    _at("opened_at", null=True),
    _at("answered_at", null=True),
    sa.UniqueConstraint("enrolment_id", "step"),
    sa.Index("ix_deliveries_member_id", "member_id", "settled_at"),
    sa.Index("uq_deliveries_key", "key", unique=True, sqlite_where=sa.text("key IS NOT NULL")),
)
_PENDING = sa.text("state = 'pending'")
_UNDER_WAY = sa.text("state IN ('claimed', 'sending')")
_OPEN = sa.text("state = 'available'")
_HELD = sa.text("state = 'held'")
for _name, _column, _where in (
    ("due", "due_at", _PENDING),
    ("under_way", "lease_until", _UNDER_WAY),
    ("open", "expires_at", _OPEN),
    ("held", "community_id", _HELD),
):
    sa.Index(f"ix_deliveries_{_name}", deliveries.c[_column], sqlite_where=_where, postgresql_where=_where)

# ---- the machine room ---------------------------------------------------------------------------------------------

intake = sa.Table(
    "intake",
    metadata,
    _id(),
    _text("source"),
    _text("event_id"),
    _text("kind"),
    _text("body"),
    _at("received_at"),
    _at("handled_at", null=True),
    _text("incident", null=True),
    sa.UniqueConstraint("source", "event_id"),
    sa.Index(
        "ix_intake_waiting",
        "id",
        sqlite_where=sa.text("handled_at IS NULL"),
        postgresql_where=sa.text("handled_at IS NULL"),
    ),
)

jobs = sa.Table(
    "jobs",
    metadata,
    _id(),
    _text("plugin"),
    _text("name"),
    _ref("community_id", "communities", null=True),
    sa.Column("arguments", Json, nullable=False),
    _at("due_at"),
    _at("lease_until", null=True),
    _count("attempts"),
    _text("key", null=True),
    _text("state", default="pending"),
    _text("incident", null=True),
    sa.Index("uq_jobs_key", "key", unique=True, sqlite_where=sa.text("key IS NOT NULL")),
    sa.Index("ix_jobs_due", "due_at", sqlite_where=_PENDING, postgresql_where=_PENDING),
)

incidents = sa.Table(
    "incidents",
    metadata,
    _text("code", key=True),
    _at("at"),
    _text("plugin"),
    _text("place"),
    _text("error"),
    _text("trace", default=""),
)
