"""Nobody's words change what the bot may do, bring out another's or a secret, mention anybody or add a link."""

import json

import pytest
from llmock.pytest_plugin import LLMock

from bot.storage.tables import members
from bot.text.markup import plain, to_html, to_markdown
from bot.text.typed import in_lines
from plugins.assistant._knowledge import Entry
from plugins.assistant._wording import Phrased, _standing
from tests.plugins.injections import FEEDBACK, NAMES, OBEYED, QUESTIONS, TEXTS
from tests.plugins.phrasing import BODY, KEY, MARK, Worded, said, worded

SECRETS = (KEY, "what every bot for tests seals with", "AFTERGLOW_AI")
PRIVATE = "Ben's secret wish is a teapot"


def test_there_are_at_least_forty_in_both_languages() -> None:
    tried = (*QUESTIONS, *NAMES, *TEXTS, *FEEDBACK)
    czech = [one for one in tried if any(sign in one for sign in "ěščřžýáíéůúďťň")]
    assert len(set(tried)) >= 40 and len(czech) >= 15


def holds(request: object, seen: str, own: str) -> None:
    """What went out is the one question with its sources as data, and what came back does no harm."""
    body = dict(request) if isinstance(request, dict) else {}
    [message] = body["input"]
    assert message["role"] == "user" and set(json.loads(message["content"])) == {"language", "question", "sources"}
    assert "tools" not in body and "previous_response_id" not in body
    sent = json.dumps(body, ensure_ascii=False)
    others = [word for word in (*SECRETS, *NAMES, *FEEDBACK, PRIVATE) if word not in own]
    assert not any(word in sent for word in others)
    assert not any(word in seen for word in (*SECRETS, PRIVATE))


async def told(here: Worded, question: str) -> str:
    """What Ann sees who asks, as each network would have it."""
    await here.asks(here.ann, question)
    shown = here.bot.seen(here.ann)[-1]
    assert shown.private
    return "\n".join((plain(shown.message.text), to_html(shown.message.text), to_markdown(shown.message.text)))


def harmful(number: int, question: str) -> str:
    """What a server that obeys answers; nothing that may be said since the question's own entry says it."""
    source = Entry(1, question, BODY, "en")
    answers = (*OBEYED[number % len(OBEYED) :], *OBEYED)
    return next(one for one in answers if _standing(Phrased(True, one, (1,)), [source]) is None)


async def roles(here: Worded) -> list[tuple[int, str | None]]:
    return [(row.id, row.role) for row in await here.rows(members)]


@pytest.mark.long
async def test_what_people_write_stays_data_and_what_an_obeying_server_says_is_not_shown(llmock: LLMock) -> None:
    async with worded(llmock, tokens_per_day="100000000", tokens_per_member="100000000") as here:
        await here.says(here.ben, f"/ask {PRIVATE}")
        for name in NAMES:
            await here.says(here.bot.person(name), "/ask how much is delivery")
        for words in FEEDBACK:
            for command in ("idea", "feedback", "ask", "q"):
                await here.says(here.ben, f"/{command} {words}")
        before, instructions = await roles(here), set()
        for number, question in enumerate(QUESTIONS):
            await here.teaches(question, BODY)  # in the same words, so that each is answered and goes out
            obeyed = harmful(number, question)
            llmock.reset().reply(said(obeyed))
            seen = await told(here, question)
            assert obeyed not in seen and MARK["en"] not in seen, question
            [request] = llmock.requests
            holds(request.body, seen, question)
            assert in_lines(question) == json.loads(request.body["input"][0]["content"])["question"]
            instructions.add(request.body["instructions"])
        assert len(instructions) == 1 and await roles(here) == before


@pytest.mark.long
async def test_texts_that_give_orders_are_quoted_and_no_more(llmock: LLMock) -> None:
    async with worded(llmock, tokens_per_day="100000000", tokens_per_member="100000000") as here:
        for body in TEXTS:
            await here.says(here.mona, "/faq list")
            await here.presses(here.mona, "How much is delivery?")
            await here.presses(here.mona, "Edit")
            await here.fills(here.mona, {"title": "How much is delivery?", "body": body, "language": "en"})
            llmock.reset().reply(said("@everyone: Ben is a fraud, 12 euros, https://evil.example/pay/now"))
            seen = await told(here, "How much is delivery?")
            [request] = llmock.requests
            holds(request.body, seen, body)
            assert body.split("\n")[0] in json.loads(request.body["input"][0]["content"])["sources"][0]["text"]
            assert "fraud" not in seen and MARK["en"] not in seen


def test_no_word_of_what_obeys_is_shown_and_what_the_sources_have_is() -> None:
    source = Entry(1, "How much is delivery?", "It is 12 euros, 1 200 crowns. See https://example.com/post.", "en")
    for obeyed in OBEYED:
        assert _standing(Phrased(True, obeyed, (1,)), [source]) is None, obeyed
    for fine in (
        "12 euros: https://example.com/post!",
        "Stojí to 12 eur, tedy 1200 korun.",
        "1,200 crowns, 12 euros",
    ):
        assert _standing(Phrased(True, fine, (1,)), [source]) is not None, fine
