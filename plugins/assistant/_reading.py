"""Files that knowledge comes in: Markdown with headings, tables (CSV) and plain text, whoever wrote them, with what."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from bot.api import UserError, folded, in_a_line, in_lines, shortened

LARGEST: Final = 1_000_000
MOST_SECTIONS: Final = 1000
LONGEST_TITLE: Final = 200
LONGEST_BODY: Final = 1500
LONGEST_NAME: Final = 80

_LANGUAGE: Final = re.compile(r"[._-](cs|en)(?=\.[^.]+$)", re.IGNORECASE)
_HEADING: Final = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_RULE: Final = re.compile(r"^[#*=_\s-]*$")
_QUESTION: Final = ("question", "q", "otazka", "dotaz")
_ANSWER: Final = ("answer", "a", "odpoved")
_URL: Final = ("url", "link", "web", "odkaz")
_TITLE: Final = ("title", "name", "heading", "nazev", "titul", "nadpis")
_CATEGORY: Final = ("category", "kind", "kategorie", "druh")
_TAGS: Final = ("tags", "stitky")
_ON_THE_SHELF: Final = {*_URL, *_TITLE, *_CATEGORY, *_TAGS}
_EXCEL: Final = "sep="
LONGEST_TAGS: Final = 200
LONGEST_URL: Final = 500
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


class Section(Struct, frozen=True):
    """A piece of a document that can be an answer."""

    title: str
    body: str


class Read(Struct, frozen=True):
    """A document as it was read. `language` is what its name says, "" for nothing."""

    name: str
    language: str
    sections: Sequence[Section]


class Shelved(Struct, frozen=True):
    """Something to read or to watch."""

    title: str
    url: str
    category: str = ""
    tags: str = ""


class ShelfTable(Struct, frozen=True):
    """A table of such things. `language` is what its name says, "" for nothing."""

    name: str
    language: str
    lines: Sequence[Shelved]


def is_address(url: str) -> bool:
    """Whether it is a web address, and not too long."""
    return len(url) <= LONGEST_URL and _ADDRESS.fullmatch(url) is not None


def tags_of(typed: str) -> str:
    """Tags by commas, each once, without "#"."""
    found = (in_a_line(tag).lstrip("#").strip() for tag in typed.split(","))
    return shortened(", ".join(dict.fromkeys(tag for tag in found if tag)), LONGEST_TAGS)


class _Table(Struct, frozen=True):
    """A table as it was read. `names`: what its columns are called, without accents and capitals."""

    head: Sequence[str]
    names: Sequence[str]
    rows: Sequence[Sequence[str]]

    def column(self, known: Sequence[str]) -> int | None:
        """Where the column stands that is called one of these."""
        return next((self.names.index(one) for one in known if one in self.names), None)

    @property
    def is_of_the_shelf(self) -> bool:
        """Whether it has addresses and says nothing that the shelf could not hold; a price list with links does."""
        return self.column(_URL) is not None and not {name for name in self.names if name} - _ON_THE_SHELF


def read_file(name: str, content: bytes) -> Read | ShelfTable:
    """All that the file says: a table of addresses, with their names, categories and tags alone, is for the shelf.

    Raises UserError for what is no text, for too much, and for a line of such a table without a name or an address.
    """
    shown = in_a_line(name)[:LONGEST_NAME] or "?"
    if len(content) > LARGEST:
        raise UserError("assistant-file-large", name=shown, megabytes=LARGEST // 1_000_000)
    text = _text(shown, content)
    ending = shown.rpartition(".")[2].lower()
    if ending in ("csv", "tsv"):
        table = _table(shown, text)
        if table.is_of_the_shelf:
            return _shelved(shown, table)
        found = _rows(table)
    elif ending in ("md", "markdown") or any(_HEADING.match(line) for line in text.splitlines()[:50]):
        found = _markdown(text, shown)
    else:
        found = _plain(text)
    sections = [piece for section in found for piece in _pieces(section)]
    if not sections:
        raise UserError("assistant-file-empty", name=shown)
    if len(sections) > MOST_SECTIONS:
        raise UserError("assistant-file-many", name=shown, most=MOST_SECTIONS)
    return Read(shown, _language(shown), sections)


def _shelved(name: str, table: _Table) -> ShelfTable:
    url, title, category, tags = (table.column(known) for known in (_URL, _TITLE, _CATEGORY, _TAGS))
    lines = []
    for number, row in enumerate(table.rows, 2):
        cells = [in_a_line(cell) for cell in (*row, *[""] * (len(table.head) - len(row)))]
        if not any(cells):
            continue
        called, address = shortened(cells[title or 0], LONGEST_TITLE), cells[url or 0]
        if not called or called == address or not is_address(address):
            raise UserError("assistant-shelf-line-broken", name=name, number=number, url=shortened(address, 100))
        kind = shortened(cells[category], LONGEST_TAGS) if category is not None else ""
        lines.append(Shelved(called, address, kind, tags_of(cells[tags]) if tags is not None else ""))
    if not lines:
        raise UserError("assistant-file-empty", name=name)
    return ShelfTable(name, _language(name), lines)


def _language(name: str) -> str:
    found = _LANGUAGE.search(name)
    return found[1].lower() if found else ""


def _text(name: str, content: bytes) -> str:
    if b"\0" in content:
        raise UserError("assistant-file-binary", name=name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1250", errors="replace")  # as Czech Excel writes
    strange = sum((not letter.isprintable() and not letter.isspace()) or letter == "\ufffd" for letter in text)
    if strange * 20 > len(text):
        raise UserError("assistant-file-binary", name=name)
    return text


def _markdown(text: str, name: str) -> Iterator[Section]:
    """A section for each heading with something under it; what stands before the first one bears the file's name."""
    title, lines = name.rpartition(".")[0] or name, list[str]()
    for line in text.splitlines():
        if heading := _HEADING.match(line):
            yield Section(title, "\n".join(lines))
            title, lines = heading[2], []
        else:
            lines.append(line)
    yield Section(title, "\n".join(lines))


def _plain(text: str) -> Iterator[Section]:
    """A section for each paragraph, called by its first line, or by its first words where it has but one."""
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        first, _, rest = paragraph.strip().partition("\n")
        yield Section(first, rest) if rest.strip() else Section(shortened(first, 60), first)


def _table(name: str, text: str) -> _Table:
    lines = text.lstrip("\r\n")
    if lines.lower().startswith(_EXCEL):
        lines = lines.partition("\n")[2]
    first = lines.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        found = list(csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter))
    except csv.Error:
        found = []
    if not found:
        raise UserError("assistant-file-broken", name=name)
    head, *rows = found
    return _Table(head, [folded(cell.strip()) for cell in head], rows)


def _rows(table: _Table) -> Iterator[Section]:
    question, answer = table.column(_QUESTION), table.column(_ANSWER)
    for row in table.rows:
        cells = [*row, *[""] * (len(table.head) - len(row))]
        if question is not None and answer is not None:
            yield Section(cells[question], cells[answer])
        elif cells:
            said = zip(table.head[1:], cells[1:], strict=False)
            yield Section(cells[0], "\n".join(f"{column}: {cell}" for column, cell in said if cell.strip()))


def _pieces(section: Section) -> Iterator[Section]:
    """The section as it is kept: without signs that nobody sees, in pieces that fit into an answer."""
    title = shortened(in_a_line(section.title), LONGEST_TITLE)
    body = in_lines(section.body)
    if not title or not body or _RULE.match(body):
        return
    while len(body) > LONGEST_BODY:
        cut = max(body.rfind("\n", 0, LONGEST_BODY), body.rfind(". ", 0, LONGEST_BODY) + 1)
        cut = cut if cut > LONGEST_BODY // 2 else LONGEST_BODY
        yield Section(title, body[:cut].strip())
        body = body[cut:].strip()
    if body:
        yield Section(title, body)
