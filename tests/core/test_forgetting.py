"""What the machine room keeps for a while only."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.app import App
from bot.core.incidents import note_incident
from bot.guard import Failure
from bot.model.identity import Role
from bot.storage.tables import deliveries, incidents, intake, jobs
from bot.testing import START, whole_bot


async def add_lines(app: App, name: str, at: datetime) -> None:
    """An incident, a job that is done, one that failed, and a handled update of that time."""
    async with app.parts.database.write() as transaction:
        await note_incident(transaction, Failure(name, "an error", "a trace"), at, plugin="core", place="a place")
        for state in ("done", "failed"):
            line = {"plugin": "core", "name": f"{name}-{state}", "arguments": {}, "due_at": at, "state": state}
            await transaction.execute(sa.insert(jobs).values(**line))
        for plugin, job, key in (("tea", "brew", "tea.brew:1"), ("tea", "on:StreamEnded:x", "tea.x:ended:1")):
            line = {"plugin": plugin, "name": job, "arguments": {"words": "secret"}, "due_at": at, "state": "done"}
            await transaction.execute(sa.insert(jobs).values(**line, key=f"{key} {name}"))
        await transaction.execute(sa.insert(jobs).values(**line, key=f"every:tea.{name}"))
        update = {"source": "local", "event_id": name, "kind": "MemberLeft", "body": "{}"}
        await transaction.execute(sa.insert(intake).values(**update, received_at=at, handled_at=at))


async def kept(app: App, column: sa.Column[Any], where: sa.ColumnElement[bool] | None = None) -> set[str]:
    async with app.parts.database.read() as reader:
        found = sa.select(column) if where is None else sa.select(column).where(where)
        return {str(value) for (value,) in await reader.rows(found)}


async def test_what_is_over_is_forgotten_in_its_time() -> None:
    async with whole_bot() as bot:
        for days in (0.2, 13, 15, 89, 91):
            await add_lines(bot.app, f"{days}", START - timedelta(days=days))
        await bot.passes(hours=1)

        assert await kept(bot.app, intake.c.event_id) == {"0.2"}
        names = await kept(bot.app, jobs.c.name)
        assert {name for name in names if name[0].isdigit()} == {"0.2-done", "0.2-failed", "13-done", "13-failed"}
        assert names >= {"brew", "on:StreamEnded:x"}
        keys = {key for key in await kept(bot.app, jobs.c.key) if "tea" in key}
        young = {f"{key} {name}" for key in ("tea.brew:1", "tea.x:ended:1") for name in ("0.2", "13")}
        assert keys == young | {f"tea.brew:1 {days}" for days in (15, 89, 91)} | {"every:tea.0.2", "every:tea.13"}
        assert await kept(bot.app, jobs.c.arguments, jobs.c.key == "tea.brew:1 13") == {"{'words': 'secret'}"}
        assert await kept(bot.app, jobs.c.arguments, jobs.c.key == "tea.brew:1 15") == {"{}"}
        assert await kept(bot.app, incidents.c.code) == {"0.2", "13", "15", "89"}


async def test_for_how_long_is_a_matter_of_the_configuration() -> None:
    longer = {"UPDATE_HOURS": "24", "JOB_DAYS": "30", "INCIDENT_DAYS": "7", "POST_DAYS": "3"}
    async with whole_bot(environment={f"AFTERGLOW_RETENTION__{key}": value for key, value in longer.items()}) as bot:
        for days in (0.5, 1.5, 6, 15, 29, 31):
            await add_lines(bot.app, f"{days}", START - timedelta(days=days))
        await bot.passes(hours=1)

        assert await kept(bot.app, intake.c.event_id, intake.c.body != "") == {"0.5"}
        names = await kept(bot.app, jobs.c.name)
        assert {name.removesuffix("-done") for name in names if name.endswith("-done")} == {
            "0.5",
            "1.5",
            "6",
            "15",
            "29",
        }
        assert await kept(bot.app, incidents.c.code) == {"0.5", "1.5", "6"}


@pytest.mark.long
@pytest.mark.parametrize(("days", "is_kept"), [("1", False), ("3", True)])
async def test_the_words_of_a_post_go_when_the_configuration_says(days: str, is_kept: bool) -> None:
    async with whole_bot(environment={"AFTERGLOW_RETENTION__POST_DAYS": days}) as bot:
        hana = bot.person("Hana", Role.HOST)
        await bot.says(hana, "/stream start Glazes")
        await bot.passes(hours=42)
        words = await kept(bot.app, deliveries.c.payload, deliveries.c.key.contains("live:"))
        assert any("Glazes" in one for one in words) is is_kept
