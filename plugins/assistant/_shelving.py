"""The content shelf as it is kept: lines by hand, and tables of them, brought again without doubling."""

from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Audit, Background, UserError
from plugins.assistant._keeping import added
from plugins.assistant._knowledge import all_shelved, changed
from plugins.assistant._reading import ShelfTable, Shelved
from plugins.assistant._tables import shelf

MOST: Final = 500


class Filled(Struct, frozen=True):
    """What came of a table: so many of its lines stand on the shelf now, of which `known` had stood there before."""

    name: str
    language: str
    lines: int
    known: int


async def put(ctx: Background, line: Shelved, language: str, by: int | None) -> None:
    """Put one thing on the shelf. Raises UserError where it is full."""
    if len(await all_shelved(ctx)) >= MOST:
        raise UserError("assistant-shelf-full", most=MOST, text=f"{line.title} {line.url}")
    id = await ctx.db.insert(sa.insert(shelf).values(**_values(line, language), **added(ctx, by)))
    await ctx.use(Audit).note(ctx.community.id, by, "assistant-shelve", f"content:{id}", None, line.title)
    await changed(ctx)


async def fill(ctx: Background, table: ShelfTable, language: str, by: int | None) -> Filled:
    """Put all lines of a table there; what stands there under the same address is put anew. Raises UserError."""
    before = {one.url: one.id for one in await all_shelved(ctx)}
    lines = {line.url: line for line in table.lines}  # of an address that comes twice the last line
    if len(before.keys() | lines.keys()) > MOST:
        raise UserError("assistant-shelf-full", most=MOST, text=table.name)
    known = [url for url in lines if url in before]
    for url in known:
        mine = shelf.c.id == before[url]
        await ctx.db.execute(sa.update(shelf).where(mine).values(**_values(lines[url], language)))
    about = added(ctx, by)
    new = [{**_values(line, language), **about} for url, line in lines.items() if url not in before]
    if new:
        await ctx.db.insert_all(sa.insert(shelf), new)
    await ctx.use(Audit).note(ctx.community.id, by, "assistant-import", "content", None, table.name)
    await changed(ctx)
    return Filled(table.name, language, len(lines), len(known))


def _values(line: Shelved, language: str) -> dict[str, str]:
    said = {"title": line.title, "url": line.url, "category": line.category, "tags": line.tags}
    return {**said, "language": language}
