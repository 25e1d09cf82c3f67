"""What members and moderators can do about draws: start, enter, close, check."""

from datetime import datetime
from typing import Annotated

from bot.api import ActionStyle, Context, File, Message, Role, UserError, Within, join
from plugins.rewards import _draws, _editing, _prizes
from plugins.rewards._draws import Weights
from plugins.rewards._limits import moment
from plugins.rewards._plugin import RewardName, plugin
from plugins.rewards._prizes import Checked
from plugins.rewards._reward import named, reward_of

PLACES_SHOWN = 10


@plugin.command("draw start", least=Role.MODERATOR, examples=["/draw start Mug 3 tomorrow 20:00"])
async def draw_start(
    ctx: Context,
    reward: RewardName,
    winners: Annotated[int, Within(1, 1000)],
    closes: datetime,
    weights: Weights = Weights.EQUAL,
) -> None:
    """Draw a reward among those who may have it; everybody can check that it was fair."""
    found = await named(ctx, reward)
    kept, draw = await _draws.start(ctx, found.id, winners, closes, weights)
    await _editing.note(ctx, "rewards-draw", kept.id, kept.title)
    when = moment(ctx, draw.closes_at)
    await ctx.reply(ctx.t("rewards-draw-started", title=kept.title, winners=winners, when=when))


@plugin.action("rewards-draw-enter", style=ActionStyle.MAIN)
async def enter(ctx: Context, draw_id: int) -> None:
    """Be in it."""
    draw, lot, new = await _draws.enter(ctx, draw_id, ctx.member)
    reward = await reward_of(ctx, draw.reward_id)
    values = {"title": reward.title, "ticket": lot.ticket, "weight": lot.weight}
    await ctx.reply(ctx.t("rewards-draw-entered", **values, new=new), [ctx.button(draw_check, draw_id)])


@plugin.command("draw close", least=Role.MODERATOR)
async def draw_close(ctx: Context) -> None:
    """Close the open draw before its time; the list stands from then on."""
    draw = await _draws.newest(ctx, is_open=True)
    reward = await reward_of(ctx, draw.reward_id)
    await ctx.reply(ctx.t("rewards-draw-close-sure", title=reward.title), [ctx.button(close_now, draw.id)])


@plugin.action("rewards-draw-close", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def close_now(ctx: Context, draw_id: int) -> None:
    """Close it."""
    draw = await _draws.draw_of(ctx, draw_id)
    reward = await reward_of(ctx, draw.reward_id)
    if draw.closed_at is not None:
        raise UserError("rewards-draw-closed", title=reward.title)
    await _draws.close(ctx, draw_id)
    await _editing.note(ctx, "rewards-draw-shut", reward.id, reward.title)
    await ctx.reply(ctx.t("rewards-draw-is-closed", title=reward.title))


@plugin.command("draw cancel", least=Role.MODERATOR)
async def draw_cancel(ctx: Context) -> None:
    """Call the open draw off; nobody wins, and what was kept for it is free."""
    draw = await _draws.newest(ctx, is_open=True)
    reward = await reward_of(ctx, draw.reward_id)
    await ctx.reply(ctx.t("rewards-draw-cancel-sure", title=reward.title), [ctx.button(cancel_now, draw.id)])


@plugin.action("rewards-draw-cancel", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def cancel_now(ctx: Context, draw_id: int) -> None:
    """Call it off."""
    reward = await _prizes.call_off(ctx, draw_id)
    await _editing.note(ctx, "rewards-draw-off", reward.id, reward.title)
    await ctx.reply(ctx.t("rewards-draw-is-off", title=reward.title))


@plugin.command("draw check")
async def check(ctx: Context) -> None:
    """Check the last draw: the list, the promise, the secret, and who won."""
    await draw_check(ctx, (await _draws.newest(ctx)).id)


@plugin.action("rewards-draw-check")
async def draw_check(ctx: Context, draw_id: int) -> None:
    """The same for the draw under a button."""
    checked = await _prizes.check(ctx, await _draws.draw_of(ctx, draw_id), ctx.member)
    draw = checked.draw
    lines = [ctx.t("rewards-draw-title", title=checked.reward.title, winners=draw.winners, weights=draw.weights.value)]
    lines.append(ctx.t("rewards-draw-promise", commitment=draw.commitment))
    if draw.called_off_at is not None:
        lines.append(ctx.t("rewards-draw-off", title=checked.reward.title))
    elif draw.closed_at is None:
        lines.append(ctx.t("rewards-draw-still-open", when=moment(ctx, draw.closes_at)))
    else:
        lines.append(ctx.t("rewards-draw-list", fingerprint=draw.list_hash or "", count=_count(checked)))
    if draw.drawn_at is not None and draw.called_off_at is None:
        lines.append(ctx.t("rewards-draw-secret", secret=draw.secret))
        lines.append(ctx.t("rewards-draw-order", tickets=", ".join(checked.told) or "–"))
        lines.append(ctx.t("rewards-draw-holds", fair=checked.holds))
    if checked.own is not None:
        lines.append(ctx.t("rewards-draw-own", ticket=checked.own.ticket, weight=checked.own.weight))
    files = (File("draw.txt", checked.published.encode()),) if checked.published else ()
    await ctx.reply(Message(join(lines), files=files))


def _count(checked: Checked) -> int:
    return len(checked.published.splitlines())
