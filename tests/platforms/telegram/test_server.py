"""The server itself: it refuses what Telegram refuses, in its words, and notices what does not fit the description."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.clock import VirtualClock
from tests.eventually import eventually
from tests.platforms.telegram.entities import read_html
from tests.platforms.telegram.refusals import Refusal
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.specification import Specification

DESCRIPTION = {
    "methods": {
        "sendCup": {
            "fields": [
                {"name": "chat_id", "types": ["Integer"], "required": True, "description": "Where"},
                {"name": "label", "types": ["String"], "required": False, "description": "1-4 characters"},
            ],
            "returns": ["Cup"],
        }
    },
    "types": {
        "Cup": {"subtypes": ["FullCup", "EmptyCup"]},
        "FullCup": {
            "fields": [
                {"name": "kind", "types": ["String"], "required": True, "description": "Kind, always “full”"},
                {"name": "sips", "types": ["Array of Integer"], "required": True, "description": "Sips"},
            ]
        },
        "EmptyCup": {
            "fields": [{"name": "kind", "types": ["String"], "required": True, "description": "Kind, always “empty”"}]
        },
    },
}


class Caller:
    """Calls the server as any client would."""

    def __init__(self, server: TelegramServer, session: aiohttp.ClientSession) -> None:
        self.server = server
        self._session = session

    async def __call__(self, method: str, **parameters: str) -> tuple[int, str]:
        async with self._session.post(f"{self.server.url}{self.server.token}/{method}", data=parameters) as response:
            body = await response.json()
            return response.status, body.get("description", "")


@pytest.fixture
async def call() -> AsyncIterator[Caller]:
    clock = VirtualClock(datetime(2026, 11, 22, tzinfo=UTC))
    async with TelegramServer(clock) as server, aiohttp.ClientSession() as session:
        yield Caller(server, session)


async def test_nobody_is_written_to_who_did_not_start_the_bot_or_shut_it_out(call: Caller) -> None:
    ann = call.server.person("Ann")
    to = {"chat_id": str(ann.id), "text": "hi"}
    assert await call("sendMessage", **to) == (403, "Forbidden: bot can't initiate conversation with a user")
    await ann.opens()
    assert (await call("sendMessage", **to))[0] == 200
    await ann.blocks_bot()
    assert await call("sendMessage", **to) == (403, "Forbidden: bot was blocked by the user")
    assert await call("sendMessage", chat_id="7", text="hi") == (400, "Bad Request: chat not found")
    assert [posted.text for posted in ann.inbox] == ["hi"]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"text": " "}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "<b>a", "parse_mode": "HTML"}, "Can't find end tag"),
        ({"text": "<u1>a</u1>", "parse_mode": "HTML"}, 'Unsupported start tag "u1"'),
        ({"text": "a", "reply_parameters": '{"message_id": 77}'}, "message to be replied not found"),
    ],
)
async def test_a_message_that_telegram_would_not_take(call: Caller, parameters: dict[str, str], words: str) -> None:
    ann = call.server.person("Ann", started=True)
    status, description = await call("sendMessage", chat_id=str(ann.id), **parameters)
    assert (status, words in description) == (400, True)


async def test_button_data_is_counted_in_bytes(call: Caller) -> None:
    ann = call.server.person("Ann", started=True)
    keyboard = '{"inline_keyboard": [[{"text": "a", "callback_data": "%s"}]]}'
    to = {"chat_id": str(ann.id), "text": "hi"}
    assert (await call("sendMessage", reply_markup=keyboard % ("č" * 32), **to))[0] == 200
    assert await call("sendMessage", reply_markup=keyboard % ("č" * 33), **to) == (
        400,
        "Bad Request: BUTTON_DATA_INVALID",
    )
    call.server.faults.clear()  # the description says so as well


async def test_an_edit_without_a_change_is_refused(call: Caller) -> None:
    ann = call.server.person("Ann", started=True)
    await call("sendMessage", chat_id=str(ann.id), text="hi")
    at = {"chat_id": str(ann.id), "message_id": str(ann.inbox[0].message_id)}
    status, description = await call("editMessageText", text="hi", **at)
    assert (status, "message is not modified" in description) == (400, True)
    assert await call("editMessageText", text="ho", **at) == (200, "")
    assert await call("deleteMessage", **at) == (200, "")
    assert ann.inbox == []


async def test_updates_come_until_they_are_confirmed_and_a_later_poll_ends_an_earlier_one(call: Caller) -> None:
    ann = call.server.person("Ann", started=True)
    await ann.says("one")
    await call("getUpdates")
    assert len(call.server.world.updates) == 1
    await call("getUpdates", offset="502")
    assert call.server.world.updates == []
    waiting = asyncio.create_task(call("getUpdates", timeout="5"))
    await eventually(lambda: call.server.world.polled, "a poll waits")
    await call("getUpdates")
    assert (await waiting)[0] == 409


async def test_only_allowed_updates_come(call: Caller) -> None:
    ann = call.server.person("Ann", started=True)
    await call("getUpdates", allowed_updates='["callback_query"]')
    await ann.says("one")
    assert call.server.world.updates == []


async def test_an_unknown_method_or_token_is_refused(call: Caller) -> None:
    assert (await call("sendCup"))[0] == 404
    call.server.faults.clear()
    call.server.token, right = "other", call.server.token
    assert (await call("getMe"))[0] == 200
    call.server.token = right


def test_the_description_names_what_is_wrong_with_a_request() -> None:
    description = Specification(DESCRIPTION)
    assert description.request_faults("sendCup", {"chat_id": "5", "label": "tea"}) == []
    assert description.request_faults("sendCup", {"chat_id": "five", "label": "coffee", "more": "1"}) == [
        "sendCup: no parameter more",
        "sendCup.chat_id: 'five' is no Integer",
        "sendCup.label: 6 characters, where 1-4 are allowed",
    ]
    assert description.request_faults("sendCup", {}) == ["sendCup: chat_id is missing"]
    assert description.request_faults("sendTea", {}) == ["sendTea: no such method"]


def test_the_description_names_what_is_wrong_with_a_reply() -> None:
    description = Specification(DESCRIPTION)
    assert description.reply_faults("sendCup", {"kind": "full", "sips": [1, 2]}) == []
    assert description.reply_faults("sendCup", {"kind": "empty"}) == []
    assert description.reply_faults("sendCup", {"kind": "full", "sips": [1, "two"]}) == [
        "sendCup -> .sips[1]: 'two' is no Integer"
    ]


async def test_a_request_that_does_not_fit_fails_the_test_that_made_it() -> None:
    server = TelegramServer()
    with pytest.raises(AssertionError, match="chat_id is missing"):
        async with server:
            server.faults.append("sendMessage: chat_id is missing")


def test_html_is_read_with_offsets_in_utf16() -> None:
    formatted = read_html('🎉 <b>a &lt; <i>b</i></b> <a href="https://a.example?x=1&amp;y=2">link</a>')
    assert formatted.text == "🎉 a < b link"
    assert formatted.entities == [
        {"type": "italic", "offset": 7, "length": 1},
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "text_link", "offset": 9, "length": 4, "url": "https://a.example?x=1&y=2"},
    ]


@pytest.mark.parametrize("source", ["<b>", "</b>", "<b><i></b></i>", "a < b", "<x>a</x>"])
def test_broken_html_is_refused(source: str) -> None:
    with pytest.raises(Refusal, match="can't parse entities"):
        read_html(source)
