"""The end of a draw: the prizes go to the first tickets, the secret is told, and anybody can work it out anew."""

from collections.abc import Collection, Sequence
from itertools import islice

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Accent, Background, Lot, Member, Preferences, Telling, UserError, drawing, parts_of
from plugins.rewards._claiming import give
from plugins.rewards._draws import CHECKED_FOR, Draw, close, draw_of, due, lots_of
from plugins.rewards._grants import Source
from plugins.rewards._news import member_of, tell_holder, tell_hosts
from plugins.rewards._reward import Reward, locked, reward_of
from plugins.rewards._tables import draws, entries
from plugins.rewards._waiting import move_on

PLACED_AT_ONCE = 250
HANDED_AT_ONCE = 10
SHOWN = 20


class Entry(Struct, frozen=True):
    """A ticket and whose it is; None: forgotten since. `place`: which one it was among those that won."""

    id: int
    member_id: int | None
    ticket: str
    place: int | None


ENTRY = tuple(entries.c[name] for name in Entry.__struct_fields__)


async def tend_draws(ctx: Background) -> None:
    """Close and draw what is due, one in a piece of work."""
    found = await due(ctx)
    if not found:
        return
    if (await draw_of(ctx, found[0])).closed_at is None:
        await close(ctx, found[0])
    else:
        await reveal(ctx, found[0])


async def call_off(ctx: Background, draw_id: int) -> Reward:
    """Nobody wins; what was kept is free for who waits. Raises UserError once the list stands: it would be a choice."""
    draw = await draw_of(ctx, draw_id)
    reward = await locked(ctx, draw.reward_id)
    draw = await draw_of(ctx, draw_id)
    if draw.closed_at is not None:
        raise UserError("rewards-draw-off" if draw.called_off_at else "rewards-draw-closed", title=reward.title)
    over = {"closed_at": ctx.now, "drawn_at": ctx.now, "handed_at": ctx.now, "called_off_at": ctx.now}
    await ctx.db.execute(sa.update(draws).where(draws.c.id == draw.id).values(**over))
    await ctx.use(Telling).everybody(f"draw-off:{draw.id}", "rewards-draw-off-post", title=reward.title)
    await move_on(ctx, reward, None)
    return reward


async def reveal(ctx: Background, draw_id: int) -> bool:
    """Draw, give the prizes, and tell the secret; False when that was done, or the list does not stand long enough."""
    draw = await draw_of(ctx, draw_id)
    reward = await locked(ctx, draw.reward_id)
    draw = await draw_of(ctx, draw_id)
    if draw.drawn_at is not None or draw.closed_at is None or ctx.now < draw.closed_at + CHECKED_FOR:
        return False
    await ctx.db.execute(sa.update(draws).where(draws.c.id == draw.id).values(drawn_at=ctx.now))
    won = await _place_winners(ctx, draw)
    await ctx.later(hand_out, draw_id=draw.id)
    await ctx.use(Telling).everybody(
        f"draw-drawn:{draw.id}",
        "rewards-draw-drawn-post",
        buttons=[("rewards.draw_check", draw.id)],
        accent=Accent.GLOW,
        title=reward.title,
        count=len(won),
        tickets=await _shown(ctx, won),
        secret=draw.secret,
    )
    return True


async def _place_winners(ctx: Background, draw: Draw) -> list[Entry]:
    """The first tickets whose owners are still known, in their order."""
    rows = await ctx.db.rows(sa.select(*ENTRY).where(entries.c.draw_id == draw.id))
    whose = {entry.ticket: entry for entry in (Entry(*row) for row in rows)}
    order = drawing.drawn(draw.secret, drawing.list_of(await lots_of(ctx, draw)))
    known = (whose[ticket] for ticket in order if whose[ticket].member_id is not None)
    won = list(islice(known, draw.winners))
    for start in range(0, len(won), PLACED_AT_ONCE):
        some = won[start : start + PLACED_AT_ONCE]
        place = sa.case({entry.id: place for place, entry in enumerate(some, start + 1)}, value=entries.c.id)
        change = sa.update(entries).where(entries.c.id.in_([entry.id for entry in some]))
        await ctx.db.execute(change.values(place=place))
    return won


async def _shown(ctx: Background, won: Sequence[Entry]) -> str:
    """Tickets, with the names of those who are shown to others."""
    words = []
    for entry in won[:SHOWN]:
        member = await member_of(ctx, entry.member_id)
        hidden = member is None or (await ctx.use(Preferences).of(member.id)).hidden
        words.append(entry.ticket if hidden or member is None else f"{entry.ticket} ({member.name})")
    return ", ".join(words) + (" …" if len(won) > SHOWN else "")


async def hand_out(ctx: Background, draw_id: int, behind: int = 0) -> None:
    """Give those who won what they won, some at a time; what is left over then is free for who waits."""
    draw = await draw_of(ctx, draw_id)
    reward = await locked(ctx, draw.reward_id)
    which = entries.c.draw_id == draw.id, entries.c.place > behind, entries.c.grant_id.is_(None)
    rows = await ctx.db.rows(sa.select(*ENTRY).where(*which).order_by(entries.c.place).limit(HANDED_AT_ONCE))
    for entry in (Entry(*row) for row in rows):
        await _hand_over(ctx, reward, draw, entry)
    if len(rows) == HANDED_AT_ONCE:
        await ctx.later(hand_out, draw_id=draw_id, behind=Entry(*rows[-1]).place)
        return
    await ctx.db.execute(sa.update(draws).where(draws.c.id == draw.id).values(handed_at=ctx.now))
    await move_on(ctx, reward, None)


async def _hand_over(ctx: Background, reward: Reward, draw: Draw, entry: Entry) -> None:
    if entry.member_id is None:
        return  # forgotten since
    title, ticket = reward.title, entry.ticket
    grant = await give(ctx, reward, entry.member_id, Source.DRAW, promised=True)
    if grant is None:
        await tell_hosts(ctx, f"draw-short:{entry.id}", "rewards-draw-short", title=title, ticket=ticket)
        return
    await ctx.db.execute(sa.update(entries).where(entries.c.id == entry.id).values(grant_id=grant.id))
    await tell_holder(ctx, grant, "rewards-draw-won", title=title, ticket=ticket)


class Checked(Struct, frozen=True):
    """A draw as anybody may look at it. `order` is worked out anew; empty before the secret is told.

    `withdrawn` are tickets of members who had themselves forgotten before they could win.
    """

    reward: Reward
    draw: Draw
    published: str
    order: Sequence[str]
    told: Sequence[str]
    withdrawn: Collection[str]
    own: Lot | None

    @property
    def holds(self) -> bool:
        """Whether promise, list and winners agree."""
        promise = drawing.digest(self.draw.secret) == self.draw.commitment
        standing = drawing.digest(self.published) == self.draw.list_hash
        still = [ticket for ticket in self.order if ticket not in self.withdrawn]
        return promise and standing and list(self.told) == still[: self.draw.winners]


async def check(ctx: Background, draw: Draw, member: Member) -> Checked:
    """Everything about a draw that may be known by now."""
    reward = await reward_of(ctx, draw.reward_id)
    stands, drawn = draw.list_hash is not None, draw.drawn_at is not None and draw.called_off_at is None
    published = drawing.list_of(await lots_of(ctx, draw)) if stands else ""
    order = list(drawing.drawn(draw.secret, published)) if drawn else []
    rows = await ctx.db.rows(sa.select(*ENTRY).where(entries.c.draw_id == draw.id).order_by(entries.c.place))
    every = [Entry(*row) for row in rows]
    told = [entry.ticket for entry in every if entry.place is not None]
    withdrawn = frozenset(entry.ticket for entry in every if entry.member_id is None and entry.place is None)
    mine = (entries.c.draw_id == draw.id) & entries.c.member_id.in_(parts_of(member.id))
    own = await ctx.db.row(sa.select(entries.c.ticket, entries.c.weight).where(mine))
    return Checked(reward, draw, published, order, told, withdrawn, Lot(*own) if own is not None else None)
