"""The plugin itself, what it declares, and what happens in it without anybody's doing."""

from datetime import timedelta

from bot.api import (
    ORDER_REFUNDED,
    ORDERED,
    REFERRED,
    UNREFERRED,
    ActivityRecorded,
    Background,
    MemberArrived,
    MemberDeparted,
    Needs,
    Plugin,
    PointsMoved,
    Right,
    StreamEnded,
    parts_of,
)
from plugins.referrals import _arriving, _linking, _noting, _qualifying
from plugins.referrals._ending import end
from plugins.referrals._referral import Reason, State, referrals_where
from plugins.referrals._settings import ReferralSettings
from plugins.referrals._tables import referrals, tables

plugin = Plugin(
    "referrals",
    settings=ReferralSettings,
    activities=(REFERRED, UNREFERRED),
    tables=tables,
    needs=(
        Needs(Right.CREATE_INVITES, "referrals-without-invites"),
        Needs(Right.SEE_INVITES, "referrals-without-sight"),
    ),
)

plugin.on(MemberArrived)(_arriving.arrived)
plugin.on(MemberDeparted)(_arriving.departed)
plugin.on(PointsMoved)(_linking.points_moved)
plugin.job()(_qualifying.look)
plugin.job()(_qualifying.look_at_some)
plugin.job(every=timedelta(days=1))(_qualifying.look_at_all)
plugin.contributes("profile-own")(_noting.on_own_card)
plugin.contributes("promoter")(_noting.for_promoters)
plugin.contributes("placeholder", *_noting.NAMES, switches=_noting.SWITCHES)(_noting.in_journeys)
plugin.contributes("earning")(_noting.what_it_brings)
plugin.contributes("cue")(_noting.cue)
plugin.contributes("status")(_noting.status)


@plugin.on(StreamEnded)
async def stream_ended(ctx: Background, event: StreamEnded) -> None:
    """Who came to it may count by that."""
    await ctx.later(_qualifying.look_at_some)


@plugin.on(ActivityRecorded)
async def did_something(ctx: Background, event: ActivityRecorded) -> None:
    """An order may be what was lacking; one that goes back takes along what rests on it."""
    if event.kind not in (ORDERED, ORDER_REFUNDED):
        return
    for one in await referrals_where(ctx, referrals.c.invited_id.in_(parts_of(event.member_id))):
        if event.kind == ORDERED and one.state is State.WAITING:
            await ctx.later(_qualifying.look, referral_id=one.id)
        elif event.kind == ORDER_REFUNDED and one.order_ref == event.reference:
            await end(ctx, one.id, Reason.REFUNDED)
