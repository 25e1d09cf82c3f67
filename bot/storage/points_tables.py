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
