"""The content shelf: what is worth reading or watching, kept by moderators, seen by everybody."""

from collections.abc import Sequence
from typing import Annotated

import sqlalchemy as sa

from bot.api import (
    Answers,
    Audit,
    Choice,
    Context,
    Field,
    Role,
    Suggested,
    UserError,
    echoed,
    folded,
    in_a_line,
    matching,
    shortened,
)
from plugins.assistant import _shelving, _showing
from plugins.assistant._keeping import address_in, language_in, tags_in
from plugins.assistant._knowledge import Entry, all_shelved, changed
from plugins.assistant._plugin import plugin
from plugins.assistant._reading import LONGEST_TAGS, LONGEST_TITLE, Shelved
from plugins.assistant._tables import shelf


async def _titles(ctx: Context, typed: str) -> Sequence[Choice]:
    every = await all_shelved(ctx)
    return matching(typed, [Choice(shortened(one.title, 80), shortened(one.title, 80)) for one in every])


@plugin.command("content add", least=Role.MODERATOR, opens_form=True, examples=["/content add"])
async def content_add(ctx: Context) -> None:
    """Put an article, a video or a guide on the shelf, with its address."""
    fields = [
        Field("title", ctx.t("assistant-field-content")),
        Field("url", ctx.t("assistant-field-url")),
        Field("category", ctx.t("assistant-field-category"), required=False),
        Field("tags", ctx.t("assistant-field-tags"), help=ctx.t("assistant-field-tags.help"), required=False),
        _showing.language_field(ctx),
    ]
    await ctx.ask(shelve, title=ctx.t("assistant-shelve"), fields=fields)


@plugin.action("assistant-shelve", least=Role.MODERATOR)
async def shelve(ctx: Context, answers: Answers) -> None:
    """Keep it."""
    title = shortened(in_a_line(answers.get("title", "")), LONGEST_TITLE)
    url = address_in(answers, title)
    if not title or not url:
        raise UserError("assistant-shelf-empty", text=title or url)
    category = shortened(in_a_line(answers.get("category", "")), LONGEST_TAGS)
    line = Shelved(title, url, category, tags_in(answers))
    await _shelving.put(ctx, line, language_in(ctx, answers), ctx.member.id)
    text, rows = await _showing.content(ctx, 1, ctx.t("assistant-shelved", title=title))
    await ctx.reply(text, *rows, private=True)


@plugin.command("content list", examples=["/content list"])
async def content_list(ctx: Context) -> None:
    """See what is worth reading and watching."""
    await content_page(ctx, 1)


@plugin.action("assistant-content")
async def content_page(ctx: Context, page: int) -> None:
    """A page of it."""
    text, rows = await _showing.content(ctx, page)
    await ctx.reply(text, *rows, private=True)


@plugin.command("content remove", least=Role.MODERATOR, examples=["/content remove Glazes"])
async def content_remove(ctx: Context, title: Annotated[str, Suggested(_titles)]) -> None:
    """Take something off the shelf."""
    one = await _named(ctx, title)
    await ctx.db.execute(sa.delete(shelf).where(shelf.c.id == one.id))
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "assistant-remove", f"content:{one.id}", one.title, None)
    await changed(ctx)
    await ctx.reply(ctx.t("assistant-removed", name=one.title), private=True)


async def _named(ctx: Context, typed: str) -> Entry:
    every, wanted = await all_shelved(ctx), folded(in_a_line(typed)).rstrip("…")
    exact = [one for one in every if folded(one.title) == wanted]
    found = exact or [one for one in every if wanted and folded(one.title).startswith(wanted)]
    if len(found) != 1:
        raise UserError("assistant-shelf-several" if found else "assistant-shelf-unknown", asked=echoed(typed))
    return found[0]
