"""Stamp cards on screens: how far somebody is, what a host hands over, and how moderators make cards."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.api import (
    UNHAPPY,
    Action,
    Audit,
    Choice,
    Context,
    Markup,
    Member,
    People,
    Registry,
    Role,
    Translator,
    UserError,
    echoed,
    folded,
    join,
    matching,
    plain,
)
from plugins.loyalty import _stamps
from plugins.loyalty._facts import CARD_FULL, GAVE
from plugins.loyalty._naming import one_named
from plugins.loyalty._stamps import Card, Progress
from plugins.loyalty._tables import cards
from plugins.loyalty._tiers import TIER_LEFT, TIER_REACHED

MOST_CARDS = 10
LONGEST_NAME = 60
MOST_STAMPS, MOST_POINTS = 100, 100_000
DOTS = 10
HANDED_AT_ONCE = 5
_NOT_STAMPED = {UNHAPPY, "stopped", TIER_REACHED, TIER_LEFT, CARD_FULL, GAVE}


async def show(ctx: Context) -> None:
    """The member's own cards."""
    mine = [await _stamps.progress(ctx, ctx.member.id, card) for card in await _stamps.open_cards(ctx)]
    full = await _stamps.waiting(ctx, ctx.member.id)
    if not mine and not full:
        may = ctx.member.role >= Role.MODERATOR
        await ctx.reply(ctx.t("loyalty-stamps-none", may=may))
        return
    lines = [ctx.t("loyalty-stamps-title"), *(_line(ctx, one) for one in mine)]
    lines += [ctx.t("loyalty-stamps-waiting", card=one.card.name) for one in full[:HANDED_AT_ONCE]]
    await ctx.reply(join(lines))


def _line(ctx: Context, one: Progress) -> Markup:
    card = one.card
    drawn = card.needed <= DOTS
    return ctx.t(
        "loyalty-stamps-line",
        card=card.name,
        drawn=drawn,
        dots="●" * one.stamps + "○" * (card.needed - one.stamps) if drawn else "",
        stamps=one.stamps,
        needed=card.needed,
        what=words(ctx, card.kind),
        paid=bool(card.points),
        points=card.points,
        filled=one.filled,
    )


async def hand_over(ctx: Context, member: Member) -> None:
    """What a host can hand over to the member now. Raises UserError when there is nothing."""
    full = await _stamps.waiting(ctx, member.id)
    if not full:
        raise UserError("loyalty-stamp-nothing", name=member.name)
    first = {one.card.id: one for one in reversed(full)}  # of each card the oldest
    buttons = [
        ctx.button("loyalty.redeem", one.id, label=ctx.t("loyalty-redeem-this", card=one.card.name))
        for one in sorted(first.values(), key=lambda one: one.id)[:MOST_CARDS]
    ]
    await ctx.reply(ctx.t("loyalty-stamp-sure", name=member.name, count=len(full)), *([one] for one in buttons))


async def redeem(ctx: Context, full_id: int) -> None:
    """It was handed over. Raises UserError when it was before."""
    done = await _stamps.redeem(ctx, full_id, ctx.member.id)
    if done is None:
        raise UserError("loyalty-stamp-done")
    card, member_id = done
    member = await ctx.use(People).get(member_id)
    await ctx.reply(ctx.t("loyalty-redeemed", card=card.name, name=member.name))


async def take_off(ctx: Context, member: Member, typed: str) -> None:
    """A stamp that got onto a card by mistake is off it. Raises UserError for a card that has none."""
    card = one_named(await _stamps.open_cards(ctx), typed, "loyalty-card-unknown")
    if not await _stamps.take_off(ctx, member.id, card):
        raise UserError("loyalty-unstamp-none", name=member.name, card=card.name)
    await _note_stamp(ctx, member, card, -1)
    back = ctx.button("loyalty.restamp", card.id, member.id)
    await _tell_stamps(ctx, member, card, [back])


async def put_back(ctx: Context, card_id: int, member_id: int) -> None:
    """It was none. Raises UserError when it was put back before, or the card is closed."""
    card = next((card for card in await _stamps.open_cards(ctx) if card.id == card_id), None)
    if card is None or not await _stamps.put_back(ctx, member_id, card):
        raise UserError("loyalty-restamp-none")
    member = await ctx.use(People).get(member_id)
    await _note_stamp(ctx, member, card, 1)
    await _tell_stamps(ctx, member, card, [])


async def _tell_stamps(ctx: Context, member: Member, card: Card, buttons: Sequence[Action]) -> None:
    now = await _stamps.progress(ctx, member.id, card)
    values = {"name": member.name, "card": card.name, "stamps": now.stamps, "needed": card.needed}
    await ctx.reply(ctx.t("loyalty-stamped-now", **values), buttons)


async def _note_stamp(ctx: Context, member: Member, card: Card, more: int) -> None:
    subject = f"member:{member.id}"
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "loyalty-stamp", subject, card.name, more)


# ---- making ---------------------------------------------------------------------------------------------------------


async def kinds(ctx: Context, typed: str) -> Sequence[Choice]:
    """What can be stamped."""
    return matching(typed, [Choice(kind, plain(words(ctx, kind))) for kind in _kinds(ctx)])


def _kinds(ctx: Context) -> list[str]:
    known = ctx.use(Registry).activities - _NOT_STAMPED
    return sorted(kind for kind in known if ctx.use(Translator).has(_key(kind)))


def words(ctx: Context, kind: str) -> Markup:
    """What an activity is called."""
    return ctx.t(_key(kind)) if ctx.use(Translator).has(_key(kind)) else ctx.t("loyalty-stamp-kind", kind=kind)


def _key(kind: str) -> str:
    return f"activity-{kind.replace('_', '-')}"


async def add(ctx: Context, typed: str, needed: int, points: int, name: str) -> Card:
    """A new card. Raises UserError for an activity that is none, a name that is taken, or numbers out of bounds."""
    there = await _stamps.open_cards(ctx)
    if len(there) >= MOST_CARDS:
        raise UserError("loyalty-cards-enough", most=MOST_CARDS)
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise UserError("loyalty-card-name", most=LONGEST_NAME)
    if any(folded(card.name) == folded(name) for card in there):
        raise UserError("loyalty-card-taken", card=name)
    if not 2 <= needed <= MOST_STAMPS or not 0 <= points <= MOST_POINTS:
        raise UserError("loyalty-card-numbers", stamps=MOST_STAMPS, points=MOST_POINTS)
    kind = _meant(ctx, typed)
    values = {"name": name, "kind": kind, "needed": needed, "points": points, "began_at": ctx.now}
    id = await ctx.db.insert(sa.insert(cards).values(community_id=ctx.community.id, **values))
    await _note(ctx, id, None, f"{name} ({needed} × {kind})")
    return Card(id, name, kind, needed, points, ctx.now)


def _meant(ctx: Context, typed: str) -> str:
    wanted = folded(typed.strip())
    for kind in _kinds(ctx):
        if wanted in (folded(kind), folded(plain(words(ctx, kind)))):
            return kind
    known = ", ".join(f"{kind} ({plain(words(ctx, kind))})" for kind in _kinds(ctx))
    raise UserError("loyalty-card-kind", asked=echoed(typed), known=known)


async def close(ctx: Context, typed: str) -> Card:
    """The card is stamped no more; what is full already is still handed over. Raises UserError for an unknown one."""
    card = one_named(await _stamps.open_cards(ctx), typed, "loyalty-card-unknown")
    await ctx.db.execute(sa.update(cards).where(cards.c.id == card.id).values(closed_at=ctx.now))
    await _note(ctx, card.id, f"{card.name} ({card.needed} × {card.kind})", None)
    return card


async def names(ctx: Context, typed: str) -> Sequence[Choice]:
    """The open cards that a name may mean."""
    return matching(typed, [Choice(card.name, card.name) for card in await _stamps.open_cards(ctx)])


async def _note(ctx: Context, card_id: int, before: str | None, after: str | None) -> None:
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "loyalty-card", f"card:{card_id}", before, after)
