"""What hosts can do about times: set them, see who comes, call them off, note who came."""

from datetime import datetime
from typing import Annotated

from bot.api import ActionStyle, Answers, Context, Role, Within
from plugins.rewards import _hosting, _hosts, _reminding
from plugins.rewards._limits import moment
from plugins.rewards._plugin import RewardName, plugin
from plugins.rewards._reward import named, reward_of
from plugins.rewards._times import time_of


@plugin.command(
    "reward times", least=Role.MODERATOR, examples=["/reward times Tea", "/reward times Tea tomorrow 18:00 30 1 4"]
)
async def reward_times(
    ctx: Context,
    reward: RewardName,
    when: datetime | None = None,
    minutes: Annotated[int, Within(5, 1440)] = 60,
    seats: Annotated[int, Within(1, 10_000)] | None = None,
    weeks: Annotated[int, Within(1, _hosting.MOST_WEEKS)] = 1,
) -> None:
    """See a reward's times, or add some: in your own zone, weekly where you say so."""
    found = await named(ctx, reward)
    if when is None:
        await times_page(ctx, found.id, 1)
        return
    found, count = await _hosting.add(ctx, found.id, when, minutes, seats, weeks)
    text, rows = await _hosting.listing(ctx, found, 1, ctx.t("rewards-times-added", count=count))
    await ctx.reply(text, *rows)


@plugin.action("rewards-times", least=Role.HOST)
async def times_page(ctx: Context, reward_id: int, page: int) -> None:
    """A page of the times to come."""
    text, rows = await _hosting.listing(ctx, await reward_of(ctx, reward_id), page)
    await ctx.reply(text, *rows)


@plugin.action("rewards-people", least=Role.HOST)
async def time_card(ctx: Context, reward_id: int, time_id: int) -> None:
    """One of them, with who comes."""
    await time_page(ctx, reward_id, time_id, 1)


@plugin.action("rewards-people", least=Role.HOST)
async def time_page(ctx: Context, reward_id: int, time_id: int, page: int) -> None:
    """A page of who comes."""
    text, rows = await _hosting.card(ctx, await reward_of(ctx, reward_id), time_id, page)
    await ctx.reply(text, *rows)


@plugin.action("rewards-time-change", least=Role.MODERATOR, opens_form=True)
async def time_form(ctx: Context, reward_id: int, time_id: int) -> None:
    """Ask how long it takes and how many may come."""
    await _hosting.ask_change(ctx, reward_id, time_id)


@plugin.action("rewards-time-change", least=Role.MODERATOR)
async def change_time(ctx: Context, reward_id: int, time_id: int, answers: Answers) -> None:
    """Keep what was answered."""
    reward = await _hosting.change(ctx, reward_id, time_id, answers)
    text, rows = await _hosting.listing(ctx, reward, 1, ctx.t("rewards-saved"))
    await ctx.reply(text, *rows)


@plugin.action("rewards-call-off", least=Role.MODERATOR)
async def ask_call_off(ctx: Context, reward_id: int, time_id: int) -> None:
    """Ask once more: people are told."""
    reward = await reward_of(ctx, reward_id)
    time = await time_of(ctx, reward.id, time_id)
    when = moment(ctx, time.starts_at) if time is not None else ""
    text = ctx.t("rewards-call-off-sure", title=reward.title, when=when)
    await ctx.reply(text, [ctx.button(call_off, reward_id, time_id)])


@plugin.action("rewards-call-off", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def call_off(ctx: Context, reward_id: int, time_id: int) -> None:
    """Call it off."""
    reward, time, count = await _reminding.cancel(ctx, reward_id, time_id)
    await ctx.reply(ctx.t("rewards-off", title=reward.title, when=moment(ctx, time.starts_at), count=count))


@plugin.action("rewards-came", least=Role.HOST)
async def came(ctx: Context, grant_id: int) -> None:
    """They came."""
    await _hosting.mark(ctx, grant_id, came=True)
    text, rows = await _hosts.grant_card(ctx, grant_id)
    await ctx.reply(text, *rows)


@plugin.action("rewards-not-came", least=Role.HOST)
async def missed(ctx: Context, grant_id: int) -> None:
    """They did not come."""
    await _hosting.mark(ctx, grant_id, came=False)
    text, rows = await _hosts.grant_card(ctx, grant_id)
    await ctx.reply(text, *rows)
