"""Documents: brought along from files, listed, taken away with all their sections; brought again they are replaced."""

from collections.abc import Sequence

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Audit, Background, Brought, Context, File, Networks, Translator, UserError, base_language
from plugins.assistant._keeping import added, room_for
from plugins.assistant._knowledge import changed
from plugins.assistant._reading import LARGEST, Read, ShelfTable, read_file
from plugins.assistant._shelving import Filled, fill
from plugins.assistant._tables import documents, entries


class Document(Struct, frozen=True):
    """A document, and how many sections of it there are."""

    id: int
    name: str
    language: str
    sections: int
    replaced: bool = False


async def from_form(ctx: Context, handed_in: str, language: str) -> Document | Filled:
    """Keep the file that a form brought. Raises UserError; then nothing was changed."""
    file = await ctx.use(Networks).fetch(handed_in, LARGEST)
    return await take(ctx, file, language, ctx.member.id)


async def take(ctx: Background, file: File, language: str, by: int | None) -> Document | Filled:
    """Keep a file: a table with addresses on the shelf, any other as a document. Raises UserError."""
    read = read_file(file.name, file.content)
    if isinstance(read, ShelfTable):
        return await fill(ctx, read, _tongue(ctx, language, read.language), by)
    return await keep(ctx, read, language, by)


async def from_outside(ctx: Background, file: File, language: str) -> Brought:
    """Keep a file from the command line. Raises UserError; then nothing was changed."""
    if language and language not in ctx.use(Translator).languages:
        known = ", ".join(ctx.use(Translator).languages)
        raise UserError("assistant-no-language", language=language, known=known)
    kept = await take(ctx, file, language, None)
    if isinstance(kept, Filled):
        return Brought(kept.name, kept.language, kept.lines, kept.known > 0, shelved=True)
    return Brought(kept.name, kept.language, kept.sections, kept.replaced)


async def keep(ctx: Background, read: Read, language: str, by: int | None) -> Document:
    """Keep what was read. What is said of its language goes before its name, and that before the community's."""
    tongue = _tongue(ctx, language, read.language)
    before = [one for one in await all_documents(ctx) if one.name == read.name]
    await room_for(ctx, len(read.sections) - sum(one.sections for one in before))
    for one in before:
        await _drop(ctx, one.id)
    about = {"language": tongue, **added(ctx, by)}
    id = await ctx.db.insert(sa.insert(documents).values(name=read.name, **about))
    rows = [{**about, "document_id": id, "title": one.title, "body": one.body} for one in read.sections]
    await ctx.db.insert_all(sa.insert(entries), rows)
    sections = len(rows)
    await ctx.use(Audit).note(ctx.community.id, by, "assistant-import", f"document:{id}", None, read.name)
    await changed(ctx)
    return Document(id, read.name, tongue, sections, bool(before))


def _tongue(ctx: Background, said: str, named: str) -> str:
    return said or named or base_language(ctx.community.language)


async def all_documents(ctx: Background) -> Sequence[Document]:
    """Every document, the newest first."""
    many = sa.func.count(entries.c.id)
    found = sa.select(documents.c.id, documents.c.name, documents.c.language, many.label("sections"))
    found = found.select_from(documents.outerjoin(entries, entries.c.document_id == documents.c.id))
    found = found.where(documents.c.community_id == ctx.community.id).group_by(documents.c.id)
    return [Document(**row._mapping) for row in await ctx.db.rows(found.order_by(documents.c.id.desc()))]


async def document_of(ctx: Background, document_id: int) -> Document:
    """The document of that id. Raises UserError where it is gone."""
    found = next((one for one in await all_documents(ctx) if one.id == document_id), None)
    if found is None:
        raise UserError("assistant-document-gone")
    return found


async def remove(ctx: Context, document_id: int) -> Document:
    """Take it away, with its sections."""
    found = await document_of(ctx, document_id)
    await _drop(ctx, found.id)
    await ctx.use(Audit).note(
        ctx.community.id, ctx.member.id, "assistant-remove", f"document:{found.id}", found.name, None
    )
    await changed(ctx)
    return found


async def _drop(ctx: Background, document_id: int) -> None:
    await ctx.db.execute(sa.delete(entries).where(entries.c.document_id == document_id))
    await ctx.db.execute(sa.delete(documents).where(documents.c.id == document_id))
