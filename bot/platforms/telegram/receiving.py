"""A batch of updates on its way to the sink: presence told apart, all else stored as it came, in one go."""

from collections.abc import Sequence
from typing import Any

import orjson

from bot.clock import Clock
from bot.model.identity import AccountRef, Actor
from bot.model.incoming import Presence, RawUpdate
from bot.model.ports import Sink
from bot.platforms.telegram.origin import PLATFORM
from bot.platforms.telegram.presence import presence
from bot.platforms.telegram.presses import Presses

_COUNTED = "message_reaction_count"
"""How often people reacted namelessly: asked for with all others, and nobody's presence."""
_MALFORMED = (KeyError, TypeError, AttributeError, ValueError, OverflowError)


class Receiver:
    """Hands over what came in. Nothing is asked of Telegram meanwhile, and nothing is parsed that can wait."""

    def __init__(self, sink: Sink, presses: Presses, clock: Clock) -> None:
        self._sink = sink
        self._presses = presses
        self._clock = clock

    async def take(self, updates: Sequence[Any]) -> None:
        """See to a batch of raw updates. What the sink raises passes: then nothing was taken, and it comes again."""
        signs: list[Presence] = []
        kept: list[RawUpdate] = []
        for raw in updates:
            if _COUNTED in raw:
                continue
            sign = _sign(raw)
            if sign is None:
                kept.append(self._stored(raw))
            else:
                signs.append(sign)
        if kept:
            await self._sink.receive_all(kept)
        for sign in signs:
            self._sink.note(sign)
        for raw in updates:
            query = raw.get("callback_query")
            if isinstance(query, dict) and isinstance(query.get("id"), str):
                self._presses.expect(query["id"])

    def _stored(self, raw: Any) -> RawUpdate:
        return RawUpdate(
            event_id=str(raw["update_id"]),
            at=self._clock.now(),
            actor=Actor(AccountRef(PLATFORM, _whose(raw)), ""),
            body=orjson.dumps(raw).decode(),
        )


def _sign(raw: Any) -> Presence | None:
    try:
        return presence(raw)
    except _MALFORMED:
        return None  # stored like all others, so that it breaks by itself, and as an incident


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
