"""Whether the texts are whole: every language complete, every message well formed, every key in the code there."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path

from fluent.syntax import ast
from msgspec import Struct

from bot.text.files import LocaleFile, name_of, read_locales
from bot.text.languages import BASE
from bot.text.usage import used_keys
from bot.text.wording import Parts, findings, patterns

__all__ = ["LocaleProblem", "check_locales", "used_keys"]

_CORE = "core"
_ENTRIES_KEPT = 8192
_SHARED_PREFIXES = ("cmd-", "opt-")  # a plugin's commands are named by their path


class LocaleProblem(Struct, frozen=True, order=True):
    """What is wrong with a text: in which file (with line), under which id, and what cures it."""

    file: str
    id: str
    what: str
    cure: str

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.file, self.id) if part)
        return f"{where}: {self.what}. {self.cure}"


class _Entry(Struct, frozen=True):
    """A message or term and where it stands."""

    file: LocaleFile
    node: ast.Message | ast.Term

    @property
    def id(self) -> str:
        return ("-" if isinstance(self.node, ast.Term) else "") + self.node.id.name

    @property
    def names(self) -> set[str]:
        return {name for name, _ in patterns(self.node)}

    def problem(self, what: str, cure: str, name: str = "") -> LocaleProblem:
        return LocaleProblem(f"{self.file.label}:{self.file.line(self.node)}", name or self.id, what, cure)


def check_locales(roots: Sequence[Traversable], *, base: str = BASE, code: Sequence[Path] = ()) -> list[LocaleProblem]:
    """All problems of the locale files under `roots`, sorted; with `code` also the keys named there that do not exist.

    Every language is compared with `base`. Terms are a language's own affair: only their references are checked.
    """
    files = list(read_locales(roots))
    texts = _Texts(files, base)
    problems = [problem for file in files for problem in _broken(file)]
    problems += [problem for entry in texts.entries for problem in _one(entry, texts)]
    for language in texts.languages:
        problems += [*_twice(texts, language), *_absent(texts, language)]
    known = {name for entry in texts.of(base).values() for name in entry.names}
    for use in used_keys(code):
        if use.key not in known:
            where = f"{use.file}:{use.line}"
            problems.append(LocaleProblem(where, use.key, "no such text", f"Add it to a file in {base}/."))
    return sorted(problems)


class _Texts:
    """All entries by language."""

    def __init__(self, files: Sequence[LocaleFile], base: str) -> None:
        self.base = base
        self.files = files
        self.languages = sorted({file.language for file in files})
        self.entries = [
            _Entry(file, node)
            for file in files
            for node in file.resource.body
            if isinstance(node, ast.Message | ast.Term)
        ]
        self._by_language: dict[str, dict[str, _Entry]] = {language: {} for language in self.languages}
        for entry in self.entries:
            self._by_language[entry.file.language].setdefault(entry.id, entry)

    def of(self, language: str) -> dict[str, _Entry]:
        """The language's entries by id; of two with one id the first."""
        return self._by_language.get(language, {})


@lru_cache(maxsize=_ENTRIES_KEPT)
def _parts(node: ast.Message | ast.Term) -> Parts:
    """What an entry refers to; only to be looked at. It is asked for again wherever the entry is compared."""
    return Parts(node)


@lru_cache(maxsize=_ENTRIES_KEPT)
def _badly_worded(node: ast.Message | ast.Term, language: str) -> Sequence[tuple[str, str, str]]:
    """The pattern, what is wrong with its wording, and the cure."""
    return tuple(
        (name, what, cure) for name, pattern in patterns(node) for what, cure in findings(name, pattern, language)
    )


def _broken(file: LocaleFile) -> Iterator[LocaleProblem]:
    for node in file.resource.body:
        if isinstance(node, ast.Junk):
            reason = node.annotations[0].message if node.annotations else "not readable"
            start = str(node.content).strip().partition("\n")[0]
            yield LocaleProblem(
                f"{file.label}:{file.line(node)}", start[:40], f"cannot be read: {reason}", "Mend the Fluent syntax."
            )
    if "\ufffd" in file.source:
        yield LocaleProblem(file.label, "", "the file is not UTF-8", "Save it as UTF-8.")


def _one(entry: _Entry, texts: _Texts) -> Iterator[LocaleProblem]:
    """What is wrong with an entry by itself and against the base language."""
    language = entry.file.language
    for name, what, cure in _badly_worded(entry.node, language):
        yield entry.problem(what, cure, name)
    for reference in sorted(_parts(entry.node).references - texts.of(language).keys()):
        yield entry.problem(f"refers to {reference}, which is not there", "Add it in this language or mend the name.")
    if _circles(entry, texts):
        yield entry.problem("refers to itself", "Break the circle of references.")
    if isinstance(entry.node, ast.Term):
        return
    if not _belongs(entry):
        yield entry.problem("a foreign id in this file", f'Let it start with "{entry.file.name}-".')
    original = texts.of(texts.base).get(entry.id)
    if language != texts.base:
        yield from _compared(entry, original, texts.base)


def _circles(entry: _Entry, texts: _Texts) -> bool:
    """Whether following the references leads back to the entry."""
    known = texts.of(entry.file.language)
    seen: set[str] = set()
    ahead = set(_parts(entry.node).references)
    while ahead - seen:
        reference = (ahead - seen).pop()
        seen.add(reference)
        if reference in known:
            ahead |= _parts(known[reference].node).references
    return entry.id in seen


def _belongs(entry: _Entry) -> bool:
    return entry.file.name == _CORE or entry.id.startswith((f"{entry.file.name}-", *_SHARED_PREFIXES))


def _compared(entry: _Entry, original: _Entry | None, base: str) -> Iterator[LocaleProblem]:
    if original is None:
        yield entry.problem(f"not in {base}", f"Remove it, or add it to {base}.")
        return
    for name in sorted(original.names - entry.names):
        yield entry.problem(f"{name} is missing", f"Translate it from {original.file.label}.", name)
    for name in sorted(entry.names - original.names):
        if name.startswith(_SHARED_PREFIXES) and name.endswith(".name"):
            continue  # the base language may leave a command's name to its path
        yield entry.problem(f"{name} is not in {base}", f"Remove it, or add it to {base}.", name)
    for variable in sorted(_parts(entry.node).variables - _parts(original.node).variables):
        yield entry.problem(f"${variable} is unknown to {base}", f"Use the variables of {original.file.label}.")


def _twice(texts: _Texts, language: str) -> Iterator[LocaleProblem]:
    for entry in texts.entries:
        first = texts.of(language).get(entry.id)
        if entry.file.language == language and first is not None and first is not entry:
            yield entry.problem(f"already in {first.file.label}", "Rename one of the two.")


def _absent(texts: _Texts, language: str) -> Iterator[LocaleProblem]:
    """Texts of the base language that `language` lacks; a file that is missing as a whole is told once."""
    there = {(id(file.root), file.name) for file in texts.files if file.language == language}
    for file in texts.files:
        if file.language == texts.base and (id(file.root), file.name) not in there:
            label = f"{name_of(file.root)}/{language}/{file.name}.ftl"
            yield LocaleProblem(label, "", "the file is missing", f"Translate {file.label}.")
    for key, entry in texts.of(texts.base).items():
        whole = (id(entry.file.root), entry.file.name) in there
        if whole and isinstance(entry.node, ast.Message) and key not in texts.of(language):
            label = f"{name_of(entry.file.root)}/{language}/{entry.file.name}.ftl"
            yield LocaleProblem(label, key, "missing", f"Translate it from {entry.file.label}.")
