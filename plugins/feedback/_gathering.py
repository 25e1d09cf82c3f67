"""Once an hour: what was said without a name is given to the hosts, shuffled, so that its moment tells nothing."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from bot.api import Background, HostsHeard, Telling
from plugins.feedback._nameless import today, words
from plugins.feedback._settings import FeedbackSettings
from plugins.feedback._tables import nameless, quota

LASTS: Final = timedelta(days=7)
KEPT: Final = timedelta(days=180)
"""So long answers can be read; then the words go."""


async def gather(ctx: Background) -> None:
    """Give what came, and say that there are answers. Where nothing did, nothing is written."""
    answered = nameless.c.is_told.is_(False) & (sa.func.length(nameless.c.answer) > 0)
    new = await words(ctx, nameless.c.given_on.is_(None) | answered)
    if waiting := [one for one in new if one.given_on is None]:
        mine = (nameless.c.community_id == ctx.community.id) & nameless.c.given_on.is_(None)
        await ctx.db.execute(sa.update(nameless).where(mine).values(given_on=today(ctx)))
        said = f"feedback-nameless:{secrets.token_hex(8)}"
        ctx.db.emit(HostsHeard(community_id=ctx.community.id, at=ctx.now, said=said))
        await _give(ctx, len(waiting))
    if fresh := [one.id for one in new if one.answer and not one.is_told]:
        await _tell_of_answers(ctx, fresh)


async def let_go(ctx: Background) -> None:
    """Let go of what is old, once a day."""
    here = quota.c.community_id == ctx.community.id
    await ctx.db.execute(sa.delete(quota).where(here, quota.c.day < today(ctx)))
    old = nameless.c.given_on < (ctx.now - KEPT).date().isoformat()
    await ctx.db.execute(sa.delete(nameless).where(nameless.c.community_id == ctx.community.id, old))


async def _give(ctx: Background, count: int) -> None:
    """Say that there is something to read; the words themselves stand nowhere but in their own table."""
    if (await ctx.settings(FeedbackSettings)).tell_hosts:
        key, row = f"feedback-nameless:{secrets.token_hex(8)}", [("feedback.nameless_page", 1)]
        telling = ctx.use(Telling)
        await telling.everybody(key, "feedback-nameless-post", hosts=True, buttons=[row], lasts=LASTS, count=count)


async def _tell_of_answers(ctx: Background, fresh: Sequence[str]) -> None:
    """Whoever it is for cannot be told: everybody hears that there is an answer, and they alone can read it."""
    await ctx.db.execute(sa.update(nameless).where(nameless.c.id.in_(fresh)).values(is_told=True))
    if (await ctx.settings(FeedbackSettings)).tell_answers:
        key, button = f"feedback-answers:{secrets.token_hex(8)}", "feedback.answers_for_me"
        await ctx.use(Telling).everybody(
            key, "feedback-answers-post", buttons=[[(button,)]], lasts=LASTS, count=len(fresh)
        )
