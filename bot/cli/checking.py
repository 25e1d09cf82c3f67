"""afterglow check: the configuration, the plugins and the texts, each problem with its cure."""

import os
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import bot
from bot import log as logs
from bot.config import Config, read_config
from bot.core.loader import Loaded, installed_code, load_plugins
from bot.core.screen_texts import texts_needed_by
from bot.errors import ConfigError
from bot.platforms.local.cast import chosen_language
from bot.sources.choosing import wrong_sources
from bot.storage.opening import open_database
from bot.text.checking import check_locales
from bot.text.files import bundled_locales, name_of
from bot.text.refusals import in_words
from bot.text.saying import plainly
from bot.text.translator import load_translator


def run_checks(path: Path | None, environment: Mapping[str, str], language: str | None) -> int:
    """Print what was checked and what is wrong; returns 0 when all is well, 1 otherwise.

    They are told in `language` (the terminal's own when None), but for problems of code and texts: those are English.
    """
    logs.set_up("CRITICAL")  # what others would log is told here, in a line
    tongue = chosen_language(language, os.environ)
    say = partial(plainly, load_translator([bundled_locales()], names={"check"}).text, tongue)
    loaded = load_plugins()
    wrong = 0
    for part, problems in (
        ("configuration", (in_words(error, tongue) for error in _configuration(path, environment))),
        ("plugins", _plugins(loaded, say)),
        ("texts", _texts(loaded, say)),
    ):
        found = list(problems)
        wrong += len(found)
        told = say(f"check-{'to-mend' if found else 'well'}", part=say(f"check-{part}"), count=len(found))
        sys.stdout.write("".join(f"{line}\n" for line in (told, *(f"  - {problem}" for problem in found))))
    return 1 if wrong else 0


def _configuration(path: Path | None, environment: Mapping[str, str]) -> Iterator[ConfigError]:
    found = read_config(path, environment, {})
    if not isinstance(found, Config):
        yield from found
        return
    try:
        open_database(found.database_url)
    except ConfigError as error:
        yield error
    yield from wrong_sources(found)
    yield from found.ai.wrong()


def _plugins(loaded: Loaded, say: partial[str]) -> Iterator[str]:
    for failure in loaded.failures:
        error = " ".join(failure.error.split())
        yield say("check-plugin-off", plugin=failure.plugin, error=error if error.endswith(".") else f"{error}.")


def _texts(loaded: Loaded, say: partial[str]) -> Iterator[str]:
    plugins = loaded.registry.plugins.values()
    folders = [bundled_locales(), *(plugin.locales for plugin in plugins if plugin.locales)]
    package = Path(bot.__file__).parent
    yield from map(str, check_locales(folders, code=[package, package.parent / "plugins", *installed_code()]))
    translator = load_translator(folders)
    for plugin in plugins:
        home = name_of(plugin.locales or bundled_locales())
        for key in texts_needed_by(plugin):
            if not any(translator.has(key, language) for language in translator.languages):
                files = ", ".join(f"{home}/{language}/{plugin.name}.ftl" for language in translator.languages)
                yield say("check-no-text", plugin=plugin.name, key=key, files=files)
