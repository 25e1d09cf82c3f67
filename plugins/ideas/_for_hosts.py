"""What hosts can do: say how an idea stands, put its words better, merge it, hide it, and take all of them along."""

from bot.api import ActionStyle, Answers, Context, Field, FieldKind, Message, Rest, Role, UserError, plain, shortened
from plugins.ideas import _deciding, _giving, _keeping_house, _merging, _showing
from plugins.ideas._idea import Idea, State, idea_of, named
from plugins.ideas._plugin import IdeaName, plugin


@plugin.command("answer idea", least=Role.HOST, examples=['/answer idea "#1" done It is in the shop.'])
async def answer_idea(ctx: Context, idea: IdeaName, state: State, words: Rest | None = None) -> None:
    """Say how an idea stands; everybody who asked for it or voted is told, with your words."""
    found = await named(ctx, idea)
    await _decided(ctx, await _deciding.decide(ctx, found.id, found.turn, state, words or ""))


@plugin.action("ideas-answer", least=Role.HOST, opens_form=True)
async def decide_form(ctx: Context, idea_id: int, turn: int, state: State) -> None:
    """Ask for the hosts' words."""
    idea = await idea_of(ctx, idea_id)
    told = ctx.t("ideas-answer-help", state=state.value)
    kept = idea.answer if state is idea.state else ""
    field = Field("words", ctx.t("ideas-field-answer"), FieldKind.LONG_TEXT, told, kept, required=False)
    title = ctx.t("ideas-do", state=state.value)
    await ctx.ask(decide, idea.id, turn, state.value, title=title, fields=[field])


@plugin.action("ideas-answer", least=Role.HOST)
async def decide(ctx: Context, idea_id: int, turn: int, state: State, answers: Answers) -> None:
    """So it stands from now on."""
    await _decided(ctx, await _deciding.decide(ctx, idea_id, turn, state, answers.get("words", "")))


async def _decided(ctx: Context, idea: Idea) -> None:
    again = await _deciding.is_told(ctx, idea)
    await _page(ctx, idea, "ideas-decided", state=idea.state.value, votes=idea.votes, again=again)


@plugin.action("ideas-edit", least=Role.HOST, opens_form=True)
async def edit_form(ctx: Context, idea_id: int) -> None:
    """Ask for better words."""
    idea = await idea_of(ctx, idea_id)
    told = ctx.t("ideas-field-title.help", most=_giving.LONGEST_TITLE)
    fields = [
        Field("title", ctx.t("ideas-field-title"), help=told, value=idea.title),
        Field("more", ctx.t("ideas-field-more"), FieldKind.LONG_TEXT, value=idea.more, required=False),
    ]
    await ctx.ask(edit, idea.id, title=ctx.t("ideas-edit"), fields=fields)


@plugin.action("ideas-edit", least=Role.HOST)
async def edit(ctx: Context, idea_id: int, answers: Answers) -> None:
    """Keep them."""
    changed = await _keeping_house.edit(ctx, idea_id, answers.get("title", ""), answers.get("more", ""))
    await _page(ctx, changed, "ideas-edited")


@plugin.action("ideas-hide-it", least=Role.HOST)
async def hide(ctx: Context, idea_id: int, hidden: int) -> None:
    """Nobody but hosts sees it any more (1), or everybody does again (0)."""
    await _page(ctx, await _keeping_house.hide(ctx, idea_id, hidden=bool(hidden)), "ideas-hidden", hidden=bool(hidden))


@plugin.action("ideas-merge", least=Role.HOST)
async def merge_page(ctx: Context, idea_id: int) -> None:
    """Into which one?"""
    text, rows = await _showing.merging(ctx, await idea_of(ctx, idea_id))
    await ctx.reply(text, *rows)


@plugin.action("ideas-merge-other", least=Role.HOST, opens_form=True)
async def merge_form(ctx: Context, idea_id: int) -> None:
    """Ask for one that is not among those offered."""
    field = Field("into", ctx.t("ideas-field-into"), help=ctx.t("ideas-field-into.help"))
    await ctx.ask(merge_named, idea_id, title=ctx.t("ideas-merge"), fields=[field])


@plugin.action("ideas-merge", least=Role.HOST)
async def merge_named(ctx: Context, idea_id: int, answers: Answers) -> None:
    """The one that was named; asked once more."""
    await ask_merge(ctx, idea_id, (await named(ctx, answers.get("into", ""))).id)


@plugin.action("ideas-merge", least=Role.HOST)
async def ask_merge(ctx: Context, idea_id: int, into_id: int) -> None:
    """Ask once more, with both before the eyes."""
    one, into = await idea_of(ctx, idea_id), await idea_of(ctx, into_id)
    if one.id == into.id:
        raise UserError("ideas-merged-before", title=into.title)
    titles = {"title": _showing.title_of(ctx, one), "into": _showing.title_of(ctx, into)}
    text = ctx.t("ideas-merge-sure", number=one.id, other=into.id, votes=one.votes, **titles)
    back = ctx.button(ask_merge, into.id, one.id, label=ctx.t("ideas-merge-round"))
    await ctx.reply(text, [ctx.button(merge, one.id, into.id), back])


@plugin.action("ideas-merge-now", style=ActionStyle.DANGER, least=Role.HOST)
async def merge(ctx: Context, idea_id: int, into_id: int) -> None:
    """They are one."""
    await _page(ctx, await _merging.merge(ctx, idea_id, into_id), "ideas-merged", number=idea_id)


@plugin.action("ideas-parts-all", least=Role.HOST)
async def parts_page(ctx: Context, idea_id: int, page: int) -> None:
    """A page of what went into it."""
    text, rows = await _showing.parts(ctx, await idea_of(ctx, idea_id), page)
    await ctx.reply(text, *rows)


@plugin.action("ideas-apart", least=Role.HOST)
async def take_apart(ctx: Context, idea_id: int) -> None:
    """It is one of its own again."""
    await _page(ctx, await _merging.take_apart(ctx, idea_id), "ideas-apart-now")


@plugin.action("ideas-export", least=Role.HOST)
async def export(ctx: Context) -> None:
    """All of them, for a spreadsheet."""
    file = await _keeping_house.exported(ctx)
    await ctx.reply(Message(ctx.t("ideas-exported"), files=(file,)), private=True)


@plugin.action("ideas-take-up", least=Role.HOST, opens_form=True)
async def take_up_form(ctx: Context, member_id: int, text: str) -> None:
    """Make an idea of what somebody said elsewhere: `text` is offered, and put better by the host.

    For other plugins, by `press`: no button shows it.
    """
    line = shortened(" ".join(text.split()), _giving.LONGEST_TITLE)
    rest = text if line != text else ""
    fields = [
        Field("title", ctx.t("ideas-field-title"), value=line, help=plain(ctx.t("ideas-take-up-help"))),
        Field("more", ctx.t("ideas-field-more"), FieldKind.LONG_TEXT, value=rest, required=False),
    ]
    await ctx.ask(take_up, member_id, title=ctx.t("ideas-take-up"), fields=fields)


@plugin.action("ideas-take-up", least=Role.HOST)
async def take_up(ctx: Context, member_id: int, answers: Answers) -> None:
    """Keep it as an idea of that member."""
    said = _giving.read(answers.get("title", ""), answers.get("more", ""))
    given = await _giving.give(ctx, (await _giving.giver(ctx, member_id)).id, said)
    await _page(ctx, given, "ideas-taken-up")


async def _page(ctx: Context, idea: Idea, head: str, **values: object) -> None:
    text, rows = await _showing.page(ctx, idea, ctx.t(head, **values))
    await ctx.reply(text, *rows)
