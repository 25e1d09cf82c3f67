"""Who may vote: a rule over facts, put together by buttons."""

from bot.api import Context, Role, Rule, RuleBuilder
from plugins.polls._asking import draft
from plugins.polls._plugin import plugin
from plugins.polls._poll import change, poll_of, rule_text


async def _rule_of(ctx: Context, poll_id: int) -> tuple[str, Rule | None]:
    poll = await poll_of(ctx, poll_id)
    return poll.question, poll.rule


async def _keep_rule(ctx: Context, poll_id: int, rule: Rule | None) -> None:
    poll = await draft(ctx, poll_id)
    await change(ctx, poll.id, rule=rule_text(rule), only_stream=False)


RULE = RuleBuilder(
    plugin,
    "rule",
    load=_rule_of,
    keep=_keep_rule,
    back="polls.draft_page",
    least=Role.HOST,
    label="polls-rule",
    none="polls-rule-none",
)
