"""The rules that all bundled plugins share."""

import ast
import pkgutil
import sys
from collections.abc import AsyncIterator, Awaitable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast as fluent

import plugins
from bot.community.communities import Communities
from bot.community.people import People
from bot.community.rules import facts_of
from bot.core.declarations import Command, Plugin
from bot.core.loader import Loaded, load_plugins
from bot.core.parameters import Reading, from_words
from bot.core.screen_texts import texts_of_command
from bot.core.specs import command_specs
from bot.core.undoing import RESTORE
from bot.errors import UserError
from bot.model.identity import Role
from bot.model.messages import CommandSpec, OptionKind
from bot.platforms.local.typed import read_command
from bot.testing import WholeBot, whole_bot
from bot.text.checking import used_keys
from bot.text.files import bundled_locales, read_locales
from bot.text.translator import Translator, load_translator
from bot.text.wording import Parts
from plugins.admin._fields import read_setting

ROOT = Path(plugins.__file__).parent
NAMES = sorted(module.name for module in pkgutil.iter_modules([str(ROOT)]))
LANGUAGES = ("en", "cs")
ALLOWED = ("bot.api", "msgspec", "pydantic", "sqlalchemy")
LONGEST_HELP = 100  # Discord's ceiling for a description
KNOWN_ONLY_THERE = {"member-unknown"}  # an example names somebody who need not exist here


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_plugins()


@pytest.fixture(scope="module")
def texts() -> Translator:
    return load_translator([bundled_locales()])  # not strict, which would parse all of them whole


@pytest.fixture(params=NAMES)
def plugin(request: pytest.FixtureRequest, loaded: Loaded) -> Plugin:
    """Each bundled plugin in turn."""
    found = loaded.registry.plugins.get(request.param)
    assert found is not None, [failure.error for failure in loaded.failures if failure.plugin == request.param]
    return found


def sources(name: str) -> Sequence[Path]:
    """The Python files of a bundled plugin."""
    folder = ROOT / name
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [ROOT / f"{name}.py"]


def test_all_of_them_load(loaded: Loaded) -> None:
    assert not loaded.failures
    assert sorted(loaded.registry.plugins) == NAMES


def test_it_says_what_it_does(plugin: Plugin, texts: Translator) -> None:
    assert all(texts.has(f"{plugin.name}-about", language) for language in LANGUAGES)


def test_its_steps_are_called_something(plugin: Plugin, texts: Translator) -> None:
    steps = [f"{journey.name}-{step.id}" for journey in plugin.journeys for step in journey.steps]
    keys = [f"{plugin.name}-journey-{step}" for step in steps]
    assert [(key, language) for key in keys for language in LANGUAGES if not texts.has(key, language)] == []


def test_its_badges_are_called_something(plugin: Plugin, texts: Translator) -> None:
    keys = [f"{plugin.name}-badge-{badge.name}" for badge in plugin.badges]
    assert [(key, language) for key in keys for language in LANGUAGES if not texts.has(key, language)] == []


def test_its_badges_read_facts_that_there_are(plugin: Plugin, loaded: Loaded) -> None:
    facts = {spec.name for spec in loaded.registry.facts}
    assert [badge.name for badge in plugin.badges for rule in badge.levels if not facts_of(rule) <= facts] == []


def test_its_numbers_can_be_put_into_words(plugin: Plugin, texts: Translator) -> None:
    for fact in (fact for fact in plugin.facts if fact.kind != "text"):
        named = fact.name.replace("_", "-")
        assert any(texts.has(key) for key in (f"rule-says-{named}", f"{named}-says")), fact.name


def test_its_commands_and_their_options_have_texts(plugin: Plugin, texts: Translator) -> None:
    keys = [key for command in plugin.commands for key in texts_of_command(command)]
    assert [(key, language) for key in keys for language in LANGUAGES if not texts.has(key, language)] == []


def test_its_buttons_have_texts(plugin: Plugin, texts: Translator) -> None:
    labels = {spec.label for spec in plugin.actions}
    assert [key for key in sorted(labels) for language in LANGUAGES if not texts.has(key, language)] == []


def test_its_help_is_one_short_sentence(plugin: Plugin) -> None:
    for command in plugin.commands:
        assert command.help.endswith("."), command.name
        assert len(command.help) <= LONGEST_HELP, command.name


def test_its_settings_can_be_asked_for_and_have_texts(plugin: Plugin, texts: Translator) -> None:
    for name in plugin.settings.model_fields:
        setting = read_setting(plugin.name, plugin.settings, name)
        assert setting is not None, f"no form can ask for {name}"
        key = f"{plugin.name}-setting-{name}"
        keys = [each.replace("_", "-") for each in (key, *(f"{key}-{choice}" for choice in setting.choices))]
        assert [each for each in keys for language in LANGUAGES if not texts.has(each, language)] == []


def test_its_tables_begin_with_its_name_and_say_whose_data_they_hold(plugin: Plugin) -> None:
    tables = plugin.tables.tables if plugin.tables is not None else {}
    for name, table in tables.items():
        assert name.startswith(plugin.name.replace("-", "_") + "_")
        for column in table.c:
            refers = column.name.endswith(("member_id", "_by", "host_id", "author_id", "person_id"))
            assert not refers or "member" in column.info, f"{column} has to be made with columns.member()"


def test_its_journeys_name_only_what_there_is(plugin: Plugin, loaded: Loaded, texts: Translator) -> None:
    for journey in plugin.journeys:
        for step in journey.steps:
            messages = [variant.message for variant in step.variants if variant.message]
            assert all(texts.has(key, language) for key in messages for language in LANGUAGES), step.id
            assert step.task is None or tuple(step.task.split(".")) in loaded.registry.jobs
            for button in step.buttons:
                spec = loaded.registry.actions[button]
                assert spec.least_role is Role.MEMBER, f"{button} stands under messages to members"
                assert spec.parameters[0].kind is OptionKind.WHOLE, f"{button} is pressed with the delivery's id"


def test_it_imports_only_the_front_door(plugin: Plugin) -> None:
    for file in sources(plugin.name):
        for module in imported(file):
            own = module == f"plugins.{plugin.name}" or module.startswith(f"plugins.{plugin.name}.")
            known = module.partition(".")[0] in sys.stdlib_module_names
            allowed = module in ALLOWED or module.partition(".")[0] in ALLOWED
            assert own or known or allowed, f"{file.name} imports {module}"


def imported(file: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_each_of_its_files_says_what_it_is_for(plugin: Plugin) -> None:
    for file in sources(plugin.name):
        assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))), file.name


def test_it_has_no_texts_that_nobody_shows(plugin: Plugin) -> None:
    files = [file for file in read_locales([bundled_locales()]) if file.name == plugin.name]
    keys = {entry.id.name for file in files for entry in file.resource.body if isinstance(entry, fluent.Message)}
    shown, beginnings = named(plugin.name)
    shown |= {f"{action}-changed" for action in shown}  # what the audit log says of a plugin's own changes
    shown |= {f"{action.replace('.', '-')}-changed" for action in RESTORE}
    shown |= {name for file in files for name in Parts(file.resource).references}
    shown |= core_keys()  # a service of the core may refuse in its words
    shown |= {
        f"{plugin.name}-about",
        f"{plugin.name}-title",
        *(key for command in plugin.commands for key in texts_of_command(command)),
    }
    shown |= {v.message for journey in plugin.journeys for step in journey.steps for v in step.variants if v.message}
    beginnings += tuple(f"{plugin.name}-{what}-" for what in ("setting", "journey", "badge"))
    beginnings += ("rule-", "activity-")
    rest = (key for key in sorted(keys - shown) if not key.startswith(beginnings))
    assert [key for key in rest if not says_a_fact(plugin, key)] == []


@cache
def core_keys() -> frozenset[str]:
    """The keys that the core's code names."""
    return frozenset(use.key for use in used_keys([ROOT.parent / "bot"]))


def says_a_fact(plugin: Plugin, key: str) -> bool:
    """Whether the text is a fact's, read when rules are put into words."""
    names = [fact.name.replace("_", "-") for fact in plugin.facts]
    return key in {f"{name}{ending}" for name in names for ending in ("-says", "-missing", "-called", "-none")}


def named(name: str) -> tuple[set[str], tuple[str, ...]]:
    """The strings that a plugin's code holds, and what its f-strings begin with where that tells the plugin's texts."""
    constants: set[str] = set()
    beginnings: set[str] = set()
    for file in sources(name):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
    return constants, tuple(each for each in beginnings if each.startswith(f"{name}-") and len(each) > len(name) + 1)


@pytest.fixture(scope="module")
async def bot() -> AsyncIterator[WholeBot]:
    """One that all plugins' examples are read on, which changes nothing."""
    async with whole_bot() as bot:
        await bot.says(bot.person("Ann"), "/help")
        yield bot


async def test_its_examples_are_understood(plugin: Plugin, bot: WholeBot) -> None:
    specs = command_specs(bot.app.parts.registry, bot.app.parts.translator)
    for command in plugin.commands:
        for example in command.examples:
            await understood(bot, command, example, specs)


async def understood(bot: WholeBot, command: Command, example: str, specs: Sequence[CommandSpec]) -> None:
    """Read an example as if somebody typed it."""
    typed = read_command(example, specs)
    assert typed is not None, f"{example} is no command"
    assert typed.name == command.name, f"{example} belongs to /{typed.name}"
    async with bot.app.parts.work() as work:
        community = await Communities(work).get(1)
        member = await People(work).find(community, "Ann")
        reading = Reading(work, community, member, work.now)
        refusal = await refused(from_words(command.parameters, typed.words, reading))
        assert refusal is None or refusal.key in KNOWN_ONLY_THERE, f"{example}: {refusal}"


async def refused(reading: Awaitable[object]) -> UserError | None:
    """The refusal that awaiting raises, or None."""
    try:
        await reading
    except UserError as refusal:
        return refusal
    return None
