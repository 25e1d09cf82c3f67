"""What every test can ask for."""

import asyncio
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import bot.text.refusals  # noqa: F401 - errors get their words from there
from bot.guard import Patience
from bot.storage.database import Database
from tests.databases import KINDS, Maker, PostgresMaker, SqliteMaker, sealed_database
from tests.logging_kept import log_as_it_was

# The suite, and at length `.ci/run`, try the same examples each time, so that a change passes or fails for everybody
# alike and for what it changed; HYPOTHESIS_PROFILE=new looks for examples that nobody has tried.
settings.register_profile("suite", max_examples=15, deadline=None, derandomize=True, database=None)
settings.register_profile("long", max_examples=200, deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("new", max_examples=400, deadline=None, database=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


LEAVES_OUT = pytest.StashKey[bool]()
MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3


def pytest_configure(config: pytest.Config) -> None:
    """Settle what must be so before the first test, in whichever process."""
    # Python 3.11 would make an event loop of its own before the first asynchronous test, and never close it.
    asyncio.set_event_loop(None)
    # A machine that stood still for ten seconds in the middle of a test says nothing about the bot.
    Patience.times = 5.0
    # Tests open a thousand databases, each for a moment: a disk is only waited for. Killing a process loses no more in
    # memory than on a disk; what only a machine without power loses, no test can see.
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        tempfile.tempdir = os.environ["TMPDIR"] = str(MEMORY)
    if sys.dont_write_bytecode:
        _keep_bytecode_meanwhile(config)
    if not hasattr(config, "workerinput"):
        named = config.args_source is not pytest.Config.ArgsSource.TESTPATHS
        config.stash[LEAVES_OUT] = not (named or config.option.markexpr or config.option.keyword)


def _keep_bytecode_meanwhile(config: pytest.Config) -> None:
    """Where no bytecode may lie beside the sources: processes that tests start would compile everything anew."""
    folder = tempfile.mkdtemp(prefix="afterglow-bytecode")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ["PYTHONPYCACHEPREFIX"] = folder
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # python -B sets none


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Processes that help to run the suite are given every test by its name, and have to be told."""
    node.workerinput["leaves_out"] = node.config.stash[LEAVES_OUT]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The suite as a whole leaves out the long rings; whoever names a file, a test or a mark gets all that it names."""
    told: dict[str, bool] = getattr(config, "workerinput", {})
    if told.get("leaves_out", config.stash.get(LEAVES_OUT, False)):
        long = [item for item in items if item.get_closest_marker("long")]
        items[:] = [item for item in items if not item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
    # What asks for more time than others begins first: at the end everything would wait for it alone.
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


def pytest_collection_finish() -> None:
    """What is loaded by now stays until the end: the garbage collector need not walk through it again and again.

    Nor does it look for circles as often as in a bot that is to stay small: that would be a twelfth of the suite.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


pytest.register_assert_rewrite("tests.platforms.contract")


@pytest.fixture(autouse=True)
def log_of_this_test() -> Iterator[None]:
    """Commands set the log up for their whole process, which here has other tests to run."""
    with log_as_it_was():
        yield


@pytest.fixture
def limits_as_they_are() -> Iterator[None]:
    """Limits of seconds last as long as they do for people."""
    before, Patience.times = Patience.times, 1.0
    yield
    Patience.times = before


@pytest.fixture(scope="session")
def makers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Maker]]:
    """Makers of fresh databases by kind; PostgreSQL starts when its maker is first used."""
    postgres = PostgresMaker()
    yield {"sqlite": SqliteMaker(tmp_path_factory.mktemp("databases")), "postgresql": postgres}
    postgres.close()


@pytest.fixture(params=KINDS)
def maker(request: pytest.FixtureRequest, makers: dict[str, Maker]) -> Maker:
    """Each kind of database in turn."""
    return makers[request.param]


@pytest.fixture
async def database(makers: dict[str, Maker]) -> AsyncIterator[Database]:
    """A database with the whole schema and no rows, on SQLite."""
    address = await makers["sqlite"].ready()
    opened = sealed_database(address)
    yield opened
    await opened.close()
    await makers["sqlite"].drop(address)


@pytest.fixture
async def each_address(maker: Maker) -> AsyncIterator[str]:
    """The address of a database with the whole schema and no rows, on each kind of database."""
    address = await maker.ready()
    yield address
    await maker.drop(address)


@pytest.fixture
async def each_database(each_address: str) -> AsyncIterator[Database]:
    """A database with the whole schema and no rows, on each kind of database."""
    opened = sealed_database(each_address)
    yield opened
    await opened.close()
