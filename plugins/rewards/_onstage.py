"""Rewards in play while a stream is on, for hosts, and what was claimed at it, for everybody."""

from collections import Counter

import sqlalchemy as sa

from bot.api import Background, Markup, Stream, times
from plugins.rewards._grants import Source, State, free_seats, grants_where, in_state
from plugins.rewards._limits import home_moment
from plugins.rewards._reward import Kind, all_rewards
from plugins.rewards._tables import draws, entries, grants, rewards

FEW = 5
SHOWN = 4


async def on_cue_card(ctx: Background, stream: Stream) -> list[Markup]:
    """What a host may say or do: what waits to be handed over, open draws, open votes, what is nearly gone."""
    lines, nearly = await _draws(ctx), []
    for reward in await all_rewards(ctx, on_offer=True):
        left = await free_seats(ctx, reward, None)
        if left is not None and 0 < left <= FEW:
            nearly.append(ctx.t("rewards-cue-few", title=reward.title, left=left))
        if reward.kind is Kind.VOTE:
            lines.append(ctx.t("rewards-cue-vote", title=reward.title))
    return [*await _waits(ctx), *lines[:SHOWN], *nearly[:SHOWN]]


async def _waits(ctx: Background) -> list[Markup]:
    """People wait for a host: that comes first."""
    waits = in_state(State.DELIVERING) & (grants.c.community_id == ctx.community.id)
    by_hand = sa.select(rewards.c.id).where(rewards.c.kind == Kind.CUSTOM.value)
    query = sa.select(sa.func.count()).select_from(grants).where(waits, grants.c.reward_id.in_(by_hand))
    count = int(await ctx.db.value(query))
    return [ctx.t("rewards-cue-waits", count=count)] if count else []


async def _draws(ctx: Background) -> list[Markup]:
    still = (draws.c.community_id == ctx.community.id) & draws.c.closed_at.is_(None)
    titles = {one.id: one.title for one in await all_rewards(ctx)}
    lines = []
    for row in await ctx.db.rows(sa.select(draws).where(still).order_by(draws.c.id)):
        count = sa.select(sa.func.count()).select_from(entries).where(entries.c.draw_id == row.id)
        values = {"title": titles.get(row.reward_id, ""), "closes": home_moment(ctx, row.closes_at)}
        lines.append(ctx.t("rewards-cue-draw", count=int(await ctx.db.value(count)), **values))
    return lines


async def in_recap(ctx: Background, stream: Stream) -> list[Markup]:
    """How many of each reward were claimed since the stream began; not by whom."""
    if stream.started_at is None:
        return []
    claimed = (grants.c.at >= stream.started_at) & (grants.c.source != Source.HAND.value)
    count = Counter(
        one.reward_id
        for one in await grants_where(
            ctx, claimed, in_state(State.DELIVERING, State.GRANTED, State.EXPIRED), limit=2000
        )
    )
    titles = {one.id: one.title for one in await all_rewards(ctx)}
    words = [
        f"{titles[id]} ({many})" if many > 1 else titles[id] for id, many in count.most_common(FEW) if id in titles
    ]
    return [ctx.t("rewards-recap", rewards=times.names(words, ctx.language))] if words else []
