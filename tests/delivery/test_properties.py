"""What must hold whatever comes: random journeys, people and happenings, with a watcher at the door."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime

from hypothesis import HealthCheck, given, settings

from bot.model.decisions import Reason, Send, State, Verdict
from bot.model.identity import Route
from bot.text.translator import Translator
from tests.databases import Maker, sealed_database
from tests.delivery.playing import Play
from tests.delivery.scenarios import PUSHES, Scenario, foreseeable, scenarios
from tests.delivery.world import Line, new_world

SECONDS = 60
"""More than any scenario takes; one that takes longer goes in circles."""

ENOUGH = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@asynccontextmanager
async def played(makers: dict[str, Maker], translator: Translator, scenario: Scenario) -> AsyncIterator[Play]:
    """A fresh world in which the scenario begins."""
    address = await makers["sqlite"].ready()
    database = sealed_database(address)
    try:
        async with asyncio.timeout(SECONDS):
            play = Play(await new_world(database, translator), scenario)
            await play.begin()
            yield play
    finally:
        await database.close()
        await makers["sqlite"].drop(address)


@ENOUGH
@given(scenario=scenarios())
async def test_nothing_that_must_not_be_is_ever_sent_and_nothing_is_forgotten(
    makers: dict[str, Maker], translator: Translator, scenario: Scenario
) -> None:
    async with played(makers, translator, scenario) as play:
        for happening in scenario.happenings:
            await play.happen(happening)
            play.watcher.complain()
            check_books(play, await play.world.lines())
        await play.end()
        play.watcher.complain()
        lines = await play.world.lines()
        check_books(play, lines)
        unfinished = [line for line in lines if not line.state.is_final]
        assert not unfinished, unfinished


def check_books(play: Play, lines: list[Line]) -> None:
    """What the outbox says is what was sent, and each row that is not on its way says why."""
    by_key = {f"delivery-{line.id}": line for line in lines}
    for key, count in play.watcher.delivered.items():
        assert count == 1
        opened = by_key[key].state is State.OPENED and by_key[key].route is Route.MENTION
        assert opened or by_key[key].state in (State.SENT, State.UNKNOWN), by_key[key]
    for key, line in by_key.items():
        if line.state in (State.SENT, State.OPENED) and line.route in PUSHES:
            assert play.watcher.delivered[key] == 1, line
        assert line.state not in (State.CLAIMED, State.SENDING), line
        assert line.reason is not None or line.state is State.PENDING, line
        assert line.settled_at is not None or not line.state.is_final, line
    assert len({(line.enrolment, line.step) for line in lines}) == len(lines)


@ENOUGH
@given(scenario=foreseeable())
async def test_a_preview_tells_what_then_happens(
    makers: dict[str, Maker], translator: Translator, scenario: Scenario
) -> None:
    async with played(makers, translator, scenario) as play:
        world = play.world
        for happening in scenario.happenings:
            await play.happen(happening)
        before = {(line.member, line.step): line for line in await world.lines() if line.state.is_final}
        kept, now = await world.kept(), world.clock.now()
        previewer, plan = world.previewer(), world.plan(kept, "stream:1", scenario.anchor)
        counted = await previewer.preview(plan, now, samples=0)
        foreseen = {
            (member, case.due.step): (verdict, at)
            for member in play.members
            for case, verdict, at in await previewer.one(plan, member, now)
        }
        await play.end()
        lines = {(line.member, line.step): line for line in await world.lines()}
        assert lines.keys() == foreseen.keys() | before.keys()
        assert not foreseen.keys() & before.keys()
        for where, (verdict, at) in foreseen.items():
            line = lines[where[0], where[1]]
            assert line.settled_at in (at, None) or line.state is State.LAPSED
            expected = getattr(verdict, "reason", Reason.DUE)
            assert line.reason is expected, (line, verdict)
        assert counted.people == len(play.members)
        assert counted.by_route == count_routes(foreseen)
        assert counted.left_out == left_out(lines[where] for where in foreseen)
        assert counted.given_before == Counter((line.step, line.route) for line in before.values() if line.route)
        assert counted.left_out_before == left_out(before.values())


def left_out(lines: Iterable[Line]) -> Counter[tuple[str, Reason | None]]:
    """How many were left out of each step, by the reason."""
    return Counter((line.step, line.reason) for line in lines if line.state is State.SKIPPED)


def count_routes(foreseen: Mapping[tuple[int, str], tuple[Verdict, datetime]]) -> Counter[tuple[str, str]]:
    """How many would get each step by each route."""
    sends = ((step, verdict) for (_, step), (verdict, _) in foreseen.items())
    return Counter(
        (step, verdict.routes[0].value) for step, verdict in sends if isinstance(verdict, Send) and verdict.routes
    )
