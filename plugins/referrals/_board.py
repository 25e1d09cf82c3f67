"""Who brings the most, for everybody to see; whoever asked not to be shown is not."""

from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.api import (
    Context,
    Message,
    People,
    Pictures,
    Preferences,
    RankingCard,
    RankingRow,
    counts_for,
    join,
    plain,
    times,
)
from plugins.referrals._referral import State, in_state
from plugins.referrals._tables import referrals

SHOWN = 10
LOOKED_AT = 50


async def show(ctx: Context) -> None:
    """The ten who brought the most people that stayed."""
    rows = await _places(ctx)
    title = ctx.t("referrals-board-title")
    if not rows:
        await ctx.reply(ctx.t("referrals-board-none"))
        return
    lines = [title, *(ctx.t("referrals-board-line", place=one.place, name=one.name, words=one.words) for one in rows)]
    today = ctx.now.astimezone(ZoneInfo(ctx.member.zone)).date()
    card = RankingCard(
        title=plain(title), community=ctx.community.name, day=times.day(today, ctx.language), rows=tuple(rows)
    )
    says = ctx.t("referrals-board-says")
    await ctx.reply(await ctx.use(Pictures).beside(Message(join(lines)), card, says=says, reader=ctx.member))


async def _places(ctx: Context) -> list[RankingRow]:
    """Whoever brought as many stands at the same place."""
    who, many = counts_for(referrals.c.inviter_id).label("who"), sa.func.count().label("many")
    mine = (referrals.c.community_id == ctx.community.id) & in_state(State.PAID) & referrals.c.inviter_id.is_not(None)
    query = sa.select(who, many).where(mine).group_by(who).order_by(many.desc(), who).limit(LOOKED_AT)
    found = await ctx.db.rows(query)
    ids = [row.who for row in found]
    people, hidden = await ctx.use(People).of_many(ids), await ctx.use(Preferences).hidden(ids)
    rows: list[RankingRow] = []
    for id, count in ((row.who, int(row.many)) for row in found):
        if id in people and (id not in hidden or id == ctx.member.id) and len(rows) < SHOWN:
            place = rows[-1].place if rows and rows[-1].value == count else len(rows) + 1
            words = plain(ctx.t("referrals-board-people", count=count))
            rows.append(RankingRow(place, people[id].name, count, words, own=id == ctx.member.id))
    return rows
