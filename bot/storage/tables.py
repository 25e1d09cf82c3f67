"""The core's own tables. Each change here needs a migration beside it; a test compares the two."""

import sqlalchemy as sa

from bot.storage.columns import NAMES, at, count, flag, own_id, partial_index, ref, text, words
from bot.storage.sealing import SealedValues
from bot.storage.types import Json

metadata = sa.MetaData(naming_convention=NAMES)

# ---- people -------------------------------------------------------------------------------------------------------

communities = sa.Table(
    "communities",
    metadata,
    own_id(),
    text("name"),
    text("language", default="en"),
    text("zone", default="UTC"),
    sa.Column("quiet_from", sa.Integer, nullable=True),  # for people who chose none; minutes after their midnight
    sa.Column("quiet_until", sa.Integer, nullable=True),
    at("created_at"),
    at("stopped_at", null=True),  # the stop-everything button
    flag("pull_only"),  # follow-ups lie in inboxes, also for those who agreed to direct messages
    ref("joined_id", "communities", null=True),  # the one that its spaces joined: nothing but its number is left of it
    partial_index("ix_communities_joined_id", "joined_id", where=sa.text("joined_id IS NOT NULL")),
)

spaces = sa.Table(
    "spaces",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    text("platform"),
    text("external_id"),
    text("title", default=""),
    text("post_channel", null=True),
    text("host_channel", null=True),
    at("left_at", null=True),
    text("host_group", null=True),  # the network's own role whose people are hosts here, and what it is called
    text("host_group_name", null=True),
    at("joined_at", null=True),  # since when it belongs to a community that did not begin in it
    flag("trusted"),  # of one that joined: whoever runs it on its network runs the community too
    sa.UniqueConstraint("platform", "external_id"),
)

persons = sa.Table(
    "persons",
    metadata,
    own_id(),
    ref("points_to", "persons", null=True),  # the one at the end of the links, for whom this one counts
    text("language", null=True),
    text("zone", null=True),
    sa.Column("quiet_from", sa.Integer, nullable=True),  # minutes after local midnight
    sa.Column("quiet_until", sa.Integer, nullable=True),
    sa.Column("pushes_per_day", sa.Integer, nullable=True),  # None: as many as the caps allow
    at("created_at"),
    ref("linked_to", "persons", null=True),  # the link itself, as it was confirmed; undone by clearing it
    sa.Column("lent", Json, nullable=True),  # preferences that the one linked to goes by, having chosen none
    text("look", null=True),  # how cards are shown to them; None: in the dark
    partial_index("ix_persons_points_to", "points_to", where=sa.text("points_to IS NOT NULL")),
    sqlite_autoincrement=True,  # nobody gets the number of somebody who was forgotten
)

accounts = sa.Table(
    "accounts",
    metadata,
    own_id(),
    ref("person_id", "persons"),
    text("platform"),
    text("external_id"),
    text("name", default=""),
    flag("direct", null=True),  # may the bot write first? None: not tried yet
    at("direct_changed_at", null=True),
    ref("home_id", "communities", null=True),  # which one the private chat is about, where somebody chose
    sa.UniqueConstraint("platform", "external_id"),
    sa.Index("ix_accounts_person_id", "person_id"),
)

members = sa.Table(
    "members",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    ref("person_id", "persons"),
    text("name", default=""),
    sa.Column("role", sa.Integer, nullable=False, server_default="0"),
    at("joined_at"),
    at("left_at", null=True),
    at("stopped_at", null=True),  # stopped every unasked message
    flag("hidden"),
    sa.Column("floor", sa.Integer, nullable=False, server_default="0"),  # what the platform last said they are
    ref("counts_for", "members", null=True),  # of linked accounts: the membership that acts for this one
    flag("by_link"),  # a link made it, for one to act in: its person has not come there themself, and so is gone
    sa.UniqueConstraint("community_id", "person_id"),
    partial_index("ix_members_counts_for", "counts_for", where=sa.text("counts_for IS NOT NULL")),
    sa.Index("ix_members_community_id_id", "community_id", "id"),  # a community's people in chunks
    sa.Index("ix_members_person_id", "person_id"),
    sqlite_autoincrement=True,  # as with persons: buttons, keys of jobs and the audit log still say the old number
)

consents = sa.Table(
    "consents",
    metadata,
    ref("member_id", "members", key=True),
    text("purpose", key=True),
    text("route", key=True),
    flag("granted"),
    at("at"),
    text("source"),
)

# ---- streams ------------------------------------------------------------------------------------------------------

streams = sa.Table(
    "streams",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    sa.Column("number", sa.Integer, nullable=True),  # its place among the community's streams, once it went live
    text("title", default=""),
    text("state"),
    at("planned_for", null=True),
    at("started_at", null=True),
    at("last_sign_at", null=True),
    at("ending_since", null=True),
    at("ended_at", null=True),
    ref("host_id", "members", null=True),
    sa.Index("ix_streams_community_id_state", "community_id", "state"),
)

stream_sources = sa.Table(
    "stream_sources",
    metadata,
    ref("community_id", "communities", key=True),
    text("source", key=True),
    text("reference", key=True),
    ref("stream_id", "streams"),
    flag("live"),
    at("changed_at"),
    sa.Index("ix_stream_sources_stream_id", "stream_id"),
)

stream_notes = sa.Table(
    "stream_notes",
    metadata,
    own_id(),
    ref("stream_id", "streams"),
    ref("author_id", "members"),
    ref("subject_id", "members", null=True, info={"member": "row"}),  # whom a shout-out is for
    text("kind"),
    words("text", default=""),
    at("at"),
    sa.Index("ix_stream_notes_stream_id", "stream_id"),
)

attendance = sa.Table(
    "attendance",
    metadata,
    ref("stream_id", "streams", key=True),
    ref("member_id", "members", key=True),
    sa.Column("slot", sa.Integer, primary_key=True),  # ten minutes each, counted from the stream's start
    count("messages"),
    count("questions"),
    count("reactions"),
    count("check_ins"),
    sa.Column("seconds", sa.Float, nullable=False, server_default="0"),
    at("first_at"),
    at("last_at"),
    sa.Index("ix_attendance_member_id_stream_id", "member_id", "stream_id"),
    sqlite_with_rowid=False,
)

imported_messages = sa.Table(
    "imported_messages",
    metadata,
    ref("stream_id", "streams", key=True),
    text("key", key=True),
    sqlite_with_rowid=False,
)

# ---- what members did, and what is known of them ------------------------------------------------------------------

activities = sa.Table(
    "activities",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    ref("member_id", "members"),
    text("kind"),
    at("at"),
    text("reference"),
    sa.Column("value", sa.Float, nullable=True),
    sa.Column("detail", Json, nullable=True),
    sa.UniqueConstraint("member_id", "kind", "reference"),
    sa.Index("ix_activities_member_id_at", "member_id", "at"),
    sa.Index("ix_activities_kind_reference", "kind", "reference"),  # who signed up for a stream
)

member_facts = sa.Table(
    "member_facts",
    metadata,
    ref("member_id", "members", key=True),
    text("fact", key=True),
    sa.Column("number", sa.Float, nullable=True),
    text("text", null=True),
    partial_index("ix_member_facts_fact_text", "fact", "text", where=sa.text("text IS NOT NULL")),
    sqlite_with_rowid=False,
)

segments = sa.Table(
    "segments",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    text("name"),
    sa.Column("rule", Json, nullable=False),
    at("watched_since", null=True),  # from when on it is noticed who enters
    sa.UniqueConstraint("community_id", "name"),
)

segment_members = sa.Table(
    "segment_members",
    metadata,
    ref("segment_id", "segments", key=True),
    ref("member_id", "members", key=True),
    at("entered_at"),
    sa.Index("ix_segment_members_segment_id_entered_at", "segment_id", "entered_at"),
    sa.Index("ix_segment_members_member_id", "member_id"),
    sqlite_with_rowid=False,
)

# ---- how it is set up ---------------------------------------------------------------------------------------------

plugin_settings = sa.Table(
    "plugin_settings",
    metadata,
    ref("community_id", "communities", key=True),
    text("plugin", key=True),
    flag("enabled", null=True),  # None: as the plugin itself says
    sa.Column("settings", Json, nullable=False, server_default="{}"),
)

permissions = sa.Table(
    "permissions",
    metadata,
    ref("community_id", "communities", key=True),
    text("command", key=True),
    sa.Column("role", sa.Integer, nullable=False),
)

audit = sa.Table(
    "audit",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    ref("member_id", "members", null=True),
    at("at"),
    text("action"),
    text("subject"),
    sa.Column("before", Json, nullable=True),
    sa.Column("after", Json, nullable=True),
    ref("undoes", "audit", null=True),
    sa.Index("ix_audit_community_id_at", "community_id", "at"),
)

# ---- what goes out ------------------------------------------------------------------------------------------------

journeys = sa.Table(
    "journeys",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    text("plugin"),
    text("name"),
    text("status"),
    sa.Column("version", sa.Integer, nullable=False),
    sa.UniqueConstraint("community_id", "plugin", "name"),
)

journey_versions = sa.Table(
    "journey_versions",
    metadata,
    ref("journey_id", "journeys", key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("definition", Json, nullable=False),
    ref("author_id", "members", null=True),
    ref("approved_by", "members", null=True),
    at("created_at"),
)

enrolments = sa.Table(
    "enrolments",
    metadata,
    own_id(),
    ref("journey_id", "journeys"),
    sa.Column("version", sa.Integer, nullable=False),
    ref("member_id", "members"),
    text("trigger"),
    at("anchor_at"),
    text("ended", null=True),  # the reason why it ended early
    sa.UniqueConstraint("journey_id", "member_id", "trigger"),
    sa.Index("ix_enrolments_trigger_journey_id", "trigger", "journey_id"),  # what became of an occasion
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    ref("member_id", "members", null=True, info={"member": "row"}),  # None: for a channel
    ref("enrolment_id", "enrolments", null=True),
    text("step", default=""),
    text("purpose"),
    at("due_at"),
    at("expires_at"),
    text("state", default="pending"),
    text("key", null=True),  # what makes one outside a journey unique
    sa.Column("payload", SealedValues, nullable=True),  # what one outside a journey says or does
    at("lease_until", null=True),
    count("attempts"),
    text("variant", null=True),
    text("route", null=True),
    text("reason", null=True),
    sa.Column("detail", Json, nullable=True),
    text("message_ref", null=True),
    at("settled_at", null=True),
    at("opened_at", null=True),
    at("answered_at", null=True),
    sa.UniqueConstraint("enrolment_id", "step"),
    sa.Index("ix_deliveries_member_id", "member_id", "settled_at"),
    sa.Index("uq_deliveries_key", "key", unique=True, sqlite_where=sa.text("key IS NOT NULL")),
    sqlite_autoincrement=True,  # networks know messages by this number: what has one that is known is not sent again
)
_PENDING, _OPEN = sa.text("state = 'pending'"), sa.text("state = 'available'")
_UNDER_WAY = sa.text("state IN ('claimed', 'sending')")
_HELD = sa.text("state = 'held'")
_SETTLED = sa.text("settled_at IS NOT NULL")
UNSETTLED = sa.text("state IN ('pending', 'claimed', 'sending', 'held')")
"""The condition of the index over what is still to come. SQLite uses it for queries that say it word for word."""

for _name, _columns, _where in (
    ("due", ("due_at",), _PENDING),
    ("under_way", ("lease_until",), _UNDER_WAY),
    ("open", ("expires_at",), _OPEN),
    ("held", ("community_id",), _HELD),
    ("unsettled", ("community_id", "state", "enrolment_id"), UNSETTLED),
    ("settled", ("community_id", "settled_at"), _SETTLED),
):
    partial_index(f"ix_deliveries_{_name}", *(deliveries.c[_column] for _column in _columns), where=_where)

# ---- the machine room ---------------------------------------------------------------------------------------------

intake = sa.Table(
    "intake",
    metadata,
    own_id(),
    text("source"),
    text("event_id"),
    text("kind"),
    text("body"),
    at("received_at"),
    at("handled_at", null=True),
    text("incident", null=True),
    text("account", default=""),  # the sender's user id, as long as the body is there
    sa.UniqueConstraint("source", "event_id"),
    partial_index("ix_intake_waiting", "id", where=sa.text("handled_at IS NULL")),
)

jobs = sa.Table(
    "jobs",
    metadata,
    own_id(),
    text("plugin"),
    text("name"),
    ref("community_id", "communities", null=True),
    sa.Column("arguments", Json, nullable=False),
    at("due_at"),
    at("lease_until", null=True),
    count("attempts"),
    text("key", null=True),
    text("state", default="pending"),
    text("incident", null=True),
    sa.Index("uq_jobs_key", "key", unique=True, sqlite_where=sa.text("key IS NOT NULL")),
    partial_index("ix_jobs_due", "due_at", where=_PENDING),
)

incidents = sa.Table(
    "incidents",
    metadata,
    text("code", key=True),
    at("at"),
    text("plugin"),
    text("place"),
    text("error"),
    text("trace", default=""),
)
