"""afterglow check: the configuration, the plugins and the texts, each problem with its cure."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import bot
from bot.config import Config, read_config
from bot.core.loader import Loaded, load_plugins
from bot.core.specs import command_specs
from bot.errors import ConfigError
from bot.storage.opening import open_database
from bot.text.checking import check_locales
from bot.text.files import bundled_locales
from bot.text.translator import load_translator


def run_checks(path: Path | None, environment: Mapping[str, str]) -> int:
    """Print what was checked and what is wrong; returns 0 when all is well, 1 otherwise."""
    loaded = load_plugins()
    wrong = 0
    for title, problems in (
        ("configuration", _configuration(path, environment)),
        ("plugins", _plugins(loaded)),
        ("texts", _texts(loaded)),
    ):
        found = list(problems)
        wrong += len(found)
        sys.stdout.write(f"{title}: {'well' if not found else f'{len(found)} to mend'}\n")
        for problem in found:
            sys.stdout.write(f"  - {problem}\n")
    return 1 if wrong else 0


def _configuration(path: Path | None, environment: Mapping[str, str]) -> Iterator[str]:
    found = read_config(path, environment, {})
    if not isinstance(found, Config):
        yield from map(str, found)
        return
    try:
        open_database(found.database_url)
    except ConfigError as error:
        yield str(error)


def _plugins(loaded: Loaded) -> Iterator[str]:
    for failure in loaded.failures:
        yield f"{failure.plugin} is off: {failure.error} Mend the plugin or uninstall it. (incident {failure.code})"


def _texts(loaded: Loaded) -> Iterator[str]:
    folders = [bundled_locales(), *(p.locales for p in loaded.registry.plugins.values() if p.locales)]
    package = Path(bot.__file__).parent
    for problem in check_locales(folders, code=[package, package.parent / "plugins"]):
        yield f"{problem.file}: {problem.id}: {problem.what}. {problem.cure}"
    translator = load_translator(folders)
    for spec in command_specs(loaded.registry, translator):
        for language in translator.languages:
            if language not in spec.texts:
                yield f"/{' '.join(spec.path)} has no description in {language}. Add cmd-{'-'.join(spec.path)}."
