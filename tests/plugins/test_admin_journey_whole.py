"""What belongs to a whole journey, and the ways of its steps, as moderators edit them."""

from datetime import timedelta

import pytest

from bot.delivery.journeys import Journeys, Kept
from bot.model.identity import Route
from bot.model.journeys import Caps, Exit, Goal, Journey, OnceTrigger
from tests.plugins.moderating import Evening, evening
from tests.plugins.sample import JOURNEY, QUESTION
from tests.snapshots.compare import matches

MEASURED = JOURNEY.model_copy(update={"goal": Goal(activity="ordered", within=timedelta(hours=48))})


async def kept(here: Evening) -> Kept:
    """The sample's journey as it stands."""
    async with here.bot.app.parts.work() as work:
        return await Journeys(work).get(1, "sample.after")


async def edits_the_whole(here: Evening, **values: str) -> str:
    """Fill in the form of what belongs to the whole journey."""
    await here.says("/journey edit after")
    await here.presses("The journey itself")
    return await here.fills_in(**values)


async def edits(here: Evening, step: str, **values: str) -> str:
    """Fill in the form of a step."""
    await here.says("/journey edit after")
    await here.presses(step)
    return await here.fills_in(**values)


async def fields_of(here: Evening, button: str) -> dict[str, str]:
    """What stands in the form that a button of the overview opens."""
    await here.says("/journey edit after")
    await here.presses(button)
    return {field.name: field.value for field in here.bot.chat.forms(here.mia)[0].form.fields}


@pytest.mark.parametrize(("language", "button"), [("en", "The journey itself"), ("cs", "Celá série")])
async def test_the_form_and_the_answer_to_it_read_well(language: str, button: str) -> None:
    async with evening(language=language, journeys=(MEASURED,)) as here:
        await here.says("/journey edit after")
        await here.presses(button)
        form = here.bot.chat.forms(here.mia)[0].form
        asked = [f"{field.label}: [{field.value}] ({field.help})" for field in form.fields]
        answer = await here.fills_in(caps="1 / 3", holdout="10", live_again="yes", goal="soon", closes="3 d")
        told = await here.says("/journey show after")
        head = told.partition("\n\n")[0]
        matches(f"admin/journey-whole.{language}", "\n".join([form.title, *asked, "", answer, "", head]))


async def test_everything_about_the_whole_journey_is_changed_in_one_new_version() -> None:
    async with evening(journeys=(MEASURED,)) as here:
        await here.says("/journey approve after")
        answer = await edits_the_whole(
            here, caps="1 / 3", closes="3 d", live_again="yes", holdout="12.5 %", goal="24 h"
        )
        assert "version 2, which waits for approval" in answer
        assert "Unasked messages at most: 2 a day, 6 a week → 1 a day, 3 a week" in answer
        assert "Closes after: 2 days → 3 days" in answer
        assert "Ends when you are live again: no → yes" in answer
        assert "Held out for comparison: 0 % → 12.5 %" in answer
        assert "Goal counts within: 2 days → 1 day" in answer
        now = await kept(here)
        assert (now.version, now.status.value) == (2, "waiting")
        changed = {
            "caps": Caps(per_day=1, per_week=3),
            "closes_after": timedelta(days=3),
            "exits": (Exit.LIVE_AGAIN,),
            "holdout": 0.125,
            "goal": Goal(activity="ordered", within=timedelta(hours=24)),
        }
        assert now.journey == MEASURED.model_copy(update=changed)


async def test_a_change_of_the_whole_journey_is_in_the_list_of_changes_and_undone() -> None:
    async with evening(journeys=(MEASURED,)) as here:
        await edits_the_whole(here, holdout="50", live_again="yes")
        said = await here.says("/audit")
        assert "Ends when you are live again: no → yes; Held out for comparison: 0 % → 50 %" in said
        assert "Held out for comparison: 50 % → 0 %" in await here.presses("Undo 1")
        now = await kept(here)
        assert now.journey == MEASURED and now.version == 3


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        ("holdout", "51", "Held out for comparison: I cannot use “51”. It takes per cent"),
        ("holdout", "-1", "I kept “0 %”"),
        ("holdout", "half", "I cannot use “half”"),
        ("caps", "21 / 30", "Unasked messages at most: I cannot use “21 / 30”"),
        ("caps", "2 / 51", "I kept “2 a day, 6 a week”"),
        ("caps", "2", "I cannot use “2”"),
        ("caps", "1.5 / 3", "I cannot use “1.5 / 3”"),
        ("closes", "0 h", "Closes after: I cannot use “0 h”"),
        ("closes", "401 d", "I kept “2 days”"),
        ("live_again", "maybe", "I kept “no”"),
        ("goal", "someday", "Goal counts within: I cannot use “someday”"),
    ],
)
async def test_what_does_not_fit_is_told_and_what_was_kept_is_said(field: str, given: str, told: str) -> None:
    async with evening(journeys=(MEASURED,)) as here:
        assert told in await edits_the_whole(here, **{field: given})
        assert (await kept(here)).version == 1


async def test_what_fits_is_kept_although_another_field_does_not() -> None:
    async with evening() as here:
        answer = await edits_the_whole(here, holdout="5", caps="many")
        assert "0 % → 5 %" in answer and "I cannot use “many”" in answer
        journey = (await kept(here)).journey
        assert journey.holdout == 0.05 and journey.caps == Caps()


async def test_what_a_journey_cannot_have_is_not_asked_for() -> None:
    letter = JOURNEY.model_copy(update={"trigger": OnceTrigger()})
    async with evening(journeys=(letter,)) as here:
        assert set(await fields_of(here, "The journey itself")) == {"caps", "closes", "holdout"}
        assert "live again" not in await here.says("/journey show after")
    async with evening(journeys=(MEASURED,)) as here:
        stands = await fields_of(here, "The journey itself")
        assert stands == {"caps": "2 / 6", "closes": "2 days", "holdout": "0", "live-again": "no", "goal": "2 days"}


async def test_a_form_sent_as_it_stands_changes_nothing() -> None:
    odd = MEASURED.model_copy(update={"closes_after": timedelta(days=2, minutes=5), "holdout": 0.07})
    async with evening(journeys=(odd,)) as here:
        assert "Nothing changed: sample.after is like that already." in await edits_the_whole(here)
        assert (await kept(here)).version == 1


async def test_the_form_and_the_button_of_an_outdated_version_are_refused() -> None:
    async with evening() as here:
        nora = here.bot.person("Nora", here.mia.floor.MODERATOR)
        await here.says("/journey edit after", nora)
        await here.presses("The journey itself", nora)
        form = here.bot.chat.forms(nora)[0].form
        await edits_the_whole(here, holdout="5")
        assert "I kept the newer version" in "\n".join(await here.bot.submits(nora, form, {"holdout": "10"}))
        assert "I kept the newer version" in await here.presses("The journey itself")
        assert (await kept(here)).journey.holdout == 0.05


async def test_a_step_that_is_due_after_the_journey_closes_is_named() -> None:
    async with evening() as here:
        answer = await edits_the_whole(here, closes="40 h")
        assert "Mind: last-call is due only after the journey closes, so nobody gets it." in answer
        assert "Question is due" not in answer
        assert "Mind: Question is due" in await edits(here, "Question", when="+3 18:00")
        assert "is due only after" not in await edits_the_whole(here, closes="5 d")


async def test_who_is_held_out_gets_nothing() -> None:
    async with evening() as here:
        await here.streams()
        assert "held out" not in await here.says("/journey preview after")
        await edits_the_whole(here, holdout="50")
        shown = await here.says("/journey preview after")
        assert "Thanks: 1\n· gets it: 1 in their inbox\n· left out: 1 held out for comparison" in shown


@pytest.mark.long
async def test_a_step_leaves_by_the_way_that_was_chosen() -> None:
    async with evening() as here:
        assert (await fields_of(here, "Thanks"))["how"] == "direct-inbox"
        assert "Thanks · How: direct message, else the inbox → inbox only" in await edits(here, "Thanks", how="inbox")
        assert (await kept(here)).journey.steps[0].routes == (Route.INBOX,)
        await edits(here, "Question", how="direct")
        await here.streams()
        shown = await here.says("/journey preview after")
        assert "Thanks: 2\n· gets it: 2 in their inbox" in shown
        assert "Question: 0\n· left out: 2 without consent" in shown
        assert "How: inbox only → direct message, else the inbox" in await edits(here, "Thanks", how="direct-inbox")


async def test_a_step_that_was_switched_off_is_switched_on_by_choosing_a_way() -> None:
    async with evening() as here:
        assert "Thanks · switched off" in await edits(here, "Thanks", how="off")
        assert (await fields_of(here, "Thanks"))["how"] == "off"
        answer = await edits(here, "Thanks", how="inbox")
        assert "switched on" in answer and "inbox only" in answer


@pytest.mark.parametrize(
    ("way", "said", "routes"),
    [
        ("direct-thread-inbox", "direct message, else a private thread", (Route.DIRECT, Route.THREAD, Route.INBOX)),
        ("direct-mention-inbox", "direct message, else a mention", (Route.DIRECT, Route.MENTION, Route.INBOX)),
        ("thread-inbox", "private thread, else the inbox", (Route.THREAD, Route.INBOX)),
        ("mention-inbox", "mention, else the inbox", (Route.MENTION, Route.INBOX)),
    ],
)
async def test_a_step_may_go_by_a_thread_or_a_mention(way: str, said: str, routes: tuple[Route, ...]) -> None:
    async with evening() as here:
        assert f"→ {said}" in await edits(here, "Thanks", how=way)
        assert (await kept(here)).journey.steps[0].routes == routes
        assert (await fields_of(here, "Thanks"))["how"] == way


async def test_routes_that_no_form_offers_stay_unless_another_way_is_chosen() -> None:
    routes = (Route.MENTION, Route.THREAD)
    step = QUESTION.model_copy(update={"routes": routes})
    async with evening(journeys=(Journey(name="after", trigger=JOURNEY.trigger, steps=(step,)),)) as here:
        await edits(here, "Question", expiry="6 h")
        assert (await kept(here)).journey.steps[0].routes == routes
        assert "How: mention in a channel, private thread → inbox only" in await edits(here, "Question", how="inbox")
        assert "How: I cannot use “other”" in await edits(here, "Question", how="other")


async def test_many_steps_with_many_variants_turn_pages() -> None:
    steps = tuple(JOURNEY.steps[0].model_copy(update={"id": f"step-{number}"}) for number in range(12))
    async with evening(journeys=(JOURNEY.model_copy(update={"steps": steps}),)) as here:
        assert "1. step-0" in await here.says("/journey edit after")
        shown = await here.presses("More ›")
        assert "6. step-5" in shown and "11. step-10" in shown and "12. step-11" not in shown
        assert "12. step-11" in await here.presses("More ›")
