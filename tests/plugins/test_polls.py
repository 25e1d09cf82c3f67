"""Polls by name: asked in one line or put together, voted in once by everybody, and what they came to."""

import csv
import io
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.storage.tables import deliveries
from bot.text.markup import plain
from tests.plugins.polling import TEA, labels, post_of, puts_together, says_now
from tests.plugins.streaming import evening
from tests.snapshots.compare import matches, screen

LANGUAGES = ("en", "cs")


@pytest.mark.long
async def test_a_host_asks_in_one_line_and_people_vote_by_a_button() -> None:
    async with evening() as here:
        assert "Asked: Which tea?" in await here.host(TEA)
        assert "Your vote: Green." in await here.press(here.ann, "Green")
        assert "Your vote: Black." in await here.press(here.ben, "Black")

        said = await says_now(here)
        assert "2 votes" in said
        assert "Green · 1 · 50 %" in said
        assert labels(post_of(here)) == ["Green", "Black"]


@pytest.mark.long
async def test_pressing_another_answer_changes_the_vote_and_pressing_twice_counts_once() -> None:
    async with evening() as here:
        await here.host(TEA)
        await here.press(here.ann, "Green")
        await here.press(here.ann, "Green")
        await here.press(here.ann, "Black")

        said = await says_now(here)
        assert "1 vote" in said
        assert "Green · 0 · 0 %" in said
        assert "Black · 1 · 100 %" in said


@pytest.mark.long
async def test_without_answers_people_say_yes_or_no() -> None:
    async with evening(language="cs") as here:
        await here.host("/poll Budeme příště točit konvice?")
        assert labels(post_of(here, "Budeme")) == ["Ano", "Ne"]


@pytest.mark.parametrize(
    "typed",
    ["Which tea? Green, Black", "Which tea? | Green | Black", "Which tea?; Green; Black", "Which tea?|Green|Black|"],
)
async def test_a_line_typed_in_haste_is_understood(typed: str) -> None:
    async with evening() as here:
        await here.host(f"/poll {typed}")
        assert labels(post_of(here)) == ["Green", "Black"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Which tea? | Green", "A poll has 2 to 12 answers, and you gave 1."),
        ("Which tea? | Green | green", "Two answers are the same."),
        ("Which tea? | Green | " + "x" * 81, "is too long; 80 characters fit."),
        ("x" * 301, "The question is too long; 300 characters fit."),
        ("Which? | " + " | ".join("abcdefghijklm"), "A poll has 2 to 12 answers, and you gave 13."),
    ],
)
async def test_what_cannot_be_asked_is_said_and_given_back(typed: str, told: str) -> None:
    async with evening() as here:
        said = await here.host(f"/poll {typed}")
        assert told in said
        assert "You wrote: " in said
        assert not [shown for shown in here.bot.chat.sent if shown.key and "Which" in shown.message.text]


@pytest.mark.long
async def test_a_poll_closes_with_its_stream_and_by_its_time_and_by_a_button() -> None:
    async with evening() as here:
        await here.host("/poll Tea now? | Yes | No")
        await here.host("/stream start Glazes")
        await here.guest("hello")
        await here.host(TEA)
        assert "Open until the stream ends." in await says_now(here)
        await here.press(here.ann, "Green")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        await here.bot.passes(minutes=20)
        assert "Closed." in await says_now(here)
        assert labels(post_of(here)) == []

        assert "Closed." not in await says_now(here, "Tea now?")
        await here.bot.passes(days=1)
        assert "Closed." in await says_now(here, "Tea now?")

        await here.host("/poll Third? | Yes | No")
        await here.press(here.hana, "Close the poll")
        assert "Closed." in await says_now(here, "Third?")


@pytest.mark.long
async def test_who_votes_too_late_is_told_and_changes_nothing() -> None:
    async with evening() as here:
        await here.host(TEA)
        button = post_of(here).message.actions[0][0]
        await here.press(here.hana, "Close the poll")
        seen = len(here.bot.seen(here.ann))
        await here.bot.presses(here.ann, button.token)
        assert "The poll is closed." in plain(here.bot.seen(here.ann)[seen:][-1].message.text)
        assert "No votes yet." in await says_now(here)


@pytest.mark.long
async def test_several_answers_are_ticked_and_taken_back() -> None:
    async with evening() as here:
        await puts_together(here, "Which tea?", "Green\nBlack\nRooibos", "several")
        await here.press(here.hana, "Ask now")
        await here.press(here.ann, "Green")
        assert "Your votes: Green, Rooibos." in await here.press(here.ann, "Rooibos")
        assert "Your votes: Rooibos." in await here.press(here.ann, "Green")
        await here.press(here.ben, "Rooibos")
        said = await says_now(here)
        assert "2 votes" in said
        assert "Rooibos · 2 · 100 %" in said
        assert "You have taken back your vote." in await here.press(here.ben, "Rooibos")
        assert "1 vote" in await says_now(here)


@pytest.mark.long
async def test_the_best_three_are_put_in_order_and_count_by_their_place() -> None:
    async with evening() as here:
        await puts_together(here, "Which tea?", "Green\nBlack\nRooibos\nMint", "ranked")
        await here.press(here.hana, "Ask now")
        for label in ("Mint", "Green", "Black"):
            await here.press(here.ann, label)
        assert "You have put 3 in order." in await here.press(here.ann, "Rooibos")
        await here.press(here.ben, "Green")
        said = await says_now(here)
        assert "Green · 5 points" in said
        assert "Mint · 3 points" in said
        assert "Black · 1 point" in said
        assert "Your order: Green, Black." in await here.press(here.ann, "Mint")


@pytest.mark.long
async def test_a_score_from_0_to_10_has_a_margin_and_stars_a_mean() -> None:
    async with evening() as here:
        await puts_together(here, "Recommend us?", "", "score")
        await here.press(here.hana, "Ask now")
        assert labels(post_of(here, "Recommend")) == [str(number) for number in range(11)]
        for turn, score in enumerate((10, 9, 9, 8, 3)):
            await here.press(here.bot.person(f"Guest {turn}"), str(score))
        said = await says_now(here, "Recommend")
        assert "7.8 of 10 on average" in said
        assert "Net promoter score +40 ± 78" in said

        await puts_together(here, "How was it?", "", "stars")
        await here.press(here.hana, "Ask now")
        await here.press(here.ann, "4 ★")
        await here.press(here.ben, "5 ★")
        assert "4.5 of 5 stars on average" in await says_now(here, "How was it?")


@pytest.mark.long
async def test_words_are_kept_and_read_by_hosts_alone() -> None:
    async with evening() as here:
        await puts_together(here, "What was best?", "", "words")
        await here.press(here.hana, "Ask now")
        await here.press(here.ann, "Answer")
        assert "I kept what you wrote." in await here.fill(here.ann, words="The <b>teapot</b>")
        await here.host("/polls")
        await here.press(here.hana, "Open: What was best?")
        assert "1. Ann: The <b>teapot</b>" in await here.press(here.hana, "Read the answers")
        assert "teapot" not in await says_now(here, "What was best?")


@pytest.mark.long
async def test_figures_that_are_hidden_are_shown_at_the_end() -> None:
    async with evening() as here:
        await puts_together(here, "Which tea?", "Green\nBlack", "single")
        await here.press(here.hana, "Figures at the end")
        await here.press(here.hana, "Ask now")
        await here.press(here.ann, "Green")
        assert "The figures are shown at the end." in await says_now(here)
        await here.press(here.hana, "Close the poll")
        assert "Green · 1 · 100 %" in await says_now(here)


@pytest.mark.long
async def test_only_who_was_there_may_vote_where_it_says_so() -> None:
    async with evening() as here:
        await here.host("/stream start Glazes")
        await here.guest("hello")
        await here.bot.passes(seconds=5)
        await puts_together(here, "Which tea?", "Green\nBlack", "single")
        assert "Who was at this stream may vote." in await here.press(here.hana, "Only who was there")
        await here.press(here.hana, "Ask now")
        assert "This poll asks who was at the stream." in await here.press(here.ben, "Green")
        assert "Your vote: Green." in await here.press(here.ann, "Green")


@pytest.mark.long
async def test_a_rule_says_who_may_vote_and_what_somebody_still_needs() -> None:
    async with evening() as here:
        await here.host("/stream start Glazes")
        await here.guest("hello")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        await here.bot.passes(hours=1)
        await puts_together(here, "Which tea?", "Green\nBlack", "single")
        await here.press(here.hana, "Who may vote")
        await here.press(here.hana, "Add a condition")
        await here.press(here.hana, "Streams attended")
        assert "One member fulfils that now." in await here.fill(here.hana, how="at_least", value="1")
        await here.host("/polls")
        assert "Who may vote: at least 1 stream" in await here.press(here.hana, "Draft: Which tea?")
        await here.press(here.hana, "Ask now")
        assert "What you still need: 1 more stream" in await here.press(here.ben, "Green")
        assert "Your vote: Green." in await here.press(here.ann, "Green")


@pytest.mark.long
async def test_a_poll_opens_by_itself_when_it_was_planned_for_then() -> None:
    async with evening() as here:
        await puts_together(here, "Which tea?", "Green\nBlack", "single")
        await here.press(here.hana, "Plan")
        assert "I do not understand “soonish”" in await here.fill(here.hana, when="soonish")
        await here.press(here.hana, "Plan")
        assert "Opens tomorrow 18:30." in await here.fill(here.hana, when="tomorrow 18:30")
        await here.bot.passes(hours=12)
        assert not [shown for shown in here.bot.chat.sent if shown.key and "Which tea?" in shown.message.text]
        await here.bot.passes(hours=12)
        assert labels(post_of(here)) == ["Green", "Black"]


@pytest.mark.long
async def test_what_was_asked_cannot_be_edited_or_thrown_away_by_an_old_button() -> None:
    async with evening() as here:
        await puts_together(here, "Which tea?", "Green\nBlack", "single")
        draft = here.bot.seen(here.hana)[-1].message
        tokens = {action.label: action.token for row in draft.actions for action in row}
        await here.press(here.hana, "Ask now")
        for label in ("Throw away", "Anonymous", "5 minutes"):
            seen = len(here.bot.seen(here.hana))
            await here.bot.presses(here.hana, tokens[label])
            told = plain(here.bot.seen(here.hana)[seen:][-1].message.text)
            assert "People can see that poll already" in told
        assert labels(post_of(here)) == ["Green", "Black"]


@pytest.mark.long
async def test_the_figures_are_a_table_in_which_nothing_runs() -> None:
    async with evening() as here:
        await here.host("/poll Which? | =1+1 | @SUM(A1)")
        await here.press(here.ann, "=1+1")
        await here.press(here.hana, "Close the poll")
        seen = len(here.bot.seen(here.hana))
        await here.press(here.hana, "CSV")
        files = here.bot.seen(here.hana)[seen:][-1].message.files
        totals, votes = [list(csv.reader(io.StringIO(file.content.decode("utf-8-sig")))) for file in files]
        assert totals == [
            ["answer", "votes", "share", "points"],
            ["'=1+1", "1", "1.0", "1"],
            ["'@SUM(A1)", "0", "0.0", "0"],
        ]
        assert votes[1][:2] == ["Ann", "'=1+1"]


@pytest.mark.long
async def test_the_recap_tells_what_polls_came_to() -> None:
    async with evening() as here:
        await here.host("/stream start Glazes")
        await here.guest("hello")
        await here.host(TEA)
        await here.press(here.ann, "Green")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        await here.bot.passes(minutes=20)
        assert "Which tea? Green (1 vote)" in "\n".join(here.bot.texts(here.hana))


@pytest.mark.long
async def test_the_score_is_told_month_by_month() -> None:
    async with evening() as here:
        assert "Nobody has given a score yet." in await here.host("/nps")
        await puts_together(here, "Recommend us?", "", "score")
        await here.press(here.hana, "Ask now")
        for turn, score in enumerate((10, 9, 9, 8, 3)):
            await here.press(here.bot.person(f"Guest {turn}"), str(score))
        await here.press(here.hana, "Close the poll")
        assert "+40 ± 78 · 5 answers" in await here.host("/nps")


@pytest.mark.long
async def test_the_post_is_edited_once_for_all_who_vote_within_ten_seconds() -> None:
    async with evening() as here:
        await here.host(TEA)
        for turn in range(20):
            await here.press(here.bot.person(f"Guest {turn}"), "Green")
        assert "20 votes" in await says_now(here)
        posted = sa.select(sa.func.count()).select_from(deliveries).where(deliveries.c.payload.is_not(None))
        async with here.bot.app.parts.work() as work:
            assert await work.value(posted) == 2


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_screens_read_well(language: str) -> None:
    async with evening(language=language) as here:
        seen = []
        for kind in ("single", "several", "ranked", "score", "stars", "words"):
            await here.host("/poll")
            await here.fill(here.hana, question=f"{kind}?", answers="Čaj\nKáva\nVoda", kind=kind)
            seen.append(screen(here.bot.seen(here.hana)[-1:]))
        seen.append(await here.screen(here.hana, "/polls"))
        seen.append(await here.screen(here.hana, "/poll Which tea? | Green | Black"))
        here.bot.clock.advance(timedelta(minutes=1))
        seen.append(screen([post_of(here)]))
        await here.press(here.ann, "Green")
        seen.append(screen(here.bot.seen(here.ann)[-1:]))
        seen.append(await here.screen(here.ann, "/polls"))
        await here.bot.presses(here.hana, ("Close the poll", "Uzavřít anketu")[language == "cs"])
        seen.append(screen(here.bot.seen(here.hana)[-1:]))
        seen.append(screen([post_of(here)]))
        matches(f"polls/screens.{language}", "\n\n----\n\n".join(seen))
