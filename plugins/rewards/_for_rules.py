"""What moderators can do about what unlocks a reward."""

from bot.api import Answers, Context, Role
from plugins.rewards import _ruling
from plugins.rewards._plugin import plugin
from plugins.rewards._reward import Reward, reward_of


@plugin.action("rewards-rule", least=Role.MODERATOR)
async def rule(ctx: Context, reward_id: int) -> None:
    """See the rule."""
    await _show(ctx, await reward_of(ctx, reward_id))


@plugin.action("rewards-rule-add", least=Role.MODERATOR)
async def facts_page(ctx: Context, reward_id: int, page: int) -> None:
    """A page of facts to choose from."""
    text, rows = await _ruling.facts(ctx, await reward_of(ctx, reward_id), page)
    await ctx.reply(text, *rows)


@plugin.action("rewards-rule-badge", least=Role.MODERATOR)
async def badges_page(ctx: Context, reward_id: int, page: int) -> None:
    """A page of badges to choose from."""
    text, rows = await _ruling.badges(ctx, await reward_of(ctx, reward_id), page)
    await ctx.reply(text, *rows)


@plugin.action("rewards-rule-badge", least=Role.MODERATOR)
async def need_badge(ctx: Context, reward_id: int, badge_id: int, level: int) -> None:
    """Whoever has it from that level on; 0 asks which."""
    if level:
        await _show(ctx, await _ruling.add_badge(ctx, reward_id, badge_id, level))
        return
    text, rows = await _ruling.levels(ctx, await reward_of(ctx, reward_id), badge_id)
    await ctx.reply(text, *rows)


@plugin.action("rewards-rule-add", least=Role.MODERATOR, opens_form=True)
async def condition_form(ctx: Context, reward_id: int, fact: str) -> None:
    """Ask how the fact is compared."""
    await _ruling.ask(ctx, await reward_of(ctx, reward_id), fact)


@plugin.action("rewards-rule-add", least=Role.MODERATOR)
async def condition(ctx: Context, reward_id: int, fact: str, answers: Answers) -> None:
    """Add the condition."""
    await _show(ctx, await _ruling.add(ctx, reward_id, fact, answers))


@plugin.action("rewards-rule-all", least=Role.MODERATOR)
async def join_by(ctx: Context, reward_id: int, how: str) -> None:
    """All of the conditions, or any."""
    await _show(ctx, await _ruling.join_by(ctx, reward_id, how))


@plugin.action("rewards-rule-clear", least=Role.MODERATOR)
async def rule_clear(ctx: Context, reward_id: int) -> None:
    """Everybody may have it."""
    await _show(ctx, await _ruling.clear(ctx, reward_id))


async def _show(ctx: Context, reward: Reward) -> None:
    text, rows = await _ruling.screen(ctx, reward)
    await ctx.reply(text, *rows, [ctx.button("rewards.host_card", reward.id, label=ctx.t("rewards-rule-done"))])
