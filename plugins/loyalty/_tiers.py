"""Tiers: who stands where by the points of the last months, who rises, and who falls after a time of grace."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Activities, Background, Facts, Leaderboard, People, Telling, families, times
from plugins.loyalty._rules import MEAN_MONTH, LoyaltySettings, day_of
from plugins.loyalty._tables import standings, tiers

TIER_REACHED, TIER_LEFT = "tier_reached", "tier_left"
PEOPLE_AT_ONCE = 50  # each who rises or falls is a handful of rows


class Tier(Struct, frozen=True):
    """One step of the ladder."""

    id: int
    name: str
    threshold: int
    perks: str | None = None


class Standing(Struct, frozen=True):
    """What a membership holds; `falls_at`: when it is lost, since points no longer reach it."""

    member_id: int
    tier: Tier
    since: datetime
    falls_at: datetime | None


async def ladder(ctx: Background) -> Sequence[Tier]:
    """The community's tiers, the lowest first."""
    query = sa.select(tiers).where(tiers.c.community_id == ctx.community.id, tiers.c.removed_at.is_(None))
    rows = await ctx.db.rows(query.order_by(tiers.c.threshold))
    return [Tier(row.id, row.name, row.threshold, row.perks) for row in rows]


def reached(steps: Sequence[Tier], score: int) -> Tier | None:
    """The highest tier that so many points reach."""
    return next((tier for tier in reversed(steps) if tier.threshold <= score), None)


async def window(ctx: Background) -> datetime | None:
    """Since when points count for tiers; None: since ever."""
    months = (await ctx.settings(LoyaltySettings)).tier_months
    return ctx.now - months * MEAN_MONTH if months else None


async def standing(ctx: Background, member_id: int) -> Standing | None:
    """What a member holds, by whichever of their accounts."""
    parts = await families(ctx.db, [member_id])
    return _highest(await _held(ctx, await ladder(ctx), parts))


async def look(ctx: Background, member_ids: Collection[int], *, tell: bool = True) -> None:
    """Let these members rise at once, and begin or end their fall. `tell`: what they reach is an activity."""
    steps = await ladder(ctx)
    parts = await families(ctx.db, member_ids)
    await _leave_removed(ctx, steps, parts)
    if not steps:
        return
    held: dict[int, list[Standing]] = {}
    for one in await _held(ctx, steps, parts):
        held.setdefault(parts[one.member_id], []).append(one)
    scores = await ctx.use(Leaderboard).scores(list(parts), await window(ctx))
    for member_id in sorted(set(parts.values())):
        due = reached(steps, scores.get(member_id, 0))
        await _Turn(ctx, steps, member_id, held.get(member_id, []), tell).take(due, scores.get(member_id, 0))


async def _leave_removed(ctx: Background, steps: Sequence[Tier], parts: Mapping[int, int]) -> None:
    """Whoever holds a tier that was removed holds the next one below it from now on, or none."""
    query = sa.select(standings.c.member_id, tiers.c.threshold).join(tiers, tiers.c.id == standings.c.tier_id)
    for row in await ctx.db.rows(query.where(standings.c.member_id.in_(parts), tiers.c.removed_at.is_not(None))):
        below, mine = reached(steps, row.threshold), standings.c.member_id == row.member_id
        if below is None:
            await ctx.db.execute(sa.delete(standings).where(mine))
        else:
            await ctx.db.execute(sa.update(standings).where(mine).values(tier_id=below.id, falls_at=None))


async def _held(ctx: Background, steps: Sequence[Tier], parts: Mapping[int, int]) -> list[Standing]:
    """The standings of these memberships. Whoever held a tier that is gone holds the next one below it."""
    mine = sa.select(standings, tiers.c.threshold).join(tiers, tiers.c.id == standings.c.tier_id)
    rows = await ctx.db.rows(mine.where(standings.c.member_id.in_(parts)))
    found = [(row, reached(steps, row.threshold)) for row in rows]
    return [Standing(row.member_id, tier, row.since, row.falls_at) for row, tier in found if tier is not None]


def _highest(held: Sequence[Standing]) -> Standing | None:
    return max(held, key=lambda one: one.tier.threshold, default=None)


class _Turn(Struct, frozen=True):
    """What becomes of one member's standing."""

    ctx: Background
    steps: Sequence[Tier]
    member_id: int
    held: Sequence[Standing]
    tell: bool

    async def take(self, due: Tier | None, score: int) -> None:
        """`due` is what their points reach now."""
        best = _highest(self.held)
        now, before = (due.threshold if due else 0), (best.tier.threshold if best else 0)
        if due is not None and now > before:
            await self._put(self.member_id, due, self.ctx.now)
            await self._record(TIER_REACHED, due)
        elif best is not None and now < before:
            await self._sink(best, due, score)
        elif best is not None and best.falls_at is not None:
            await self._set_fall(best.tier, None)

    async def _sink(self, best: Standing, due: Tier | None, score: int) -> None:
        """Points no longer reach what is held: from when on it is lost is told, and then it is."""
        falls_at = best.falls_at or await self._begin_to_fall(best, due, score)
        if falls_at > self.ctx.now:
            return
        for one in self.held:
            if due is None:
                gone = sa.delete(standings).where(standings.c.member_id == one.member_id)
                await self.ctx.db.execute(gone)
            elif one.tier.threshold > due.threshold:
                await self._put(one.member_id, due, self.ctx.now)
        await self._record(TIER_LEFT, best.tier)

    async def _begin_to_fall(self, best: Standing, due: Tier | None, score: int) -> datetime:
        """The whole of the last day of grace is theirs, by the community's clock."""
        days = (await self.ctx.settings(LoyaltySettings)).tier_grace_days
        if not days:
            return self.ctx.now
        last = day_of(self.ctx.now + timedelta(days=days), self.ctx.community.zone)
        await self._set_fall(best.tier, last.ends)
        member = await self.ctx.use(People).get(self.member_id)
        day = last.begins.astimezone(ZoneInfo(self.ctx.community.zone)).date()
        await self.ctx.use(Telling).member(
            self.member_id,
            f"tier-falls:{self.member_id}:{int(last.ends.timestamp())}:{best.tier.id}",
            "loyalty-tier-falls",
            tier=best.tier.name,
            day=times.day(day, member.language, today=self.ctx.now.date()),
            points=best.tier.threshold - score,
            left=due is not None,
            lower=due.name if due is not None else "",
        )
        return last.ends

    async def _set_fall(self, tier: Tier, at: datetime | None) -> None:
        ids = [one.member_id for one in self.held if one.tier == tier]
        change = sa.update(standings).where(standings.c.member_id.in_(ids))
        await self.ctx.db.execute(change.values(tier_id=tier.id, falls_at=at))

    async def _put(self, member_id: int, tier: Tier, since: datetime) -> None:
        values: dict[str, Any] = {"tier_id": tier.id, "since": since, "falls_at": None}
        change = sa.update(standings).where(standings.c.member_id == member_id).values(**values)
        if not (await self.ctx.db.execute(change)).rowcount:
            whose = {"member_id": member_id, "community_id": self.ctx.community.id}
            await self.ctx.db.execute(sa.insert(standings).values(**whose, **values))

    async def _record(self, kind: str, tier: Tier) -> None:
        if not self.tell:
            return
        step = 1 + self.steps.index(tier)
        reference = f"tier:{tier.id}:{int(self.ctx.now.timestamp() * 1_000_000)}"
        await self.ctx.use(Activities).record(
            self.ctx.community.id, self.member_id, kind, reference, value=step, detail=tier.name
        )


async def look_at_next(ctx: Background, behind: int) -> int | None:
    """Let some members stand where they stand after the tiers were changed; returns behind whom to go on.

    Nobody reaches anything thereby: whoever has the points by then has them from before.
    """
    ids = await ctx.use(Leaderboard).earners(behind, PEOPLE_AT_ONCE)
    await look(ctx, ids, tell=False)
    if ids:
        acting = await families(ctx.db, ids)
        await ctx.use(Facts).refresh(set(acting.values()), ["tier", "tier_step"])
    return ids[-1] if len(ids) == PEOPLE_AT_ONCE else None


async def holders(ctx: Background, behind: int) -> Sequence[int]:
    """Some of those who hold a tier, behind a membership."""
    query = sa.select(standings.c.member_id).where(
        standings.c.community_id == ctx.community.id, standings.c.member_id > behind
    )
    return [id for (id,) in await ctx.db.rows(query.order_by(standings.c.member_id).limit(PEOPLE_AT_ONCE))]
