"""The 48 hours after a stream, lived through with a whole bot."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.community.activities import SIGNED_UP, Activities
from bot.community.streams import Streams
from bot.delivery.explaining import explain
from bot.delivery.journeys import Journeys
from bot.model.decisions import Reason
from bot.storage.tables import spaces
from bot.text.markup import plain
from tests.plugins.following import JOURNEYS, Evening, evening, followed
from tests.snapshots.compare import matches, screen

LANGUAGES = ("en", pytest.param("cs", marks=pytest.mark.long))


async def reasons(it: Evening, member: int) -> dict[str, Reason | None]:
    """By step, why the member's delivery stands where it does."""
    async with it.bot.app.parts.work() as work:
        return {one.step: one.reason for one in await explain(work, member, limit=20)}


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_stream_is_only_shown_until_a_moderator_approves_it(language: str) -> None:
    async with evening(language, running=False) as it:
        await it.stream()
        await it.bot.passes(minutes=2)
        planned = [one for one in it.news(it.host) if it.say("admin-approve") in [b.label for b in one.buttons]]
        matches(f"followups/planned.{language}", screen(planned))
        await it.bot.passes(minutes=20)
        assert not it.news(it.ann)
        assert followed(await it.opens(it.ben)) == it.say("followups-inbox-empty")


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_hosts_are_not_told_that_something_leaves_when_nothing_does(language: str) -> None:
    async with evening(language) as it:
        await it.stream(notes=False, next_one=False)
        await it.bot.passes(minutes=2)
        for_others = it.news(it.host)
        await it.bot.says(it.dan, "/stop")
        await it.bot.passes(days=3)
        it.news(it.host)
        await it.stream()
        await it.bot.passes(minutes=2)
        left_out = it.news(it.host)
        preview = it.say("admin-preview")
        planned = [one for one in (*for_others, *left_out) if preview in [b.label for b in one.buttons]]
        matches(f"followups/planned-nobody.{language}", screen(planned))


@pytest.mark.long
@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "The stream is over. 2 people were there. As things stand, nothing is written to them: all messages are",
        ),
        ("cs", "Stream skončil. Byli tam 2 lidé. Zatím to vypadá, že nikomu nic nenapíšeme: všechny zprávy jsou"),
    ],
)
async def test_a_journey_whose_messages_are_all_off_is_told_as_such(language: str, said: str) -> None:
    async with evening(language) as it:
        for status, more in (("running", False), ("paused", True)):
            text = it.bot.app.parts.translator.text(
                "followups-planned-after-stream",
                language,
                people=2,
                status=status,
                details="",
                reaches="off",
                stream="",
                titled="no",
            )
            told = plain(text)
            assert told.replace("\N{NO-BREAK SPACE}", " ").startswith(said)
            assert (". " in told.partition(":")[2]) is more


@pytest.mark.long
async def test_approving_lets_go_what_was_held_and_posts_for_everybody() -> None:
    async with evening(running=False) as it:
        await it.stream()
        await it.bot.passes(minutes=30)
        it.news(it.ann)
        community, host = await it.community(), await it.id_of(it.host)
        async with it.bot.app.parts.work() as work:
            await Journeys(work).approve(await Journeys(work).get(community.id, JOURNEYS[0]), host, others=0)
        await it.bot.app.turn()
        thanks, post = (plain(one.message.text) for one in it.news(it.ann))
        assert {thanks[:5], post[:5]} == {"Thank", "That "}


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_everybody_gets_a_note_of_their_own(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.bot.passes(minutes=11)
        direct, post = sorted(it.news(it.ann), key=lambda one: not one.direct)
        matches(f"followups/post.{language}", screen([post]))
        opened = await it.press(it.ben, "followups-open")
        assert all(one.private for one in (direct, *opened))
        matches(f"followups/thanks-in-person.{language}", screen([direct, *opened]))
        again = await it.opens(it.ben)
        matches(f"followups/inbox-empty.{language}", screen(again))
        assert await it.press(it.ben, "followups-open-again") != again


@pytest.mark.parametrize("language", LANGUAGES)
async def test_two_days_of_a_happy_person(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.bot.passes(minutes=11)
        it.news(it.ann)
        await it.bot.passes(hours=3)
        moments = it.news(it.ann)
        await it.bot.passes(hours=20)
        question = it.news(it.ann)
        thanks = await it.press(it.ann, "10")
        await it.press(it.ann, "followups-words")
        kept = await it.fill(it.ann, words="The glaze, and the patience.")
        await it.bot.passes(hours=21)
        last = await it.opens(it.ann)
        matches(f"followups/two-days.{language}", screen([*moments, *question, *thanks, *kept, *last]))
        await it.press(it.ann, "followups-remind")
        await it.bot.passes(hours=1)
        async with it.bot.app.parts.work() as work:
            assert await Activities(work).count(await it.id_of(it.ann), SIGNED_UP) == 1


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_unhappy_gets_a_person_and_no_marketing(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.bot.passes(hours=24)
        await it.opens(it.ben)
        it.news(it.host)
        answer = await it.press(it.ben, "3")
        told = it.news(it.host)
        await it.press(it.ben, "followups-words")
        kept = await it.fill(it.ben, words="The sound was <bad>.")
        more = it.news(it.host)
        await it.press(it.host, "followups-reply")
        sent = await it.fill(it.host, text="Sorry & thank you, it was the microphone.")
        message = it.news(it.ben)
        matches(f"followups/unhappy.{language}", screen([*answer, *told, *kept, *more, *sent, *message]))
        assert followed(await it.press(it.host, "followups-reply")) == it.say("followups-replied-already")
        await it.bot.passes(hours=23)
        assert (await reasons(it, await it.id_of(it.ben)))["last-call"] is Reason.UNHAPPY


@pytest.mark.long
async def test_words_that_are_changed_are_told_to_the_hosts_again() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=24)
        await it.opens(it.ben)
        await it.press(it.ben, "3")
        await it.press(it.ben, "followups-words")
        await it.fill(it.ben, words="The sound was bad.")
        assert "adds:\nThe sound was bad." in screen(it.news(it.host))
        await it.press(it.ben, "followups-words")
        assert "the hosts have your words now" in screen(await it.fill(it.ben, words="The light was bad as well."))
        assert "has written anew:\nThe light was bad as well." in screen(it.news(it.host))
        await it.press(it.ben, "followups-words")
        await it.fill(it.ben, words="The light was bad as well.")
        assert not it.news(it.host)


@pytest.mark.long
async def test_words_that_no_channel_of_hosts_can_show_are_not_said_to_be_there() -> None:
    async with evening() as it:
        async with it.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel=None))
        await it.stream()
        await it.bot.passes(hours=24)
        await it.opens(it.ben)
        await it.press(it.ben, "3")
        await it.press(it.ben, "followups-words")
        assert screen(await it.fill(it.ben, words="Bad.")) == "Thank you, that is kept. Only the hosts read it."


@pytest.mark.long
async def test_what_lies_in_the_inbox_can_be_opened_until_the_48_hours_are_over() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=47)
        assert "It was your first stream with us" in screen(await it.opens(it.ben))
        await it.bot.passes(hours=2)
        assert screen(await it.opens(it.ben)).startswith("Nothing new waits for you")


@pytest.mark.long
async def test_whose_note_came_as_a_direct_message_is_told_so_under_the_post() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(minutes=11)
        assert screen(await it.press(it.ann, "followups-open")).startswith("Nothing waits here: your last note came")


@pytest.mark.long
async def test_a_score_is_given_once() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=24)
        it.news(it.host)
        await it.press(it.ann, "8")
        assert followed(await it.press(it.ann, "2")).startswith("Your 8 of 10 is kept already, and it stands.")
        await it.bot.passes(minutes=1)
        assert not it.news(it.host)


@pytest.mark.long
async def test_the_next_stream_within_a_month_asks_for_stars() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=24)
        await it.press(it.ann, "9")
        await it.bot.passes(days=7)
        await it.stream("Teapots", next_one=False)
        await it.bot.passes(hours=24)
        assert [b.label for b in it.news(it.ann)[-1].buttons[:5]] == ["1 ★", "2 ★", "3 ★", "4 ★", "5 ★"]
        assert "good to read" in followed(await it.press(it.ann, "5 ★"))
        assert "One question" in followed(await it.opens(it.ben))  # who gave no score is asked for one


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_buyer_gets_care_and_may_ask(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.orders(it.ben)
        await it.bot.passes(hours=4)
        thanks_and_care = await it.opens(it.ben)
        it.news(it.host)
        await it.press(it.ben, "followups-ask")
        kept = await it.fill(it.ben, words="When does it come?")
        matches(f"followups/care.{language}", screen([*thanks_and_care, *kept, *it.news(it.host)]))
        assert (await reasons(it, await it.id_of(it.ben)))["highlights"] is Reason.NOT_FOR_THEM


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_signed_up_and_missed_it_hears_what_it_was_like(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.bot.passes(hours=20)
        with_next = await it.opens(it.dan)
        await it.bot.passes(days=6)
        await it.stream("", next_one=False)
        await it.bot.passes(hours=20)
        without = await it.opens(it.dan)
        matches(f"followups/missed.{language}", screen([*with_next, *without]))


@pytest.mark.long
async def test_what_was_not_noted_or_planned_is_not_made_up() -> None:
    async with evening() as it:
        await it.stream(notes=False, next_one=False)
        await it.bot.passes(hours=47)
        said = await reasons(it, await it.id_of(it.ann))
        assert said["highlights"] is said["last-call"] is Reason.NOT_FOR_THEM
        assert (await reasons(it, await it.id_of(it.dan)))["missed"] is Reason.NOT_FOR_THEM


@pytest.mark.long
async def test_a_button_under_somebody_elses_message_does_nothing() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=24)
        its_token = next(b.token for one in it.news(it.ann) for b in one.buttons if b.label == "9")
        await it.bot.chat.presses(it.ben, its_token)
        await it.bot.app.turn()
        assert "somebody else's message" in followed(it.news(it.ben))
        assert "good to read" in followed(await it.press(it.ann, "9"))


@pytest.mark.long
async def test_going_live_again_leaves_no_post_behind() -> None:
    async with evening() as it:
        await it.stream()
        community = await it.community()
        await it.bot.passes(minutes=5)
        async with it.bot.app.parts.work() as work:
            await Streams(work).start(community.id, title="Once more")
        await it.bot.passes(minutes=10)
        assert "note of your own" not in followed(it.news(it.ben))


@pytest.mark.long
async def test_an_end_found_after_two_days_follows_up_nobody() -> None:
    async with evening() as it:
        community = await it.community()
        async with it.bot.app.parts.work() as work:
            await Streams(work).start(community.id, title="Long ago")
        await it.bot.says(it.ann, "hello")
        await it.bot.app.turn()
        ended = it.bot.clock.now() + timedelta(minutes=1)
        it.bot.clock.set(ended + timedelta(hours=50))
        it.news(it.ann)
        async with it.bot.app.parts.work() as work:
            await Streams(work).end(community.id, at=ended)
        await it.bot.passes(hours=50)
        assert "note of your own" not in followed(it.news(it.ann))


@pytest.mark.long
async def test_a_plugin_that_is_off_says_so_and_posts_nothing() -> None:
    async with evening() as it:
        await it.bot.says(it.host, "/plugin disable followups")
        await it.stream()
        await it.bot.passes(minutes=15)
        assert "note of your own" not in followed(it.news(it.dan))
        assert "followups" in followed(await it.opens(it.ben))


@pytest.mark.long
async def test_there_is_one_post_of_a_stream_which_says_when_its_notes_are_over() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(minutes=30)
        posts = [shown for shown in it.bot.chat.sent if "A note of your own waits" in plain(shown.message.text)]
        assert len(posts) == 1
        await it.bot.passes(hours=49)
        [over] = [shown for shown in it.bot.chat.sent if shown.message_id == posts[0].message_id]
        assert "Its notes are over" in plain(over.message.text)
        assert not over.buttons
        assert not [shown for shown in it.bot.chat.sent if "A note of your own waits" in plain(shown.message.text)]
