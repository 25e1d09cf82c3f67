"""What others show of ideas: a cue while a stream is on, a line of somebody's card, the fact, and what waits."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa

from bot.api import IDEA_ADOPTED, Background, Facts, FactSpec, Markup, Member, Stream, Streams, activity_count
from plugins.ideas._idea import State
from plugins.ideas._tables import ideas

FACT: Final = "ideas_adopted"
FACTS: Final = (FactSpec(FACT, "number", activity_count(IDEA_ADOPTED), (IDEA_ADOPTED,)),)


async def cue(ctx: Background, stream: Stream) -> Sequence[Markup]:
    """How many ideas came since the last stream."""
    last = await ctx.use(Streams).newest(ctx.community.id, over=True)
    since = [] if last is None or last.ended_at is None else [ideas.c.given_at > last.ended_at]
    count = await _count(ctx, *since)
    return [ctx.t("ideas-cue", count=count)] if count else []


async def status(ctx: Background) -> Sequence[Markup]:
    """How many wait for a word of the hosts."""
    count = await _count(ctx)
    return [ctx.t("ideas-status", count=count)] if count else []


async def _count(ctx: Background, *where: sa.ColumnElement[bool]) -> int:
    new = ideas.c.state == State.NEW.value, ideas.c.hidden.is_(False), ideas.c.merged_into.is_(None)
    here = sa.select(sa.func.count()).select_from(ideas).where(ideas.c.community_id == ctx.community.id, *new, *where)
    return int(await ctx.db.value(here))


async def on_card(ctx: Background, member: Member) -> Sequence[Markup]:
    """How many of somebody's ideas were adopted."""
    count = (await ctx.use(Facts).of(member.id)).get(FACT, 0)
    return [ctx.t("ideas-profile", count=count)] if count else []
