"""Find and load plugins: the bundled ones and those installed beside us. A broken one is off, visible, harmless."""

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

from msgspec import Struct

from bot.core.declarations import Plugin
from bot.core.registry import Registry
from bot.errors import PluginError
from bot.guard import Failure, attempt_now

GROUP = "afterglow.plugins"
BUNDLED = "plugins"


class LoadFailure(Struct, frozen=True):
    """A plugin that could not be loaded: its name, the incident's code, what went wrong."""

    plugin: str
    code: str
    error: str


class Loaded(Struct, frozen=True):
    """What was found: a registry of what works, and what does not."""

    registry: Registry
    failures: tuple[LoadFailure, ...]


def load_plugins() -> Loaded:
    """Load every plugin there is, the bundled ones first."""
    registry, failures = Registry(), []
    for name, find in (*_bundled(), *_installed()):
        done = attempt_now(partial(_take_in, registry, name, find), place=f"loading the plugin {name}")
        if isinstance(done, Failure):
            failures.append(LoadFailure(name, done.code, done.error))
    return Loaded(registry, tuple(failures))


def installed_code() -> list[Path]:
    """Where the Python files of the installed plugins are that could be imported: folders of packages, single files."""
    modules = (sys.modules.get(entry.module) for entry in entry_points(group=GROUP))
    return [_home(module) for module in modules if module is not None and module.__file__]


def _home(module: ModuleType) -> Path:
    file = Path(str(module.__file__))
    return file.parent if hasattr(module, "__path__") or module.__package__ else file


def _take_in(registry: Registry, name: str, find: Callable[[], object]) -> None:
    registry.take_in(_plugin_in(name, find()))


def _bundled() -> Iterator[tuple[str, Callable[[], object]]]:
    package = importlib.import_module(BUNDLED)
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        yield module.name, partial(importlib.import_module, f"{BUNDLED}.{module.name}")


def _installed() -> Iterator[tuple[str, Callable[[], object]]]:
    for entry in _declared(tuple(sys.path)):
        yield entry.name, partial(_with_migrations, entry)


@lru_cache(maxsize=4)
def _declared(_places: tuple[str, ...]) -> Sequence[EntryPoint]:
    """Finding them reads a file of every package that is installed: once is enough while the places stay the same."""
    return tuple(entry_points(group=GROUP))


def _with_migrations(entry: EntryPoint) -> object:
    """The plugin behind an entry point. Only those that come with the bot leave their tables to its migrations."""
    plugin = _plugin_in(entry.name, entry.load())
    if plugin.tables is not None and plugin.migrations is None:
        raise PluginError(plugin.name, "it has tables, so give it migrations= as well, the folder of their revisions.")
    return plugin


def _plugin_in(name: str, found: object) -> Plugin:
    plugin = found if isinstance(found, Plugin) else getattr(found, "plugin", None)
    if not isinstance(plugin, Plugin):
        raise PluginError(name, 'its module needs a line plugin = Plugin("name").')
    return plugin
