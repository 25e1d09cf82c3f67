"""What the guides say is so: the names, files, commands and kinds in them are those of the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import api
from bot.cli.commands import commands
from bot.config import known_keys
from bot.config_sources import variable
from bot.core.placing import KIND
from bot.core.services import SERVICES
from bot.platforms.discord.rights import BASE_RIGHTS

ROOT = Path(__file__).parents[1]
HOUSE = (ROOT / "bot/README.md").read_text("utf-8")
PLUGINS = (ROOT / "plugins/README.md").read_text("utf-8")
GUIDES = ("README.md", "bot/README.md", "plugins/README.md")


def code(*folders: str, naming: str) -> Iterator[ast.AST]:
    """Every node of those Python files in these folders that name something."""
    for folder in folders:
        for file in (ROOT / folder).rglob("*.py"):
            text = file.read_text("utf-8")
            if naming in text:
                yield from ast.walk(ast.parse(text))


def front_door() -> set[str]:
    """Every name that a plugin may import."""
    return {name for name in vars(api) if not name.startswith("__")}


def quoted(text: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`\n]+)`", text)


def test_every_name_for_plugins_is_used_by_one_or_explained() -> None:
    imported = {
        alias.name
        for node in code("plugins", naming="bot.api")
        if isinstance(node, ast.ImportFrom) and node.module == "bot.api"
        for alias in node.names
    }
    explained = set(re.findall(r"\w+", " ".join(quoted(PLUGINS))))
    assert sorted(front_door() - imported - explained) == []


def test_every_service_is_listed_and_can_be_imported() -> None:
    listing = PLUGINS.partition("Services by type")[2].partition("is the list")[0]
    listed = {name for name in quoted(listing) if name.isidentifier()}
    assert listed == {service.__name__ for service in SERVICES}
    assert listed <= front_door()


def test_every_kind_of_contribution_is_named() -> None:
    """Those that something in the house asks for, and those that plugins bring."""
    [row] = [line for line in PLUGINS.splitlines() if "@plugin.contributes" in line]
    named = set(quoted(row.partition("kinds:")[2]))
    asked = {*kinds("contributed", place=1), KIND}
    brought = set(kinds("contributes", place=0))
    assert asked <= named
    assert brought <= named


def kinds(called: str, *, place: int) -> Iterator[str]:
    """The words that stand at a place in the calls of a function or method of that name."""
    for node in code("bot", "plugins", naming=called):
        if isinstance(node, ast.Call) and len(node.args) > place:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            word = node.args[place]
            if name == called and isinstance(word, ast.Constant):
                yield str(word.value)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_file_that_a_guide_names_is_there(guide: str) -> None:
    text = (ROOT / guide).read_text("utf-8")
    paths = [name for name in quoted(text) if re.fullmatch(r"[\w./*-]+(\.py|\.md|\.toml|\.ftl|/)", name)]
    assert [path for path in paths if not is_there(path, guide)] == []


def is_there(path: str, guide: str) -> bool:
    """Whether the path exists, seen from the checkout or from beside the guide; the house's also by its name alone."""
    seen_from = [(ROOT / guide).parent.glob, ROOT.glob, *([(ROOT / "bot").rglob] if guide == "bot/README.md" else [])]
    return any(any(found(path.rstrip("/"))) for found in seen_from) or path in GENERATED


GENERATED = ("config.toml", "data/", "data/simulation/")
"""What people make themselves, and what the program makes."""


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_that_a_guide_tells_to_type_is_one(guide: str) -> None:
    text = (ROOT / guide).read_text("utf-8")
    typed = re.findall(r"(?:^    |`|\$ )afterglow ([a-z]+)", text, re.MULTILINE)
    known = set(commands)
    assert [name for name in typed if name not in known] == []


def test_every_module_that_the_house_guide_runs_is_there() -> None:
    modules = re.findall(r"python -m ([\w.]+)", HOUSE)
    assert modules
    runs = {name: (f"{name.replace('.', '/')}.py", f"{name.replace('.', '/')}/__main__.py") for name in modules}
    assert [name for name, files in runs.items() if not any((ROOT / file).exists() for file in files)] == []


def test_the_address_that_invites_the_bot_asks_for_exactly_the_rights_it_needs() -> None:
    asked = re.findall(r"permissions=(\d+)", (ROOT / "README.md").read_text("utf-8"))
    assert asked == [str(BASE_RIGHTS.value)]


@pytest.mark.parametrize("file", ["Dockerfile", "compose.yaml"])
def test_containers_set_only_what_there_is(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    variables = {variable(key) for key in known_keys()}
    assert set(re.findall(r"AFTERGLOW_\w+", text)) <= variables
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
    assert [path for line in copied for path in line.split() if not (ROOT / path).exists()] == []


def test_no_container_is_given_what_the_ignore_file_keeps_out() -> None:
    let_in = set(re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text("utf-8"), re.MULTILINE))
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert {path for line in copied for path in line.split()} == let_in
