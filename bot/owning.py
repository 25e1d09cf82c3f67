"""Whose tables there are, and how all of them are brought up to date."""

from collections.abc import Sequence

from bot.core.declarations import Plugin
from bot.core.loader import Loaded, LoadFailure
from bot.core.registry import Registry
from bot.guard import Failure, attempt
from bot.storage.database import Database
from bot.storage.resealing import check_key
from bot.storage.schema import CORE, SchemaOwner, bring_up_to_date


def schema_owners(loaded: Loaded) -> Sequence[SchemaOwner]:
    """Whose tables there are: the core with the bundled plugins, then each plugin with migrations of its own."""
    bundled = [p.tables for p in loaded.registry.plugins.values() if p.tables is not None and p.migrations is None]
    own = [p for p in loaded.registry.plugins.values() if p.tables is not None and p.migrations is not None]
    core = SchemaOwner(CORE.name, (*CORE.tables, *bundled), CORE.migrations)
    return [core, *(_own_tables(p) for p in own)]


async def with_tables(database: Database, loaded: Loaded) -> Loaded:
    """The same once everybody's tables are up to date, without plugins whose own cannot be: they are off."""
    core, *others = schema_owners(loaded)
    await bring_up_to_date(database, [core])
    await check_key(database)
    broken: dict[str, LoadFailure] = {}
    for owner in others:
        done = await attempt(bring_up_to_date(database, [owner]), place=f"making the tables of {owner.name}")
        if isinstance(done, Failure):
            broken[owner.name] = LoadFailure(owner.name.replace("_", "-"), done.code, done.error)
    if not broken:
        return loaded
    whole = [plugin for name, plugin in loaded.registry.plugins.items() if name.replace("-", "_") not in broken]
    return Loaded(Registry(whole), (*loaded.failures, *broken.values()))


def _own_tables(plugin: Plugin) -> SchemaOwner:
    assert plugin.tables is not None and plugin.migrations is not None
    return SchemaOwner(plugin.name.replace("-", "_"), (plugin.tables,), plugin.migrations)
