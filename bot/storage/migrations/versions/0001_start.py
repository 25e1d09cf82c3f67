"""Start."""

import sqlalchemy as sa
from alembic import op

from bot.storage.types import Id, Instant, Json

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "communities",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), server_default="en", nullable=False),
        sa.Column("zone", sa.Text(), server_default="UTC", nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=True),
        sa.Column("quiet_until", sa.Integer(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("stopped_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communities")),
    )
    op.create_table(
        "incidents",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("plugin", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("trace", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_incidents")),
    )
    op.create_table(
        "intake",
        sa.Column("id", Id, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("handled_at", Instant(), nullable=True),
        sa.Column("incident", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake")),
        sa.UniqueConstraint("source", "event_id", name=op.f("uq_intake_source_event_id")),
    )
    op.create_index(
        "ix_intake_waiting",
        "intake",
        ["id"],
        unique=False,
        sqlite_where=sa.text("handled_at IS NULL"),
        postgresql_where=sa.text("handled_at IS NULL"),
    )
    op.create_table(
        "persons",
        sa.Column("id", Id, nullable=False),
        sa.Column("points_to", Id, nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("quiet_from", sa.Integer(), nullable=True),
        sa.Column("quiet_until", sa.Integer(), nullable=True),
        sa.Column("pushes_per_day", sa.Integer(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["points_to"], ["persons.id"], name=op.f("fk_persons_points_to")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    op.create_index(
        "ix_persons_points_to",
        "persons",
        ["points_to"],
        unique=False,
        sqlite_where=sa.text("points_to IS NOT NULL"),
        postgresql_where=sa.text("points_to IS NOT NULL"),
    )
    op.create_table(
        "accounts",
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=True),
        sa.Column("direct_changed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_accounts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("platform", "external_id", name=op.f("uq_accounts_platform_external_id")),
    )
    op.create_index("ix_accounts_person_id", "accounts", ["person_id"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", Id, nullable=False),
        sa.Column("plugin", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("community_id", Id, nullable=True),
        sa.Column("arguments", Json(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), server_default="pending", nullable=False),
        sa.Column("incident", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_jobs_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_index(
        "ix_jobs_due",
        "jobs",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_index("uq_jobs_key", "jobs", ["key"], unique=True, sqlite_where=sa.text("key IS NOT NULL"))
    op.create_table(
        "journeys",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("plugin", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_journeys_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journeys")),
        sa.UniqueConstraint("community_id", "plugin", "name", name=op.f("uq_journeys_community_id_plugin_name")),
    )
    op.create_table(
        "members",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("role", sa.Integer(), server_default="0", nullable=False),
        sa.Column("joined_at", Instant(), nullable=False),
        sa.Column("left_at", Instant(), nullable=True),
        sa.Column("stopped_at", Instant(), nullable=True),
        sa.Column("hidden", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_members_community_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_members_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_members")),
        sa.UniqueConstraint("community_id", "person_id", name=op.f("uq_members_community_id_person_id")),
    )
    op.create_index("ix_members_community_id_id", "members", ["community_id", "id"], unique=False)
    op.create_index("ix_members_person_id", "members", ["person_id"], unique=False)
    op.create_table(
        "permissions",
        sa.Column("community_id", Id, nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("role", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_permissions_community_id")),
        sa.PrimaryKeyConstraint("community_id", "command", name=op.f("pk_permissions")),
    )
    op.create_table(
        "plugin_settings",
        sa.Column("community_id", Id, nullable=False),
        sa.Column("plugin", sa.Text(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=True),
        sa.Column("settings", Json(), server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_plugin_settings_community_id")),
        sa.PrimaryKeyConstraint("community_id", "plugin", name=op.f("pk_plugin_settings")),
    )
    op.create_table(
        "segments",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rule", Json(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_segments_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segments")),
        sa.UniqueConstraint("community_id", "name", name=op.f("uq_segments_community_id_name")),
    )
    op.create_table(
        "spaces",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("post_channel", sa.Text(), nullable=True),
        sa.Column("host_channel", sa.Text(), nullable=True),
        sa.Column("left_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_spaces_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spaces")),
        sa.UniqueConstraint("platform", "external_id", name=op.f("uq_spaces_platform_external_id")),
    )
    op.create_table(
        "activities",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("detail", Json(), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_activities_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_activities_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sa.UniqueConstraint("member_id", "kind", "reference", name=op.f("uq_activities_member_id_kind_reference")),
    )
    op.create_index("ix_activities_member_id_at", "activities", ["member_id", "at"], unique=False)
    op.create_table(
        "audit",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("before", Json(), nullable=True),
        sa.Column("after", Json(), nullable=True),
        sa.Column("undoes", Id, nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_audit_community_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_audit_member_id")),
        sa.ForeignKeyConstraint(["undoes"], ["audit.id"], name=op.f("fk_audit_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_community_id_at", "audit", ["community_id", "at"], unique=False)
    op.create_table(
        "consents",
        sa.Column("member_id", Id, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), nullable=False),
        sa.Column("granted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_consents_member_id")),
        sa.PrimaryKeyConstraint("member_id", "purpose", "route", name=op.f("pk_consents")),
    )
    op.create_table(
        "enrolments",
        sa.Column("id", Id, nullable=False),
        sa.Column("journey_id", Id, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("anchor_at", Instant(), nullable=False),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["journey_id"], ["journeys.id"], name=op.f("fk_enrolments_journey_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_enrolments_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolments")),
        sa.UniqueConstraint(
            "journey_id", "member_id", "trigger", name=op.f("uq_enrolments_journey_id_member_id_trigger")
        ),
    )
    op.create_table(
        "journey_versions",
        sa.Column("journey_id", Id, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("definition", Json(), nullable=False),
        sa.Column("author_id", Id, nullable=True),
        sa.Column("approved_by", Id, nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["approved_by"], ["members.id"], name=op.f("fk_journey_versions_approved_by")),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk_journey_versions_author_id")),
        sa.ForeignKeyConstraint(["journey_id"], ["journeys.id"], name=op.f("fk_journey_versions_journey_id")),
        sa.PrimaryKeyConstraint("journey_id", "version", name=op.f("pk_journey_versions")),
    )
    op.create_table(
        "member_facts",
        sa.Column("member_id", Id, nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("number", sa.Float(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_member_facts_member_id")),
        sa.PrimaryKeyConstraint("member_id", "fact", name=op.f("pk_member_facts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "streams",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("planned_for", Instant(), nullable=True),
        sa.Column("started_at", Instant(), nullable=True),
        sa.Column("last_sign_at", Instant(), nullable=True),
        sa.Column("ending_since", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("host_id", Id, nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_streams_community_id")),
        sa.ForeignKeyConstraint(["host_id"], ["members.id"], name=op.f("fk_streams_host_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_streams")),
    )
    op.create_index("ix_streams_community_id_state", "streams", ["community_id", "state"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("stream_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("messages", sa.Integer(), server_default="0", nullable=False),
        sa.Column("questions", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reactions", sa.Integer(), server_default="0", nullable=False),
        sa.Column("check_ins", sa.Integer(), server_default="0", nullable=False),
        sa.Column("seconds", sa.Float(), server_default="0", nullable=False),
        sa.Column("first_at", Instant(), nullable=False),
        sa.Column("last_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_attendance_member_id")),
        sa.ForeignKeyConstraint(["stream_id"], ["streams.id"], name=op.f("fk_attendance_stream_id")),
        sa.PrimaryKeyConstraint("stream_id", "member_id", "slot", name=op.f("pk_attendance")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_attendance_member_id_stream_id", "attendance", ["member_id", "stream_id"], unique=False)
    op.create_table(
        "deliveries",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=True),
        sa.Column("enrolment_id", Id, nullable=True),
        sa.Column("step", sa.Text(), server_default="", nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), server_default="pending", nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("payload", Json(), nullable=True),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("variant", sa.Text(), nullable=True),
        sa.Column("route", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("detail", Json(), nullable=True),
        sa.Column("message_ref", sa.Text(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("opened_at", Instant(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_deliveries_community_id")),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name=op.f("fk_deliveries_enrolment_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_deliveries_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("enrolment_id", "step", name=op.f("uq_deliveries_enrolment_id_step")),
    )
    op.create_index(
        "ix_deliveries_due",
        "deliveries",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_index(
        "ix_deliveries_held",
        "deliveries",
        ["community_id"],
        unique=False,
        sqlite_where=sa.text("state = 'held'"),
        postgresql_where=sa.text("state = 'held'"),
    )
    op.create_index("ix_deliveries_member_id", "deliveries", ["member_id", "settled_at"], unique=False)
    op.create_index(
        "ix_deliveries_open",
        "deliveries",
        ["expires_at"],
        unique=False,
        sqlite_where=sa.text("state = 'available'"),
        postgresql_where=sa.text("state = 'available'"),
    )
    op.create_index(
        "ix_deliveries_under_way",
        "deliveries",
        ["lease_until"],
        unique=False,
        sqlite_where=sa.text("state IN ('claimed', 'sending')"),
        postgresql_where=sa.text("state IN ('claimed', 'sending')"),
    )
    op.create_index("uq_deliveries_key", "deliveries", ["key"], unique=True, sqlite_where=sa.text("key IS NOT NULL"))
    op.create_table(
        "imported_messages",
        sa.Column("stream_id", Id, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["stream_id"], ["streams.id"], name=op.f("fk_imported_messages_stream_id")),
        sa.PrimaryKeyConstraint("stream_id", "key", name=op.f("pk_imported_messages")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stream_notes",
        sa.Column("id", Id, nullable=False),
        sa.Column("stream_id", Id, nullable=False),
        sa.Column("author_id", Id, nullable=False),
        sa.Column("subject_id", Id, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["members.id"], name=op.f("fk_stream_notes_author_id")),
        sa.ForeignKeyConstraint(["stream_id"], ["streams.id"], name=op.f("fk_stream_notes_stream_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["members.id"], name=op.f("fk_stream_notes_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stream_notes")),
    )
    op.create_index("ix_stream_notes_stream_id", "stream_notes", ["stream_id"], unique=False)
    op.create_table(
        "stream_sources",
        sa.Column("community_id", Id, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("stream_id", Id, nullable=False),
        sa.Column("live", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_stream_sources_community_id")),
        sa.ForeignKeyConstraint(["stream_id"], ["streams.id"], name=op.f("fk_stream_sources_stream_id")),
        sa.PrimaryKeyConstraint("community_id", "source", "reference", name=op.f("pk_stream_sources")),
    )
    op.create_index("ix_stream_sources_stream_id", "stream_sources", ["stream_id"], unique=False)
    op.create_table(
        "followups_answers",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("replied_at", Instant(), nullable=True),
        sa.Column("replied_by", Id, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_followups_answers_member_id", "followups_answers", ["member_id"], unique=False)
    op.create_index("ix_followups_answers_reference", "followups_answers", ["community_id", "reference"], unique=False)
    op.create_table(
        "streams_drops",
        sa.Column("id", Id, nullable=False),
        sa.Column("stream_id", Id, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("closes_at", Instant(), nullable=False),
        sa.Column("present", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_streams_drops_stream_id", "streams_drops", ["stream_id"], unique=False)
    op.create_table(
        "streams_promises",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("kept_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_streams_promises_community_id", "streams_promises", ["community_id"], unique=False)
    op.create_table(
        "streams_questions",
        sa.Column("id", Id, nullable=False),
        sa.Column("community_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "ix_streams_questions_community_id_asked_at", "streams_questions", ["community_id", "asked_at"], unique=False
    )
    op.create_table(
        "streams_recaps",
        sa.Column("stream_id", Id, autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("stream_id"),
    )
    op.create_table(
        "streams_reminders",
        sa.Column("stream_id", Id, autoincrement=False, nullable=False),
        sa.Column("member_id", Id, autoincrement=False, nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("stream_id", "member_id"),
    )
