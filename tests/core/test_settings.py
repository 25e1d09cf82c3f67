"""Settings of plugins per community: defaults, changes, what is refused, what an update leaves behind."""

from collections.abc import AsyncIterator
from datetime import time, timedelta
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from bot.api import Plugin, PluginSettings, UserError
from bot.clock import VirtualClock
from bot.community.audit import Audit
from bot.community.communities import Communities, Defaults
from bot.core.registry import Registry
from bot.core.settings import RESTORE, Change, put
from bot.model.identity import SpaceRef
from bot.storage.database import Database
from bot.storage.work import Work
from bot.testing import START
from bot.text.files import bundled_locales
from bot.text.translator import load_translator


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


class Settings(BaseModel):
    """One of each kind."""

    greeting: Annotated[str, Field(min_length=2, max_length=10)] = "Hello"
    minutes: Annotated[int, Field(ge=1, lt=60)] = 10
    share: Annotated[float, Field(gt=0, le=1)] = 0.5
    loud: bool = False
    tone: Literal["warm", "brief"] = "warm"
    size: Size = Size.SMALL
    days: list[str] = ["saturday"]
    patience: timedelta = timedelta(hours=3)
    evening: time = time(18)


class Older(BaseModel):
    """What the same settings were before an update of the plugin."""

    greeting: str = "Hi"
    minutes: int = 90
    colour: str = "red"
    loud: bool = False


TEA = Plugin("tea", settings=Settings)
FIXED = Plugin("fixed", locked=True)
QUIET = Plugin("quiet", on_by_default=False)


@pytest.fixture
async def work(database: Database) -> AsyncIterator[Work]:
    """A piece of work in a community, number 1."""
    async with Work(database, VirtualClock(START)) as work:
        await Communities(work).settle_in(SpaceRef("local", "main"), Defaults())
        yield work


@pytest.fixture
def settings(work: Work) -> PluginSettings:
    return PluginSettings(work, Registry([TEA, FIXED, QUIET]), 1)


async def test_settings_are_their_defaults_until_somebody_changes_them(settings: PluginSettings) -> None:
    assert await settings.get(TEA) == Settings()


async def test_a_change_touches_what_it_names_and_comes_back_typed(settings: PluginSettings) -> None:
    changed = await settings.configure(
        TEA, {"minutes": "15", "size": "large", "patience": 60, "evening": "19:30"}, None
    )
    assert changed == [
        Change("minutes", 10, 15),
        Change("size", "small", "large"),
        Change("patience", "PT3H", "PT1M"),
        Change("evening", "18:00:00", "19:30:00"),
    ]
    expected = Settings(minutes=15, size=Size.LARGE, patience=timedelta(minutes=1), evening=time(19, 30))
    assert await settings.get(TEA) == expected
    await settings.configure(TEA, {"loud": True}, None)
    assert await settings.get(TEA) == expected.model_copy(update={"loud": True})


async def test_a_change_to_what_holds_already_is_none(settings: PluginSettings, work: Work) -> None:
    assert await settings.configure(TEA, {"minutes": 10, "tone": "warm"}, None) == []
    assert await Audit(work).newest(1) == []


async def test_only_what_differs_is_kept_so_that_a_better_default_reaches_everybody(
    settings: PluginSettings, work: Work
) -> None:
    await settings.configure(TEA, {"minutes": 15, "loud": True}, None)
    await settings.configure(TEA, {"loud": False}, None)
    [newest, _] = await Audit(work).newest(1)
    assert newest.after == {"minutes": 15}


@pytest.mark.parametrize(
    ("values", "field", "limit"),
    [
        ({"minutes": 0}, "minutes", "1"),
        ({"minutes": 60}, "minutes", "60"),
        ({"share": 0}, "share", "0.0"),
        ({"share": 2}, "share", "1.0"),
        ({"greeting": "x" * 11}, "greeting", "10"),
        ({"greeting": "x"}, "greeting", "2"),
        ({"minutes": "many"}, "minutes", ""),
        ({"tone": "cold"}, "tone", ""),
        ({"loud": "perhaps"}, "loud", ""),
        ({"evening": "late"}, "evening", ""),
        ({"days": ["sunday", 3]}, "days.1", ""),
    ],
)
async def test_what_does_not_fit_is_refused_in_words_and_changes_nothing(
    values: dict[str, Any], field: str, limit: str, settings: PluginSettings
) -> None:
    with pytest.raises(UserError) as refused:
        await settings.configure(TEA, {"loud": True, **values}, None)
    texts = load_translator([bundled_locales()], strict=True, names={"core"})
    told = {language: str(texts.text(refused.value.key, language, **refused.value.values)) for language in ("en", "cs")}
    assert all(field in sentence and limit in sentence for sentence in told.values())
    assert told["cs"] != told["en"]
    assert await settings.get(TEA) == Settings()


async def test_what_is_kept_and_no_longer_fits_falls_back_and_is_in_nobodys_way(
    settings: PluginSettings, work: Work
) -> None:
    await put(work, 1, "tea", settings=Older(loud=True).model_dump(mode="json"))
    assert await settings.get(TEA) == Settings(greeting="Hi", loud=True)
    assert await settings.configure(TEA, {"tone": "brief"}, None) == [Change("tone", "warm", "brief")]
    assert await settings.get(TEA) == Settings(greeting="Hi", loud=True, tone="brief")
    [entry] = await Audit(work).newest(1)
    assert entry.after == {"greeting": "Hi", "loud": True, "tone": "brief"}


async def test_plugins_are_on_or_off_as_they_say_until_a_community_chooses(settings: PluginSettings) -> None:
    assert [await settings.is_enabled(plugin) for plugin in (TEA, FIXED, QUIET)] == [True, True, False]
    assert await settings.enable(QUIET, None, enabled=True)
    assert await settings.enable(TEA, None, enabled=False)
    assert not await settings.enable(TEA, None, enabled=False)
    assert [await settings.is_enabled(plugin) for plugin in (TEA, FIXED, QUIET)] == [False, True, True]


async def test_turning_a_plugin_off_keeps_its_settings(settings: PluginSettings) -> None:
    await settings.configure(TEA, {"minutes": 15}, None)
    await settings.enable(TEA, None, enabled=False)
    await settings.enable(TEA, None, enabled=True)
    assert await settings.get(TEA) == Settings(minutes=15)


async def test_a_locked_plugin_stays_on(settings: PluginSettings, work: Work) -> None:
    with pytest.raises(UserError) as refused:
        await settings.enable(FIXED, None, enabled=False)
    assert refused.value.key == "plugin-locked"
    await put(work, 1, "fixed", enabled=False)
    assert await settings.is_enabled(FIXED)


async def test_every_change_can_be_undone_and_the_undoing_too(settings: PluginSettings, work: Work) -> None:
    await settings.configure(TEA, {"minutes": 15}, None)
    await settings.configure(TEA, {"loud": True}, None)
    [newest, _] = await Audit(work).newest(1)
    undoing = await Audit(work).undo(1, newest.id, None, RESTORE)
    assert await settings.get(TEA) == Settings(minutes=15)
    await Audit(work).undo(1, undoing, None, RESTORE)
    assert await settings.get(TEA) == Settings(minutes=15, loud=True)


async def test_turning_off_can_be_undone(settings: PluginSettings, work: Work) -> None:
    await settings.enable(TEA, None, enabled=False)
    [entry] = await Audit(work).newest(1)
    await Audit(work).undo(1, entry.id, None, RESTORE)
    assert await settings.is_enabled(TEA)


async def test_a_plugin_that_there_is_not_is_refused_with_those_there_are(settings: PluginSettings) -> None:
    with pytest.raises(UserError) as refused:
        settings.plugin("coffee")
    assert refused.value.values == {"asked": "coffee", "known": "fixed, quiet, tea"}
    assert settings.plugin("TEA") is TEA


async def test_each_community_has_its_own(settings: PluginSettings, work: Work) -> None:
    await settings.configure(TEA, {"minutes": 15}, None)
    other = await Communities(work).settle_in(SpaceRef("local", "other"), Defaults())
    assert await PluginSettings(work, Registry([TEA]), other.id).get(TEA) == Settings()
