"""Answers that nobody got to see yet: a press in a group was done, and its answer waits behind a shut private chat."""

from collections import OrderedDict
from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.core.context import Answer
from bot.core.updates import stays_unkept
from bot.model.identity import AccountRef
from bot.model.incoming import ActionPressed, Incoming
from bot.model.messages import Message

KEPT_FOR = timedelta(hours=1)
_PEOPLE = 1000
_WITH_PICTURES = 50  # of so many; a picture is as large as a thousand texts


class Unseen:
    """Keeps them for a while, in memory alone: after a restart the press is simply done once more."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[AccountRef, str], list[tuple[datetime, Answer]]] = OrderedDict()

    def keep(self, update: Incoming, answer: Answer, now: datetime) -> None:
        """One answer to `update`, which did not reach anybody. Only a press can be brought along by START.

        No unkept one: what START brings is stored.
        """
        if isinstance(update, ActionPressed) and not stays_unkept(update):
            if len(self._kept) >= _WITH_PICTURES and isinstance(answer.what, Message):
                answer = replace(answer, what=answer.what.without_pictures)
            self._kept.setdefault((update.actor.account, update.token), []).append((now, answer))
            while len(self._kept) > _PEOPLE:
                self._kept.popitem(last=False)

    def take(self, account: AccountRef, token: str, now: datetime) -> tuple[Answer, ...]:
        """Those to a press of somebody who opened the private chat for them; none where it has to be done again."""
        kept = self._kept.pop((account, token), [])
        return tuple(answer for at, answer in kept if at > now - KEPT_FOR)
