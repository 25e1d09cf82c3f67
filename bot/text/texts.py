"""The texts of one language, each parsed when it is first asked for: a start pays for none that nobody reads."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Final

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Pattern
from fluent.syntax import FluentParser, ast
from msgspec import Struct

from bot.model.messages import Markup
from bot.text.files import Entry, LocaleFile
from bot.text.simple import simple_message
from bot.text.wording import Parts

Tell = Callable[..., None]
"""Told a problem as a format and its values, as a logger is."""

_PARSED_KEPT: Final = 4096


class Text(Struct, frozen=True):
    """What is filled in, and the variables that it may use, also through the messages it refers to.

    `deciding` are those that pick a variant or are handed to a function; the others are only printed.
    """

    pattern: Pattern
    variables: frozenset[str]
    deciding: frozenset[str]


class _Uses(Parts):
    """What a message refers to, and which of its variables decide about the words around them."""

    def __init__(self, node: ast.BaseNode) -> None:
        self.deciding: set[str] = set()
        super().__init__(node)

    def generic_visit(self, node: ast.BaseNode) -> None:
        if isinstance(node, ast.SelectExpression):
            self.deciding |= Parts(node.selector).variables
        elif isinstance(node, ast.CallArguments):
            self.deciding |= Parts(node).variables
        super().generic_visit(node)


class _Parsed(Struct, frozen=True):
    """An entry as Fluent understands it, and what it uses."""

    node: ast.Message | ast.Term
    uses: _Uses


@lru_cache(maxsize=_PARSED_KEPT)
def _parsed(source: str) -> _Parsed | None:
    """The entry, or None for one that cannot be read.

    Kept for the process: the core's texts stand in more than one translator, and nobody changes what is parsed.
    """
    node = simple_message(source) or FluentParser(with_spans=False).parse_entry(source)
    return _Parsed(node, _Uses(node)) if isinstance(node, ast.Message | ast.Term) else None


class LanguageTexts:
    """Texts by their keys, such as "cmd-ping" or "cmd-ping.name". Of two with one id the first stays."""

    def __init__(self, name: str, tell: Tell) -> None:
        self.name = name
        self.finished: dict[str, Markup] = {}  # texts without variables
        self._tell = tell
        self._sources: dict[str, tuple[LocaleFile, Entry]] = {}
        self._parts: dict[str, _Uses | None] = {}
        self._found: dict[str, Text] = {}

    @cached_property
    def bundle(self) -> FluentBundle:
        """What is parsed so far."""
        return FluentBundle([self.name], use_isolating=False)

    def add(self, file: LocaleFile) -> None:
        """Take in a file's texts. Those that are there already stay."""
        for entry in file.entries():
            if entry.id in self._sources:
                self._tell("%s: %r is there already; the first one stays", file.label, entry.id)
            else:
                self._sources[entry.id] = file, entry

    def find(self, key: str) -> Text | None:
        """The text behind a key, or None. A broken one is told, and is none."""
        found = self._found.get(key)
        if found is not None:
            return found
        message_id, _, attribute = key.partition(".")
        if message_id.startswith("-") or self._parse(message_id) is None:
            return None
        message = self.bundle.get_message(message_id)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        return self._found.setdefault(key, Text(pattern, *self._variables(message_id)))

    def _variables(self, message_id: str) -> tuple[frozenset[str], frozenset[str]]:
        """All variables and those that decide. What the message refers to is parsed on the way."""
        seen: set[str] = set()
        ahead = {message_id}
        uses: list[_Uses] = []
        while ahead:
            seen |= ahead
            known = [found for name in ahead if (found := self._parse(name)) is not None]
            uses += known
            ahead = set().union(*(found.references for found in known)) - seen
        return frozenset().union(*(found.variables for found in uses)), frozenset().union(*(f.deciding for f in uses))

    def _parse(self, entry_id: str) -> _Uses | None:
        if entry_id not in self._sources:
            return None
        if entry_id not in self._parts:
            self._parts[entry_id] = self._parse_anew(*self._sources[entry_id])
        return self._parts[entry_id]

    def _parse_anew(self, file: LocaleFile, entry: Entry) -> _Uses | None:
        parsed = _parsed(entry.source)
        if parsed is None:
            self._tell("%s, line %s cannot be read", file.label, str(file.line_at(entry.start)))
            return None
        self.bundle.add_resource(ast.Resource([parsed.node]))
        return parsed.uses
