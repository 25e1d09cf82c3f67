"""The texts of one language, each parsed when it is first asked for: a start pays for none that nobody reads."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Pattern
from fluent.syntax import FluentParser, ast

from bot.model.messages import Markup
from bot.text.files import Entry, LocaleFile
from bot.text.wording import Parts

Tell = Callable[..., None]
"""Told a problem as a format and its values, as a logger is."""


@dataclass(frozen=True, slots=True)
class Text:
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


class LanguageTexts:
    """Texts by their keys, such as "cmd-ping" or "cmd-ping.name". Of two with one id the first stays."""

    def __init__(self, name: str, tell: Tell) -> None:
        self.name = name
        self.finished: dict[str, Markup] = {}  # texts without variables
        self._tell = tell
        self._sources: dict[str, tuple[LocaleFile, Entry]] = {}
        self._parts: dict[str, _Uses | None] = {}
        self._found: dict[str, Text] = {}
        self._parser = FluentParser(with_spans=False)

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
        parsed = self._parser.parse_entry(entry.source)
        if not isinstance(parsed, ast.Message | ast.Term):
            self._tell("%s, line %s cannot be read", file.label, str(file.line_at(entry.start)))
            return None
        self.bundle.add_resource(ast.Resource([parsed]))
        return _Uses(parsed)
