"""A batch of updates on its way to the sink: presence and secrets told apart, all else stored as it came, in one go."""

from collections.abc import Sequence
from typing import Any, Protocol

from bot.clock import Clock
from bot.model.identity import AccountRef, Actor
from bot.model.incoming import Presence, RawUpdate, UnkeptUpdate
from bot.model.messages import is_unkept
from bot.model.ports import Sink
from bot.platforms.telegram.origin import PLATFORM
from bot.platforms.telegram.presence import CONTENT, presence
from bot.platforms.telegram.presses import Presses
from bot.platforms.telegram.questions import CANCEL
from bot.platforms.telegram.talks import Talks
from bot.storage.types import to_json

_COUNTED = "message_reaction_count"
"""How often people reacted namelessly: asked for with all others, and nobody's presence."""
_MALFORMED = (KeyError, TypeError, AttributeError, ValueError, OverflowError)


class Named(Protocol):
    """What has to be known of the bot to tell texts apart."""

    def knows(self, text: str) -> bool:
        """Whether a text is a command of the bot's."""

    def is_called(self, text: str) -> bool:
        """Whether a text has the bot's name in it."""


class Receiver:
    """Hands over what came in. Nothing is asked of Telegram meanwhile, and nothing is parsed that can wait."""

    def __init__(self, sink: Sink, presses: Presses, talks: Talks, clock: Clock, bot: Named) -> None:
        self._sink = sink
        self._presses = presses
        self._talks = talks
        self._clock = clock
        self._bot = bot

    async def take(self, updates: Sequence[Any]) -> None:
        """See to a batch of raw updates. What the sink raises passes: then nothing was taken, and it comes again."""
        signs: list[Presence] = []
        kept: list[RawUpdate] = []
        unkept: list[RawUpdate] = []
        for raw in updates:
            if _COUNTED in raw:
                continue
            if (sign := _sign(raw)) is not None:
                signs.append(sign)
                if self._calls_bot(raw):
                    kept.append(self._handed_over(raw, RawUpdate))
            elif self._is_unkept(raw):
                unkept.append(self._handed_over(raw, UnkeptUpdate))
            elif (user_id := _talks_to_bot(raw)) is None or await self._talks.is_kept(user_id, str(raw["update_id"])):
                kept.append(self._handed_over(raw, RawUpdate))
            elif raw["message"].get("text"):
                unkept.append(self._handed_over(raw, UnkeptUpdate))
        if kept:
            await self._sink.receive_all(kept)
        for update in unkept:
            await self._sink.receive_unkept(update)
        for sign in signs:
            self._sink.note(sign)
        for raw in updates:
            query = raw.get("callback_query")
            if isinstance(query, dict) and isinstance(query.get("id"), str):
                self._presses.expect(query["id"])

    def _is_unkept(self, raw: Any) -> bool:
        """Whether nobody may store it: a press under such a token, or what is said in a talk under one.

        A command of the bot's in between answers nothing. It is stored like any other, or a process that dies would
        lose it, and a repeated one would be done twice. Whatever else begins with "/" may be meant as an answer.
        """
        query = raw.get("callback_query")
        if isinstance(query, dict):
            return isinstance(data := query.get("data"), str) and is_unkept(data)
        user_id = _writer_in_private(raw)
        return user_id is not None and self._talks.is_unkept(user_id) and not self._is_command(raw)

    def _calls_bot(self, raw: Any) -> bool:
        """Whether a message in a group names the bot, where Telegram says that somebody is named."""
        message = raw.get("message") or {}
        named = any(one.get("type") == "mention" for one in message.get("entities") or ())
        return named and self._bot.is_called(message.get("text", ""))

    def _is_command(self, raw: Any) -> bool:
        text = raw["message"].get("text")
        return isinstance(text, str) and text.strip().lower() != CANCEL and self._bot.knows(text)

    def _handed_over(self, raw: Any, kind: type[RawUpdate]) -> RawUpdate:
        return kind(
            event_id=str(raw["update_id"]),
            at=self._clock.now(),
            actor=Actor(AccountRef(PLATFORM, _whose(raw)), ""),
            body=to_json(raw),
        )


def _sign(raw: Any) -> Presence | None:
    try:
        return presence(raw)
    except _MALFORMED:
        return None  # stored like all others, so that it breaks by itself, and as an incident


def _writer_in_private(raw: Any) -> int | None:
    """Whose message in their private chat it is."""
    try:
        message = raw["message"]
        return int(message["from"]["id"]) if message["chat"]["type"] == "private" else None
    except _MALFORMED:
        return None


def _talks_to_bot(raw: Any) -> int | None:
    """Who says something in private that is no command: the answer to a question, or one of their own.

    Where no talk is open it is stored by nobody: there may have been one of which nobody may store a word, and be over,
    or gone with the process that had it. It is read at once and answered, and nothing is left of it.
    """
    user_id = _writer_in_private(raw)
    if user_id is None or CONTENT.isdisjoint(raw["message"]):
        return None
    text = raw["message"].get("text", "")
    return None if not isinstance(text, str) or text.strip().startswith("/") else user_id


def _whose(raw: Any) -> str:
    """Whom an update comes from: the account that it gets when it is read, wherever that can be seen from here."""
    for what in raw.values():
        if not isinstance(what, dict):
            continue
        new = what.get("new_chat_member")
        moved = new.get("user") if isinstance(new, dict) and "my_chat_member" not in raw else None
        who = moved or what.get("sender_chat") or what.get("from") or what.get("user") or what.get("voter_chat")
        if isinstance(who, dict) and isinstance(who.get("id"), int):
            return str(who["id"])
    return f"update:{raw['update_id']}"
