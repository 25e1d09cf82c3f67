"""What hosts can do with what they were told: go through it by topic, and answer it with what the bot suggests."""

from bot.api import ActionStyle, Context, Role, UserError, press, suggestions
from plugins.triage import _showing
from plugins.triage._plugin import plugin
from plugins.triage._sorting import gone_through, piece_of
from plugins.triage._stretches import Which, called


@plugin.command("digest", least=Role.HOST, examples=["/digest", "/digest week"])
async def digest(ctx: Context, which: Which = Which.TODAY) -> None:
    """Go through what members wrote to the hosts, by topic, the most urgent first."""
    await digest_page(ctx, which.value, 1)


@plugin.action("triage-digest", least=Role.HOST)
async def digest_page(ctx: Context, which: str, page: int) -> None:
    """A page of the topics."""
    time = await called(ctx, which)
    text, rows = _showing.digest(ctx, time, await gone_through(ctx, time), page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("triage-look", least=Role.HOST)
async def topic_page(ctx: Context, which: str, mark: str, page: int) -> None:
    """A page of one topic."""
    time = await called(ctx, which)
    text, rows = await _showing.topic(ctx, time, await gone_through(ctx, time), mark, page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("triage-answer-heard", style=ActionStyle.MAIN, least=Role.HOST, opens_form=True)
async def answer_heard(ctx: Context, mark: str) -> None:
    """Open the answer form of whose text it is, with what the community's own texts say to it, for a person to edit."""
    said = (await piece_of(ctx, mark)).heard
    if not said.answer:
        raise UserError("triage-answered")
    suggested = (await suggestions(ctx, [said.text])).get(said.text)
    action, *arguments = said.answer
    await press(ctx, str(action), *arguments, suggested.text if suggested is not None else "")
