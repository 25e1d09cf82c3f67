"""How a network's tests of referrals look at them, and let newcomers settle in without living through the weeks."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.app import App
from bot.clock import VirtualClock
from bot.community.activities import ATTENDED, Activities
from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.core.settings import PluginSettings
from plugins.referrals._tables import referrals


async def chooses(app: App, **values: object) -> None:
    """The first community's settings."""
    async with app.parts.work() as work:
        [community, *_] = await Communities(work).all()
        settings = PluginSettings(work, app.parts.registry, community.id)
        await settings.configure(settings.plugin("referrals"), values, None)


async def all_of(app: App) -> Sequence[Any]:
    """All referrals, the oldest first."""
    async with app.parts.work() as work:
        return await work.rows(sa.select(referrals).order_by(referrals.c.id))


async def settled(app: App, clock: VirtualClock, *, days: int = 8) -> None:
    """Everybody who was brought comes to a stream; then so many days go by, twice."""
    for row in await all_of(app):
        async with app.parts.work() as work:
            await Activities(work).record(row.community_id, row.invited_id, ATTENDED, "stream:1")
    for _ in range(2):
        clock.advance(timedelta(days=days))
        await app.live_until(clock, clock.now() + timedelta(minutes=1))


async def has(app: App, member_id: int) -> int:
    """How many points a member has."""
    async with app.parts.work() as work:
        return (await Ledger(work).balance(member_id)).posted
