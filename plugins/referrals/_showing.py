"""Referrals as moderators see them: what waits for a word, all of them, and each by itself."""

from collections.abc import Mapping, Sequence
from typing import Final

import sqlalchemy as sa

from bot.api import (
    Action,
    Background,
    Context,
    Markup,
    Member,
    Page,
    People,
    headed,
    join,
    plain,
    shortened,
    times,
    turning,
)
from plugins.referrals._referral import COUNTED, Referral, State, in_state, referral_from, select_referrals
from plugins.referrals._tables import referrals

ON_A_PAGE: Final = 5
LABEL: Final = 60
Screen = tuple[Markup, Sequence[Sequence[Action]]]


async def listed(ctx: Context, number: int, *, queue: bool) -> Screen:
    """A page of what waits for a word, the oldest first; or of all, the newest first."""
    where = [in_state(State.CONTESTED)] if queue else []
    query = select_referrals(ctx, *where)
    total = int(await ctx.db.value(sa.select(sa.func.count()).select_from(query.order_by(None).subquery())))
    number, last = Page.nearest(total, number, ON_A_PAGE)
    ordered = query if queue else query.order_by(None).order_by(referrals.c.id.desc())
    rows = await ctx.db.rows(ordered.limit(ON_A_PAGE).offset((number - 1) * ON_A_PAGE))
    page = Page([referral_from(row) for row in rows], number, last)
    if not page.items:
        return ctx.t("referrals-queue-empty" if queue else "referrals-list-empty"), []
    known = await _people(ctx, page.items)
    lines = [headed(ctx, ctx.t("referrals-queue-title" if queue else "referrals-list-title"), page)]
    lines += [ctx.t("referrals-line", number=one.id, **_sides(ctx, one, known), **_how(one)) for one in page.items]
    looks = []
    for one in page.items:
        label = shortened(plain(ctx.t("referrals-look-at", number=one.id, **_sides(ctx, one, known))), LABEL)
        looks.append([ctx.button("referrals.look_at", one.id, label=label)])
    return join(lines), [*looks, turning(ctx, "referrals.queue_page" if queue else "referrals.list_page", page)]


async def page(ctx: Context, referral: Referral, head: Markup | None = None) -> Screen:
    """One of them, with what can be done about it."""
    known = await _people(ctx, [referral])
    sides = _sides(ctx, referral, known)
    lines = [head] if head is not None else []
    lines.append(ctx.t("referrals-page", number=referral.id, **sides))
    lines.append(ctx.t("referrals-page-how", how=referral.how.value, grade=referral.grade.value))
    lines.append(ctx.t("referrals-page-state", **_how(referral)))
    if referral.rival_id in known:
        lines.append(ctx.t("referrals-page-rival", name=known[referral.rival_id].name))
    moments = {"began": _moment(ctx, referral, "began_at"), "joined": _moment(ctx, referral, "joined_at")}
    lines.append(ctx.t("referrals-page-when", **moments, inside=referral.joined_at is not None))
    if referral.state in COUNTED:
        points = {"points": referral.for_bringing or 0, "theirs": referral.for_coming or 0}
        lines.append(ctx.t("referrals-page-points", **points, day=_moment(ctx, referral, "pays_at")))
    return join(lines), [*_buttons(ctx, referral, known), [ctx.button("referrals.queue_page", 1)]]


def _buttons(ctx: Context, referral: Referral, known: Mapping[int | None, Member]) -> list[list[Action]]:
    if referral.state in (State.REFUSED, State.TAKEN_BACK):
        return []
    if referral.state is not State.CONTESTED:
        return [[ctx.button("referrals.take_back", referral.id)]]
    rows = []
    for side, id in ((0, referral.inviter_id), (1, referral.rival_id)):
        if id in known:
            both = referral.rival_id in known
            label = shortened(plain(ctx.t("referrals-approve-for", name=known[id].name, both=both)), LABEL)
            rows.append([ctx.button("referrals.approve", referral.id, side, label=label)])
    return [*rows, [ctx.button("referrals.refuse", referral.id)]]


def _how(one: Referral) -> dict[str, str]:
    return {"state": one.state.value, "reason": "none" if one.reason is None else one.reason.value}


def _sides(ctx: Context, one: Referral, known: Mapping[int | None, Member]) -> dict[str, str]:
    gone = plain(ctx.t("referrals-somebody"))
    sides = {"inviter": one.inviter_id, "invited": one.invited_id}
    return {side: known[id].name if id in known else gone for side, id in sides.items()}


def _moment(ctx: Context, one: Referral, name: str) -> str:
    at = getattr(one, name)
    return "" if at is None else times.moment(at, ctx.language, ctx.member.zone, now=ctx.now)


async def _people(ctx: Background, some: Sequence[Referral]) -> Mapping[int | None, Member]:
    ids = {id for one in some for id in (one.inviter_id, one.invited_id, one.rival_id) if id is not None}
    found: dict[int | None, Member] = {}
    found.update((await ctx.use(People).of_many(ids)).items())
    return found
