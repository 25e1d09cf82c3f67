"""Texts from outside, which programs hand in: each kept once, sealed, and gone after ninety days."""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from bot.api import Background, Heard, HostsHeard, Outside, in_a_line, in_lines, shortened, upsert, urgency_of
from plugins.triage._tables import outside

KEPT: Final = timedelta(days=90)
LONGEST: Final = 4000
LONGEST_NAME: Final = 80
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]{1,250}", re.IGNORECASE)


async def take(ctx: Background, texts: Sequence[Outside]) -> int:
    """Keep them, as far as they are new and say something; returns how many.

    Hosts are told at once of what cannot wait: a program may bring thousands along, so only of those it is looked for.
    """
    new, urgent = 0, False
    for one in texts:
        words = shortened(in_lines(one.text), LONGEST)
        if words and one.at > ctx.now - KEPT and await _keep(ctx, one, words):
            new += 1
            urgent |= urgency_of(words) is not None
    if urgent:
        said = f"outside:{_mark(texts[0])}:{int(ctx.now.timestamp())}"
        ctx.db.emit(HostsHeard(community_id=ctx.community.id, at=ctx.now, said=said))
    return new


async def _keep(ctx: Background, one: Outside, words: str) -> int:
    row = {
        "community_id": ctx.community.id,
        "mark": _mark(one),
        "author": in_a_line(one.author)[:LONGEST_NAME],
        "text": words,
        "url": one.url if _ADDRESS.fullmatch(one.url) else "",
        "at": min(one.at, ctx.now),
        "kept_at": ctx.now,
    }
    done = await ctx.db.execute(upsert(ctx.db.dialect, outside).values(**row).on_conflict_do_nothing())
    return max(0, done.rowcount)


def _mark(one: Outside) -> str:
    return hashlib.blake2b(one.id.encode(), digest_size=12).hexdigest()


async def heard(ctx: Background, since: datetime) -> Sequence[Heard]:
    """What came since then, for the triage."""
    names = ("mark", "author", "text", "url", "at", "kept_at")
    here = (outside.c.community_id == ctx.community.id) & (outside.c.kept_at >= since)
    rows = await ctx.db.rows(sa.select(*(outside.c[name] for name in names)).where(here).order_by(outside.c.id))
    return [
        Heard(row.mark, "triage-heard", row.text, at=row.kept_at, author=row.author, url=row.url, said_at=row.at)
        for row in rows
    ]


async def forget_outside(ctx: Background) -> None:
    """What came longer ago is gone."""
    old = (outside.c.community_id == ctx.community.id) & (outside.c.kept_at < ctx.now - KEPT)
    await ctx.db.execute(sa.delete(outside).where(old))
