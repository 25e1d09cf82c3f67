"""Planned streams: announced, moved, called off, and those who asked are reminded."""

import pytest

from tests.plugins.streaming import evening
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")
REMIND = {"en": "Remind me", "cs": "Připomeň mi to"}


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_plans_read_well(language: str) -> None:
    async with evening(language=language) as here:
        matches(f"streams/list-empty.{language}", await here.screen(here.ann, "/streams"))
        matches(f"streams/plan.{language}", await here.screen(here.hana, "/stream plan tomorrow 18:30 Tea night"))
        seen = len(here.bot.seen(here.ann))
        await here.press(here.ann, REMIND[language])
        await here.press(here.ben, REMIND[language])
        matches(f"streams/remind.{language}", here.since(here.ann, seen))
        await here.host("/stream plan 24.12. 18:00")
        matches(f"streams/list.{language}", await here.screen(here.ann, "/streams"))
        matches(f"streams/cancel.{language}", await here.screen(here.hana, "/stream cancel"))
        matches(f"streams/move.{language}", await here.screen(here.hana, "/stream move tomorrow 19:15"))


@pytest.mark.long
async def test_who_asked_is_reminded_a_quarter_before_and_nobody_else() -> None:
    async with evening() as here:
        await here.host("/stream plan tomorrow 18:30 Tea night")
        assert "tomorrow 18:15" in await here.press(here.ann, "Remind me")
        await here.press(here.ben, "Remind me")
        assert "No reminder" in await here.press(here.ben, "Don’t remind me")
        await here.bot.passes(hours=23, minutes=14)
        assert here.direct(here.ann) == []
        await here.bot.passes(minutes=2)
        assert here.direct(here.ann) == ["Tea night starts in 15 minutes. You asked me to remind you."]
        assert here.direct(here.ben) == []
        await here.bot.passes(hours=1)
        assert len(here.direct(here.ann)) == 1


@pytest.mark.long
async def test_the_same_stream_is_planned_once_and_quotes_round_its_title_are_none_of_it() -> None:
    async with evening() as here:
        assert await here.host('/stream plan "tomorrow 18:30" "Tea night"') == (
            "Planned: Tea night, tomorrow 18:30. Everybody can read it now."
        )
        again = await here.host("/stream plan tomorrow 18:30 „Tea night“")
        assert again == "“Tea night” is planned for that time already. Nothing changed; /streams shows what is planned."
        assert "Planned: Coffee" in await here.host("/stream plan tomorrow 18:30 Coffee")
        assert "Planned:" in await here.host("/stream plan tomorrow 20:00")
        assert "A stream is planned for that time already." in await here.host("/stream plan tomorrow 20:00")
        assert (await here.screen(here.ann, "/streams")).count("[Remind me: Tea night]") == 1


@pytest.mark.long
async def test_asking_twice_reminds_once_and_counts_once() -> None:
    async with evening() as here:
        await here.host("/stream plan tomorrow 18:30 Tea night")
        await here.press(here.ann, "Remind me")
        await here.press(here.ann, "Remind me")
        assert "(1 person wants a reminder)" in await here.guest("/streams")
        await here.bot.passes(hours=24)
        assert len(here.direct(here.ann)) == 1


@pytest.mark.long
async def test_a_moved_stream_is_told_and_reminded_of_at_its_new_time() -> None:
    async with evening() as here:
        await here.host("/stream plan tomorrow 18:30 Tea night")
        await here.press(here.ann, "Remind me")
        assert "1 person had asked" in await here.host("/stream move tomorrow 20:00")
        assert here.posts(here.ben)[-1] == "Tea night has a new time: tomorrow 20:00."
        assert here.direct(here.ann)[-1].startswith("Tea night has a new time: tomorrow 20:00.")
        await here.bot.passes(hours=24)
        assert len(here.direct(here.ann)) == 1
        await here.bot.passes(hours=1)
        assert here.direct(here.ann)[1:] == ["Tea night starts in 15 minutes. You asked me to remind you."]


@pytest.mark.long
async def test_a_stream_that_is_moved_away_and_back_is_told_each_time() -> None:
    async with evening() as here:
        await here.host("/stream plan tomorrow 18:30 Tea night")
        await here.press(here.ann, "Remind me")
        for clock in ("20:00", "18:30", "20:00"):
            await here.host(f"/stream move tomorrow {clock}")
            assert here.direct(here.ann)[-1].startswith(f"Tea night has a new time: tomorrow {clock}.")
            await here.bot.passes(minutes=1)
        assert len(here.direct(here.ann)) == 3


@pytest.mark.long
async def test_a_plan_is_called_off_only_when_the_host_says_so_twice() -> None:
    async with evening() as here:
        await here.host("/stream plan tomorrow 18:30 Tea night")
        assert "Everybody can read it then" in await here.press(here.hana, "Call it off")
        assert "One tap and I remind you" in here.posts(here.ben)[-1]
        await here.press(here.hana, "Call it off")
        assert here.posts(here.ben)[-1] == "Tea night, tomorrow 18:30, is called off."


@pytest.mark.long
async def test_a_stream_that_is_called_off_is_told_and_not_reminded_of() -> None:
    async with evening() as here:
        await here.host("/stream plan tomorrow 18:30 Tea night")
        await here.press(here.ann, "Remind me")
        await here.host("/stream cancel")
        assert "Called off: Tea night" in await here.press(here.hana, "Tea night, tomorrow 18:30")
        assert here.posts(here.ben)[-1] == "Tea night, tomorrow 18:30, is called off."
        assert here.direct(here.ann)[-1].startswith("Tea night, tomorrow 18:30, is called off.")
        assert "no longer planned" in await here.press(here.ben, "Remind me")
        assert "no longer planned" in await here.press(here.hana, "Tea night, tomorrow 18:30")
        await here.bot.passes(hours=30)
        assert len(here.direct(here.ann)) == 1


@pytest.mark.long
async def test_of_several_plans_the_host_picks_one_to_move() -> None:
    async with evening() as here:
        await here.host("/stream plan tomorrow 18:30 Tea night")
        await here.host("/stream plan 24.12. 18:00 Cake night")
        assert "Which stream moves to tomorrow 20:00?" in await here.host("/stream move tomorrow 20:00")
        label = next(action.label for action in here.bot.seen(here.hana)[-1].buttons if "Cake" in action.label)
        assert "Moved: Cake night, tomorrow 20:00" in await here.press(here.hana, label)
        assert "Tea night, tomorrow 18:30" in await here.guest("/streams")


@pytest.mark.long
async def test_a_moment_that_is_over_is_refused() -> None:
    async with evening() as here:
        assert "That moment is over" in await here.host("/stream plan 2020-01-01 18:00 Tea night")
        await here.host("/stream plan tomorrow 18:30 Tea night")
        assert "That moment is over" in await here.host("/stream move 2020-01-01 18:00")
        assert "Tea night, tomorrow 18:30" in await here.guest("/streams")


@pytest.mark.long
async def test_no_reminder_is_promised_for_a_stream_that_starts_at_once() -> None:
    async with evening() as here:
        await here.host("/stream plan in 10 min Tea night")
        assert "so soon" in await here.press(here.ann, "Remind me")
        await here.bot.passes(minutes=20)
        assert here.direct(here.ann) == []


@pytest.mark.long
async def test_a_planned_stream_that_starts_is_the_planned_one() -> None:
    async with evening() as here:
        await here.host("/stream plan in 30 min Tea night")
        await here.press(here.ann, "Remind me")
        assert "Tea night is live" in await here.host("/stream start")
        assert "right in" in await here.press(here.ben, "Remind me")
        listed = await here.guest("/streams")
        assert listed == "Live now: Tea night"
        await here.bot.passes(hours=1)
        assert here.direct(here.ann) == []


@pytest.mark.long
async def test_each_is_reminded_in_their_own_language() -> None:
    async with evening() as here:
        eva = here.bot.person("Eva", language="cs")
        await here.host("/stream plan in 2 h Tea night")
        assert "připomenu" in await here.press(eva, "Remind me")
        await here.bot.passes(hours=2)
        assert ["začíná za" in text for text in here.direct(eva)] == [True]


@pytest.mark.long
async def test_many_are_reminded_some_at_a_time() -> None:
    async with evening() as here:
        await here.host("/stream plan in 2 h Tea night")
        crowd = [here.bot.person(f"Guest{number}") for number in range(53)]
        for person in crowd:
            await here.press(person, "Remind me")
        await here.bot.passes(hours=2)
        assert [len(here.direct(person)) for person in crowd] == [1] * 53
