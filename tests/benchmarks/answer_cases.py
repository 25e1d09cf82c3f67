"""The texts and questions of `tests/benchmarks/answers`, half by half."""

import csv
from functools import cache
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct

from bot.search.index import Index, Text

FOLDER: Final = Path(__file__).with_name("answers")
Half = Literal["tune", "kept", "seen", "fitted", "fresh"]
"""The halves of `questions.csv`; questions that taught words, those to fit to, and fresh ones, each in its own file."""

_FILES: Final = {half: f"{half}_questions.csv" for half in ("seen", "fitted", "fresh")}


class Case(Struct, frozen=True):
    """A question and the keys of the texts that answer it; none where only silence is right."""

    id: str
    language: str
    kind: str
    question: str
    right: frozenset[str]


def cases(half: Half) -> list[Case]:
    """The questions of one half; other rows are passed over unread."""
    with (FOLDER / _FILES.get(half, "questions.csv")).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == half]
    return [
        Case(
            row["id"],
            row["language"],
            row["kind"],
            row["question"],
            frozenset(filter(None, row["answer"].split(" | "))),
        )
        for row in rows
    ]


@cache
def index_of(language: str) -> Index[str]:
    """The index of all there is in that language."""
    return Index(texts_of(language), language)


def texts_of(language: str) -> list[Text[str]]:
    """The FAQ and the sections of the documents, under the keys that the questions name."""
    found = [Text(heading, heading, body) for heading, body in _sections(FOLDER / f"faq_{language}.md")[1]]
    for file in sorted((FOLDER / "documents").glob(f"*.{language}.*")):
        if file.suffix == ".md":
            title, sections = _sections(file)
            found += [Text(f"{file.name}#{heading}", heading, body, title) for heading, body in sections]
        else:
            found += _rows(file)
    return found


def _sections(file: Path) -> tuple[str, list[tuple[str, str]]]:
    head, *parts = ("\n" + file.read_text("utf-8")).split("\n## ")
    sections = [(part.partition("\n")[0].strip(), part.partition("\n")[2].strip()) for part in parts]
    return head.strip().removeprefix("# "), sections


def _rows(file: Path) -> list[Text[str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        head, *rows = csv.reader(opened)
    said = [
        (row[0], "; ".join(f"{name}: {cell}" for name, cell in zip(head[1:], row[1:], strict=True))) for row in rows
    ]
    return [Text(f"{file.name}#{name}", name, body, file.name.partition(".")[0]) for name, body in said]
