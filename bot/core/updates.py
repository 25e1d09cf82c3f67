"""What an update tells by itself, and whether its answer could be shown."""

import logging
from collections.abc import Awaitable

from bot.errors import BotError
from bot.model.incoming import ActionPressed, Addressed, CommandInvoked, FormSubmitted, Incoming, UnkeptUpdate
from bot.model.messages import is_unkept
from bot.model.results import SendResult, SendStatus

log = logging.getLogger(__name__)


async def accepted(sending: Awaitable[SendResult]) -> SendStatus:
    """What became of an answer; raises for one that no platform could show. A door that is shut is no fault."""
    result = await sending
    if result.status is SendStatus.INVALID:
        raise BotError(f"the answer does not fit: {result.reason}")
    if result.status is not SendStatus.SENT:
        log.info("an answer was not shown: %s %s", result.status.value, result.reason)
    return result.status


def tells_floor(update: Incoming) -> bool:
    """Whether the platform said with it what the person may do in the space; in private chats it says nothing."""
    return update.space is not None and isinstance(update, CommandInvoked | Addressed | ActionPressed | FormSubmitted)


def stays_unkept(update: Incoming) -> bool:
    """Whether nobody may store it: a press, or a form, under the token of an unkept action, or words."""
    if isinstance(update, ActionPressed | FormSubmitted):
        return is_unkept(update.token)
    if isinstance(update, Addressed):
        return update.unkept
    return isinstance(update, UnkeptUpdate)


def asked_for(update: Incoming) -> str:
    """What it asks for: "/stream start", the code of a button's or form's action, or nothing."""
    match update:
        case CommandInvoked(name=name):
            return f"/{name}"
        case ActionPressed(token=token) | FormSubmitted(token=token):
            return token.partition("_")[0]
        case _:
            return ""
