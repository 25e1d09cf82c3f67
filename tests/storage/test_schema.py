"""The schema is the same however it came about, and a database that cannot be used says why and stays as it was."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, LiteralString

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from msgspec.structs import replace

from bot.errors import PluginError, StorageError
from bot.storage.database import Database
from bot.storage.migrations.alembic_setup import options, upgrade
from bot.storage.migrations.new import write_revision
from bot.storage.opening import open_database
from bot.storage.schema import CORE, SchemaOwner, bring_up_to_date
from bot.storage.tables import members
from tests.databases import whole_schema

CONVENTION = CORE.tables[0].naming_convention


def tables_at_first() -> sa.MetaData:
    tables = sa.MetaData(naming_convention=CONVENTION)
    sa.Table(
        "survey_forms",
        tables,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("title", sa.Text, nullable=True),
    )
    sa.Table(
        "survey_answers",
        tables,
        sa.Column("form_id", sa.Integer, sa.ForeignKey("survey_forms.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    return tables


def tables_now() -> sa.MetaData:
    tables = tables_at_first()
    tables.tables["survey_answers"].append_column(sa.Column("stars", sa.Integer, nullable=False, server_default="5"))
    tables.tables["survey_forms"].append_constraint(sa.UniqueConstraint("title"))
    return tables


@pytest.fixture
async def empty(empty_address: str) -> AsyncIterator[Database]:
    """A database with nothing in it, on each kind of database."""
    opened = open_database(empty_address)
    yield opened
    await opened.close()


@pytest.fixture
def survey(tmp_path: Path) -> SchemaOwner:
    """A third-party plugin as it was in its first version."""
    owner = SchemaOwner("survey", (tables_at_first(),), tmp_path / "100% survey")
    write_revision(owner, "start")
    return owner


@pytest.fixture
def survey_now(survey: SchemaOwner) -> SchemaOwner:
    """The same plugin two revisions later; making a table anew is SQLite's way to add a constraint."""
    owner = replace(survey, tables=(tables_now(),))
    write_revision(owner, "stars and titles")
    return owner


@pytest.fixture
def first_survey(survey: SchemaOwner, tmp_path: Path) -> SchemaOwner:
    """The plugin's first version, with a folder that knows nothing of later ones."""
    folder = tmp_path / "first"
    (folder / "versions").mkdir(parents=True)
    for file in survey.versions.glob("0001*.py"):
        (folder / "versions" / file.name).write_bytes(file.read_bytes())
    return replace(survey, migrations=folder)


async def migrate_from_nothing(database: Database, owner: SchemaOwner) -> None:
    async with database.alter() as transaction:
        work = partial(upgrade, version_table=owner.version_table, tables=owner.tables, versions=owner.versions)
        await transaction.run_sync(work)


async def differences(database: Database, owner: SchemaOwner) -> list[Any]:
    def compare(connection: sa.Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts=options(owner.version_table, owner.tables))
        found: list[Any] = compare_metadata(context, context.opts["target_metadata"])
        return found

    async with database.read() as reader:
        return await reader.run_sync(compare)


def index_text(index: Mapping[str, Any]) -> str:
    """An index by all that makes it up; the conditions of partial ones are objects without a value of their own."""
    conditions = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return repr({**index, "dialect_options": conditions})


async def description(database: Database) -> dict[str, Any]:
    """All that the database itself knows of its tables."""

    def describe(connection: sa.Connection) -> dict[str, Any]:
        inspector = sa.inspect(connection)
        return {
            table: {
                "columns": [{**column, "type": repr(column["type"])} for column in inspector.get_columns(table)],
                "key": inspector.get_pk_constraint(table),
                "references": sorted(inspector.get_foreign_keys(table), key=str),
                "unique": sorted(inspector.get_unique_constraints(table), key=str),
                "indexes": sorted(map(index_text, inspector.get_indexes(table))),
                "options": inspector.get_table_options(table),
            }
            for table in inspector.get_table_names()
        }

    async with database.read() as reader:
        return await reader.run_sync(describe)


async def revision(database: Database, owner: SchemaOwner) -> Any:
    async with database.read() as reader:
        return await reader.value(sa.text(f"SELECT version_num FROM {owner.version_table}"))


async def test_the_migrations_lead_to_the_tables_of_the_code(empty: Database) -> None:
    await migrate_from_nothing(empty, whole_schema())
    assert await differences(empty, whole_schema()) == []


async def test_a_fresh_database_equals_a_migrated_one(empty: Database, each_database: Database) -> None:
    await migrate_from_nothing(empty, whole_schema())
    assert await description(empty) == await description(each_database)
    newest = whole_schema().revisions().newest
    assert await revision(empty, CORE) == await revision(each_database, CORE) == newest


async def test_bringing_up_to_date_twice_changes_nothing(empty: Database, survey_now: SchemaOwner) -> None:
    await bring_up_to_date(empty, [survey_now])
    before = await description(empty)
    await bring_up_to_date(empty, [survey_now])
    assert await description(empty) == before


async def test_an_older_database_is_migrated_and_keeps_its_rows(
    empty: Database, first_survey: SchemaOwner, survey_now: SchemaOwner
) -> None:
    await bring_up_to_date(empty, [first_survey])
    assert await revision(empty, survey_now) == "0001"
    async with empty.write() as transaction:
        await transaction.run("INSERT INTO survey_forms (id, title) VALUES (1, 'How was it?')")
        await transaction.run("INSERT INTO survey_answers (form_id, text) VALUES (1, 'fine')")
    await bring_up_to_date(empty, [survey_now])
    assert await revision(empty, survey_now) == "0002"
    assert await differences(empty, survey_now) == []
    async with empty.read() as reader:
        rows = await reader.fetch("SELECT title, text, stars FROM survey_forms JOIN survey_answers ON form_id = id")
    assert [tuple(row) for row in rows] == [("How was it?", "fine", 5)]


@pytest.mark.long
async def test_whom_a_link_made_is_told_apart_after_an_upgrade(empty: Database, tmp_path: Path) -> None:
    owner = whole_schema()
    await migrate_from_nothing(empty, _before("0018", owner, tmp_path))
    async with empty.write() as transaction:
        await transaction.run(
            "INSERT INTO communities (id, name, language, zone, created_at) VALUES (1, '', '', '', 1)"
        )
        await transaction.run("INSERT INTO persons (id, created_at) VALUES (1, 1), (2, 1), (3, 1)")
        await transaction.run(
            "INSERT INTO members (id, community_id, person_id, joined_at, left_at) "
            "VALUES (1, 1, 1, 5, 5), (2, 1, 2, 5, 6), (3, 1, 3, 5, NULL)"
        )
    await bring_up_to_date(empty, [owner])
    async with empty.read() as reader:
        made = await reader.rows(sa.select(members.c.id).where(members.c.by_link))
    assert [id for (id,) in made] == [1]


@pytest.mark.long
async def test_whoever_waited_for_a_person_goes_on_waiting_after_an_upgrade(empty: Database, tmp_path: Path) -> None:
    owner = whole_schema()
    await migrate_from_nothing(empty, _before("0037", owner, tmp_path))
    async with empty.write() as transaction:
        await transaction.run(
            "INSERT INTO assistant_questions (community_id, member_id, at, text, handed_at, answered_at) "
            "VALUES (1, 7, 1, 'one', 2, NULL), (1, 7, 3, 'two', 4, NULL), (1, 8, 5, 'three', 6, 7), "
            "(1, 9, 8, 'four', NULL, NULL)"
        )
    await bring_up_to_date(empty, [owner])
    async with empty.read() as reader:
        waits = await reader.fetch("SELECT member_id, state, opened_at, since, remind_at FROM assistant_cases")
        said = await reader.fetch("SELECT member_id, kind, words FROM assistant_lines ORDER BY id")
    assert [tuple(row) for row in waits] == [(7, "new", 2, 2, 4)]
    assert [tuple(row) for row in said] == [(7, "member", "one"), (7, "member", "two")]


_PERSON = "INSERT INTO persons (created_at) VALUES (1)"
_COMMUNITY = "INSERT INTO communities (id, name, language, zone, created_at) VALUES (1, '', '', '', 1)"
_DELIVERY = "INSERT INTO deliveries (community_id, purpose, due_at, expires_at) VALUES (1, 'service', 1, 2)"


@pytest.mark.long
@pytest.mark.parametrize(
    ("number", "table", "lines"),
    [("0019", "persons", (_PERSON, _PERSON)), ("0035", "deliveries", (_COMMUNITY, _DELIVERY, _DELIVERY))],
)
async def test_no_number_is_given_for_the_second_time_after_an_upgrade_either(
    empty: Database, tmp_path: Path, number: str, table: LiteralString, lines: Sequence[LiteralString]
) -> None:
    owner = whole_schema()
    await migrate_from_nothing(empty, _before(number, owner, tmp_path))
    async with empty.write() as transaction:
        for line in lines:
            await transaction.run(line)
    await bring_up_to_date(empty, [owner])
    async with empty.write() as transaction:
        before = await transaction.fetch(f"SELECT max(id) FROM {table}")
        await transaction.run(f"DELETE FROM {table}")
        await transaction.run(lines[-1])
        after = await transaction.fetch(f"SELECT id FROM {table}")
    assert (before[0][0], after[0][0]) == (2, 3)


def _before(number: str, owner: SchemaOwner, folder: Path) -> SchemaOwner:
    """The same tables as they were before the migration of that number."""
    (folder / "versions").mkdir()
    for file in owner.versions.glob("00*.py"):
        if file.name < number:
            (folder / "versions" / file.name).write_bytes(file.read_bytes())
    return replace(owner, migrations=folder)


@pytest.mark.long
async def test_a_newer_database_is_refused_and_told_what_to_do(
    empty: Database, first_survey: SchemaOwner, survey_now: SchemaOwner
) -> None:
    await bring_up_to_date(empty, [survey_now])
    with pytest.raises(StorageError) as refusal:
        await bring_up_to_date(empty, [first_survey])
    for word in ("newer than this Afterglow", "of survey", "0002", "0001", "restore the backup"):
        assert word in str(refusal.value)
    assert await revision(empty, survey_now) == "0002"


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("SELECT nonsense", StorageError),
        ("INSERT INTO survey_answers (form_id, text) VALUES (99, 'of no form')", StorageError),
        (None, ZeroDivisionError),
    ],
)
async def test_a_failing_migration_leaves_everything_as_it_was(
    empty: Database, first_survey: SchemaOwner, survey_now: SchemaOwner, statement: str | None, error: type[Exception]
) -> None:
    await bring_up_to_date(empty, [first_survey])
    before = await description(empty)
    step = "1 / 0" if statement is None else f"op.execute({statement!r})"
    (survey_now.versions / "0003_bad.py").write_text(
        '"""Bad."""\n\nfrom alembic import op\n\nrevision = "0003"\ndown_revision = "0002"\n\n\n'
        f"def upgrade() -> None:\n    op.execute('CREATE TABLE survey_more (id INTEGER)')\n    {step}\n"
    )
    with pytest.raises(error):
        await bring_up_to_date(empty, [survey_now])
    assert await description(empty) == before
    assert await revision(empty, survey_now) == "0001"
    async with empty.write() as transaction:
        await transaction.run("INSERT INTO survey_forms (id, title) VALUES (1, 'goes on')")


@pytest.mark.long
async def test_one_owner_that_fails_does_not_take_those_before_it_along(empty: Database, survey: SchemaOwner) -> None:
    async with empty.write() as transaction:
        await transaction.run("CREATE TABLE survey_forms (id INTEGER)")
    with pytest.raises(StorageError, match="other making: survey_forms"):
        await bring_up_to_date(empty, [CORE, survey])
    assert await differences(empty, CORE) == []


@pytest.mark.long
async def test_further_tables_of_the_core_may_refer_to_its_own(empty: Database) -> None:
    bundled = sa.MetaData(naming_convention=CONVENTION)
    sa.Table("quiz_answers", bundled, sa.Column("member_id", sa.ForeignKey(members.c.id), primary_key=True))
    owner = replace(CORE, tables=(*CORE.tables, bundled))
    await bring_up_to_date(empty, [owner])
    assert await differences(empty, owner) == []


async def test_two_programs_may_start_at_once_on_an_empty_database(
    empty: Database, empty_address: str, survey_now: SchemaOwner
) -> None:
    other = open_database(empty_address)
    await asyncio.gather(*(bring_up_to_date(each, [survey_now]) for each in (empty, other)))
    assert await differences(other, survey_now) == []
    await other.close()


async def test_foreign_keys_hold_again_after_an_upgrade(
    empty: Database, first_survey: SchemaOwner, survey_now: SchemaOwner
) -> None:
    await bring_up_to_date(empty, [first_survey])
    await bring_up_to_date(empty, [survey_now])

    async def orphan() -> None:
        async with empty.write() as transaction:
            await transaction.execute(sa.text("INSERT INTO survey_answers (form_id, text) VALUES (9, '')"))

    with pytest.raises(sa.exc.IntegrityError):
        await orphan()


async def test_migrations_with_two_ends_are_refused(empty: Database, survey_now: SchemaOwner) -> None:
    text = next(survey_now.versions.glob("0002*.py")).read_text()
    (survey_now.versions / "0002_too.py").write_text(text.replace('"0002"', '"0002b"').replace("'0002'", '"0002b"'))
    with pytest.raises(StorageError, match="2 ends instead of one"):
        await bring_up_to_date(empty, [survey_now])


def test_a_plugins_tables_begin_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="must be called 'poll_survey_"):
        SchemaOwner("poll", (tables_at_first(),), tmp_path)


@pytest.mark.long
def test_alembic_is_not_imported_for_a_fresh_or_an_up_to_date_database(tmp_path: Path) -> None:
    program = f"""
import asyncio, sys
from bot.storage.opening import open_database
from bot.storage.schema import CORE, bring_up_to_date

async def main():
    for _ in "fresh", "up to date":
        database = open_database("sqlite:///{(tmp_path / "new.db").as_posix()}")
        await bring_up_to_date(database, [CORE])
        await database.close()

asyncio.run(main())
print("alembic" in sys.modules)
"""
    root = Path(__file__).parents[2]
    ran = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False"]
