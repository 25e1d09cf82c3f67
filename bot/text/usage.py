"""Which texts the code names: the literal keys in calls of `t` and `text`, and in errors that people read."""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

_SOURCES_KEPT: Final = 512
_CALLS: Final = (
    "t", "text", "UserError", "Said", "SaidError", "UnreadableError", "FileRefusedError", "StorageRefusedError",
)  # fmt: skip
# Most files name no key at all, and a look for the calls costs a hundredth of parsing.
_CALL: Final = re.compile(rf"\b(?:{'|'.join(_CALLS)})\s*\(")
# A hyphen at least: `text` is also the name of functions that have nothing to do with keys.
_KEY: Final = re.compile(r"[a-z][a-z0-9_]*(-[a-z0-9_]+)+(\.[a-z][a-z0-9_-]*)?")


class KeyUse(Struct, frozen=True, order=True):
    """A key and where it is named."""

    key: str
    file: str
    line: int


def used_keys(paths: Iterable[Path]) -> frozenset[KeyUse]:
    """The keys named in all Python files at or under `paths`. Computed ones (f-strings, variables) are not seen."""
    return frozenset(use for path in paths for file in _files(path) for use in _uses(file))


def _files(path: Path) -> Iterator[Path]:
    return iter([path]) if path.is_file() else path.rglob("*.py")


def _uses(file: Path) -> Iterator[KeyUse]:
    source = file.read_text(encoding="utf-8")
    for key, line in _keys(source, str(file)) if _CALL.search(source) else ():
        yield KeyUse(key, str(file), line)


@lru_cache(maxsize=_SOURCES_KEPT)
def _keys(source: str, file: str) -> Sequence[tuple[str, int]]:
    """The keys named in a file, and on which lines."""
    keys = [
        node.args[0]
        for node in ast.walk(ast.parse(source, filename=file))
        if isinstance(node, ast.Call) and node.args and _called(node.func) in _CALLS
    ]
    return tuple(
        (key.value, key.lineno)
        for key in keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and _KEY.fullmatch(key.value)
    )


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
