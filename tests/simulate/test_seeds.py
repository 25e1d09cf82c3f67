"""A few simulated communities; `python -m tests.simulate` runs as many as there is time for."""

from pathlib import Path

import pytest

from bot.core.loader import load_plugins
from tests.simulate.running import run
from tests.simulate.seeds import make_template

SEEDS = (2, 5)


@pytest.fixture
async def template(tmp_path: Path) -> Path:
    """An empty database to begin with."""
    file = tmp_path / "template.db"
    await make_template(file)
    return file


@pytest.mark.parametrize("seed", SEEDS)
async def test_everything_holds_in_a_simulated_community(seed: int, template: Path) -> None:
    outcome = await run(seed, load_plugins(), short=True, template=template)
    assert not outcome.broken, "\n".join([*outcome.trail[-30:], outcome.broken])
    assert outcome.acts > 50


async def test_a_seed_comes_to_the_same_again(template: Path) -> None:
    first, again = [await run(8, load_plugins(), short=True, template=template) for _ in range(2)]
    assert again.trail == first.trail
    assert (again.stands, again.pushes) == (first.stands, first.pushes)
