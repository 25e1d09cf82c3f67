"""Who may test: a rule over facts, put together by buttons."""

from bot.api import Context, Role, Rule, RuleBuilder, UserError
from plugins.testers._call import State, call_of, change, locked
from plugins.testers._plugin import plugin
from plugins.testers._waking import expect_look


async def _rule_of(ctx: Context, call_id: int) -> tuple[str, Rule | None]:
    call = await call_of(ctx, call_id)
    return call.title, call.rule


async def _keep_rule(ctx: Context, call_id: int, rule: Rule | None) -> None:
    call = await locked(ctx, call_id)
    if call.state not in (State.DRAFT, State.OPEN):
        raise UserError("testers-rule-stands", title=call.title)
    call = await change(ctx, call, rule=None if rule is None else rule.model_dump_json())
    await expect_look(ctx, call)


RULE = RuleBuilder(
    plugin,
    "rule",
    load=_rule_of,
    keep=_keep_rule,
    back="testers.host_card",
    least=Role.HOST,
    label="testers-rule",
    none="testers-rule-none",
)
