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
_URL: Final = ("url", "address", "link", "web", "odkaz", "adresa")
_TITLE: Final = ("title", "name", "heading", "nazev", "titul", "nadpis")
_CATEGORY: Final = ("category", "kind", "kategorie", "druh")
_TAGS: Final = ("tags", "stitky")
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


def read_shelf(name: str, content: bytes) -> ShelfTable | None:
    """A table with a column of addresses, for the shelf; None for any other file.

    Raises UserError for one with a line that has no name or no address, and for one that is too large.
    """
    shown = _named(name, content)
    if not shown.lower().endswith((".csv", ".tsv")):
        return None
    first, *rows = _lines(shown, _text(shown, content))
    head = _names(first)
    url, title, category, tags = (_column(head, known) for known in (_URL, _TITLE, _CATEGORY, _TAGS))
    if url is None or None not in (_column(head, _QUESTION), _column(head, _ANSWER)):
        return None
    lines = []
    for number, row in enumerate(rows, 2):
        cells = [in_a_line(cell) for cell in (*row, *[""] * (len(head) - len(row)))]
        if not any(cells):
            continue
        called = shortened(cells[title if title is not None else 0], LONGEST_TITLE)
        if not called or called == cells[url] or not is_address(cells[url]):
            raise UserError("assistant-shelf-line-broken", name=shown, number=number, url=shortened(cells[url], 100))
        kind = shortened(cells[category], LONGEST_TAGS) if category is not None else ""
        lines.append(Shelved(called, cells[url], kind, tags_of(cells[tags]) if tags is not None else ""))
    if not lines:
        raise UserError("assistant-file-empty", name=shown)
    return ShelfTable(shown, _language(shown), lines)


def read_file(name: str, content: bytes) -> Read:
    """All that the file says. Raises UserError for one that is none of those, or too much."""
    shown = _named(name, content)
    text = _text(shown, content)
    ending = shown.rpartition(".")[2].lower()
    if ending in ("csv", "tsv"):
        found = _table(shown, text)
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


def _named(name: str, content: bytes) -> str:
    shown = in_a_line(name)[:LONGEST_NAME] or "?"
    if len(content) > LARGEST:
        raise UserError("assistant-file-large", name=shown, megabytes=LARGEST // 1_000_000)
    return shown


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


def _names(head: Sequence[str]) -> Sequence[str]:
    """What columns are called, without accents and capitals."""
    return [folded(cell.strip()) for cell in head]


def _column(head: Sequence[str], known: Sequence[str]) -> int | None:
    return next((head.index(one) for one in known if one in head), None)


def _lines(name: str, text: str) -> Sequence[Sequence[str]]:
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
    return found


def _table(name: str, text: str) -> Iterator[Section]:
    head, *rows = _lines(name, text)
    names = _names(head)
    question, answer = _column(names, _QUESTION), _column(names, _ANSWER)
    for row in rows:
        cells = [*row, *[""] * (len(head) - len(row))]
        if question is not None and answer is not None:
            yield Section(cells[question], cells[answer])
        elif cells:
            said = zip(head[1:], cells[1:], strict=False)
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
