"""Settings of plugins per community: pydantic models kept as what differs from their defaults, audited, undoable."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from msgspec import Struct
from pydantic import BaseModel, ValidationError

from bot.community.audit import Audit, Restore
from bot.core.declarations import Plugin
from bot.core.registry import Registry
from bot.delivery.journeys import Journeys
from bot.errors import UserError
from bot.model.events import PluginEnabled
from bot.storage.dialect import upsert
from bot.storage.tables import plugin_settings
from bot.storage.work import Work
from bot.text.markup import echoed

S = TypeVar("S", bound=BaseModel)


class Change(Struct, frozen=True):
    """One setting's old and new value, as JSON values."""

    field: str
    before: Any
    after: Any


class PluginSettings:
    """Reads and changes the plugins' settings of one community within one piece of work."""

    def __init__(self, work: Work, registry: Registry, community_id: int) -> None:
        self._work = work
        self._registry = registry
        self._community_id = community_id

    def plugin(self, name: str) -> Plugin:
        """The plugin of that name. Raises UserError when there is none."""
        found = self._registry.plugins.get(name.lower())
        if found is None:
            raise UserError("plugin-unknown", asked=echoed(name), known=", ".join(sorted(self._registry.plugins)))
        return found

    async def is_enabled(self, plugin: Plugin) -> bool:
        """Whether the community uses the plugin."""
        chosen = await self._value(plugin, "enabled")
        return plugin.is_on(None if chosen is None else bool(chosen))

    async def enabled(self) -> frozenset[str]:
        """The names of all plugins that the community uses, in one look."""
        choices = await read_choices(self._work, plugin_settings.c.community_id == self._community_id)
        on = (name for name, plugin in self._registry.plugins.items() if choices.is_on(self._community_id, plugin))
        return frozenset(on)

    async def get(self, plugin: Plugin) -> BaseModel:
        """The plugin's settings here. What is kept and no longer fits falls back to its default."""
        return _fitting(plugin.settings, await self._kept(plugin))

    async def enable(self, plugin: Plugin, by: int | None, *, enabled: bool) -> bool:
        """Turn the plugin on or off; False when it already was. Raises UserError for one that must stay on."""
        if plugin.locked and not enabled:
            raise UserError("plugin-locked", name=plugin.name, title=plugin.titled)
        before = await self.is_enabled(plugin)
        if before == enabled:
            return False
        await _put_enabled(self._work, self._community_id, plugin.name, enabled=enabled)
        await Audit(self._work).note(self._community_id, by, "plugin.enable", f"plugin:{plugin.name}", before, enabled)
        return True

    async def configure(self, plugin: Plugin, values: Mapping[str, Any], by: int | None) -> list[Change]:
        """Change some settings, all or none. Raises UserError naming the first field that is wrong, and why."""
        before = await self._kept(plugin)
        fitting = _fitting(plugin.settings, before)
        try:
            # From what still fits: a value that an update of the plugin left behind must not be in the way.
            after_model = plugin.settings.model_validate({**fitting.model_dump(exclude_unset=True), **values})
        except ValidationError as error:
            raise _refusal(plugin, error) from None
        current = fitting.model_dump(mode="json")
        after = after_model.model_dump(mode="json")
        changes = [Change(name, current[name], after[name]) for name in after if current[name] != after[name]]
        if changes:
            kept = {name: value for name, value in after.items() if value != _default(plugin, name)}
            await self._put(plugin.name, settings=kept)
            subject = f"plugin:{plugin.name}"
            await Audit(self._work).note(self._community_id, by, "plugin.configure", subject, before, kept)
        return changes

    async def _kept(self, plugin: Plugin) -> dict[str, Any]:
        return dict(await self._value(plugin, "settings") or {})

    async def _put(self, plugin: str, **values: Any) -> None:
        await put(self._work, self._community_id, plugin, **values)

    async def _value(self, plugin: Plugin, name: str) -> Any:
        return await self._work.value(_KEPT[name], {"community": self._community_id, "named": plugin.name})


_KEPT: Final = {
    column.name: sa.select(column).where(
        plugin_settings.c.community_id == sa.bindparam("community"), plugin_settings.c.plugin == sa.bindparam("named")
    )
    for column in (plugin_settings.c.enabled, plugin_settings.c.settings)
}


class Choices(Struct, frozen=True):
    """Which plugins were turned on or off, by community and plugin. Where nobody chose, it is as the plugin says."""

    chosen: Mapping[tuple[int, str], bool | None]

    def is_on(self, community_id: int, plugin: Plugin) -> bool:
        """Whether the community uses the plugin."""
        return plugin.is_on(self.chosen.get((community_id, plugin.name)))


async def read_choices(work: Work, *where: sa.ColumnElement[bool]) -> Choices:
    """What was chosen, in one look; in all communities unless `where` says which."""
    query = sa.select(plugin_settings.c.community_id, plugin_settings.c.plugin, plugin_settings.c.enabled)
    rows = await work.rows(query.where(*where))
    return Choices({(row.community_id, row.plugin): row.enabled for row in rows})


async def put(work: Work, community_id: int, plugin: str, **values: Any) -> None:
    """Write the row as it is told, without validation or audit."""
    row = upsert(work.dialect, plugin_settings).values(community_id=community_id, plugin=plugin, **values)
    key = [plugin_settings.c.community_id, plugin_settings.c.plugin]
    await work.execute(row.on_conflict_do_update(index_elements=key, set_=values))


async def _restore_settings(work: Work, community_id: int, subject: str, value: Any) -> None:
    await put(work, community_id, subject.removeprefix("plugin:"), settings=value)


async def _restore_enabled(work: Work, community_id: int, subject: str, value: Any) -> None:
    await _put_enabled(work, community_id, subject.removeprefix("plugin:"), enabled=bool(value))


async def _put_enabled(work: Work, community_id: int, plugin: str, *, enabled: bool) -> None:
    await put(work, community_id, plugin, enabled=enabled)
    if enabled:
        await tell_that_it_is_on(work, community_id, plugin)


async def tell_that_it_is_on(work: Work, community_id: int, plugin: str) -> None:
    """Let go on what waited for the plugin: its journeys, and what others look after."""
    work.emit(PluginEnabled(community_id=community_id, at=work.now, plugin=plugin))
    await Journeys(work).plugin_is_on(community_id, plugin)


RESTORE: Mapping[str, Restore] = {
    "plugin.configure": Restore(_restore_settings),
    "plugin.enable": Restore(_restore_enabled),
}
"""How changes of settings are undone."""


def _fitting(model: type[S], kept: Mapping[str, Any]) -> S:
    """The settings with everything kept that still fits, after an update may have changed the model."""
    values = {name: value for name, value in kept.items() if name in model.model_fields}
    while True:
        try:
            return model.model_validate(values)
        except ValidationError as error:
            wrong = {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]} & values.keys()
            if not wrong:
                return model()
            values = {name: value for name, value in values.items() if name not in wrong}


def _default(plugin: Plugin, name: str) -> Any:
    return plugin.settings().model_dump(mode="json")[name]


def _refusal(plugin: Plugin, error: ValidationError) -> UserError:
    fault = error.errors()[0]
    field = ".".join(str(part) for part in fault["loc"]) or plugin.name
    limit = next((str(value) for value in fault.get("ctx", {}).values()), "")
    return UserError("setting-wrong", field=field, kind=fault["type"], limit=limit, problem=fault["msg"])
