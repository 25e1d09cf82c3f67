"""Campaigns: for some days there is a bonus, in words of the hosts' own, and a funnel of their own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Answers, Audit, Background, Context, Rule, UserError, echoed, in_a_line, in_lines, read_rule, times
from plugins.referrals._tables import campaigns, rules

LONGEST_NAME: Final = 60
LONGEST_WORDS: Final = 200
MOST_BONUS: Final = 100_000
_C: Final = campaigns.c


class Campaign(Struct, frozen=True):
    """One of them; the bonus is for either side."""

    id: int
    name: str
    begins_at: datetime
    ends_at: datetime
    bonus: int
    words: str
    rule: Rule | None

    def is_on(self, now: datetime) -> bool:
        """Whether it is under way."""
        return self.begins_at <= now < self.ends_at


def _campaign(row: Any) -> Campaign:
    rule = None if row.rule is None else read_rule(row.rule)
    return Campaign(row.id, row.name, row.begins_at, row.ends_at, row.bonus, row.words, rule)


async def all_campaigns(ctx: Background, *where: sa.ColumnElement[bool]) -> Sequence[Campaign]:
    """Those for which that holds, the newest first."""
    query = sa.select(campaigns).where(_C.community_id == ctx.community.id, *where)
    return [_campaign(row) for row in await ctx.db.rows(query.order_by(_C.begins_at.desc(), _C.id.desc()))]


async def campaign_of(ctx: Background, campaign_id: int) -> Campaign:
    """The one of that id. Raises UserError when there is none here."""
    found = await all_campaigns(ctx, _C.id == campaign_id)
    if not found:
        raise UserError("referrals-campaign-gone")
    return found[0]


async def under_way(ctx: Background) -> Campaign | None:
    """The one that is on; there is never more than one."""
    return next(iter(await all_campaigns(ctx, _C.begins_at <= ctx.now, _C.ends_at > ctx.now)), None)


async def keep(ctx: Context, campaign_id: int, answers: Answers) -> Campaign:
    """What a form brought, a new one for 0. Raises UserError where it does not fit, with what was typed."""
    name, words = in_a_line(answers.get("name", "")), in_lines(answers.get("words", ""))
    if not 0 < len(name) <= LONGEST_NAME or len(words) > LONGEST_WORDS:
        raise UserError("referrals-campaign-words", name=LONGEST_NAME, most=LONGEST_WORDS, text=echoed(words or name))
    begins = _moment(ctx, answers.get("begins", "")) if answers.get("begins", "").strip() else ctx.now
    ends, typed = _moment(ctx, answers.get("ends", "")), answers.get("bonus", "").strip() or "0"
    if ends <= begins:
        raise UserError("referrals-campaign-ends")
    if not typed.isdecimal() or len(typed) > 9 or int(typed) > MOST_BONUS:
        raise UserError("referrals-campaign-bonus", most=MOST_BONUS, typed=echoed(typed))
    await ctx.db.transaction()
    for other in await all_campaigns(ctx, _C.id != campaign_id, _C.begins_at < ends, _C.ends_at > begins):
        raise UserError("referrals-campaign-overlaps", name=other.name)
    values = {"name": name, "begins_at": begins, "ends_at": ends, "bonus": int(typed), "words": words}
    return await _write(ctx, campaign_id, values)


async def end(ctx: Context, campaign_id: int) -> Campaign:
    """Nobody comes by it any more from now on; who did already still did."""
    campaign = await campaign_of(ctx, campaign_id)
    if campaign.ends_at <= ctx.now:
        raise UserError("referrals-campaign-over", name=campaign.name)
    begins = min(campaign.begins_at, ctx.now)
    return await _write(ctx, campaign_id, {"ends_at": ctx.now, "begins_at": begins})


async def _write(ctx: Context, campaign_id: int, values: dict[str, Any]) -> Campaign:
    if campaign_id:
        before = (await campaign_of(ctx, campaign_id)).name
        mine = (_C.id == campaign_id) & (_C.community_id == ctx.community.id)
        await ctx.db.execute(sa.update(campaigns).where(mine).values(**values))
    else:
        before = None
        new = sa.insert(campaigns).values(community_id=ctx.community.id, **values)
        campaign_id = await ctx.db.insert(new)
    after, subject = await campaign_of(ctx, campaign_id), f"campaign:{campaign_id}"
    await ctx.use(Audit).note(
        ctx.community.id, ctx.member.id, "referrals-campaign", subject, before, f"{after.name}, +{after.bonus}"
    )
    return after


def _moment(ctx: Context, typed: str) -> datetime:
    at = times.parse_moment(typed, ctx.language, ctx.member.zone, ctx.now)
    if at is None:
        raise UserError("referrals-campaign-when", typed=echoed(typed))
    return at


async def rule_of(ctx: Background, campaign_id: int | None) -> Rule | None:
    """What else has to hold: the campaign's own rule, else the community's."""
    if campaign_id:
        own = [one.rule for one in await all_campaigns(ctx, _C.id == campaign_id)]
        if own and own[0] is not None:
            return own[0]
    kept: str | None = await ctx.db.value(sa.select(rules.c.rule).where(rules.c.community_id == ctx.community.id))
    return None if kept is None else read_rule(kept)
