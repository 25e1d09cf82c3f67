"""What hosts can do: let a review be seen or refuse it, reply to it, and show it to everybody where they have leave."""

from bot.api import ActionStyle, Answers, Context, Field, FieldKind, Role
from plugins.reviews import _hosting, _showing
from plugins.reviews._plugin import plugin
from plugins.reviews._review import Review, review_of


@plugin.action("reviews-approve", style=ActionStyle.MAIN, least=Role.HOST)
async def approve(ctx: Context, review_id: int, turn: int) -> None:
    """It may be seen."""
    await _page(ctx, await _hosting.approve(ctx, review_id, turn), "reviews-approved")


@plugin.action("reviews-refuse", least=Role.HOST, opens_form=True)
async def refuse_form(ctx: Context, review_id: int, turn: int) -> None:
    """Ask why."""
    review = await review_of(ctx, review_id)
    told = ctx.t("reviews-field-reason.help")
    field = Field("reason", ctx.t("reviews-field-reason"), FieldKind.LONG_TEXT, told, required=False)
    await ctx.ask(refuse, review.id, turn, title=ctx.t("reviews-refuse"), fields=[field])


@plugin.action("reviews-refuse", least=Role.HOST)
async def refuse(ctx: Context, review_id: int, turn: int, answers: Answers) -> None:
    """It is not seen, and its author told why."""
    await _page(ctx, await _hosting.refuse(ctx, review_id, turn, answers.get("reason", "")), "reviews-refused")


@plugin.action("reviews-reply", least=Role.HOST, opens_form=True)
async def reply_form(ctx: Context, review_id: int, turn: int) -> None:
    """Ask for the reply."""
    review = await review_of(ctx, review_id)
    told = ctx.t("reviews-field-reply.help")
    field = Field("reply", ctx.t("reviews-field-reply"), FieldKind.LONG_TEXT, told, review.reply)
    await ctx.ask(reply, review.id, turn, title=ctx.t("reviews-reply"), fields=[field])


@plugin.action("reviews-reply", least=Role.HOST)
async def reply(ctx: Context, review_id: int, turn: int, answers: Answers) -> None:
    """It stands under the review from now on."""
    await _page(ctx, await _hosting.reply(ctx, review_id, turn, answers.get("reply", "")), "reviews-replied")


@plugin.action("reviews-publish", style=ActionStyle.MAIN, least=Role.HOST)
async def publish(ctx: Context, review_id: int, turn: int) -> None:
    """Show it to everybody."""
    await _page(ctx, await _hosting.publish(ctx, review_id, turn), "reviews-published")


@plugin.action("reviews-take-down", least=Role.HOST)
async def take_down(ctx: Context, review_id: int, turn: int) -> None:
    """The post shows it no longer, whichever version it is."""
    await _page(ctx, await _hosting.take_down(ctx, review_id), "reviews-taken-down")


async def _page(ctx: Context, review: Review, head: str) -> None:
    await ctx.reply(await _showing.page(ctx, review, ctx.t(head)), private=True)
