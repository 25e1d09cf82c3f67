"""The connection to the server, through its library: a question goes out, pieces come in, all that fails is an AiError.

Imported by the first question that is asked, as the library takes a second to load.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any, Final

import httpx2
import openai

from bot.ai.asking import AiError, Fault
from bot.config import AiConfig

MOST_BYTES: Final = 1_000_000
"""Of one answer, whatever it says: the library itself would read on for ever."""

_FILTERED: Final = frozenset(("content_filter", "content_policy_violation", "invalid_prompt"))


class Client:
    """One for the whole bot. With `transport` given, what it asks goes there."""

    def __init__(self, config: AiConfig, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        assert config.api_key is not None
        hooks = {"response": [_bound]}
        # A redirect would carry what was asked to somebody whom nobody chose.
        http = httpx2.AsyncClient(
            timeout=config.seconds, follow_redirects=False, event_hooks=hooks, transport=transport
        )
        key = config.api_key.get_secret_value()
        library = openai.AsyncOpenAI(
            api_key=key, base_url=config.base_url, timeout=config.seconds, max_retries=0, http_client=http
        )
        # One of two calls of different types, which differ in what they are given and give.
        self._ask: Any = library.responses.create if config.api == "responses" else library.chat.completions.create
        self._library = library

    async def pieces(self, body: Mapping[str, Any]) -> AsyncGenerator[Any]:
        """The answer as it comes in. Raises AiError; what is no answer at all may raise anything that reading does."""
        began = False
        try:
            stream = await self._ask(**body, stream=True)
            began = True
            async for piece in stream:
                yield piece
        except openai.APIStatusError as error:
            raise _refusal(error) from None
        except openai.APITimeoutError:
            raise AiError(Fault.SLOW) from None
        except openai.APIConnectionError as error:
            never = isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout)
            raise AiError(Fault.CUT if began else Fault.UNREACHABLE, free=never) from None
        except openai.APIError:
            raise AiError(Fault.BROKEN) from None

    async def close(self) -> None:
        """Let go of its connections."""
        await self._library.close()


async def rehearse(config: AiConfig, body: Mapping[str, Any], piece: str) -> None:
    """Ask nobody, and hear that one piece: with its first answer the library builds types for half a second.

    To be done where nobody waits, which is not the bot's own thread.
    """

    def answers(_request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, text=f"data: {piece}\n\n")

    client = Client(config, httpx2.MockTransport(answers))
    async with aclosing(client.pieces(body)) as pieces:
        async for _ in pieces:
            pass
    await client.close()


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, whole: httpx2.AsyncByteStream) -> None:
        self._whole = whole

    async def __aiter__(self) -> AsyncIterator[bytes]:
        many = 0
        async for piece in self._whole:
            many += len(piece)
            if many > MOST_BYTES:
                raise AiError(Fault.LONG)
            yield piece

    async def aclose(self) -> None:
        await self._whole.aclose()


async def _bound(response: httpx2.Response) -> None:
    """Let nobody read more of a response than an answer can be."""
    assert isinstance(response.stream, httpx2.AsyncByteStream)
    response.stream = _Bounded(response.stream)


def _refusal(error: openai.APIStatusError) -> AiError:
    """What a status means. Nothing was begun, but where somebody in between lost patience."""
    after = _after(error.response.headers)
    match error.status_code:
        case 401 | 402 | 403:
            return AiError(Fault.REFUSED, free=True)
        case 429 if error.code == "insufficient_quota":
            return AiError(Fault.REFUSED, free=True)
        case 429:
            return AiError(Fault.LIMITED, free=True, after=after)
        case 400 if error.code in _FILTERED:
            return AiError(Fault.DECLINED, free=True)
        case 400 | 413 | 422:
            return AiError(Fault.REJECTED, free=True)
        case 408 | 504:
            return AiError(Fault.BROKEN)
        case 409:
            return AiError(Fault.BROKEN, free=True)
        case status if status >= 500:
            return AiError(Fault.BROKEN, free=True, after=after)
        case _:
            return AiError(Fault.UNKNOWN, free=True)


def _after(headers: Mapping[str, str]) -> float | None:
    """For how many seconds the server wants to be left alone; as a date it is taken for a while."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        if (text := headers.get(name)) is not None:
            try:
                return max(0.0, min(float(text) * unit, 86_400.0))
            except ValueError:
                return 30.0
    return None
