"""What the tests of deliveries can ask for."""

import pytest

from bot.storage.database import Database
from bot.text.translator import Translator, load_translator
from tests.delivery.world import TEXTS, World, new_world
from tests.text.folders import write_locales


@pytest.fixture(scope="session")
def translator(tmp_path_factory: pytest.TempPathFactory) -> Translator:
    """The texts of the tests; a broken one raises."""
    return load_translator([write_locales(tmp_path_factory.mktemp("locales"), en=TEXTS)], strict=True)


@pytest.fixture
async def world(database: Database, translator: Translator) -> World:
    """A community in Prague on SQLite."""
    return await new_world(database, translator)


@pytest.fixture
async def each_world(each_database: Database, translator: Translator) -> World:
    """A community in Prague, on each kind of database."""
    return await new_world(each_database, translator)
