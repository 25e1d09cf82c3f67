"""Entries by hand: added, put differently, removed."""

from collections.abc import Mapping
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Audit, Background, Context, Translator, UserError, base_language, in_a_line, in_lines, shortened
from plugins.assistant._knowledge import MOST_ENTRIES, Entry, changed, count_entries, entry_of
from plugins.assistant._reading import LONGEST_BODY, LONGEST_TITLE, is_address, tags_of
from plugins.assistant._tables import entries

GIVEN_BACK: Final = 1700


class Written(Struct, frozen=True):
    """An entry as somebody wrote it."""

    title: str
    body: str
    language: str
    tags: str
    url: str


def written(ctx: Context, answers: Mapping[str, str]) -> Written:
    """What a form brought. Raises UserError with what was typed given back."""
    title, body = in_a_line(answers.get("title", "")), in_lines(answers.get("body", ""))
    typed = shortened(f"{title}\n{body}", GIVEN_BACK)
    if not title or not body:
        raise UserError("assistant-entry-empty", text=typed)
    if len(title) > LONGEST_TITLE or len(body) > LONGEST_BODY:
        raise UserError("assistant-entry-long", title=LONGEST_TITLE, body=LONGEST_BODY, text=typed)
    return Written(title, body, language_in(ctx, answers), tags_in(answers), address_in(answers, typed))


def tags_in(answers: Mapping[str, str]) -> str:
    """Tags by commas."""
    return tags_of(answers.get("tags", ""))


def address_in(answers: Mapping[str, str], typed: str) -> str:
    """A web address, or "". Raises UserError for what is none."""
    url = in_a_line(answers.get("url", ""))
    if url and not is_address(url):
        raise UserError("assistant-no-address", url=shortened(url, 100), text=typed)
    return url


def language_in(ctx: Background, answers: Mapping[str, str]) -> str:
    """The language that was chosen, as far as it is one; else the community's."""
    chosen = answers.get("language", "")
    return chosen if chosen in ctx.use(Translator).languages else base_language(ctx.community.language)


async def add(ctx: Context, new: Written) -> Entry:
    """Keep it. Raises UserError where there are too many."""
    await room_for(ctx, 1)
    entry_id = await ctx.db.insert(sa.insert(entries).values(**added(ctx, ctx.member.id), **_values(new)))
    await _note(ctx, "assistant-add", entry_id, None, new.title)
    await changed(ctx)
    return await entry_of(ctx, entry_id)


async def put(ctx: Context, entry_id: int, new: Written) -> Entry:
    """Keep it instead of what it was."""
    before = await entry_of(ctx, entry_id)
    await ctx.db.execute(sa.update(entries).where(entries.c.id == before.id).values(**_values(new)))
    await _note(ctx, "assistant-edit", entry_id, before.title, new.title)
    await changed(ctx)
    return await entry_of(ctx, entry_id)


async def remove(ctx: Context, entry_id: int) -> Entry:
    """It answers nothing any more."""
    before = await entry_of(ctx, entry_id)
    await ctx.db.execute(sa.delete(entries).where(entries.c.id == before.id))
    await _note(ctx, "assistant-remove", entry_id, before.title, None)
    await changed(ctx)
    return before


def added(ctx: Background, by: int | None) -> Mapping[str, object]:
    """Where something was added, when and by which member; None for the command line."""
    return {"community_id": ctx.community.id, "added_at": ctx.now, "added_by": by}


async def room_for(ctx: Background, many: int) -> None:
    """Raises UserError where so many more would be too many."""
    if await count_entries(ctx) + many > MOST_ENTRIES:
        raise UserError("assistant-full", most=MOST_ENTRIES)


def _values(new: Written) -> Mapping[str, str]:
    return {"title": new.title, "body": new.body, "language": new.language, "tags": new.tags, "url": new.url}


async def _note(ctx: Context, action: str, entry_id: int, before: str | None, after: str | None) -> None:
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, action, f"entry:{entry_id}", before, after)
