"""What moderators can do with knowledge: entries by hand, files, and what is to go."""

from bot.api import ActionStyle, Answers, Context, Field, FieldKind, Markup, Role
from plugins.assistant import _bringing, _keeping, _learning, _showing
from plugins.assistant._knowledge import Entry, entry_of
from plugins.assistant._plugin import plugin
from plugins.assistant._reading import LARGEST
from plugins.assistant._shelving import Filled


@plugin.command("faq add", least=Role.MODERATOR, opens_form=True, examples=["/faq add"])
async def faq_add(ctx: Context) -> None:
    """Add a question with its answer to what the bot knows."""
    await add_form(ctx)


@plugin.action("assistant-add", least=Role.MODERATOR, opens_form=True)
async def add_form(ctx: Context) -> None:
    """Ask for it."""
    await ctx.ask(add, title=ctx.t("assistant-add"), fields=_fields(ctx))


@plugin.action("assistant-add", least=Role.MODERATOR)
async def add(ctx: Context, answers: Answers) -> None:
    """Keep it."""
    await _page(ctx, await _keeping.add(ctx, _keeping.written(ctx, answers)), "assistant-added")


@plugin.action("assistant-learn", least=Role.MODERATOR, opens_form=True)
async def learn_form(ctx: Context, case_id: int) -> None:
    """Make an answer for everybody of what a person answered; it is put better, and may be left."""
    fields = _fields(ctx, await _learning.taught(ctx, case_id), warning=ctx.t("assistant-learn-help"))
    await ctx.ask(add, title=ctx.t("assistant-learn"), fields=fields)


@plugin.command("faq list", least=Role.MODERATOR, examples=["/faq list"])
async def faq_list(ctx: Context) -> None:
    """See all questions that the bot can answer, change and remove them."""
    await faq_page(ctx, 1)


@plugin.action("assistant-faq", least=Role.MODERATOR)
async def faq_page(ctx: Context, page: int) -> None:
    """A page of them."""
    text, rows = await _showing.faq(ctx, page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("assistant-read", least=Role.MODERATOR)
async def keep_entry(ctx: Context, entry_id: int) -> None:
    """One of them."""
    text, rows = _showing.entry_page(ctx, await entry_of(ctx, entry_id))
    await ctx.reply(text, *rows, private=True)


@plugin.action("assistant-edit", least=Role.MODERATOR, opens_form=True)
async def edit_form(ctx: Context, entry_id: int) -> None:
    """Ask for other words."""
    entry = await entry_of(ctx, entry_id)
    await ctx.ask(edit, entry.id, title=ctx.t("assistant-edit"), fields=_fields(ctx, entry))


@plugin.action("assistant-edit", least=Role.MODERATOR)
async def edit(ctx: Context, entry_id: int, answers: Answers) -> None:
    """Keep them."""
    await _page(ctx, await _keeping.put(ctx, entry_id, _keeping.written(ctx, answers)), "assistant-edited")


@plugin.action("assistant-remove", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def remove_entry(ctx: Context, entry_id: int) -> None:
    """It answers nothing any more."""
    entry = await _keeping.remove(ctx, entry_id)
    await ctx.reply(ctx.t("assistant-removed", name=entry.title), private=True)


@plugin.command("faq import", least=Role.MODERATOR, opens_form=True, examples=["/faq import"])
async def faq_import(ctx: Context) -> None:
    """Bring questions and answers along from a file: Markdown, CSV or text."""
    await import_form(ctx)


@plugin.action("assistant-import", least=Role.MODERATOR, opens_form=True)
async def import_form(ctx: Context) -> None:
    """Ask for the file."""
    limit = ctx.t("assistant-file-limit", megabytes=LARGEST // 1_000_000)
    fields = [Field("file", ctx.t("assistant-field-file"), FieldKind.FILE, help=limit), _showing.language_field(ctx)]
    await ctx.ask(bring, title=ctx.t("assistant-import"), fields=fields)


@plugin.action("assistant-import", least=Role.MODERATOR)
async def bring(ctx: Context, answers: Answers) -> None:
    """Keep what it says."""
    language = _keeping.language_in(ctx, answers)
    kept = await _bringing.from_form(ctx, answers.get("file", ""), language)
    if isinstance(kept, Filled):
        values = {"name": kept.name, "lines": kept.lines, "replaced": "yes" if kept.known else "no"}
        text, rows = await _showing.content(ctx, 1, ctx.t("assistant-shelf-filled", **values))
        await ctx.reply(text, *rows, private=True)
        return
    values = {"name": kept.name, "sections": kept.sections, "replaced": "yes" if kept.replaced else "no"}
    await _documents(ctx, ctx.t("assistant-imported", **values))


@plugin.command(least=Role.MODERATOR, examples=["/knowledge"])
async def knowledge(ctx: Context) -> None:
    """See the documents that the bot answers from, and remove them."""
    await knowledge_page(ctx, 1)


@plugin.action("assistant-knowledge", least=Role.MODERATOR)
async def knowledge_page(ctx: Context, page: int) -> None:
    """A page of them."""
    text, rows = await _showing.knowledge(ctx, page)
    await ctx.reply(text, *rows, private=True)


@plugin.action("assistant-remove", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def remove_document(ctx: Context, document_id: int) -> None:
    """Take one away."""
    document = await _bringing.remove(ctx, document_id)
    await _documents(ctx, ctx.t("assistant-removed", name=document.name))


async def _documents(ctx: Context, head: Markup) -> None:
    text, rows = await _showing.knowledge(ctx, 1, head)
    await ctx.reply(text, *rows, private=True)


async def _page(ctx: Context, entry: Entry, head: str) -> None:
    text, rows = _showing.entry_page(ctx, entry, ctx.t(head))
    await ctx.reply(text, *rows, private=True)


def _fields(ctx: Context, entry: Entry | None = None, *, warning: str = "") -> list[Field]:
    was = entry or Entry(0, "", "", "")
    return [
        Field("title", ctx.t("assistant-field-title"), value=was.title, help=warning),
        Field("body", ctx.t("assistant-field-body"), FieldKind.LONG_TEXT, value=was.body, help=warning),
        _showing.language_field(ctx, was.language),
        Field(
            "tags",
            ctx.t("assistant-field-tags"),
            help=ctx.t("assistant-field-tags.help"),
            value=was.tags,
            required=False,
        ),
        Field("url", ctx.t("assistant-field-url"), value=was.url, required=False),
    ]
