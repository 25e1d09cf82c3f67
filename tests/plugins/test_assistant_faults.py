"""Whatever the AI server does, whoever asks has the plain answer within five seconds, and nothing is an incident."""

import asyncio
import contextlib
import json
from collections.abc import Callable

import pytest
from llmock.pytest_plugin import LLMock
from llmock.scenarios import Reply

from tests.plugins.phrasing import MARK, WORDED, Worded, said, seconds_beside, worded

PLAIN = "Within Europe it is 12 euros."
WITHIN = 5.0

FAULTS: dict[str, Callable[[LLMock], object]] = {
    "the key is refused": lambda mock: mock.fail(401),
    "the key may not": lambda mock: mock.fail(403),
    "there is no such model": lambda mock: mock.fail(404),
    "too many questions, for long": lambda mock: mock.rate_limit(retry_after=60),
    "too many questions, twice": lambda mock: mock.rate_limit(times=2, retry_after=0.05),
    "the question is not accepted": lambda mock: mock.fail(400),
    "the question is too long for it": lambda mock: mock.context_overflow(),
    "it is broken, twice": lambda mock: mock.fail(500, times=2, retry_after=0.05),
    "it is away, twice": lambda mock: mock.fail(503, times=2, retry_after=0.05),
    "somebody in between gives up": lambda mock: mock.fail(504),
    "it takes too long to begin": lambda mock: mock.delay(4),
    "it takes too long for the first word": lambda mock: mock.slow_first_token(30),
    "it stops in the middle and keeps the line": lambda mock: mock.stall(after_chunks=3),
    "the line is cut": lambda mock: mock.disconnect(after_chunks=3),
    "the line is cut at once": lambda mock: mock.disconnect(after_chunks=0),
    "the answer is cut": lambda mock: mock.truncate(after_chunks=3),
    "the answer is cut before its end is said": lambda mock: mock.truncate(after_chunks=7),
    "a piece is no JSON": lambda mock: mock.corrupt(after_chunks=3),
    "the first piece is no JSON": lambda mock: mock.corrupt(after_chunks=0),
    "the answer is no JSON": lambda mock: mock.reply("I would say twelve euros."),
    "the answer is half of a JSON": lambda mock: mock.reply('{"answers": true, "text": "Twel'),
    "the answer is nothing": lambda mock: mock.reply(""),
    "the answer has other fields": lambda mock: mock.reply('{"answer": "Twelve euros."}'),
    "the answer has more fields": lambda mock: mock.reply(said("12")[:-1] + ', "run": "/stop"}'),
    "the answer has other types": lambda mock: mock.reply('{"answers": 1, "text": [], "sources": {}}'),
    "the answer is deeper than anybody reads": lambda mock: mock.reply("[" * 9000),
    "a source is named that there is not": lambda mock: mock.reply(said("12 euros.", sources=[2])),
    "no source is named": lambda mock: mock.reply(said("12 euros.", sources=[])),
    "it does not know": lambda mock: mock.reply(said("", answers=False)),
    "it does not know and says something": lambda mock: mock.reply(said("12 euros.", answers=False)),
    "it says one word after the other": lambda mock: mock.pace(200).reply(said("very " * 30)),
    "it says nothing": lambda mock: mock.reply(said("")),
    "it says what nobody sees": lambda mock: mock.reply(said("\u200b\u2062")),
    "the answer is longer than anybody reads": lambda mock: mock.reply(said("very " * 3000 + "long")),
    "the answer is one endless word": lambda mock: mock.reply("x" * 3_000_000),
    "the answer ends for its length": lambda mock: mock.add(Reply(text=said("12"), finish_reason="length")),
    "it calls a tool that nobody offered": lambda mock: mock.call_tool("delete_everything", {"really": True}),
}


async def plainly(here: Worded) -> float:
    """Ann asks, and has the plain answer; how many seconds that took."""
    async with seconds_beside() as took:
        told = await here.asks(here.ann)
    assert PLAIN in told and MARK["en"] not in told, told
    return took()


@pytest.mark.long
@pytest.mark.parametrize("api", ["responses", "chat"])
async def test_each_fault_leaves_the_plain_answer_in_time(api: str, llmock: LLMock) -> None:
    async with worded(
        llmock, api=api, seconds="2.5", tokens_per_member="100000000", tokens_per_day="100000000"
    ) as here:
        for what, breaks in FAULTS.items():
            breaks(llmock.reset())
            took = await plainly(here)
            assert took < WITHIN, what
            if "to begin" not in what:  # llmock notes that one when it has waited to the end
                assert len(llmock.requests) == (2 if "twice" in what else 1), what
            if "answer is cut" not in what:  # from outside nobody sees that its half was thrown away, as it was
                llmock.assert_resilient()
            await here.bot.passes(minutes=11)  # the server is asked again then, whatever it did
            llmock.reset().reply(said(WORDED["en"]))
            assert MARK["en"] in await here.asks(here.ben), what


@pytest.mark.long
async def test_the_time_that_is_set_by_default_is_enough_for_whoever_waits_for_a_silent_server(llmock: LLMock) -> None:
    async with worded(llmock, seconds="") as here:
        llmock.stall(after_chunks=3)
        assert await plainly(here) < WITHIN


@pytest.mark.parametrize(("api", "pieces"), [("responses", 6), pytest.param("chat", 2, marks=pytest.mark.long)])
async def test_an_answer_that_is_there_but_does_not_end_is_none(api: str, pieces: int, llmock: LLMock) -> None:
    async with worded(llmock, api=api) as here:
        llmock.reply(said("12").replace(" ", "")).truncate(after_chunks=pieces)
        await plainly(here)
        llmock.reply(said("12").replace(" ", ""))
        assert MARK["en"] in await here.asks(here.ann)


async def test_a_second_try_comes_when_the_server_allows_it_and_only_then(llmock: LLMock) -> None:
    async with worded(llmock) as here:
        llmock.rate_limit(retry_after=0.3).reply(said(WORDED["en"]))
        assert MARK["en"] in await here.asks(here.ann)
        first, second = llmock.requests
        assert second.started_at - first.ended_at >= 0.3
        llmock.reset().fail(503).reply(said(WORDED["en"]))
        assert MARK["en"] in await here.asks(here.ann)
        llmock.assert_resilient(strict=True)


async def test_a_server_that_fails_again_and_again_is_left_alone_then_tried_once(llmock: LLMock) -> None:
    async with worded(llmock, seconds="2.5") as here:
        llmock.truncate(after_chunks=2, times=None)
        for _ in range(8):
            await plainly(here)
        assert len(llmock.requests) == 4
        assert "I leave it alone for a while" in await here.says(here.mona, "/status")
        await here.bot.passes(minutes=1)
        for _ in range(3):
            await plainly(here)
        assert len(llmock.requests) == 5
        await here.bot.passes(minutes=2)
        llmock.reset().reply(said(WORDED["en"]), times=None)
        assert MARK["en"] in await here.asks(here.ann)
        assert MARK["en"] in await here.asks(here.ann)
        assert "leave it alone" not in await here.says(here.mona, "/status") and here.hosts() == []


def event(value: object) -> bytes:
    return f"data: {json.dumps(value)}\n\n".encode()


_USAGE = {"type": "response.completed", "response": {"usage": {"input_tokens": -5, "output_tokens": "many"}}}
STRANGE = {
    "nothing": b"",
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n",
    "a page": b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<html>Log in to the hotel's network</html>",
    "no text": b"HTTP/1.1 200 OK\r\n\r\ndata: \xff\xfe\xfa\n\n",
    "a list": b"HTTP/1.1 200 OK\r\n\r\n" + event([1, 2, 3]),
    "a word": b"HTTP/1.1 200 OK\r\n\r\n" + event("hello"),
    "nobody": b"HTTP/1.1 200 OK\r\n\r\n" + event(None),
    "an empty one": b"HTTP/1.1 200 OK\r\n\r\n" + event({}),
    "an error in it": b"HTTP/1.1 200 OK\r\n\r\n" + event({"error": {"message": "no"}}),
    "choices that are none": b"HTTP/1.1 200 OK\r\n\r\n" + event({"type": "x", "choices": 7, "usage": 7}),
    "a strange count": b"HTTP/1.1 200 OK\r\n\r\n" + event(_USAGE),
    "a deep one": b"HTTP/1.1 200 OK\r\n\r\ndata: " + b"[" * 100_000 + b"\n\n",
    "less than it promises": b"HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n" + event({"type": "x"}),
    "squeezed rubbish": b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\nno gzip",
    "a line without an end": b"HTTP/1.1 200 OK\r\n\r\ndata: ",
    "a refusal without an end": b"HTTP/1.1 504 Broken\r\n\r\n",
    "a refusal that is none": b"HTTP/1.1 429 Slow\r\nretry-after: tomorrow\r\ncontent-length: 4\r\n\r\nnull",
}


@pytest.mark.long
@pytest.mark.parametrize("api", ["responses", "chat"])
async def test_what_is_no_answer_at_all_leaves_the_plain_one_too(
    api: str, llmock: LLMock, caplog: pytest.LogCaptureFixture
) -> None:
    what, answer = "", b""

    async def gives(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(answer)
        with contextlib.suppress(ConnectionError):
            while "without an end" in what:
                writer.write(b"x" * 50_000)
                await writer.drain()
        writer.close()

    path = "responses" if api == "responses" else "chat/completions"
    elsewhere = f"HTTP/1.1 307 Go on\r\nlocation: {llmock.base_url()}/{path}\r\ncontent-length: 0\r\n\r\n"
    llmock.reply(said(WORDED["en"]), times=None)

    server = await asyncio.start_server(gives, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, worded(llmock, url=f"http://127.0.0.1:{port}/v1", api=api) as here:
        for what, answer in {**STRANGE, "another place": elsewhere.encode()}.items():  # noqa: B007 - what the server gives
            assert await plainly(here) < WITHIN, what
            if "without an end" in what:
                assert caplog.messages[-1].endswith("no answer: long")
            await here.bot.passes(hours=25)
    assert llmock.requests == []


async def test_where_nobody_listens_the_plain_answer_is_given(llmock: LLMock) -> None:
    async with worded(llmock, url="http://127.0.0.1:1/v1") as here:
        assert await plainly(here) < WITHIN
