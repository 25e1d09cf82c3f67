"""Badges that a moderator is making or changing and has not kept yet: one at a time for each of them."""

from datetime import timedelta

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from bot.api import Badge, Context, KeptBadge, UserError, columns

LASTS = timedelta(days=1)

tables = sa.MetaData()

drafts = sa.Table(
    "badges_drafts",
    tables,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),
    columns.id_of("badge_id", null=True),  # None: it is new
    columns.words("definition"),
    columns.at("made_at"),
    sa.Index("ix_badges_drafts_member_id", "member_id"),
    info=columns.STAYS_BEHIND,
)


class Draft(Struct, frozen=True):
    """A badge as it would be; `badge_id` is the one that it changes, None for a new one."""

    id: int
    badge_id: int | None
    badge: Badge

    def kept(self, ctx: Context) -> KeptBadge:
        """The draft as if it was kept, to be shown and asked about."""
        return KeptBadge(
            id=self.badge_id or 0,
            community_id=ctx.community.id,
            plugin="badges",
            badge=self.badge,
            is_on=True,
            waits=True,
            own=self.badge_id is None,
            plugin_on=True,
            natives={},
        )


async def begin(ctx: Context, badge: Badge, badge_id: int | None) -> Draft:
    """A new draft in the place of the person's last one."""
    await ctx.db.execute(sa.delete(drafts).where(drafts.c.member_id == ctx.member.id))
    values = {"community_id": ctx.community.id, "member_id": ctx.member.id, "badge_id": badge_id}
    row = sa.insert(drafts).values(**values, definition=badge.model_dump_json(), made_at=ctx.now)
    return Draft(await ctx.db.insert(row), badge_id, badge)


async def own(ctx: Context, draft_id: int) -> Draft:
    """The person's own draft. Raises UserError when it is over: kept, thrown away, or a day old."""
    mine = (drafts.c.id == draft_id) & (drafts.c.member_id == ctx.member.id) & (drafts.c.made_at > ctx.now - LASTS)
    row = await ctx.db.row(sa.select(drafts).where(mine))
    if row is None:
        raise UserError("badges-draft-over")
    return Draft(row.id, row.badge_id, Badge.model_validate_json(row.definition))


async def change(ctx: Context, draft: Draft, badge: Badge) -> Draft:
    """The draft, with what it says now."""
    values = {"definition": badge.model_dump_json(), "made_at": ctx.now}
    await ctx.db.execute(sa.update(drafts).where(drafts.c.id == draft.id).values(**values))
    return replace(draft, badge=badge)


async def end(ctx: Context, draft: Draft) -> None:
    """It was kept, or thrown away."""
    await ctx.db.execute(sa.delete(drafts).where(drafts.c.id == draft.id))
