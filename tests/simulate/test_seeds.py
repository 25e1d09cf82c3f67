"""A few simulated communities; `python -m tests.simulate` runs as many as there is time for."""

import re
from pathlib import Path

import pytest

from bot.core.loader import load_plugins
from tests.simulate.running import Outcome, run
from tests.simulate.seeds import make_template

ONCE, TWICE = 22, 5  # in the first the bot dies twice, and seven follow-ups go directly

_OF_DELIVERY = re.compile(r"('(?:passport|followups)\.\w+' )\['\d+'")


@pytest.fixture
async def template(tmp_path: Path) -> Path:
    """An empty database to begin with."""
    file = tmp_path / "template.db"
    await make_template(file)
    return file


@pytest.mark.long
async def test_everything_holds_in_a_simulated_community(template: Path) -> None:
    held(await run(ONCE, load_plugins(), short=True, template=template))


@pytest.mark.long
async def test_a_seed_comes_to_the_same_again(template: Path) -> None:
    first, again = [await run(TWICE, load_plugins(), short=True, template=template) for _ in range(2)]
    held(first)
    assert as_told(again) == as_told(first)
    assert (again.stands, again.pushes) == (first.stands, first.pushes)


@pytest.mark.long
@pytest.mark.parametrize("edge", ["discord", "telegram"])
async def test_everything_holds_on_a_real_edge_with_its_faults_and_a_seed_comes_to_the_same_again(
    edge: str, template: Path
) -> None:
    first, again = [await run(TWICE, load_plugins(), on=edge, short=True, template=template) for _ in range(2)]
    held(first)
    assert as_told(again) == as_told(first)
    assert (again.stands, again.pushes) == (first.stands, first.pushes)


def as_told(outcome: Outcome) -> list[str]:
    """The trail without the numbers of deliveries: who comes side by side on Discord is numbered as it happens."""
    return [_OF_DELIVERY.sub(r"\1['...'", line) for line in outcome.trail]


def held(outcome: Outcome) -> None:
    """Nothing broke, and it was no empty evening."""
    assert not outcome.broken, "\n".join([*outcome.trail[-30:], outcome.broken])
    assert outcome.acts > 50
