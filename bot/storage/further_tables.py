"""Further tables of the core's, beside the others for want of room: posts that are edited in place, and the seals."""

import sqlalchemy as sa

from bot.storage.columns import own_id, ref, text, words
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

seals = sa.Table(
    "seals",  # one text that the key in use sealed, so that a wrong key is noticed at the start
    metadata,
    own_id(),
    words("text"),
)
