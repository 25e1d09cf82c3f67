"""The rules of the house that no other tool holds: ceilings, docstrings, broad excepts, and tests of real parts."""

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 40
MEMBERS_OF_CONTEXT = 12
GUARD = "bot/guard.py"
AT_HAND = "tests/at_hand.py"
REVISIONS = "bot/storage/migrations/versions/"  # each is written once, as long as the tables it makes

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A Python file, by its path below the checkout."""

    path: str
    text: str = field(repr=False)

    @cached_property
    def tree(self) -> ast.Module:
        """What it says, parsed once for all rules that look at it."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> Sequence[ast.AST]:
        """All parts of the tree."""
        return list(ast.walk(self.tree))

    @property
    def is_tested_code(self) -> bool:
        """Whether it belongs to the program, and not to its tests."""
        return self.path.startswith(("bot/", "plugins/"))


Rule = Callable[[Source], Iterator[str]]


def sources() -> Iterator[Source]:
    """Every Python file of the project, one after another: all their trees at once would be millions of objects."""
    files = [path for folder in ("bot", "plugins", "locales", "tests") for path in (ROOT / folder).rglob("*.py")]
    for path in sorted(files):
        yield Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))


def long_files(source: Source) -> Iterator[str]:
    """A file that goes beyond its ceiling; revisions alone are as long as the tables they make."""
    lines = len(source.text.splitlines())
    if not source.path.startswith(REVISIONS) and lines > LINES_OF_A_FILE:
        yield f"{source.path}: {lines} lines, at most {LINES_OF_A_FILE}"


def long_functions(source: Source) -> Iterator[str]:
    """Functions of the program that go beyond their ceiling, without their decorators."""
    if not source.is_tested_code or source.path.startswith(REVISIONS):
        return
    for node in source.nodes:
        if isinstance(node, Function) and node.end_lineno is not None:
            lines = node.end_lineno - node.lineno + 1
            if lines > LINES_OF_A_FUNCTION:
                yield f"{source.path}:{node.lineno} {node.name}: {lines} lines, at most {LINES_OF_A_FUNCTION}"


def missing_docstrings(source: Source) -> Iterator[str]:
    """A module that does not begin with one line of sentence."""
    first = (ast.get_docstring(source.tree) or "").partition("\n\n")[0]
    if "\n" in first or not first.endswith("."):
        yield f"{source.path}: it should begin with one sentence in one line, not {first!r}"


def code_in_packages(source: Source) -> Iterator[str]:
    """An `__init__.py` with anything but a docstring; a plugin's folder may hold its plugin there."""
    is_plugin = source.path.startswith("plugins/") and source.path.count("/") > 1
    if source.path.endswith("/__init__.py") and not is_plugin and len(source.tree.body) > 1:
        yield f"{source.path}: nothing but a docstring belongs here"


def broad_excepts(source: Source) -> Iterator[str]:
    """Errors of any kind that are caught outside the guard; what is raised again after a cleaning-up may be."""
    if not source.is_tested_code or source.path == GUARD:
        return
    for node in source.nodes:
        if isinstance(node, ast.ExceptHandler) and _is_broad(node):
            yield f"{source.path}:{node.lineno} a broad except belongs into {GUARD}"
        if isinstance(node, ast.Call) and _name(node.func) == "suppress" and _names(node.args) & _BROAD:
            yield f"{source.path}:{node.lineno} suppressing every error belongs into {GUARD}"


_BROAD = frozenset({"Exception", "BaseException"})


def _is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    if "Exception" in _names(kinds):
        return True
    return "BaseException" in _names(kinds) and not any(isinstance(node, ast.Raise) for node in ast.walk(handler))


def _names(nodes: list[ast.expr]) -> set[str]:
    return {_name(node) for node in nodes}


def _name(node: ast.expr) -> str:
    """The last part of a dotted name."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def pretended_parts(source: Source) -> Iterator[str]:
    """Mocks and patches, and tests that are not run, but for those that need what not every machine has."""
    if source.path == AT_HAND or not any(word in source.text for word in _PRETENDED):
        return
    for node in source.nodes:
        if isinstance(node, ast.Attribute) and node.attr in _PRETENDED:
            yield f"{source.path}:{node.lineno} {node.attr}: {_PRETENDED[node.attr]}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            for module in _imported(node):
                yield from (f"{source.path}:{node.lineno} {module}" for part in module.split(".") if part in _PRETENDED)


_PRETENDED: Mapping[str, str] = {
    "skip": f"every test runs everywhere, or says in {AT_HAND} what it needs",
    "skipif": f"every test runs everywhere, or says in {AT_HAND} what it needs",
    "xfail": f"every test runs everywhere, or says in {AT_HAND} what it needs",
    "importorskip": f"every test runs everywhere, or says in {AT_HAND} what it needs",
    "setattr": "tests use the real parts",
    "mock": "tests use the real parts",
    "pytest_mock": "tests use the real parts",
}


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    start = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    return [start + alias.name for alias in node.names]


def public_members(tree: ast.Module, name: str) -> set[str]:
    """What a class of this module offers: methods, properties and attributes, its own and inherited ones."""
    found = next((node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name), None)
    if found is None:
        return set()
    inherited = [public_members(tree, _name(base)) for base in found.bases]
    own = {node.name for node in found.body if isinstance(node, Function)}
    own |= {_name(node.target) for node in found.body if isinstance(node, ast.AnnAssign)}
    for node in ast.walk(found):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _name(node.value) == "self":
            own.add(node.attr)
    return {member for member in own.union(*inherited) if not member.startswith("_")}


RULES = (long_files, long_functions, missing_docstrings, code_in_packages, broad_excepts, pretended_parts)


def test_every_file_keeps_to_every_rule() -> None:
    offenders = [f"{rule.__name__}: {offence}" for source in sources() for rule in RULES for offence in rule(source)]
    assert not offenders, "\n" + "\n".join(offenders)


def test_the_context_stays_small() -> None:
    context = next(source for source in sources() if source.path == "bot/core/context.py")
    members = sorted(public_members(context.tree, "Context"))
    assert 0 < len(members) <= MEMBERS_OF_CONTEXT, ", ".join(members)


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (long_files, "bot/a.py", "x = 1\n" * 401),
        (long_files, "tests/a.py", "x = 1\n" * 401),
        (long_functions, "plugins/a.py", "async def f():\n" + "    x = 1\n" * 40),
        (missing_docstrings, "tests/a.py", "x = 1"),
        (missing_docstrings, "bot/a.py", '"""A sentence\nin two lines."""'),
        (code_in_packages, "bot/a/__init__.py", '"""A sentence."""\nx = 1'),
        (code_in_packages, "plugins/__init__.py", '"""A sentence."""\nx = 1'),
        (broad_excepts, "bot/a.py", "try:\n    x = 1\nexcept:\n    raise"),
        (broad_excepts, "bot/a.py", "try:\n    x = 1\nexcept (OSError, Exception):\n    x = 2"),
        (broad_excepts, "plugins/a.py", "try:\n    x = 1\nexcept BaseException:\n    x = 2"),
        (broad_excepts, "bot/a.py", "with contextlib.suppress(Exception):\n    x = 1"),
        (pretended_parts, "tests/a.py", "from unittest import mock"),
        (pretended_parts, "tests/a.py", "import unittest.mock"),
        (pretended_parts, "tests/a.py", "monkeypatch.setattr(a, 'b', 1)"),
        (pretended_parts, "tests/a.py", "pytest.skip('not today')"),
        (pretended_parts, "tests/a.py", "@pytest.mark.xfail\ndef test_a(): ..."),
        (pretended_parts, "tests/a.py", "from pytest import importorskip"),
    ],
)
def test_a_rule_finds_whoever_breaks_it(rule: Rule, path: str, text: str) -> None:
    assert len(list(rule(Source(path, text)))) == 1


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (long_files, f"{REVISIONS}0002_more.py", "x = 1\n" * 401),
        (long_functions, "bot/a.py", "@decorated\ndef f():\n" + "    x = 1\n" * 39),
        (long_functions, f"{REVISIONS}0002_more.py", "def upgrade():\n" + "    x = 1\n" * 99),
        (missing_docstrings, "bot/a.py", '"""A sentence.\n\nAnd what else is to be said\nof it."""'),
        (code_in_packages, "plugins/a/__init__.py", '"""A sentence."""\nx = 1'),
        (broad_excepts, "bot/a.py", "try:\n    x = 1\nexcept BaseException:\n    x = 2\n    raise"),
        (broad_excepts, GUARD, "try:\n    x = 1\nexcept Exception:\n    x = 2"),
        (pretended_parts, "tests/a.py", "monkeypatch.chdir(folder)\nsetattr(a, 'b', 1)"),
        (pretended_parts, AT_HAND, "pytest.mark.skipif(not file.exists(), reason='needs it')"),
    ],
)
def test_a_rule_leaves_the_others_alone(rule: Rule, path: str, text: str) -> None:
    assert not list(rule(Source(path, text)))


def test_members_are_counted_with_those_that_are_inherited() -> None:
    code = """
class Base:
    kind: str
    def __init__(self):
        self.seen = 1
        self._hidden = 2
    def reply(self): ...
class Context(Base):
    @property
    def now(self): ...
"""
    assert public_members(ast.parse(code), "Context") == {"kind", "seen", "reply", "now"}
