"""The report after 48 hours, its figures, and what only hosts may see."""

import pytest

from bot.community.facts import Facts
from bot.community.rules import sentence
from bot.community.scores import mean_answer, promoters
from bot.model.identity import Role
from bot.model.rules import Comparison, Condition
from tests.plugins.following import evening, followed
from tests.snapshots.compare import matches, screen

pytestmark = pytest.mark.long

LANGUAGES = ("en", "cs")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_48_hours_the_hosts_get_a_report(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.orders(it.ann)
        await it.bot.passes(hours=24)
        await it.opens(it.ben)
        await it.press(it.ben, "3")
        await it.press(it.ben, "followups-words")
        await it.fill(it.ben, words="The sound was bad.")
        await it.press(it.ann, "10")
        await it.bot.passes(hours=24)
        it.news(it.host)
        await it.bot.passes(minutes=10)
        report = it.news(it.host)
        words = await it.press(it.host, "followups-read-words")
        matches(f"followups/report.{language}", screen([*report, *words]))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_enough_scores_are_a_picture_and_stand_in_the_net_promoter_score_of_their_month(language: str) -> None:
    async with evening(language) as it:
        await it.starts()
        guests = [it.bot.person(f"Guest {number}", language=language) for number in range(4)]
        for guest in guests:
            await it.bot.says(guest, "hello")
        await it.bot.passes(minutes=42)
        await it.ends()
        await it.bot.passes(hours=24)
        for person, score in zip((it.ann, it.ben, *guests), (10, 9, 9, 8, 3, 10), strict=True):
            if person is not it.ann:
                await it.opens(person)
            await it.press(person, str(score))
        await it.bot.says(it.host, "/followups")
        [so_far] = it.news(it.host)[-1:]
        assert [file for file in so_far.message.files if file.is_picture]
        await it.bot.passes(hours=24, minutes=10)
        report = [one for one in it.news(it.host) if one.message.files]
        assert len(report) == 1
        await it.bot.says(it.host, "/nps")
        matches(f"followups/scores.{language}", screen([so_far, *report, *it.news(it.host)]))


async def test_it_is_the_same_on_each_database(each_address: str) -> None:
    async with evening(database_url=each_address) as it:
        await it.stream()
        await it.orders(it.ann)
        await it.bot.passes(hours=24)
        await it.opens(it.ben)
        await it.press(it.ben, "3")
        await it.press(it.host, "followups-reply")
        await it.fill(it.host, text="Thank you, it was the microphone.")
        await it.bot.passes(hours=24)
        it.news(it.host)
        await it.bot.passes(minutes=10)
        report = followed(it.news(it.host))
        assert "Thanks: 2 given, 1 by direct message, 1 in the inbox (1 opened)" in report
        assert "Ordered in time: 1 of 2." in report
        assert "left out: 1 unhappy (no marketing)" in report
        async with it.bot.app.parts.work() as work:
            facts = await Facts(work, it.bot.app.parts.registry.facts).of(await it.id_of(it.ben))
        assert facts["followups_sentiment"] == "detractor"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_it_stands_can_be_asked_at_any_time(language: str) -> None:
    async with evening(language) as it:
        await it.bot.says(it.host, "/followups")
        nothing = it.news(it.host)
        await it.stream("")
        await it.bot.passes(minutes=11)
        it.news(it.host)
        await it.bot.says(it.host, "/followups")
        matches(f"followups/so-far.{language}", screen([*nothing, *it.news(it.host)]))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nobody_is_said_to_be_followed_up_before_it_was_approved(language: str) -> None:
    async with evening(language, running=False) as it:
        await it.stream()
        await it.bot.passes(minutes=11)
        it.news(it.host)
        await it.bot.says(it.host, "/followups")
        matches(f"followups/waits.{language}", screen(it.news(it.host)))


async def test_what_waits_can_be_approved_from_the_report_by_who_may() -> None:
    async with evening(running=False) as it:
        other = it.bot.person("Ota", Role.HOST)
        await it.stream()
        await it.bot.passes(minutes=11)
        await it.bot.says(other, "/followups")
        assert not it.news(other)[-1].buttons
        await it.bot.says(it.host, "/followups")
        assert "runs" in "".join(await it.bot.presses(it.host, "Approve: The 48 hours after a stream"))
        await it.bot.passes(minutes=1)
        await it.bot.says(it.host, "/followups")
        assert "2 people were followed up." in followed(it.news(it.host))


async def test_what_nobody_approved_in_time_is_told_as_that() -> None:
    async with evening(running=False) as it:
        await it.stream()
        await it.bot.passes(hours=49)
        it.news(it.host)
        await it.bot.says(it.host, "/followups")
        report = followed(it.news(it.host))
        assert "Nothing left. Messages for 2 people were planned, but nobody approved them in time." in report
        assert "Approve" not in report


async def test_members_see_neither_report_nor_answers() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=24)
        await it.press(it.ann, "2")
        reply = next(b for one in it.news(it.host) for b in one.buttons if b.label == "Reply in person")
        for attempt in (it.bot.chat.says(it.ben, "/followups"), it.bot.chat.presses(it.ben, reply.token)):
            it.news(it.ben)
            await attempt
            await it.bot.app.turn()
            assert "host" in followed(it.news(it.ben))
            assert not it.bot.chat.forms(it.ben)


async def test_two_hosts_who_write_at_once_send_one_reply() -> None:
    async with evening() as it:
        other = it.bot.person("Ota", Role.HOST)
        await it.stream()
        await it.bot.passes(hours=24)
        await it.press(it.ann, "2")
        await it.press(it.host, "followups-reply")
        await it.press(other, "followups-reply")
        it.news(it.ann)
        await it.fill(it.host, text="The first.")
        assert followed(await it.fill(other, text="The second.")).endswith("say it elsewhere:\nThe second.")
        assert [one for one in it.news(it.ann) if "The second." in one.message.text] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_gave_a_low_score_without_words_can_be_answered_from_the_list(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.bot.passes(hours=24)
        await it.opens(it.ben)
        await it.press(it.ben, "3")
        await it.press(it.ann, "10")
        await it.bot.says(it.host, "/followups")
        read = await it.press(it.host, "followups-read-words")
        await it.press(it.host, "Ben")
        sent = await it.fill(it.host, text="What was it?")
        await it.bot.passes(minutes=1)
        got = await it.opens(it.ben)
        again = await it.press(it.host, "followups-read-words")
        matches(f"followups/reply-to-score.{language}", screen([*read, *sent, *got, *again]))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_wants_no_messages_is_not_written_to_for_a_score_alone(language: str) -> None:
    async with evening(language) as it:
        await it.stream()
        await it.bot.passes(hours=24)
        await it.press(it.ann, "3")
        await it.bot.says(it.host, "/followups")
        await it.press(it.host, "followups-read-words")
        await it.press(it.host, "Ann")
        await it.bot.says(it.ann, "/stop")
        late = await it.fill(it.host, text="What was it?")
        at_once = await it.press(it.host, "Ann")
        it.news(it.ann)
        await it.bot.passes(hours=1)
        assert "What was it?" not in followed(it.news(it.ann))
        matches(f"followups/reply-stopped.{language}", screen([*late, *at_once]))


async def test_who_wrote_is_answered_although_they_want_no_messages() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=24)
        await it.press(it.ann, "3")
        await it.press(it.ann, "followups-words")
        await it.fill(it.ann, words="The sound was bad.")
        await it.bot.says(it.ann, "/stop")
        await it.bot.says(it.host, "/followups")
        await it.press(it.host, "followups-read-words")
        await it.press(it.host, "Ann")
        it.news(it.ann)
        await it.fill(it.host, text="It was the microphone.")
        await it.bot.passes(minutes=1)
        assert "It was the microphone." in followed(it.news(it.ann))


async def test_what_a_person_scored_becomes_facts() -> None:
    async with evening() as it:
        await it.stream()
        await it.bot.passes(hours=24)
        await it.press(it.ann, "9")
        ann = await it.id_of(it.ann)
        async with it.bot.app.parts.work() as work:
            facts = await Facts(work, it.bot.app.parts.registry.facts).of(ann)
        assert facts["followups_days_since_score"] == 1
        assert facts["followups_sentiment"] == "promoter"


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Condition(fact="followups_days_since_score", comparison=Comparison.IS, value=0), "has never given a score"),
        (Condition(fact="followups_days_since_score", value=30), "last score at least 30 days ago"),
        (Condition(fact="followups_sentiment", comparison=Comparison.IS, value="promoter"), "last score 9 or 10"),
    ],
)
async def test_the_facts_have_words(condition: Condition, words: str) -> None:
    async with evening() as it:
        assert sentence(condition, it.bot.app.parts.translator, "en") == words


def test_fewer_than_five_answers_make_no_figure() -> None:
    assert mean_answer({10: 4}) is None
    assert promoters({10: 4}) is None


def test_a_net_promoter_score_has_the_margin_of_its_sample() -> None:
    found = promoters({10: 5, 8: 3, 2: 2})
    assert found is not None and found.margin is not None
    assert found.score == pytest.approx(30)
    assert found.margin == pytest.approx(1.96 * (0.61 * 10 / 9 / 10) ** 0.5 * 100)
    assert mean_answer({10: 5, 8: 3, 2: 2}) == pytest.approx(7.8)


def test_answers_that_are_all_alike_tell_no_margin() -> None:
    found = promoters({9: 6})
    assert found is not None
    assert (found.score, found.margin) == (100, None)
