"""What unlocks a reward: moderators put its rule together by the core's builder."""

from bot.api import Context, Role, Rule, RuleBuilder
from plugins.rewards._editing import note
from plugins.rewards._plugin import plugin
from plugins.rewards._reward import change, reward_of, rule_text


async def _rule_of(ctx: Context, reward_id: int) -> tuple[str, Rule | None]:
    reward = await reward_of(ctx, reward_id)
    return reward.title, reward.rule


async def _keep_rule(ctx: Context, reward_id: int, rule: Rule | None) -> None:
    await change(ctx, reward_id, rule=rule_text(rule))
    await note(ctx, "rewards-edit", reward_id, (await reward_of(ctx, reward_id)).title)


RULE = RuleBuilder(
    plugin,
    "rule",
    load=_rule_of,
    keep=_keep_rule,
    back="rewards.host_card",
    least=Role.MODERATOR,
    none="rewards-rule-none",
)
