"""What somebody handed in, how many vote for it, and whom everybody may know it is from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, Context, People, Preferences, Role, UserError, counts_for, parts_of, plain
from plugins.challenges._challenge import Challenge
from plugins.challenges._tables import challenges, entries, votes, words


class Shown(Enum):
    """Whether everybody sees it."""

    WAITING = "waiting"
    SHOWN = "shown"
    REFUSED = "refused"


class Entry(Struct, frozen=True):
    """One entry. `is_there`: not, once whoever handed it in took it back or was forgotten. `votes`: at the end."""

    id: int
    challenge_id: int
    member_id: int | None
    at: datetime
    state: Shown
    turn: int
    number: int | None
    photo_id: int | None
    votes: int | None
    won: bool
    text: str
    is_there: bool

    @property
    def name(self) -> str:
        """What tells it from all others: one that was taken back may leave its number to the next."""
        return f"{self.id}:{int(self.at.timestamp() * 1000)}"

    @property
    def is_shown(self) -> bool:
        return self.is_there and self.state is Shown.SHOWN


_E, _V = entries.c, votes.c
_NAMES: Final = tuple(name for name in Entry.__struct_fields__ if name not in ("member_id", "text", "is_there"))


def _select(ctx: Background) -> sa.Select[Any]:
    who, is_there = counts_for(_E.member_id).label("member_id"), words.c.entry_id.is_not(None).label("is_there")
    found = sa.select(*(_E[name] for name in _NAMES), who, words.c.text, is_there)
    found = found.join(challenges, challenges.c.id == _E.challenge_id)
    return found.outerjoin(words, words.c.entry_id == _E.id).where(challenges.c.community_id == ctx.community.id)


def _entry(row: Any) -> Entry:
    read = {"state": Shown(row.state), "won": bool(row.won), "is_there": bool(row.is_there), "text": row.text or ""}
    return Entry(**{**row._mapping, **read})


async def entry_of(ctx: Background, entry_id: int) -> Entry:
    """The entry of that id. Raises UserError where it is gone."""
    row = await ctx.db.row(_select(ctx).where(_E.id == entry_id))
    if row is None or not row.is_there:
        raise UserError("challenges-entry-gone")
    return _entry(row)


async def seen_by(ctx: Context, entry_id: int) -> Entry:
    """The same, as far as whoever acts may see it. Raises UserError."""
    entry = await entry_of(ctx, entry_id)
    if entry.is_shown or entry.member_id == ctx.member.id or ctx.member.role >= Role.HOST:
        return entry
    raise UserError("challenges-entry-gone")


async def own_in(ctx: Background, challenge_id: int, member_id: int) -> Entry | None:
    """What a member handed in by any of their accounts; None for nothing."""
    mine = _select(ctx).where(_E.challenge_id == challenge_id, _E.member_id.in_(parts_of(member_id)))
    row = await ctx.db.row(mine.where(words.c.entry_id.is_not(None)).order_by(_E.id.desc()).limit(1))
    return None if row is None else _entry(row)


async def gallery_of(ctx: Background, challenge_id: int) -> Sequence[Entry]:
    """What everybody sees, in the order of its numbers."""
    mine = _select(ctx).where(_E.challenge_id == challenge_id, _E.state == Shown.SHOWN.value)
    rows = await ctx.db.rows(mine.where(words.c.entry_id.is_not(None)).order_by(_E.number))
    return [_entry(row) for row in rows]


async def ranked(ctx: Background, challenge_id: int) -> Sequence[Entry]:
    """What was shown at the end, also of those who are gone by now, the most votes first."""
    mine = _select(ctx).where(_E.challenge_id == challenge_id, _E.votes.is_not(None))
    return [_entry(row) for row in await ctx.db.rows(mine.order_by(_E.votes.desc(), _E.number))]


async def waiting(ctx: Background) -> int:
    """How many wait for a host's word, in challenges that are open."""
    waits = (_E.state == Shown.WAITING.value) & (challenges.c.state == "open")
    found = _select(ctx).where(waits, words.c.entry_id.is_not(None)).with_only_columns(_E.id).subquery()
    return int(await ctx.db.value(sa.select(sa.func.count()).select_from(found)))


async def tally(ctx: Background, challenge: Challenge) -> Mapping[int, int]:
    """Votes by entry, one a person whichever accounts were linked since: the newest, and none for one's own."""
    who, whose = counts_for(_V.member_id), counts_for(_E.member_id)
    each = sa.select(_V.id, _V.entry_id, _V.at, who.label("who"), whose.label("whose"))
    cast = (
        each.join(entries, _E.id == _V.entry_id)
        .where(_V.challenge_id == challenge.id, _E.state == Shown.SHOWN.value)
        .subquery()
    )
    turn = sa.func.row_number().over(partition_by=cast.c.who, order_by=[cast.c.at.desc(), cast.c.id.desc()])
    last = sa.select(cast.c.entry_id, cast.c.who, cast.c.whose, turn.label("turn")).subquery()
    one_each = (last.c.turn == 1) & (last.c.whose.is_(None) | (last.c.whose != last.c.who))
    counted = sa.select(last.c.entry_id, sa.func.count()).where(one_each).group_by(last.c.entry_id)
    return Counter({int(entry_id): int(times) for entry_id, times in await ctx.db.rows(counted)})


async def shown_name(ctx: Background, entry: Entry) -> str:
    """The name under which everybody sees it; "" for who asked not to be shown, or is gone."""
    if entry.member_id is None or (await ctx.use(Preferences).of(entry.member_id)).hidden:
        return ""
    return await ctx.use(People).name_of(entry.member_id)


async def who_for(ctx: Context, entry: Entry) -> str:
    """Whose it is, for whoever reads it in an answer."""
    knows = ctx.member.role >= Role.HOST or entry.member_id == ctx.member.id
    name = await (ctx.use(People).name_of(entry.member_id) if knows else shown_name(ctx, entry))
    return name or plain(ctx.t("challenges-somebody"))
