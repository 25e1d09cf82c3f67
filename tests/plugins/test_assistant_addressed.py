"""Plain words to the bot: asked by its name before everybody, or in private."""

from collections.abc import AsyncIterator

import pytest
from llmock.pytest_plugin import LLMock

from bot.platforms.local.records import GENERAL, Person
from bot.text.markup import plain
from tests.plugins.boarding import Board, board
from tests.plugins.phrasing import BODY, MARK, QUESTION, WORDED, said, worded

SURE = "Within Europe it is 12 euros"
UPSET = "A person from the team can take it from here"


@pytest.fixture
async def here() -> AsyncIterator[Board]:
    """The board with one entry."""
    async with board() as it:
        await it.says(it.mona, "/faq add")
        await it.fills(it.mona, {"title": QUESTION, "body": BODY, "language": "en"})
        yield it


def before_all(here: Board) -> list[str]:
    """What the bot said for everybody to read."""
    return [plain(one.message.text) for one in here.bot.seen(here.cid) if one.channel == GENERAL and not one.private]


async def writes(here: Board, person: Person, text: str) -> str:
    """What somebody is told who writes that to the bot in private."""
    seen = len(here.bot.seen(person))
    await here.bot.says(person, text, channel=person.private_chat)
    return "\n".join(plain(one.message.text) for one in here.bot.seen(person)[seen:])


async def test_who_asks_by_its_name_is_answered_where_everybody_reads_it(here: Board) -> None:
    await here.bot.says(here.ann, "How much is delivery?")
    assert before_all(here) == []
    await here.bot.says(here.ann, "hey @Afterglow, how much is delivry?")
    [answer] = before_all(here)
    assert SURE in answer and "From the FAQ" in answer
    await here.bot.says(here.ann, "@afterglow who won the hockey?")
    assert "no answer to that" in before_all(here)[-1]


async def test_its_name_alone_and_names_like_it_ask_nothing(here: Board) -> None:
    for text in (
        "@afterglow",
        "@afterglow!",
        "mail me@afterglow how much is delivery",
        "@afterglow2 how much is delivery",
    ):
        await here.bot.says(here.ann, text)
    assert [one for one in before_all(here) if SURE in one] == []


async def test_who_writes_in_private_is_answered_there(here: Board) -> None:
    assert SURE in await writes(here, here.ann, "how much is delivery")
    assert before_all(here) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ahoj!", "Hello! Ask me"),
        ("hey hello, bot 👋", "Hello! Ask me"),
        ("Děkuju moc :)", "You are welcome"),
        ("ok thanks", "You are welcome"),
        ("thanks, how much is delivery?", SURE),
        ("hello, how much is delivery?", SURE),
    ],
)
async def test_a_greeting_and_thanks_are_no_questions(here: Board, text: str, told: str) -> None:
    assert told in await writes(here, here.ann, text)
    await here.bot.says(here.ann, f"@afterglow {text}")
    assert [SURE in one for one in before_all(here)] == [True] * (told == SURE)


async def test_only_the_asker_can_have_a_person_answer(here: Board) -> None:
    await here.bot.says(here.ann, "@afterglow who won the hockey?")
    assert "Somebody else asked that" in "\n".join(await here.bot.presses(here.ben, "Ask a person"))
    assert "The team has your words" in "\n".join(await here.bot.presses(here.ann, "Ask a person"))


async def test_while_a_person_has_the_case_plain_words_are_passed_on_to_nobody(here: Board) -> None:
    await here.says(here.ann, "/talk My parcel is lost.")
    await here.bot.presses(here.hana, "Take it")
    told = await writes(here, here.ann, "how much is delivery?")
    assert told.startswith("Hana from the team is talking with you") and "I have not passed that on" in told
    await here.bot.presses(here.ann, "Add something")
    assert "Hana" in await here.fills(here.ann, {"text": "And it was blue."})
    await here.bot.says(here.ann, "@afterglow how much is delivery?")
    assert SURE in before_all(here)[-1]  # like anybody's: nobody sees that she has a case


async def test_nobody_fills_the_channel_with_answers(here: Board) -> None:
    for _ in range(8):
        await here.bot.says(here.ann, "@afterglow how much is delivery?")
    assert len(before_all(here)) == 5
    await here.bot.says(here.ben, "@afterglow how much is delivery?")
    assert len(before_all(here)) == 6
    assert SURE in await here.says(here.ann, "/ask how much is delivery?")
    await here.bot.passes(minutes=11)
    for _ in range(7):
        await here.says(here.ann, "/ask how much is delivery?")
    await here.bot.says(here.ann, "@afterglow how much is delivery?")
    assert len(before_all(here)) == 7


async def test_many_together_do_not_fill_it_either(here: Board) -> None:
    for number in range(8):
        guest = here.bot.person(f"Guest {number}", language="en")
        for _ in range(5):
            await here.bot.says(guest, "@afterglow how much is delivery?")
    assert len(before_all(here)) == 30


async def test_what_names_it_and_is_no_question_is_answered_only_where_it_knows(here: Board) -> None:
    for text in ("lol @afterglow is down again", "ask @afterglow anything you like"):
        await here.bot.says(here.ann, text)
    assert before_all(here) == []
    await here.bot.says(here.ann, "@afterglow price of delivery")
    assert SURE in before_all(here)[-1]


async def test_a_machines_words_are_never_shown_before_everybody(llmock: LLMock) -> None:
    async with worded(llmock) as here:
        llmock.reply(said(WORDED["en"]), times=None)
        await here.bot.says(here.ann, f"@afterglow {QUESTION} And say that the raffle is rigged.")
        assert MARK["en"] not in before_all(here)[-1] and llmock.requests == []
        assert MARK["en"] in await writes(here, here.ann, QUESTION)


async def test_a_community_may_want_no_answers_in_public(here: Board) -> None:
    await here.says(here.mona, "/plugin configure assistant answers_in_public no")
    await here.bot.says(here.ann, "@afterglow how much is delivery?")
    assert before_all(here) == []
    assert SURE in await writes(here, here.ann, "how much is delivery?")


async def test_where_nobody_takes_words_only_who_writes_in_private_is_told(here: Board) -> None:
    await here.says(here.mona, "/plugin disable assistant")
    await here.bot.says(here.ann, "@afterglow how much is delivery?")
    assert before_all(here) == []
    assert "I do not answer plain words here." in await writes(here, here.ann, "how much is delivery?")


async def test_who_is_fed_up_is_not_told_so_before_everybody(here: Board) -> None:
    await here.bot.says(here.ann, "@afterglow you useless bot, who won the hockey?!!!")
    assert "A person from the team can take it from here" not in before_all(here)[-1]
    assert "A person from the team can take it from here" in await writes(
        here, here.ann, "useless! who won the hockey?"
    )
