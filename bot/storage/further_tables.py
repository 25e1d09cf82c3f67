"""Further tables of the core's: posts edited in place, links, joined spaces, the seals, and what edges remember."""

import sqlalchemy as sa

from bot.storage.columns import FOLLOWS, at, own_id, partial_index, ref, text, words
from bot.storage.sealing import SealedBytes
from bot.storage.tables import metadata

rolling_posts = sa.Table(
    "rolling_posts",  # which delivery is the newest word of a post, and where the post stands
    metadata,
    ref("community_id", "communities", key=True),
    text("name", key=True),
    ref("delivery_id", "deliveries"),
    text("digest"),  # of what it says, so that what says the same is not posted again
    text("message_ref", null=True),
    ref("member_id", "members", null=True),  # whose words or picture it shows: taken back when they are forgotten
    partial_index("ix_rolling_posts_member_id", "member_id", where=sa.text("member_id IS NOT NULL")),
)

rolling_quotes = sa.Table(
    "rolling_quotes",  # whose words a rolling post shows besides: so it is taken back when they are forgotten
    metadata,
    ref("community_id", "communities", key=True),
    text("name", key=True),
    ref("member_id", "members", key=True),
    sa.Index("ix_rolling_quotes_member_id", "member_id"),
)

photos = sa.Table(
    "photos",  # pictures that members handed in, as they may be shown: small enough, and with nothing hidden in them
    metadata,
    own_id(),
    ref("community_id", "communities"),
    ref("member_id", "members"),  # with whom it goes
    at("at"),
    sa.Column("content", SealedBytes, nullable=False),  # a JPEG
    sa.Index("ix_photos_member_id", "member_id"),
    sqlite_autoincrement=True,  # a post that names one that is gone must never show another
    info=FOLLOWS,
)

seals = sa.Table(
    "seals",  # one text that the key in use sealed, so that a wrong key is noticed at the start
    metadata,
    own_id(),
    words("text"),
)

link_requests = sa.Table(
    "link_requests",  # one account asks to be joined with another; over once both sides have agreed, or one has not
    metadata,
    own_id(),
    ref("member_id", "members"),
    text("code", null=True),  # only its hash; None: it was used
    ref("other_id", "members", null=True, info={"member": "row"}),  # who typed the code
    at("expires_at"),
    at("agreed_at", null=True),
    at("other_agreed_at", null=True),
    at("over_at", null=True),
    sa.UniqueConstraint("code"),
    sa.Index("ix_link_requests_member_id", "member_id"),
    sa.Index("ix_link_requests_other_id", "other_id"),
)

link_attempts = sa.Table(
    "link_attempts",  # codes that were none, so that nobody tries them all
    metadata,
    own_id(),
    ref("member_id", "members"),
    at("at"),
    sa.Index("ix_link_attempts_at", "at"),
)

join_requests = sa.Table(
    "join_requests",  # a community that waits for another one's spaces, until somebody there agrees
    metadata,
    own_id(),
    ref("community_id", "communities"),  # the one that stays
    ref("member_id", "members"),  # who asked for the code
    text("code", null=True),  # only its hash; None: it was used
    ref("young_id", "communities", null=True),  # where the code was typed
    at("expires_at"),
    at("over_at", null=True),
    sa.UniqueConstraint("code"),
    sa.Index("ix_join_requests_member_id", "member_id"),
)

edge_memory = sa.Table(
    "edge_memory",  # what a platform's edge keeps over restarts
    metadata,
    text("platform", key=True),
    text("name", key=True),
    words("text"),
    at("changed_at"),
    sqlite_with_rowid=False,
)
