"""What else has to hold for whoever counts: moderators put a rule together by the core's builder."""

import sqlalchemy as sa

from bot.api import Context, Role, Rule, RuleBuilder, plain, upsert
from plugins.referrals._campaigns import campaign_of, rule_of
from plugins.referrals._plugin import plugin
from plugins.referrals._tables import campaigns, rules


async def _rule_of(ctx: Context, campaign_id: int) -> tuple[str, Rule | None]:
    """Number 0 is what holds outside of campaigns."""
    if campaign_id:
        campaign = await campaign_of(ctx, campaign_id)
        return campaign.name, campaign.rule
    return plain(ctx.t("referrals-rule-title")), await rule_of(ctx, None)


async def _keep_rule(ctx: Context, campaign_id: int, rule: Rule | None) -> None:
    text = None if rule is None else rule.model_dump_json()
    if campaign_id:
        await campaign_of(ctx, campaign_id)
        await ctx.db.execute(sa.update(campaigns).where(campaigns.c.id == campaign_id).values(rule=text))
        return
    row = upsert(ctx.db.dialect, rules).values(community_id=ctx.community.id, rule=text)
    await ctx.db.execute(row.on_conflict_do_update(index_elements=["community_id"], set_={"rule": text}))


RULE = RuleBuilder(
    plugin,
    "rule",
    load=_rule_of,
    keep=_keep_rule,
    back="referrals.campaign_page",
    least=Role.MODERATOR,
    none="referrals-rule-none",
)
