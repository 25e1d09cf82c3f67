"""What others show of reviews: what waits for the hosts, the fact, and a word to who would recommend the community."""

from collections.abc import Sequence
from typing import Final

from bot.api import Background, FactSpec, Markup, Member, activity_count
from plugins.reviews._hosting import REVIEWED
from plugins.reviews._review import State, all_of, count

FACTS: Final = (FactSpec("reviews_given", "number", activity_count(REVIEWED), (REVIEWED,)),)


async def status(ctx: Background) -> Sequence[Markup]:
    """How many wait for a host's word."""
    waits = await count(ctx, State.WAITING)
    return [ctx.t("reviews-status", count=waits)] if waits else []


async def promoter(ctx: Background, member: Member) -> Sequence[Markup]:
    """Whoever would recommend the community is asked to say so, unless they did."""
    return [] if await all_of(ctx, member.id) else [ctx.t("reviews-promoter")]
