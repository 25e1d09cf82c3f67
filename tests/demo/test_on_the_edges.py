"""The demo's 48 hours on the real edges: the same accounting as in the local chat, one follow-up after another."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bot.app import App
from bot.demo.cast import FIRST_TIMER
from bot.demo.evening import evening
from bot.demo.local_stage import local_stage
from bot.demo.opening import SetStage, open_for
from bot.demo.play import narrator
from bot.demo.scenario import Place, Stage
from bot.model.decisions import Reason, State
from bot.model.identity import Route
from tests.demo.discord_stage import choose_channels, discord_stage
from tests.demo.played import Played, played_to_the_end
from tests.demo.telegram_stage import appoint_the_owner, telegram_stage
from tests.platforms.discord.test_requests import rules

pytestmark = pytest.mark.long

Prepare = Callable[[App, Stage], Awaitable[None]]


async def nothing(app: App, stage: Stage) -> None:
    """The local chat needs no setup."""


async def play(language: str, folder: Path, set_stage: SetStage = local_stage, prepare: Prepare = nothing) -> Played:
    """Play the evening in `language` to its end."""
    scenario = evening(narrator(), language)
    async with open_for(scenario, folder, language, set_stage) as setting:
        await prepare(setting.app, setting.stage)
        return await played_to_the_end(setting, scenario)


@pytest.fixture(scope="module")
async def at_home(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Played]:
    """The evening in the local chat, by language."""
    return {language: await play(language, tmp_path_factory.mktemp(language)) for language in ("en", "cs")}


def outcomes(played: Played) -> dict[tuple[str, str], tuple[State, Reason, Route | None]]:
    """What became of each follow-up, by whose and which it is."""
    return {(one.who, one.step): (one.state, one.reason, one.route) for one in played.followed}


def told(played: Played) -> list[tuple[str, str, Place | None]]:
    """Each moment: whose, which, and where the bot answered."""
    return [(one.part.name, one.act.tell, one.seen.place if one.seen else None) for one in played.moments]


def other(one: Played, another: Played) -> dict[tuple[str, str], tuple[State, Reason, Route | None]]:
    """What became of `one` in those follow-ups that ended otherwise in `another`."""
    mine, theirs = outcomes(one), outcomes(another)
    assert mine.keys() == theirs.keys()
    return {key: outcome for key, outcome in mine.items() if outcome != theirs[key]}


@pytest.mark.parametrize("language", ["en", "cs"])
async def test_on_discord_all_ends_as_in_the_local_chat_but_for_questions_which_the_bot_may_not_read(
    at_home: Mapping[str, Played], tmp_path: Path, language: str
) -> None:
    sent: list[Any] = []
    played = await play(language, tmp_path, discord_stage(told=sent), choose_channels)
    assert other(played, at_home[language]) == {}
    assert told(played) == told(at_home[language])
    # It does not ask for the right to read messages, so nobody can tell a question from another line.
    expected = at_home[language].result
    assert played.result == replace(expected, report=replace(expected.report, questions=0, askers=0))
    bodies = [(entry.method, entry.path, entry.json) for entry in sent if entry.json]
    assert len(bodies) > 100
    assert [broken for check in rules() for body in bodies for broken in check(body)] == []


async def test_on_discord_what_exceeds_the_new_direct_chats_of_a_minute_lies_in_the_inbox_and_is_reckoned_there(
    at_home: Mapping[str, Played], tmp_path: Path
) -> None:
    played = await play("en", tmp_path, discord_stage(new_direct_per_minute=8), choose_channels)
    spared = other(played, at_home["en"])  # in the end they lapsed: nobody in the story looks there for them
    assert len(spared) == 2
    for (who, step), outcome in spared.items():
        assert step == "thanks"
        assert outcome == (State.LAPSED, Reason.DUE, Route.INBOX)
        assert outcomes(at_home["en"])[who, step] == (State.SENT, Reason.DUE, Route.DIRECT)
    account, expected = played.result.report.deliveries, at_home["en"].result.report.deliveries
    assert account == replace(expected, sent=expected.sent - 2, available=expected.available + 2)


@pytest.mark.parametrize("language", ["en", "cs"])
async def test_on_telegram_all_ends_as_in_the_local_chat(
    at_home: Mapping[str, Played], tmp_path: Path, language: str
) -> None:
    played = await play(language, tmp_path, telegram_stage(), appoint_the_owner)
    assert other(played, at_home[language]) == {}
    assert told(played) == told(at_home[language])
    assert played.result == at_home[language].result


async def test_on_telegram_who_agreed_and_never_pressed_start_finds_everything_in_the_inbox(
    at_home: Mapping[str, Played], tmp_path: Path
) -> None:
    played = await play("en", tmp_path, telegram_stage(stays_out=FIRST_TIMER), appoint_the_owner)
    direct = [one.step for one in at_home["en"].followed if one.who == FIRST_TIMER and one.route is Route.DIRECT]
    assert direct
    assert other(played, at_home["en"]) == {
        (FIRST_TIMER, step): (State.LAPSED, Reason.DUE, Route.INBOX) for step in direct
    }
    account, expected = played.result.report.deliveries, at_home["en"].result.report.deliveries
    more = len(direct)
    assert account == replace(expected, sent=expected.sent - more, available=expected.available + more)
