"""What everybody can do: give an idea, look at them, vote and take the vote back."""

from bot.api import ActionStyle, Answers, Context, Field, FieldKind, Rest
from plugins.ideas import _giving, _showing, _voting
from plugins.ideas._idea import Idea, seen_by
from plugins.ideas._plugin import plugin
from plugins.ideas._showing import Order, Which


@plugin.command(opens_form=True, examples=["/idea", "/idea A stream about glazes"])
async def idea(ctx: Context, text: Rest | None = None) -> None:
    """Give an idea; others can vote for it, and you hear what becomes of it."""
    if text:
        await _offered(ctx, await _giving.offer(ctx, _giving.read(text)))
    else:
        await give_form(ctx)


@plugin.action("ideas-give", opens_form=True)
async def give_form(ctx: Context) -> None:
    """Ask for the idea."""
    fields = [
        Field("title", ctx.t("ideas-field-title"), help=ctx.t("ideas-field-title.help", most=_giving.LONGEST_TITLE)),
        Field("more", ctx.t("ideas-field-more"), FieldKind.LONG_TEXT, required=False),
    ]
    await ctx.ask(give, title=ctx.t("ideas-form"), fields=fields)


@plugin.action("ideas-give")
async def give(ctx: Context, answers: Answers) -> None:
    """Keep it, or show what is like it first."""
    said = _giving.read(answers.get("title", ""), answers.get("more", ""))
    await _offered(ctx, await _giving.offer(ctx, said))


async def _offered(ctx: Context, given: _giving.Given) -> None:
    if given.idea is not None:
        await _gave(ctx, given.idea)
        return
    text, rows = _showing.alike(ctx, given.draft_id, given.alike)
    await ctx.reply(text, *rows, private=True)


@plugin.action("ideas-give-draft", style=ActionStyle.MAIN)
async def give_draft(ctx: Context, draft_id: int) -> None:
    """It is another one after all."""
    await _gave(ctx, await _giving.offer_draft(ctx, draft_id))


async def _gave(ctx: Context, given: Idea) -> None:
    await ctx.reply(ctx.t("ideas-given", number=given.id, title=given.title), [ctx.button(look, given.id)])


@plugin.action("ideas-vote", style=ActionStyle.MAIN)
async def vote_instead(ctx: Context, idea_id: int, draft_id: int) -> None:
    """Vote for one that is there, instead of giving another."""
    found = await _voting.vote(ctx, idea_id, ctx.member.id)
    await _giving.drop_draft(ctx, draft_id)
    await _page(ctx, found, "ideas-voted")


@plugin.command(examples=["/ideas", "/ideas planned", "/ideas done newest"])
async def ideas(ctx: Context, which: Which = Which.OPEN, order: Order = Order.VOTES) -> None:
    """See what others wish for, vote, and see what became of it."""
    await board_page(ctx, which, order, 1)


@plugin.action("ideas-all")
async def board_page(ctx: Context, which: Which, order: Order, page: int) -> None:
    """A page of the board."""
    text, rows = await _showing.board(ctx, which, order, page)
    await ctx.reply(text, *rows)


@plugin.action("ideas-look")
async def look(ctx: Context, idea_id: int) -> None:
    """One idea."""
    text, rows = await _showing.page(ctx, await seen_by(ctx, idea_id))
    await ctx.reply(text, *rows)


@plugin.action("ideas-vote", style=ActionStyle.MAIN)
async def vote(ctx: Context, idea_id: int) -> None:
    """Vote for it; a second press changes nothing."""
    await _page(ctx, await _voting.vote(ctx, idea_id, ctx.member.id), "ideas-voted")


@plugin.action("ideas-unvote")
async def unvote(ctx: Context, idea_id: int) -> None:
    """Take the vote back."""
    await _page(ctx, await _voting.take_back(ctx, idea_id, ctx.member.id), "ideas-unvoted")


async def _page(ctx: Context, found: Idea, head: str) -> None:
    text, rows = await _showing.page(ctx, found, ctx.t(head))
    await ctx.reply(text, *rows)
