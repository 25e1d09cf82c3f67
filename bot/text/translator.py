"""Texts in the reader's language, from the Fluent files in `locales/`.

Conventions. File <language>/<name>.ftl, where name is "core" or a plugin's; a plugin's message ids start with its name
and a hyphen. Commands: id `cmd-<path joined by ->`, its value the description, its attribute `.name` the localised last
part of the path. Options: id `opt-<path>-<option>`, likewise. A key "id.attribute" reads an attribute.
"""

import logging
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from typing import Final

from fluent.runtime.errors import FluentReferenceError
from fluent.syntax import ast

from bot.errors import BotError
from bot.model.messages import Markup
from bot.model.titles import Titled
from bot.text.files import LocaleFile, bundled_locales, read_locales
from bot.text.languages import BASE, chain
from bot.text.markup import escape
from bot.text.texts import LanguageTexts, Text

_log = logging.getLogger(__name__)

# What a text only prints is put in afterwards, in place of a mark of two noncharacters that cleaned text never has:
# so one formatting serves everybody with the same counts, and fluent.runtime, which refuses parts over 2500 characters,
# does not see a long recap.
_MARKS: Final = tuple(f"\ufdd0{place}\ufdd1" for place in range(20))
_FORMATTED_KEPT: Final = 4096
_Arguments = tuple[tuple[str, str | int | float], ...]
_TAGS_KEPT: Final = 256
_LOADED_KEPT: Final = 8
_NUMBERS: Final = (int, float, Decimal)
_TOO_MANY: Final = 10**15  # from here on floats lose units, and Babel soon raises


class TextError(BotError):
    """A text is missing or broken. Raised in strict mode only; otherwise it is logged, and people see the next best."""


class Translator:
    """Gives each text in the reader's language. Built by `load_translator`."""

    def __init__(self, files: Iterable[LocaleFile], *, strict: bool = False) -> None:
        self._strict = strict
        self._told: set[tuple[str, ...]] = set()
        self._languages = {BASE: LanguageTexts(BASE, self._tell)}
        for file in files:
            self._add(file)
        self._chain = lru_cache(maxsize=_TAGS_KEPT)(self._find_chain)
        self._formatted = lru_cache(maxsize=_FORMATTED_KEPT)(self._format)

    @property
    def has_complained(self) -> bool:
        """Whether a text was found to be missing or broken."""
        return bool(self._told)

    @property
    def languages(self) -> tuple[str, ...]:
        """The language tags there are texts for, in alphabetical order."""
        return tuple(sorted(self._languages))

    def has(self, key: str, language: str | None = None) -> bool:
        """Whether the text exists: in `language` itself (no fallback), or in any when it is not given."""
        if language is None:
            return any(entry.find(key) is not None for entry in self._languages.values())
        found = self._languages.get(language)
        return found is not None and found.find(key) is not None

    def text(self, key: str, language: str, /, **values: object) -> Markup:
        """The text `key` ("id" or "id.attribute") for a reader of `language` (a tag such as "cs-CZ"), filled in.

        Values: str is escaped, Markup goes in as it is, int, float and Decimal are formatted for the language and pick
        plurals, bool becomes "yes" or "no" for selectors. Times are formatted before (`bot.text.times`).
        A text missing in the language is looked for in the base language, then shown as its id in brackets. Never
        raises, unless strict: then TextError for a missing text, variable, or a value of another type.
        """
        languages = self._chain(language)
        finished = languages[0].finished.get(key)
        if finished is not None:
            return finished
        for entry in languages:
            text = entry.find(key)
            if text is not None:
                return self._fill(entry, key, text, values)
            self._tell("no text %r in language %r", key, entry.name)
        return escape(f"[{key}]")

    def title(self, name: Titled, language: str) -> Markup:
        """What something is called, without the name that is typed; that where it has no title."""
        return self.text(name.key, language) if self.has(name.key) else escape(name)

    def _fill(self, entry: LanguageTexts, key: str, text: Text, values: dict[str, object]) -> Markup:
        put_in: list[str] = []
        arguments = tuple(
            (name, self._argument(key, name, values[name], None))
            if name in text.deciding
            else (name, self._argument(key, name, self._titled(entry, values[name]), put_in))
            for name in text.variables  # follow-ups offer all that is known of a person
            if name in values
        )
        filled, problems = self._formatted(entry, key, arguments)
        for problem in problems:
            self._tell("text %r in language %r: %s", key, entry.name, problem)
        for place, value in enumerate(put_in):
            filled = filled.replace(_MARKS[place], value)
        if not text.variables and not problems:
            entry.finished[key] = Markup(filled)
        return Markup(filled)

    def _format(self, entry: LanguageTexts, key: str, arguments: _Arguments) -> tuple[str, tuple[str, ...]]:
        """The text with its arguments, and what is wrong with it."""
        text = entry.find(key)
        assert text is not None
        try:
            result, errors = entry.bundle.format_pattern(text.pattern, dict(arguments))
        except (RecursionError, ArithmeticError) as fault:
            # The library lets through texts that refer to each other in a circle, and numbers Babel cannot round.
            result, errors = f"[{key}]", [fault]
        # Other errors quote the values, which belong to people and would make each line a new one.
        details = (str(error) if isinstance(error, FluentReferenceError) else type(error).__name__ for error in errors)
        return str(result), tuple(details)

    def _argument(self, key: str, name: str, value: object, put_in: list[str] | None) -> str | int | float:
        """A value as Fluent takes it: with `put_in` a text is put there, and the value is a mark in its place."""
        if isinstance(value, str):
            text = str(value) if isinstance(value, Markup) else escape(value)
        elif isinstance(value, bool):
            return "yes" if value else "no"
        elif isinstance(value, _NUMBERS) and _can_be_counted(value):
            return int(value) if value == int(value) else float(value)
        else:
            self._tell("text %r: the value %r is a %s, which has no form of its own", key, name, type(value).__name__)
            text = escape(str(value))
        if put_in is None or len(put_in) == len(_MARKS):
            return text
        put_in.append(text)
        return _MARKS[len(put_in) - 1]

    def _titled(self, entry: LanguageTexts, value: object) -> object:
        """A name with its title, where it has one that says more."""
        if not isinstance(value, Titled):
            return value
        title = self.title(value, entry.name)
        if title.casefold() == escape(value).casefold():
            return title
        return self.text("titled", entry.name, title=title, name=str(value))

    def _find_chain(self, language: str) -> tuple[LanguageTexts, ...]:
        return tuple(self._languages[name] for name in chain(language, self._languages))

    def _add(self, file: LocaleFile) -> None:
        if self._strict:
            for entry in file.resource.body:
                if isinstance(entry, ast.Junk):
                    self._tell("%s, line %s cannot be read", file.label, str(file.line(entry)))
        if file.language not in self._languages:
            self._languages[file.language] = LanguageTexts(file.language, self._tell)
        self._languages[file.language].add(file)

    def _tell(self, problem: str, *values: str) -> None:
        """Raise when strict, otherwise log each problem once."""
        if self._strict:
            raise TextError(problem % values)
        if (problem, *values) not in self._told:
            self._told.add((problem, *values))
            _log.warning(problem, *values)


def _can_be_counted(value: float | Decimal) -> bool:
    # A float that is no number compares as false; a Decimal that is none refuses to be compared.
    comparable = not isinstance(value, Decimal) or not value.is_nan()
    return comparable and -_TOO_MANY < value < _TOO_MANY


def load_translator(
    folders: Sequence[Traversable], *, strict: bool = False, names: Collection[str] | None = None
) -> Translator:
    """A translator for all texts in `folders` (each holds a folder per language), the first folder's texts first.

    `names` keeps to the files of those names. Broken texts are logged and left out; strict: TextError.
    Who asks for the same texts again gets the same translator, unless it has had something to complain about: then a
    new one, which does so again.
    """
    files = tuple(read_locales(folders, names))
    if strict:
        return Translator(files, strict=True)
    loaded = _loaded.get(files)
    if loaded is None or loaded.has_complained:
        _loaded.pop(next(iter(_loaded)) if len(_loaded) == _LOADED_KEPT else files, None)
        loaded = _loaded[files] = Translator(files)
    return loaded


_loaded: dict[tuple[LocaleFile, ...], Translator] = {}


@cache
def core_texts() -> Translator:
    """The bundled texts of the core alone, for what is worded without a translator at hand (`bot.text.times`)."""
    return load_translator([bundled_locales()], names={"core"})
