"""Journeys, as moderators read, try, edit and run them."""

import pytest

from bot.delivery.journeys import Journeys, Kept
from bot.model.journeys import OnceTrigger
from bot.text.markup import plain
from plugins.admin._journey_shares import split
from tests.plugins.moderating import Evening, evening
from tests.plugins.sample import JOURNEY
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")


async def kept(here: Evening) -> Kept:
    """The sample's journey as it stands."""
    async with here.bot.app.parts.work() as work:
        return await Journeys(work).get(1, "sample.after")


async def edits_thanks(here: Evening, **values: str) -> str:
    """Fill in the form of the first step, or of its first variant where it is about texts and shares."""
    await here.says("/journey edit after")
    await here.presses("Thanks" if values.keys() <= {"when", "expiry", "how"} else "Thanks a")
    return await here.fills_in(**values)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_journeys_read_well(language: str) -> None:
    async with evening(language=language) as here:
        await here.streams()
        for command in ("list", "show after", "preview after", "test after", "edit after", "approve after"):
            name = command.partition(" ")[0]
            matches(f"admin/journey-{name}.{language}", await here.screen(f"/journey {command}"))
        matches(f"admin/journey-stop.{language}", await here.screen("/journey stop after"))


async def test_a_journey_that_there_is_not_is_refused_with_those_there_are() -> None:
    async with evening() as here:
        assert "There are: sample.after" in await here.says("/journey show before")


async def test_a_preview_counts_people_by_route_and_says_who_is_left_out() -> None:
    async with evening() as here:
        await here.streams()
        shown = await here.says("/journey preview after")
        assert "for 2 people of the newest stream, Teapots" in shown
        assert "2 in their inbox" in shown
        assert "left out: 2 without consent" in shown
        assert "Mia, today 19:45, inbox (Thanks): Thanks for staying 10 minutes, Mia." in shown


async def test_a_preview_while_everything_is_stopped_tells_what_happens_once_it_goes_on() -> None:
    async with evening() as here:
        await here.streams()
        before = (await here.says("/journey preview after")).splitlines()
        await here.says("/everything stop")
        stopped = (await here.says("/journey preview after")).splitlines()
        [told] = [line for line in stopped if line not in before]
        assert "verything is stopped" in told
        assert [line for line in stopped if line != told] == before
        assert stopped.index(told) < stopped.index(next(line for line in before if line.startswith("Thanks: ")))


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "for nobody of the newest stream, Quiet."), ("cs", "streamu (Quiet), netýkala by se nikoho.")],
)
async def test_a_preview_for_nobody_is_a_whole_sentence(language: str, told: str) -> None:
    async with evening(language=language) as here:
        texts = here.bot.app.parts.translator
        basis = texts.text("admin-preview-basis", language, basis="stream", title="Quiet", titled=True, people=0)
        assert told in plain(basis)


async def test_a_preview_without_a_stream_says_so() -> None:
    async with evening() as here:
        assert "There has been no stream yet" in await here.says("/journey preview after")


async def test_a_test_counts_nothing_and_its_buttons_do_nothing() -> None:
    async with evening() as here:
        shown = await here.says("/journey test after")
        assert "Test 2 of 3: Question" in shown
        assert "This is a test" in await here.presses("Wave")
        async with here.bot.app.parts.work() as work:
            assert await Journeys(work).counts(await Journeys(work).get(1, "sample.after")) == {}


async def test_an_edit_is_a_new_version_that_waits_and_is_undone() -> None:
    async with evening() as here:
        answer = await edits_thanks(here, when="+1 9:30")
        assert "10 minutes after the stream's end → the day after at 09:30, their own time" in answer
        await here.says("/journey approve after")
        answer = await edits_thanks(here, text_en="Thank you, {name}.")
        assert "version 3, which waits for approval" in answer
        assert "the standard text → “Thank you, {name}.”" in answer
        assert "also in Czech" in answer
        assert "Undone. Now: " in await here.presses("Undo")
        now = await kept(here)
        assert (now.version, now.status.value) == (4, "waiting")
        assert now.journey.steps[0].variants[0].texts == {}


async def test_an_edit_is_undone_although_it_was_approved_since() -> None:
    async with evening() as here:
        await here.says("/journey approve after")
        await edits_thanks(here, text_en="Mine", text_cs="Moje")
        await here.says("/journey approve after")
        await here.says("/journey pause after")
        await here.says("/audit")
        assert "the standard text" in await here.presses("Undo 2")
        now = await kept(here)
        assert now.journey.steps[0].variants[0].texts == {}
        assert now.status.value == "waiting"


async def test_undoing_a_pause_or_a_stop_does_not_let_run_what_was_edited_since() -> None:
    async with evening() as here:
        await here.says("/journey approve after")
        await here.says("/journey pause after")
        await edits_thanks(here, expiry="6 h")
        undo_pause = here.bot.app.parts.tokens.make("admin.undo", 2)
        assert "no longer as this change left it" in await here.presses(undo_pause)
        await here.says("/journey approve after")
        await here.says("/journey stop after")
        await here.presses("Yes, stop it")
        await edits_thanks(here, expiry="7 h")
        shown = await here.screen("/audit")
        assert "[Undo 6]" in shown and "[Undo 5]" not in shown
        undo_stop = here.bot.app.parts.tokens.make("admin.undo", 5)
        assert "no longer as this change left it" in await here.presses(undo_stop)
        assert (await kept(here)).status.value == "stopped"


async def test_what_does_not_fit_in_an_edit_is_told_and_kept() -> None:
    async with evening() as here:
        answer = await edits_thanks(here, when="whenever", expiry="6 h", how="by post")
        assert "Time to send it: 12 hours → 6 hours" in answer
        assert "When: I cannot use “whenever”" in answer
        assert "I kept “10 minutes”" in answer
        assert "How: I cannot use “by post”" in answer and "I kept “direct message, else the inbox”" in answer
        assert "Share of variant a in %: I cannot use “many”" in await edits_thanks(here, share="many")


async def test_a_placeholder_that_nothing_fills_is_told_and_further_steps_are_a_button_away() -> None:
    async with evening() as here:
        answer = await edits_thanks(here, text_en="Hello {name}, {nmae} {", text_cs="Ahoj {jmeno}")
        assert "nothing fills {jmeno}, {nmae}" in answer
        assert "nothing fills { $name }" in await edits_thanks(here, text_en="Hello { $name }", text_cs="Ahoj {name}")
        assert "2. Question" in await here.presses("Edit")
        assert "nothing fills" not in await edits_thanks(here, text_en="Hello {name}", text_cs="Ahoj {name}")


async def test_a_share_is_given_in_per_cent_and_what_becomes_of_the_others_is_told() -> None:
    async with evening() as here:
        await here.says("/journey edit after")
        await here.presses("Thanks a")
        field = next(f for f in here.bot.chat.forms(here.mia)[0].form.fields if f.name == "share")
        assert (field.label, field.value) == ("Share of variant a in %", "50")
        told = await here.fills_in(share="70")
        assert "Thanks · Share of variant a: 50 % → 70 %" in told
        assert "Thanks · Share of variant b: 50 % → 30 %" in told
        shown = await here.says("/journey show after")
        assert "variant a (70 %)" in shown and "variant b (30 %)" in shown
        assert "I cannot use “101”" in await edits_thanks(here, share="101")
        assert "Share of variant b: 30 % → 0 %" in await edits_thanks(here, share="100 %")
        assert "Share of variant b: 0 % → 100 %" in await edits_thanks(here, share="0")


@pytest.mark.parametrize(
    ("whole", "weights", "parts"),
    [(100, [1, 1, 1], [34, 33, 33]), (100, [2, 1], [67, 33]), (50, [1, 2, 1], [13, 25, 12]), (0, [1, 1], [0, 0])],
)
def test_shares_add_up(whole: int, weights: list[int], parts: list[int]) -> None:
    assert split(whole, weights) == parts


async def test_a_step_can_be_switched_off_and_reaches_nobody() -> None:
    async with evening() as here:
        await here.says("/journey edit after")
        await here.presses("Question")
        assert "Question · switched off" in await here.fills_in(how="off")
        await here.says("/journey approve after")
        await here.streams()
        assert "2 whom the step is not for" in await here.says("/journey preview after")


async def test_an_edit_of_an_outdated_version_is_refused() -> None:
    async with evening() as here:
        await here.says("/journey edit after")
        await here.presses("Thanks")
        await here.fills_in(expiry="6 h")
        assert "I kept the newer version" in await here.presses("Thanks b")


async def test_an_edit_that_changes_nothing_makes_no_version() -> None:
    async with evening() as here:
        assert "Nothing changed" in await edits_thanks(here)
        assert (await kept(here)).version == 1


@pytest.mark.long
async def test_a_button_approves_the_version_that_its_presser_saw_and_no_other() -> None:
    async with evening() as here:
        owner = here.bot.person("Olga", here.mia.floor.OWNER)
        await here.says("/moderator add Ema", owner)
        await here.says("/journey show after", here.ema)
        await edits_thanks(here, text_en="Something else", text_cs="Něco jiného")
        assert "was changed meanwhile" in await here.presses("Approve", here.ema)
        assert (await kept(here)).status.value != "running"
        await here.says("/journey show after", here.ema)
        assert "runs in version 2" in await here.presses("Approve", here.ema)
        await edits_thanks(here, expiry="6 h")
        assert "runs in version 3" in await here.says("/journey approve after", here.ema)


async def test_a_second_person_approves_where_there_is_one() -> None:
    async with evening() as here:
        owner = here.bot.person("Olga", here.mia.floor.OWNER)
        await here.says("/journey approve after")
        assert "moderator now" in await here.says("/moderator add Ema", owner)
        await edits_thanks(here, expiry="6 h")
        assert "somebody else has to approve it" in await here.says("/journey approve after")
        assert "runs" in await here.says("/journey approve after", here.ema)


async def test_a_moderator_by_the_platform_is_a_second_person_as_soon_as_they_were_heard_of() -> None:
    async with evening() as here:
        nora = here.bot.person("Nora", here.mia.floor.MODERATOR)
        await here.says("/journey approve after")
        await edits_thanks(here, expiry="6 h")
        await here.says("/hello", nora)
        assert "somebody else has to approve it" in await here.says("/journey approve after")
        assert "runs" in await here.says("/journey approve after", nora)
        await edits_thanks(here, expiry="7 h")
        await here.bot.chat.leaves(nora)
        await here.bot.app.turn()
        assert "I know of no other moderator here" in await here.says("/journey approve after")


async def test_undoing_is_no_way_to_approve_ones_own_edit() -> None:
    async with evening() as here:
        owner = here.bot.person("Olga", here.mia.floor.OWNER)
        await here.says("/moderator add Ema", owner)
        await edits_thanks(here, text_en="Mine")
        await edits_thanks(here, expiry="6 h")
        await here.presses("Undo")
        assert "somebody else has to approve it" in await here.says("/journey approve after")


async def test_alone_a_moderator_may_approve_and_is_told_why() -> None:
    async with evening() as here:
        await edits_thanks(here, expiry="6 h")
        assert "no other moderator" in await here.says("/journey approve after")


@pytest.mark.long
async def test_a_paused_journey_holds_and_goes_on() -> None:
    async with evening() as here:
        await here.says("/journey approve after")
        assert "is paused" in await here.says("/journey pause after")
        assert "paused already" in await here.says("/journey pause after")
        await here.streams()
        assert "2 people under way" in await here.says("/journey list")
        assert "goes on" in await here.says("/journey resume after")
        async with here.bot.app.parts.work() as work:
            counts = await Journeys(work).counts(await Journeys(work).get(1, "sample.after"))
        assert counts["thanks", "available", "due"] == 2


async def test_resuming_does_not_go_round_the_approval() -> None:
    async with evening() as here:
        assert "waits for approval" in await here.says("/journey resume after")
        await here.says("/journey stop after")
        await here.presses("Yes, stop it")
        assert "is back and waits for approval" in await here.says("/journey resume after")
        assert (await kept(here)).status.value == "waiting"


async def test_stopping_asks_and_is_undone() -> None:
    async with evening() as here:
        await here.says("/journey approve after")
        await here.says("/journey stop after")
        assert (await kept(here)).status.value == "running"
        await here.presses("Yes, stop it")
        assert (await kept(here)).status.value == "stopped"
        await here.presses("Undo")
        assert (await kept(here)).status.value == "running"


async def test_the_very_first_thing_that_somebody_says_may_be_about_journeys() -> None:
    async with evening() as here:
        new = here.bot.person("Nora", here.mia.floor.MODERATOR)
        assert "1. Thanks" in await here.says("/journey show after", new)
        assert "Test 1 of 3" in await here.says("/journey test after", new)


async def test_members_may_not_touch_journeys() -> None:
    async with evening() as here:
        assert "This is for moderators" in await here.says("/journey approve after", here.ema)


async def test_a_one_off_journey_is_started_by_hand_after_it_was_asked_about() -> None:
    letter = JOURNEY.model_copy(update={"name": "letter", "trigger": OnceTrigger()})
    async with evening(journeys=(letter,)) as here:
        asked = await here.says("/journey start letter")
        assert "would begin now for 2 people. Nothing leaves before it is approved." in asked
        assert "wait until it is approved" in await here.presses("Yes, start it")
        assert "2 people under way" in await here.says("/journey list")
        assert "journey sample.letter: started by hand" in await here.says("/audit")
        await here.says("/journey approve letter")
        assert "Its first messages leave as soon as they are due." in await here.says("/journey start letter")
        await here.says("/journey stop letter")
        await here.presses("Yes, stop it")
        await here.says("/journey start letter")
        assert "is stopped. Let it go on first" in await here.presses("Yes, start it")


async def test_a_journey_that_a_stream_starts_is_not_started_by_hand() -> None:
    async with evening() as here:
        assert "starts by itself; /journey show sample.after says when" in await here.says("/journey start after")
