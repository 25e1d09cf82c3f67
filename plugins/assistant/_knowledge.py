"""What a community knows, and the indexes over it: made when somebody asks for the first time after a change."""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, SearchIndex, SearchText, UserError
from plugins.assistant._tables import documents, entries, shelf, states

MOST_ENTRIES: Final = 3000
KEPT: Final = 32
"""The indexes of so many communities stay in memory; others are made anew when they are asked."""


class Entry(Struct, frozen=True):
    """Something that may be the answer. `source`: the document's name, "" where it was written by hand.

    `shelved`: it is a line of the content shelf, which has nothing but its address to say. So an id alone says nothing.
    """

    id: int
    title: str
    body: str
    language: str
    tags: str = ""
    url: str = ""
    source: str = ""
    shelved: bool = False

    @property
    def key(self) -> tuple[str, int]:
        return ("shelf" if self.shelved else "entry", self.id)


class Knowledge(Struct, frozen=True):
    """All of it, with an index for each language in which there is anything."""

    entries: Mapping[tuple[str, int], Entry]
    indexes: Mapping[str, SearchIndex[tuple[str, int]]]


_KNOWN: Final[OrderedDict[str, Knowledge]] = OrderedDict()
"""By version. A version is drawn at random with each change, so it means the same in every database and transaction."""


async def knowledge_of(ctx: Background) -> Knowledge:
    """What the community knows now."""
    version = await ctx.db.value(sa.select(states.c.version).where(states.c.community_id == ctx.community.id))
    if version is None:
        return Knowledge({}, {})
    if version not in _KNOWN:
        every = [*await all_entries(ctx), *await all_shelved(ctx)]
        _KNOWN[version] = await asyncio.to_thread(_indexed, every)  # up to a second for a thousand
        while len(_KNOWN) > KEPT:
            _KNOWN.popitem(last=False)
    _KNOWN.move_to_end(version)
    return _KNOWN[version]


def _indexed(every: Sequence[Entry]) -> Knowledge:
    indexes = {}
    for language in sorted({entry.language for entry in every}):
        texts = [
            SearchText(entry.key, entry.title, entry.body, f"{entry.source} {entry.tags}")
            for entry in every
            if entry.language == language
        ]
        indexes[language] = SearchIndex(texts, language)
    return Knowledge({entry.key: entry for entry in every}, indexes)


async def changed(ctx: Background) -> None:
    """Something was added, put differently or removed: whoever asks next asks all of it anew."""
    version, mine = secrets.token_hex(8), states.c.community_id == ctx.community.id
    if not (await ctx.db.execute(sa.update(states).where(mine).values(version=version))).rowcount:
        await ctx.db.execute(sa.insert(states).values(community_id=ctx.community.id, version=version))


def _select(ctx: Background, *where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    names = ("id", "title", "body", "language", "tags", "url")
    found = sa.select(*(entries.c[name] for name in names), documents.c.name.label("source"))
    found = found.select_from(entries.outerjoin(documents, documents.c.id == entries.c.document_id))
    return found.where(entries.c.community_id == ctx.community.id, *where).order_by(entries.c.id)


def _entry(row: Any) -> Entry:
    return Entry(**{**row._mapping, "source": row.source or ""})


async def all_entries(ctx: Background, *where: sa.ColumnElement[bool]) -> Sequence[Entry]:
    """Those entries, the oldest first."""
    return [_entry(row) for row in await ctx.db.rows(_select(ctx, *where))]


async def entry_of(ctx: Background, entry_id: int) -> Entry:
    """The entry of that id. Raises UserError where it is gone."""
    found = await all_entries(ctx, entries.c.id == entry_id)
    if not found:
        raise UserError("assistant-entry-gone")
    return found[0]


async def count_entries(ctx: Background) -> int:
    """How many there are."""
    here = sa.select(sa.func.count()).select_from(entries).where(entries.c.community_id == ctx.community.id)
    return int(await ctx.db.value(here))


async def all_shelved(ctx: Background, *where: sa.ColumnElement[bool]) -> Sequence[Entry]:
    """What stands on the shelf, the newest first."""
    names = ("id", "title", "url", "tags", "category", "language")
    found = sa.select(*(shelf.c[name] for name in names)).where(shelf.c.community_id == ctx.community.id, *where)
    return [
        Entry(row.id, row.title, "", row.language, row.tags, row.url, row.category, shelved=True)
        for row in await ctx.db.rows(found.order_by(shelf.c.id.desc()))
    ]
