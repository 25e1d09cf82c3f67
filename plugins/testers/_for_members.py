"""What everybody can do: see what is to be tested, put oneself forward, step back, and say what one found."""

from bot.api import ActionStyle, Answers, Context
from plugins.testers import _reporting, _showing, _volunteering
from plugins.testers._call import Call, call_of
from plugins.testers._plugin import plugin


@plugin.command()
async def testers(ctx: Context) -> None:
    """See what is to be tested, put yourself forward, and say what you found."""
    await listing_page(ctx, 1)


@plugin.action("testers-all")
async def listing_page(ctx: Context, page: int) -> None:
    """A page of it."""
    text, rows = await _showing.listing(ctx, page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("testers-look")
async def look(ctx: Context, call_id: int) -> None:
    """One call."""
    await _card(ctx, await call_of(ctx, call_id))


@plugin.action("testers-volunteer", style=ActionStyle.MAIN)
async def volunteer(ctx: Context, call_id: int) -> None:
    """Put oneself forward."""
    done = await _volunteering.volunteer(ctx, call_id)
    await _card(ctx, done.call, "testers-forward", new=done.new)


@plugin.action("testers-confirm", style=ActionStyle.MAIN)
async def confirm(ctx: Context, call_id: int) -> None:
    """Take the place that is kept."""
    done = await _volunteering.confirm(ctx, call_id)
    await _card(ctx, done.call, "testers-confirmed", new=done.new)


@plugin.action("testers-step-back", style=ActionStyle.QUIET)
async def step_back(ctx: Context, call_id: int) -> None:
    """Not after all."""
    call = await _volunteering.step_back(ctx, call_id)
    again = [ctx.button(volunteer, call.id)] if call.takes_volunteers(ctx.now) else []
    await ctx.reply(ctx.t("testers-stepped-back", title=call.title), again, private=True)


@plugin.action("testers-report-now", style=ActionStyle.MAIN, opens_form=True)
async def report_form(ctx: Context, call_id: int) -> None:
    """Ask what they found."""
    await _reporting.ask(ctx, call_id)


@plugin.action("testers-report-now")
async def report(ctx: Context, call_id: int, answers: Answers) -> None:
    """Keep it."""
    call = await _reporting.keep(ctx, call_id, answers)
    await ctx.reply(ctx.t("testers-reported", title=call.title), [ctx.button(look, call.id)], private=True)


@plugin.action("testers-draw-check")
async def draw_check(ctx: Context, call_id: int) -> None:
    """Check a draw: the list, the promise, the secret, and who was drawn."""
    await ctx.reply(await _showing.draw(ctx, await call_of(ctx, call_id)), private=True)


async def _card(ctx: Context, call: Call, head: str = "", **values: object) -> None:
    first = ctx.t(head, title=call.title, **values) if head else None
    text, rows = await _showing.card(ctx, call, first)
    await ctx.reply(text, *rows, private=True)
