"""What hosts can do: call for testers, arrange the rest, pick, remind, read what was found, and close."""

from bot.api import ActionStyle, Answers, Context, Markup, Message, People, Rest, Role
from plugins.testers import _calling, _hosts, _picking, _reporting, _tending, _where
from plugins.testers._call import Call, State, Way, call_of, locked, note
from plugins.testers._plugin import plugin


@plugin.command("tester call", least=Role.HOST, opens_form=True, examples=["/tester call The new glaze | 5"])
async def call_for(ctx: Context, what: Rest | None = None) -> None:
    """Call for testers: what | how many | until when | due when; without words a form opens."""
    if not what:
        await _calling.ask(ctx)
        return
    call = await _calling.create(ctx, _calling.read_line(ctx, what))
    await _posted(ctx, await _calling.post(ctx, call.id))


@plugin.command("tester list", least=Role.HOST)
async def list_calls(ctx: Context) -> None:
    """See all calls for testers, who tests, and what they found."""
    await host_page(ctx, 1)


@plugin.action("testers-host-all", least=Role.HOST)
async def host_page(ctx: Context, page: int) -> None:
    """A page of them."""
    text, rows = await _hosts.listing(ctx, page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("testers-open", least=Role.HOST)
async def host_card(ctx: Context, call_id: int) -> None:
    """One call."""
    await _card(ctx, await call_of(ctx, call_id))


@plugin.action("testers-edit", least=Role.HOST, opens_form=True)
async def edit_form(ctx: Context, call_id: int) -> None:
    """Ask for what may be said better."""
    await _calling.ask(ctx, await call_of(ctx, call_id))


@plugin.action("testers-edit", least=Role.HOST)
async def save(ctx: Context, call_id: int, answers: Answers) -> None:
    """Keep it."""
    await _card(ctx, await _calling.save(ctx, call_id, answers), ctx.t("testers-saved"))


@plugin.action("testers-pick-by-it", least=Role.HOST)
async def set_way(ctx: Context, call_id: int, way: Way) -> None:
    """How testers are picked."""
    await _card(ctx, await _calling.set_way(ctx, call_id, way), ctx.t("testers-saved"))


@plugin.action("testers-post-it", style=ActionStyle.MAIN, least=Role.HOST)
async def post_now(ctx: Context, call_id: int) -> None:
    """Put it up."""
    await _posted(ctx, await _calling.post(ctx, call_id))


async def _posted(ctx: Context, call: Call) -> None:
    await _card(ctx, call, ctx.t("testers-posted"))


@plugin.action("testers-throw-away", least=Role.HOST)
async def throw_away(ctx: Context, call_id: int) -> None:
    """Delete a draft."""
    gone = await _calling.throw_away(ctx, call_id)
    await ctx.reply(ctx.t("testers-thrown-away", title=gone.title), [ctx.button(host_page, 1)], private=True)


@plugin.action("testers-where", least=Role.HOST)
async def where_page(ctx: Context, call_id: int, page: int) -> None:
    """A page of places."""
    text, rows = await _where.choices(ctx, await call_of(ctx, call_id), page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("testers-where", least=Role.HOST)
async def choose_place(ctx: Context, call_id: int, space_id: int, short: str) -> None:
    """This one."""
    await _card(ctx, await _where.choose(ctx, call_id, space_id, short), ctx.t("testers-saved"))


@plugin.action("testers-where", least=Role.HOST)
async def new_room(ctx: Context, call_id: int, space_id: int) -> None:
    """A private thread of its own."""
    await _card(ctx, await _where.make_room(ctx, call_id, space_id), ctx.t("testers-saved"))


@plugin.action("testers-where-none", least=Role.HOST)
async def no_place(ctx: Context, call_id: int) -> None:
    """None."""
    await _card(ctx, await _where.none(ctx, call_id), ctx.t("testers-saved"))


@plugin.action("testers-who", least=Role.HOST)
async def people_page(ctx: Context, call_id: int, page: int) -> None:
    """A page of who put themselves forward."""
    await _people(ctx, await call_of(ctx, call_id), page)


@plugin.action("testers-take-them", least=Role.HOST)
async def take(ctx: Context, call_id: int, entry_id: int) -> None:
    """Choose one of them."""
    call, entry = await _picking.take_by_hand(ctx, call_id, entry_id)
    await _people(ctx, call, 1, ctx.t("testers-taken", name=await ctx.use(People).name_of(entry.member_id)))


async def _people(ctx: Context, call: Call, page: int, head: Markup | None = None) -> None:
    text, rows = await _hosts.volunteers(ctx, call, page, head)
    await ctx.reply(text, *rows, private=True)


@plugin.action("testers-pick", style=ActionStyle.MAIN, least=Role.HOST)
async def pick_now(ctx: Context, call_id: int) -> None:
    """Nobody more may come: draw, or choose, or leave it at those who came."""
    call = await locked(ctx, call_id)
    before = call.state
    call = await (_picking.done_choosing(ctx, call) if before is State.PICKING else _picking.stop_taking(ctx, call))
    if call.state is not before:
        await note(ctx, "testers-pick", call)
    if call.way is Way.HAND and call.state is State.PICKING:
        await _people(ctx, call, 1)
        return
    minutes = int(_picking.CHECKED_FOR.total_seconds()) // 60
    await _card(ctx, call, ctx.t("testers-picking", state=call.state.value, way=call.way.value, minutes=minutes))


@plugin.action("testers-remind", least=Role.HOST)
async def remind_now(ctx: Context, call_id: int) -> None:
    """Remind those who said nothing yet."""
    call, count = await _tending.remind_now(ctx, call_id)
    await _card(ctx, call, ctx.t("testers-reminded", count=count))


@plugin.action("testers-close", least=Role.HOST)
async def ask_close(ctx: Context, call_id: int) -> None:
    """Ask once more: everybody hears of it."""
    call = await call_of(ctx, call_id)
    back = ctx.button(host_card, call.id, label=ctx.t("testers-back"))
    await ctx.reply(ctx.t("testers-close-sure", title=call.title), [ctx.button(close_now, call.id), back], private=True)


@plugin.action("testers-close-now", style=ActionStyle.DANGER, least=Role.HOST)
async def close_now(ctx: Context, call_id: int) -> None:
    """It is over."""
    call = await locked(ctx, call_id)
    was = call.state.is_shown
    call = await _tending.close(ctx, call)
    if was:
        await note(ctx, "testers-close", call)
    await _card(ctx, call, ctx.t("testers-closed"))


@plugin.action("testers-read", least=Role.HOST)
async def reports_page(ctx: Context, call_id: int, page: int) -> None:
    """A page of what was found."""
    text, rows = await _hosts.reports(ctx, await call_of(ctx, call_id), page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("testers-csv", least=Role.HOST)
async def csv(ctx: Context, call_id: int) -> None:
    """The same as a table."""
    call = await call_of(ctx, call_id)
    file = await _reporting.as_table(ctx, call)
    await ctx.reply(Message(ctx.t("testers-csv-here", title=call.title), files=(file,)), private=True)


async def _card(ctx: Context, call: Call, head: Markup | None = None) -> None:
    text, rows = await _hosts.card(ctx, call, head)
    await ctx.reply(text, *rows, private=True)
