"""The one broad except of the program: what other people's code may do wrong must not take the rest down."""

import asyncio
import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable
from types import MappingProxyType
from typing import ClassVar, Final, TypeVar

from msgspec import Struct

from bot.errors import BotError, UserError
from bot.log import NAMES_NOBODY, bound, is_nameless

log = logging.getLogger(__name__)

T = TypeVar("T")

_NAMES_NOBODY: Final = MappingProxyType({NAMES_NOBODY: True})
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that are mistaken for one another


class Patience:
    """How many times as long as it says a limit of `attempt` lasts: once, for people.

    Where thousands of tests run side by side a machine may stand still for longer, which says nothing of any of them.
    """

    times: ClassVar[float] = 1.0


class Failure(Struct, frozen=True):
    """What went wrong: a code that a person can pass on, the error in a line, the trace for whoever mends it.

    `refusal` is set where it was no fault but an answer to a person, which is not logged.
    """

    code: str
    error: str
    trace: str
    refusal: UserError | None = None


async def attempt(what: Awaitable[T], *, place: str, seconds: float | None = None) -> T | Failure:
    """Wait for `what`, at most `seconds`; an error becomes a Failure, logged under its code. Being cancelled passes.

    Where `nameless()` holds, neither the report nor the log has the error's own words, only its kind and where it was.
    """
    try:
        with bound(place=place):
            if seconds is None:
                return await what
            async with asyncio.timeout(seconds * Patience.times):
                return await what
    except UserError as refusal:
        return Failure("", str(refusal), "", refusal)
    except Exception as error:
        failure = failure_of(told := _as_told(error))
        log.exception("incident %s in %s", failure.code, place, exc_info=told, extra=_NAMES_NOBODY)
        return failure


def attempt_now(call: Callable[[], T], *, place: str) -> T | Failure:
    """The same for what does not wait: `call` is run, and its error becomes a Failure."""
    try:
        return call()
    except Exception as error:
        failure = failure_of(told := _as_told(error))
        log.exception("incident %s in %s", failure.code, place, exc_info=told, extra=_NAMES_NOBODY)
        return failure


class WordlessError(BotError):
    """Stands for an error whose words may tell who acted, or what they did; it says what kind that was."""


def _as_told(error: BaseException) -> BaseException:
    """The error as it may be reported here."""
    if not is_nameless():
        return error
    wordless = WordlessError(type(error).__name__).with_traceback(error.__traceback__)
    if (before := error.__cause__ or error.__context__) is not None:
        wordless.__cause__ = _as_told(before)
    return wordless


def failure_of(error: BaseException) -> Failure:
    """`error` under a fresh code."""
    code = "".join(secrets.choice(_LETTERS) for _ in range(6))
    text = f"{type(error).__name__}: {error}".strip()
    return Failure(code, text[:500], "".join(traceback.format_exception(error))[-8000:])
