"""What hosts can do: start a challenge in one line, say until when it runs, decide what is shown, and close it."""

from bot.api import ActionStyle, Answers, Context, Field, Rest, Role
from plugins.challenges import _entering, _posting, _showing, _starting
from plugins.challenges._challenge import Challenge, all_open, challenge_of, until
from plugins.challenges._entry import Entry
from plugins.challenges._plugin import plugin
from plugins.challenges._starting import End

_NOTHING = Rest("")


@plugin.command(
    "challenge start",
    least=Role.HOST,
    opens_form=True,
    examples=["/challenge start Your mug in the wild", "/challenge start A cup for a fox | tomorrow 18:00"],
)
async def start(ctx: Context, theme: Rest = _NOTHING) -> None:
    """Let members hand in pictures or words on a theme; behind a | stands until when."""
    if not theme:
        await start_form(ctx)
    else:
        await _started(ctx, await _starting.start(ctx, theme))


@plugin.action("challenges-start", least=Role.HOST, opens_form=True)
async def start_form(ctx: Context) -> None:
    """Ask for the theme."""
    field = Field("theme", ctx.t("challenges-field-theme"), help=ctx.t("challenges-field-theme.help"))
    await ctx.ask(take_form, title=ctx.t("challenges-start"), fields=[field])


@plugin.action("challenges-start", least=Role.HOST)
async def take_form(ctx: Context, answers: Answers) -> None:
    """Begin it."""
    await _started(ctx, await _starting.start(ctx, answers.get("theme", "")))


async def _started(ctx: Context, challenge: Challenge) -> None:
    others = [
        ctx.button(ends, challenge.id, end.value, label=ctx.t("challenges-end", end=end.value))
        for end in await _starting.ends_there_are(ctx)
        if end.value != challenge.ends
    ]
    when = until(ctx, challenge, ctx.member.zone)
    text = ctx.t("challenges-started", theme=challenge.theme, ends=challenge.ends, until=when)
    await ctx.reply(text, [ctx.button(close_now, challenge.id)], others, private=True)


@plugin.action("challenges-ends", least=Role.HOST)
async def ends(ctx: Context, challenge_id: int, end: End) -> None:
    """Let it end otherwise."""
    await _started(ctx, await _starting.set_end(ctx, challenge_id, end))


@plugin.action("challenges-show", style=ActionStyle.MAIN, least=Role.HOST)
async def show_it(ctx: Context, entry_id: int, turn: int) -> None:
    """Everybody sees it."""
    await _decided(ctx, await _entering.show(ctx, entry_id, turn))


@plugin.action("challenges-refuse", least=Role.HOST)
async def refuse(ctx: Context, entry_id: int, turn: int) -> None:
    """Nobody sees it."""
    await _decided(ctx, await _entering.refuse(ctx, entry_id, turn))


async def _decided(ctx: Context, entry: Entry) -> None:
    challenge = await challenge_of(ctx, entry.challenge_id)
    head = ctx.t("challenges-decided", state=entry.state.value)
    await ctx.reply(await _showing.entry_page(ctx, challenge, entry, head), private=True)


@plugin.action("challenges-close", least=Role.HOST)
async def close_now(ctx: Context, challenge_id: int) -> None:
    """Close it and see what it came to."""
    closed = await _posting.close(ctx, challenge_id)
    await ctx.reply(await _showing.page(ctx, closed, ctx.t("challenges-closed")), private=True)


@plugin.command("challenge close", least=Role.HOST)
async def close_challenge(ctx: Context) -> None:
    """Close the challenge that is open, and see what it came to."""
    there = await all_open(ctx)
    if len(there) == 1:
        await close_now(ctx, there[0].id)
        return
    rows = [[ctx.button(close_now, one.id, label=one.theme)] for one in there]
    await ctx.reply(ctx.t("challenges-close-which", some=bool(there)), *rows, private=True)
