"""Playing a scenario: acts in their order at their time, what is shown upon them, and what cannot be done."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.demo.opening import open_for
from bot.demo.playing import Moment, Player
from bot.demo.scenario import Act, Chapter, FillsIn, Looks, Orders, Part, Place, Presses, Says, Scenario, ScenarioError
from bot.demo.screen import Pace
from bot.model.identity import Role

START = datetime(2026, 3, 6, 18, 0, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def short_story(*acts: Act) -> Scenario:
    """A scenario of one chapter, with a host and a guest."""
    return Scenario(
        community="Here",
        title="Short",
        past=("Before",),
        start=START,
        span=timedelta(hours=1),
        parts=(Part("Hana", role=Role.OWNER), Part("Gus", "en", visits=1)),
        chapters=(Chapter("demo-live", acts),),
    )


async def play(scenario: Scenario, folder: Path) -> Sequence[Moment]:
    async with open_for(scenario, folder, "en") as setting:
        return [moment async for moment in Player(setting, scenario).play()]


START_STREAM = Says(at=minutes(0), who="Hana", text="/stream start Short", place=Place.HOSTS)


@pytest.mark.long
async def test_what_the_bot_showed_upon_an_act_comes_with_it(tmp_path: Path) -> None:
    moments = await play(
        short_story(
            START_STREAM,
            Says(at=minutes(1), who="Gus", text="hello"),
            Looks(at=minutes(1), who="Gus", tell="demo-x", shows=Place.EVERYBODY),
            Presses(at=minutes(2), who="Gus", action="streams.check_in", tell="demo-x", shows=Place.PRIVATE),
            Orders(at=minutes(3), who="Gus", reference="A-1", amount=5, tell="demo-x"),
        ),
        tmp_path,
    )
    assert [moment.at - START for moment in moments] == [minutes(1), minutes(2), minutes(3)]
    assert [moment.seen.place if moment.seen else None for moment in moments] == [Place.EVERYBODY, Place.PRIVATE, None]
    assert moments[0].seen is not None and moments[0].seen.buttons


@pytest.mark.long
@pytest.mark.parametrize(
    ("act", "why"),
    [
        (Presses(at=minutes(1), who="Gus", action="admin.approve"), "Gus sees no button admin.approve"),
        (FillsIn(at=minutes(1), who="Gus", values=()), "No form is open for Gus"),
        (Looks(at=minutes(1), who="Nora", tell="demo-x"), "Nobody in this scenario is called Nora"),
    ],
)
async def test_what_cannot_be_done_is_told_in_a_sentence(act: Act, why: str, tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=why):
        await play(short_story(START_STREAM, act), tmp_path)


def test_pauses_fit_into_the_time_there_is() -> None:
    assert Pace(60, 10, longest=0.5).next() == 0.5
    assert 0 < Pace(1, 10, longest=0.5).next() <= 0.1
    assert Pace(0, 10, longest=0.5).next() == 0
