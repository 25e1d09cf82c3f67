"""The table of posts that are edited in place; of the core's tables, beside the others for want of room."""

import sqlalchemy as sa

from bot.storage.columns import ref, text
from bot.storage.tables import metadata

rolling_posts = sa.Table(
    "rolling_posts",  # which delivery is the newest word of a post, and where the post stands
    metadata,
    ref("community_id", "communities", key=True),
    text("name", key=True),
    ref("delivery_id", "deliveries"),
    text("digest"),  # of what it says, so that what says the same is not posted again
    text("message_ref", null=True),
)
