"""Stamp cards: so many times something, and one thing for it; each time since the card began is a stamp."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    ATTENDED,
    Activities,
    ActivityRecorded,
    Attendance,
    Award,
    Background,
    Ledger,
    Telling,
    counts_for,
    parts_of,
)
from plugins.loyalty._facts import CARD_FULL
from plugins.loyalty._rules import STAMPS, LoyaltySettings
from plugins.loyalty._tables import cards, fulls, used_stamps

PEOPLE_AT_ONCE = 50


class Card(Struct, frozen=True):
    """A card that everybody has. `points`: what a full one brings; 0 where a host hands over what it is called."""

    id: int
    name: str
    kind: str
    needed: int
    points: int
    began_at: datetime


class Full(Struct, frozen=True):
    """A card that somebody filled."""

    id: int
    card: Card
    number: int
    full_at: datetime


class Progress(Struct, frozen=True):
    """How far somebody is with a card: stamps on the one in hand, and how many were filled before."""

    card: Card
    stamps: int
    filled: int


async def open_cards(ctx: Background, kind: str | None = None) -> Sequence[Card]:
    """The cards that are stamped now, the oldest first; those for one kind of activity where it is given."""
    mine = (cards.c.community_id == ctx.community.id) & cards.c.closed_at.is_(None)
    rows = await ctx.db.rows(sa.select(cards).where(mine).order_by(cards.c.id))
    return [_card(row) for row in rows if kind in (None, row.kind)]


async def progress(ctx: Background, member_id: int, card: Card) -> Progress:
    """How far a member is, with all their linked accounts."""
    filled, _ = await _filled(ctx, member_id, card)
    return Progress(card, await _unused(ctx, member_id, card), filled)


async def waiting(ctx: Background, member_id: int) -> Sequence[Full]:
    """The member's full cards that a host still has to hand something over for, the oldest first."""
    query = (
        sa.select(fulls.c.id.label("full_id"), fulls.c.number, fulls.c.full_at, cards)
        .join(cards, cards.c.id == fulls.c.card_id)
        .where(
            fulls.c.member_id.in_(parts_of(member_id)),
            cards.c.community_id == ctx.community.id,
            cards.c.points == 0,
            fulls.c.redeemed_at.is_(None),
        )
        .order_by(fulls.c.id)
    )
    return [Full(row.full_id, _card(row), row.number, row.full_at) for row in await ctx.db.rows(query)]


async def redeem(ctx: Background, full_id: int, by: int) -> tuple[Card, int] | None:
    """The host handed it over; returns the card and whose it was, None when it was done before, or is not here."""
    query = sa.select(fulls.c.member_id, cards).join(cards, cards.c.id == fulls.c.card_id)
    row = await ctx.db.row(query.where(fulls.c.id == full_id, cards.c.community_id == ctx.community.id))
    still = sa.update(fulls).where(fulls.c.id == full_id, fulls.c.redeemed_at.is_(None))
    if row is None or (await ctx.db.execute(still.values(redeemed_at=ctx.now, redeemed_by=by))).rowcount != 1:
        return None
    return _card(row), row.member_id


async def stamp_activity(ctx: Background, event: ActivityRecorded) -> None:
    """A stamp on each card that counts what was done."""
    for card in await open_cards(ctx, event.kind):
        await _fill(ctx, event.member_id, card)


async def after_stream(ctx: Background, stream_id: int, behind: int) -> int | None:
    """Stamps for some of those who were at a stream, which nobody records by themself; returns where to go on."""
    counting = await open_cards(ctx, ATTENDED)
    if not counting:
        return None
    people = await ctx.use(Attendance).people(stream_id, guests=True, after=behind, limit=PEOPLE_AT_ONCE)
    for one in people:
        for card in counting:
            await _fill(ctx, one.member_id, card)
    return people[-1].member_id if len(people) == PEOPLE_AT_ONCE else None


async def after_link(ctx: Background, member_ids: Sequence[int]) -> None:
    """Accounts that are one by now may have filled a card together."""
    for card in await open_cards(ctx):
        for member_id in member_ids:
            await _fill(ctx, member_id, card)


async def take_off(ctx: Background, member_id: int, card: Card) -> bool:
    """The newest stamp of the card in hand was a mistake: it counts for nothing. False when there is none."""
    rows = await ctx.db.rows(sa.select(used_stamps.c.reference).where(_used(member_id, card)))
    before = {reference for (reference,) in rows}
    every = await ctx.use(Activities).each(member_id, card.kind, card.began_at)
    new = [(whose, reference) for whose, reference in every if reference not in before]
    if not new:
        return False
    whose, reference = new[-1]
    line = {"card_id": card.id, "member_id": whose, "reference": reference, "taken_at": ctx.now}
    await ctx.db.execute(sa.insert(used_stamps).values(**line))
    return True


async def put_back(ctx: Background, member_id: int, card: Card) -> bool:
    """The stamp that was taken off last counts after all. False when none was."""
    taken = _used(member_id, card) & used_stamps.c.taken_at.is_not(None)
    query = sa.select(used_stamps).where(taken).order_by(used_stamps.c.taken_at.desc(), used_stamps.c.reference)
    row = await ctx.db.row(query.limit(1))
    if row is None:
        return False
    same = (used_stamps.c.reference == row.reference) & taken
    await ctx.db.execute(sa.delete(used_stamps).where(same))
    await _fill(ctx, member_id, card)
    return True


async def _fill(ctx: Background, member_id: int, card: Card) -> None:
    """Let each card that is full by now be one, and use its stamps up.

    They stay used with the accounts that they came by. So nobody's count for one account after the other, by links that
    are made and undone.
    """
    while await _unused(ctx, member_id, card) >= card.needed:
        acting = int(await ctx.db.value(sa.select(counts_for(member_id))))
        rows = await ctx.db.rows(sa.select(used_stamps.c.reference).where(_used(member_id, card)))
        before = {reference for (reference,) in rows}
        every = await ctx.use(Activities).each(member_id, card.kind, card.began_at)
        new = [(whose, reference) for whose, reference in every if reference not in before][: card.needed]
        lines = [{"card_id": card.id, "member_id": whose, "reference": reference} for whose, reference in new]
        await ctx.db.execute(sa.insert(used_stamps).values(lines))
        await _keep_full(ctx, acting, card)


async def _keep_full(ctx: Background, member_id: int, card: Card) -> None:
    """A full card of the member who acts, and what it brings."""
    _, newest = await _filled(ctx, member_id, card)
    line = {"card_id": card.id, "member_id": member_id, "number": newest + 1, "full_at": ctx.now}
    full_id = await ctx.db.insert(sa.insert(fulls).values(**line))
    activities, about = ctx.use(Activities), f"card:{full_id}"
    await activities.record(ctx.community.id, member_id, CARD_FULL, about, value=card.points, detail=card.name)
    if card.points:
        rules = await ctx.settings(LoyaltySettings)
        award = Award(member_id, card.points, about)
        await ctx.use(Ledger).earn(ctx.community.id, [award], STAMPS, expires_at=rules.expires_at(ctx.now))
    key, paid = f"card-full:{full_id}", bool(card.points)
    await ctx.use(Telling).member(member_id, key, "loyalty-card-full", title=card.name, points=card.points, paid=paid)


async def _unused(ctx: Background, member_id: int, card: Card) -> int:
    """How many stamps are on the card in hand. What linked accounts both did, and one has used, is used."""
    used = sa.select(sa.func.count(used_stamps.c.reference.distinct())).where(_used(member_id, card))
    return await ctx.use(Activities).count(member_id, card.kind, card.began_at) - int(await ctx.db.value(used))


def _used(member_id: int, card: Card) -> sa.ColumnElement[bool]:
    return (used_stamps.c.card_id == card.id) & used_stamps.c.member_id.in_(parts_of(member_id))


async def _filled(ctx: Background, member_id: int, card: Card) -> tuple[int, int]:
    """How many a member filled, and the highest of their numbers: after an unlink there may be gaps between them."""
    theirs = fulls.c.member_id.in_(parts_of(member_id)) & (fulls.c.card_id == card.id)
    query = sa.select(sa.func.count(), sa.func.coalesce(sa.func.max(fulls.c.number), 0)).where(theirs)
    [(count, newest)] = await ctx.db.rows(query)
    return int(count), int(newest)


def _card(row: sa.Row[*tuple[object, ...]]) -> Card:
    return Card(*(row._mapping[cards.c[name]] for name in Card.__struct_fields__))
