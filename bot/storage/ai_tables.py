"""What the AI server was asked: the tokens that a community and a member used in a day, by what the server counts."""

import sqlalchemy as sa

from bot.storage.columns import count, ref, text
from bot.storage.tables import metadata

ai_days = sa.Table(
    "ai_days",
    metadata,
    ref("community_id", "communities", key=True),
    text("day", key=True),  # the community's own, such as "2026-11-22"
    count("questions"),  # that went out and may have cost something
    count("input_tokens"),
    count("output_tokens"),
    count("untold_tokens"),  # of answers that came without a count: as many as they can have been at most
    count("reserved_tokens"),  # for those under way; what a crash leaves counts as used
    sqlite_with_rowid=False,
)

ai_member_days = sa.Table(
    "ai_member_days",
    metadata,
    ref("member_id", "members", key=True),
    text("day", key=True),
    count("tokens"),
    count("reserved_tokens"),
    sqlite_with_rowid=False,
)
