"""Answers worded by an AI server: what goes out, what is shown of what comes back, what it costs, and who is told."""

import asyncio

import pytest
from llmock.pytest_plugin import LLMock

from bot.storage.ai_tables import ai_days, ai_member_days
from tests.plugins.phrasing import BODY, KEY, MARK, MODEL, QUESTION, WORDED, said, worded
from tests.snapshots.compare import matches

YES = {"en": "yes", "cs": "ano"}


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_its_screens_read_well(language: str, llmock: LLMock) -> None:
    async with worded(llmock, language=language, switched=False) as here:
        seen = [await here.screen(here.mona, "/plugin configure assistant")]
        await here.presses(here.mona, {"en": "Change settings (1 of 2)", "cs": "Změnit nastavení (1 z 2)"}[language])
        seen.append("\n".join(field.help or field.label for field in here.bot.chat.forms(here.mona)[-1].form.fields))
        await here.says(here.mona, f"/plugin configure assistant phrasing {YES[language]}")
        llmock.reply(said(WORDED[language], sources=[1, 1]))
        seen.append(await here.screen(here.ann, f"/ask {QUESTION}"))
        await here.teaches("How much is delivery by courier?", "It is 12 euros as well.", url="https://example.com/c")
        llmock.reply(said(WORDED[language], sources=[2, 1]))
        await here.says(here.mona, "/plugin configure assistant least_confidence 40")  # of two so alike none is sure
        seen.append(await here.screen(here.ben, "/ask how much courier delivery"))
        llmock.truncate(after_chunks=1)
        await here.asks(here.ann)
        seen += [await here.screen(here.mona, "/status"), await here.screen(here.ann, "/privacy")]
        for status in (401, 404):
            llmock.fail(status)
            await here.asks(here.ann)
            seen.append((await here.screen(here.mona, "/doctor")).split("\n\n")[0])
            await here.bot.passes(minutes=20)
        matches(f"assistant/phrasing.{language}", "\n\n".join([*seen, *here.hosts()]))


@pytest.mark.parametrize("api", ["responses", pytest.param("chat", marks=pytest.mark.long)])
async def test_an_answer_is_worded_with_its_source_and_only_what_is_needed_goes_out(api: str, llmock: LLMock) -> None:
    llmock.reply(said("Delivery costs 12 euros; see https://example.com/post."))
    async with worded(llmock, api=api) as here:
        told = await here.asks(here.ann)
        assert told.startswith("I am quite sure of this:\n\nDelivery costs 12 euros; see https://example.com/post.")
        assert f"{MARK['en']}; what counts is the source:\n• {QUESTION} (From the FAQ)" in told
        assert BODY in await here.presses(here.ann, "Read the source")
        [body] = here.sent()
        assert body["model"] == MODEL and "tools" not in body
        shape = body["text"]["format"] if api == "responses" else body["response_format"]["json_schema"]
        assert shape["strict"] and shape["schema"]["additionalProperties"] is False
        assert set(shape["schema"]["required"]) == set(shape["schema"]["properties"]) == {"answers", "text", "sources"}
        assert shape["schema"]["properties"]["sources"]["items"] == {"enum": [1]}
        roles = [one["role"] for one in body.get("messages", body.get("input"))]
        assert roles == (["user"] if api == "responses" else ["system", "user"])
        if api == "responses":
            assert body["store"] is False
            assert body["safety_identifier"].isalnum() and "Ann" not in body["safety_identifier"]
        assert not any(name in str(body) for name in ("Ann", "Mona", KEY, "afterglow"))
        llmock.assert_resilient(strict=True)


async def test_the_asker_s_language_is_asked_for_whatever_the_source_speaks(llmock: LLMock) -> None:
    llmock.reply(said("Doprava v Evropě stojí 12 eur."))
    async with worded(llmock, language="cs") as here:
        told = await here.asks(here.ann)
        assert told.startswith("Tohle vím docela jistě:\n\nDoprava v Evropě stojí 12 eur.")
        assert "Formulovala to AI" in told
        assert '"language":"Czech"' in here.sent()[0]["input"][0]["content"]


async def test_nothing_goes_out_without_the_switch_an_answer_or_a_key(llmock: LLMock) -> None:
    async with worded(llmock, switched=False) as here:
        assert "12 euros" in await here.asks(here.ann)
        assert "What leaves here" not in await here.says(here.ann, "/privacy")
        await here.switches(phrasing=True)
        assert "no answer to that" in await here.asks(here.ann, "Who won the hockey?")
        assert "127.0.0.1" in await here.says(here.ann, "/privacy")
        assert here.sent() == []
    async with worded(llmock, api_key="", model="") as here:
        assert "12 euros" in await here.asks(here.ann)
        assert "What leaves here" not in await here.says(here.ann, "/privacy")
        assert "has set up no AI server" in await here.says(here.mona, "/status")
        assert here.sent() == []


@pytest.mark.long
@pytest.mark.parametrize("api", ["responses", "chat"])
async def test_tokens_are_counted_as_the_server_counts_them_and_told(api: str, llmock: LLMock) -> None:
    async with worded(llmock, api=api) as here:
        for person in (here.ann, here.ann, here.ben):
            llmock.reply(said(WORDED["en"]))
            assert MARK["en"] in await here.asks(person)
        [day] = await here.rows(ai_days)
        mine, other = await here.rows(ai_member_days)
        assert (day.questions, day.untold_tokens, day.reserved_tokens) == (3, 0, 0)
        assert 500 < day.input_tokens < 3000 and 20 < day.output_tokens < 300
        assert mine.tokens + other.tokens == day.input_tokens + day.output_tokens
        assert mine.tokens == 2 * other.tokens and mine.reserved_tokens == 0
        used = day.input_tokens + day.output_tokens
        assert f"{used:,} of 400,000 tokens used today, for 3 questions." in await here.says(here.mona, "/status")
        await here.forgets(here.ann)
        assert [row.tokens for row in await here.rows(ai_member_days)] == [other.tokens]


@pytest.mark.long
async def test_a_day_s_tokens_end_and_moderators_hear_of_it_once_until_the_next_day(llmock: LLMock) -> None:
    async with worded(llmock, tokens_per_day="20000") as here:
        llmock.truncate(after_chunks=2, times=None)  # an answer that is cut counts as the most that it can cost
        for _ in range(9):
            assert "Within Europe it is 12 euros." in await here.asks(here.ann)
            await here.bot.passes(minutes=11)
        many = len(here.sent())
        assert 3 <= many < 9
        llmock.reply(said(WORDED["en"]), times=None)
        for person in (here.ann, here.ben, here.cid):
            assert "Within Europe it is 12 euros." in await here.asks(person)
        await here.bot.passes(minutes=1)
        assert len(here.sent()) == many
        [told] = [text for text in here.hosts() if "rests here until midnight" in text]
        assert "of today’s 20,000 tokens are used" in told and "tokens_per_day" in told
        [day] = await here.rows(ai_days)
        assert day.input_tokens + day.output_tokens + day.untold_tokens <= 20_000
        await here.bot.passes(days=1)
        llmock.reset().reply(said(WORDED["en"]))
        assert MARK["en"] in await here.asks(here.ann)


@pytest.mark.long
async def test_one_member_uses_up_their_own_share_alone_also_with_two_accounts(llmock: LLMock) -> None:
    async with worded(llmock, tokens_per_member="20000") as here:
        llmock.truncate(after_chunks=2)
        await here.asks(here.cid)
        await here.link(here.cid, into=here.ann)
        for person in (here.ann, here.cid) * 4:
            llmock.truncate(after_chunks=2)
            await here.asks(person)
            await here.bot.passes(minutes=11)
        spent, many = [row.tokens for row in await here.rows(ai_member_days)], len(here.sent())
        assert len(spent) == 2 and sum(spent) <= 20_000 and many < 9
        llmock.reset().reply(said(WORDED["en"]), times=None)
        assert MARK["en"] not in await here.asks(here.ann)
        assert MARK["en"] in await here.asks(here.ben)
        assert "rests here" not in "".join(here.hosts())


@pytest.mark.long
async def test_many_at_once_never_overspend_and_whoever_finds_no_room_is_answered_at_once(llmock: LLMock) -> None:
    llmock.reply(said(WORDED["en"]), times=None).delay(0.3, times=None)
    async with worded(llmock, tokens_per_day="20000", at_once="3") as here:
        people = [here.bot.person(f"Guest{number}") for number in range(12)]
        for person in people:
            await here.says(person, "/ping")
        await asyncio.gather(*(here.bot.chat.says(person, f"/ask {QUESTION}") for person in people))
        await here.bot.app.turn()
        told = [here.bot.texts(person)[-1] for person in people]
        assert all("12 euros" in text for text in told)
        assert len(here.sent()) == sum(MARK["en"] in text for text in told) <= 3
        [day] = await here.rows(ai_days)
        assert day.reserved_tokens == 0 and day.questions == len(here.sent())


async def test_a_key_that_is_refused_is_told_once_never_shown_and_tried_again_later(
    llmock: LLMock, caplog: pytest.LogCaptureFixture
) -> None:
    llmock.fail(401, times=None, message=f"Incorrect API key provided: {KEY}")
    async with worded(llmock) as here:
        for person in (here.ann, here.ben, here.ann):
            assert "Within Europe it is 12 euros." in await here.asks(person)
        await here.bot.passes(minutes=5)
        assert len(here.sent()) == 1
        [told] = here.hosts()
        assert "127.0.0.1 does not accept the bot’s key" in told and "api_key" in told
        assert "does not accept the bot’s key" in await here.says(here.mona, "/doctor")
        await here.bot.passes(minutes=6)
        llmock.reset().reply(said(WORDED["en"]))
        assert MARK["en"] in await here.asks(here.ann)
        assert "bot’s key" not in await here.says(here.mona, "/doctor")
        assert len(here.hosts()) == 1
        seen = [*here.bot.texts(here.mona), *here.bot.texts(here.ann), caplog.text]
        assert KEY not in "".join(seen)
