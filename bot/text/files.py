"""Locale files: found in their folders and read, one after another."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from fluent.syntax import FluentParser, ast
from msgspec import Struct

import bot

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_FILES_KEPT: Final = 64
_USUAL: Final = "locales"

# What goes on from the line before is indented, or is a bracket or brace: so an id and "=" at the start of a line are
# the start of an entry. The parser of Fluent's own runtime in JavaScript finds them in the same way.
_ENTRY: Final = re.compile(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)


class Entry(Struct, frozen=True):
    """A message, or a term with its hyphen, that is not parsed: its text, and at which sign of the file it starts."""

    id: str
    start: int
    source: str


class LocaleFile(Struct, frozen=True):
    """One file <root>/<language>/<name>.ftl; `label` is how reports call it."""

    root: Traversable
    language: str
    name: str
    label: str
    source: str

    @property
    def resource(self) -> ast.Resource:
        """The whole file, parsed when it is first asked for; only to be looked at, since others get the same."""
        return _parsed(self.source)

    def entries(self) -> Sequence[Entry]:
        """The file cut into its entries, which costs a hundredth of parsing it."""
        return _cut(self.source)

    def line(self, node: ast.SyntaxNode) -> int:
        """The line on which `node` starts, counted from one."""
        return self.line_at(node.span.start if node.span else 0)

    def line_at(self, place: int) -> int:
        """The line that a sign of the file stands on, counted from one."""
        return self.source.count("\n", 0, place) + 1


@lru_cache(maxsize=_FILES_KEPT)
def _parsed(source: str) -> ast.Resource:
    return FluentParser().parse(source)


@lru_cache(maxsize=_FILES_KEPT)
def _cut(source: str) -> Sequence[Entry]:
    starts = list(_ENTRY.finditer(source))
    ends = [*(match.start() for match in starts[1:]), len(source)]
    return tuple(
        Entry(match[1], match.start(), source[match.start() : end]) for match, end in zip(starts, ends, strict=False)
    )


def bundled_locales() -> Path:
    """The folder with our own texts: beside the package `bot`, in a checkout and where it is installed."""
    return Path(bot.__file__).parent.parent / _USUAL


def name_of(root: Traversable) -> str:
    """How reports call a folder of texts: with the plugin's folder before it, where it is one of many "locales"."""
    if isinstance(root, Path) and root.name == _USUAL and root != bundled_locales():
        return f"{root.absolute().parent.name}/{root.name}"
    return root.name


def read_locales(roots: Sequence[Traversable], names: Collection[str] | None = None) -> Iterator[LocaleFile]:
    """All locale files under `roots`, or those of these names, in the order of the roots, then by language and name.

    A missing root is empty; bytes that are no UTF-8 become U+FFFD, so that one bad file of a plugin stops nothing.
    """
    for root in roots:
        folders = root.iterdir() if root.is_dir() else iter(())
        for folder in sorted(folders, key=lambda entry: entry.name):
            if folder.is_dir() and _LANGUAGE.fullmatch(folder.name):
                yield from _read_folder(root, folder, names)


def _read_folder(root: Traversable, folder: Traversable, names: Collection[str] | None) -> Iterator[LocaleFile]:
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = file.name.removesuffix(".ftl")
        if file.name.endswith(".ftl") and (names is None or name in names):
            source = file.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
            label = f"{name_of(root)}/{folder.name}/{file.name}"
            yield LocaleFile(root, folder.name, name, label, source)
