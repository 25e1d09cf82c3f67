"""Points: the ledger's lines, which points a line took, and the balances beside them."""

import sqlalchemy as sa

from bot.storage.columns import at, count, id_of, number, own_id, partial_index, ref, text, words
from bot.storage.tables import metadata

ledger = sa.Table(
    "ledger",
    metadata,
    own_id(),
    ref("community_id", "communities"),
    ref("member_id", "members"),
    number("amount"),  # what it adds; never changed
    text("kind"),
    text("state", default="posted"),
    text("reason"),
    text("reference"),  # makes the line unique among those of its member
    text("about"),  # the reference that it is found by, where a refund replaced the line that had it
    id_of("of_id", null=True),  # the line that it gives back, reverses, lets expire or collects for
    count("unspent"),  # of points that came in: how many are still there
    count("asked"),  # of a reversal: how many were to be taken
    count("owed"),  # of a reversal: how many of those were not there, and are taken from what comes next
    words("note", null=True),
    at("at"),
    at("posts_at", null=True),
    at("expires_at", null=True),
    sa.UniqueConstraint("member_id", "reference"),
    sa.CheckConstraint("unspent >= 0 AND owed >= 0 AND unspent <= abs(amount)", name="bounds"),
    sa.Index("ix_ledger_community_id_about", "community_id", "about"),
    sa.Index("ix_ledger_of_id", "of_id"),
)
for _name, _columns, _where in (
    ("posting", ("posts_at",), "state = 'pending'"),
    ("expiring", ("expires_at",), "unspent > 0 AND expires_at IS NOT NULL"),
    ("lots", ("member_id", "expires_at"), "unspent > 0"),
    ("owing", ("member_id",), "owed > 0"),
):
    partial_index(f"ix_ledger_{_name}", *(ledger.c[_column] for _column in _columns), where=sa.text(_where))

ledger_uses = sa.Table(
    "ledger_uses",  # which points a line took, so that giving them back gives back those
    metadata,
    ref("line_id", "ledger", key=True),
    ref("lot_id", "ledger", key=True),
    ref("member_id", "members"),
    number("amount"),
    sa.Index("ix_ledger_uses_member_id", "member_id"),
    sqlite_with_rowid=False,
)

balances = sa.Table(
    "balances",  # what the lines of a membership add up to
    metadata,
    ref("member_id", "members", key=True),
    ref("community_id", "communities"),
    count("posted"),
    count("pending"),
    count("owed"),
    sa.CheckConstraint("posted >= 0 AND pending >= 0 AND owed >= 0", name="never_negative"),
    sa.Index("ix_balances_community_id_posted", "community_id", "posted"),
)

point_imports = sa.Table(
    "point_imports",  # files of other bots whose points were brought along
    metadata,
    own_id(),
    ref("community_id", "communities"),
    text("format"),
    text("file"),
    text("content"),  # a hash of what it says, so that the same file is known again
    number("one_for"),  # one point for so many of the file's
    ref("by_id", "members", null=True),
    at("begun_at"),
    at("done_at", null=True),  # every line of the file is kept
    at("undone_at", null=True),
    sa.Index("ix_point_imports_community_id", "community_id"),
)

point_import_lines = sa.Table(
    "point_import_lines",  # whose points they are: known by the account, or once somebody said so
    metadata,
    own_id(),
    ref("import_id", "point_imports"),
    ref("community_id", "communities"),
    text("key"),  # the account, or the name, which is in a file once
    text("platform", null=True),
    text("external_id", null=True),
    text("name"),
    text("folded"),  # the name as it is looked for
    number("amount"),
    ref("member_id", "members", null=True, info={"member": "row"}),
    ref("confirmed_by", "members", null=True),
    at("paid_at", null=True),
    at("undone_at", null=True),
    count("missing"),  # how many were not there any more when it was undone
    sa.UniqueConstraint("import_id", "key"),
    sa.Index("ix_point_import_lines_member_id", "member_id"),
)
for _name, _columns in (("account", ("platform", "external_id")), ("name", ("community_id", "folded"))):
    partial_index(
        f"ix_point_import_lines_{_name}",
        *(point_import_lines.c[_column] for _column in _columns),
        where=sa.text("member_id IS NULL"),
    )

point_import_claims = sa.Table(
    "point_import_claims",  # who says that a line is theirs, until a moderator says so too
    metadata,
    ref("line_id", "point_import_lines", key=True),
    ref("member_id", "members", key=True),
    at("at"),
    at("refused_at", null=True),
    sa.Index("ix_point_import_claims_member_id", "member_id"),
    sqlite_with_rowid=False,
)
