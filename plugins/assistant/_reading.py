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
_EXCEL: Final = "sep="


class Section(Struct, frozen=True):
    """A piece of a document that can be an answer."""

    title: str
    body: str


class Read(Struct, frozen=True):
    """A document as it was read. `language` is what its name says, "" for nothing."""

    name: str
    language: str
    sections: Sequence[Section]


def read_file(name: str, content: bytes) -> Read:
    """All that the file says. Raises UserError for one that is none of those, or too much."""
    shown = in_a_line(name)[:LONGEST_NAME] or "?"
    if len(content) > LARGEST:
        raise UserError("assistant-file-large", name=shown, megabytes=LARGEST // 1_000_000)
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
    language = _LANGUAGE.search(shown)
    return Read(shown, language[1].lower() if language else "", sections)


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


def _table(name: str, text: str) -> Iterator[Section]:
    lines = text.lstrip("\r\n")
    if lines.lower().startswith(_EXCEL):
        lines = lines.partition("\n")[2]
    first = lines.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        head, *rows = csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter)
    except (csv.Error, ValueError):
        raise UserError("assistant-file-broken", name=name) from None
    names = [folded(cell.strip()) for cell in head]
    question, answer = (
        next((names.index(one) for one in known if one in names), None) for known in (_QUESTION, _ANSWER)
    )
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
