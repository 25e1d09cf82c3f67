"""The demo's evening played on a whole bot: how every follow-up is accounted for, and what nobody gets."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.cast import ASK_TO_BE_WRITTEN_TO, BUYER, FAR_AWAY, ROLES, STOPPED
from bot.demo.evening import evening
from bot.demo.opening import open_for
from bot.demo.play import narrator
from bot.model.decisions import Reason, State
from bot.model.identity import Route
from bot.text.translator import Translator
from tests.demo.played import Played, played_to_the_end
from tests.snapshots.compare import matches


@pytest.fixture(scope="module")
async def played(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Played]:
    folder: Path = tmp_path_factory.mktemp("evening")
    scenario = evening(narrator(), "en")
    async with open_for(scenario, folder, "en") as setting:
        yield await played_to_the_end(setting, scenario)


def test_every_follow_up_is_accounted_for(played: Played) -> None:
    account = played.result.report.deliveries
    assert account.planned == len(played.followed)
    assert account.planned == account.sent + account.available + sum(account.skipped.values())
    assert (account.unknown, account.failed) == (0, 0)
    assert all(one.state.is_final for one in played.followed)
    matches("demo/account.en", json.dumps(played.result.as_json(), indent=2))


def test_only_those_who_asked_are_written_to(played: Played) -> None:
    written_to = {one.who for one in played.followed if one.route is Route.DIRECT}
    asked = {who for people in ASK_TO_BE_WRITTEN_TO.values() for who in people}
    assert written_to == asked | {ROLES["en"].regular}


def test_after_a_stop_nothing_comes(played: Played) -> None:
    [stopped] = [moment for moment in played.moments if moment.act.tell == "demo-stopped"]
    assert played.of(STOPPED, "feedback").state is State.SENT
    assert played.of(STOPPED, "last-call").reason is Reason.STOPPED
    given = [one.settled_at for one in played.followed if one.who == STOPPED and one.route is not None]
    assert max(given) < stopped.at


def test_whoever_gave_a_low_score_is_invited_no_more_but_answered_in_person(played: Played) -> None:
    unhappy = ROLES["en"].unhappy
    assert played.of(unhappy, "last-call").reason is Reason.UNHAPPY
    [answered] = [moment for moment in played.moments if moment.act.tell == "demo-answered-in-person"]
    assert answered.part.name == unhappy and answered.seen is not None


def test_whoever_bought_is_cared_for_instead_of_shown_the_highlights(played: Played) -> None:
    assert played.of(BUYER, "care").state is State.SENT
    assert played.of(BUYER, "highlights").reason is Reason.NOT_FOR_THEM


def test_nobody_is_woken(played: Played) -> None:
    thanks = played.of(FAR_AWAY, "thanks").settled_at.astimezone(ZoneInfo("Australia/Melbourne"))
    assert (thanks.hour, thanks.minute) == (8, 0)
    for who, zone in ((FAR_AWAY, "Australia/Melbourne"), (BUYER, "Europe/Prague")):
        pushes = [one.settled_at for one in played.followed if one.who == who and one.route is Route.DIRECT]
        assert all(8 <= at.astimezone(ZoneInfo(zone)).hour < 22 for at in pushes)


def test_the_host_lets_everything_go_before_anything_leaves(played: Played) -> None:
    [released] = [moment.at for moment in played.moments if moment.act.tell == "demo-release"]
    assert all(one.settled_at > released for one in played.followed if one.route is not None)


@pytest.mark.parametrize("language", ["en", "cs"])
def test_every_moment_has_its_words(language: str, played: Played) -> None:
    translator: Translator = played.setting.app.parts.translator
    scenario = evening(narrator(), language)
    keys = {act.tell for act in scenario.told} | {chapter.title for chapter in scenario.chapters}
    assert [key for key in keys if not translator.has(key, language)] == []
    assert 12 <= len(scenario.told) <= 20
