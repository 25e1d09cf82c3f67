"""Moments and JSON come back as they were stored."""

from datetime import UTC, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.storage.database import Database
from bot.storage.types import Instant, Json, from_micros, to_micros

things = sa.Table(
    "things",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", Instant, nullable=True),
    sa.Column("detail", Json, nullable=True),
)
ANY_MOMENT = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.timezones())  # noqa: DTZ001
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc č"), inner, max_size=3),
    max_leaves=5,
)


async def store(database: Database, **values: Any) -> sa.Row[*tuple[Any, ...]]:
    async with database.write() as transaction:
        await transaction.run("DROP TABLE IF EXISTS things")
        await transaction.run_sync(things.create)
        await transaction.execute(things.insert().values(id=1, **values))
        row = await transaction.row(sa.select(things.c.at, things.c.detail))
    assert row is not None
    return row


@pytest.mark.parametrize("moment", [
    datetime(2026, 11, 22, 9, 30, 15, 123456, UTC),
    datetime(1969, 12, 31, 23, 59, 59, 999999, UTC),
    datetime.max.replace(tzinfo=UTC),
    None,
])  # fmt: skip
async def test_a_moment_keeps_its_microseconds(lines: Database, moment: datetime | None) -> None:
    assert (await store(lines, at=moment)).at == moment


@given(ANY_MOMENT)
def test_any_moment_survives_as_microseconds(moment: datetime) -> None:
    assert from_micros(to_micros(moment)) == moment.astimezone(UTC)


async def test_a_moment_without_a_zone_is_refused(lines: Database) -> None:
    with pytest.raises(sa.exc.StatementError, match="without a zone"):
        await store(lines, at=datetime(2026, 11, 22))  # noqa: DTZ001 (meant)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(detail=ANY_JSON)
async def test_json_comes_back_as_it_was(lines: Database, detail: Any) -> None:
    assert (await store(lines, detail=detail)).detail == detail
