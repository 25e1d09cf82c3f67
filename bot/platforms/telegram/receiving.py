"""A batch of updates on its way to the sink: told apart, stored one after another, and none of them twice."""

import logging
from collections.abc import Sequence
from typing import Any

from telegram import Update

from bot.model.incoming import Presence
from bot.model.ports import Sink
from bot.platforms.telegram.forms import Forms
from bot.platforms.telegram.incoming import Translator
from bot.platforms.telegram.presence import presence
from bot.platforms.telegram.presses import Presses

log = logging.getLogger(__name__)

_MALFORMED = (KeyError, TypeError, AttributeError, ValueError)


class Receiver:
    """Hands over what came in."""

    def __init__(self, sink: Sink, translator: Translator, forms: Forms, presses: Presses) -> None:
        self._sink = sink
        self._translator = translator
        self._forms = forms
        self._presses = presses
        self._done: set[int] = set()

    async def take(self, updates: Sequence[Any]) -> None:
        """See to a batch of raw updates. What the sink raises passes; the batch comes again, and is resumed."""
        seen: list[Presence] = []
        for raw in updates:
            if raw["update_id"] in self._done:
                continue
            read = _read(raw)
            if isinstance(read, Presence):
                seen.append(read)
            elif read is not None:
                await self._see_to(read)
                self._done.add(raw["update_id"])
        for sign in seen:
            self._sink.note(sign)
        self._done.clear()

    async def _see_to(self, update: Update) -> None:
        step = self._forms.take(update)
        if step is None:
            event = await self._translator.event(update)
        else:
            event = step.submitted and await self._translator.with_floor(step.submitted)
        if event is not None:
            await self._sink.receive(event)
        if update.callback_query is not None:
            self._presses.expect(update.callback_query.id)
        if step is not None:
            self._forms.go_on(step)


def _read(raw: Any) -> Presence | Update | None:
    try:
        return presence(raw) or Update.de_json(raw, None)
    except _MALFORMED:
        log.exception("update %s is not built as documented; it is left out", raw["update_id"])
        return None
