"""The talks in private chats, one form each: kept over restarts, or in memory alone where nobody may store them."""

from collections import OrderedDict

from msgspec import json

from bot.model.ports import Memory
from bot.platforms.telegram.dialog import Dialog
from bot.storage.types import to_json

_UNKEPT = 1000


class Talks:
    """Who is being asked what. A person fills in one form at a time; the one begun last takes the place of others."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._unkept: OrderedDict[int, Dialog] = OrderedDict()

    def is_unkept(self, user_id: int) -> bool:
        """Whether what somebody says next in private may be stored by nobody."""
        return user_id in self._unkept

    async def is_kept(self, user_id: int, event_id: str) -> bool:
        """Whether what somebody says in that update may be the answer to a question that is kept.

        The last answer of a form still may where it comes once more, and nothing else that is said after it.
        """
        dialog = await self.recall(user_id, unkept=False)
        return dialog is not None and (dialog.ended is None or dialog.moved_by == event_id)

    async def begin(self, user_id: int, dialog: Dialog) -> None:
        """A form is opened for somebody."""
        if dialog.is_unkept:
            await self._memory.drop(_name(user_id))
        else:
            self._unkept.pop(user_id, None)
        await self.keep(user_id, dialog)

    async def recall(self, user_id: int, *, unkept: bool) -> Dialog | None:
        """How far somebody is."""
        if unkept:
            return self._unkept.get(user_id)
        text = await self._memory.recall(_name(user_id))
        return None if text is None else json.decode(text, type=Dialog)

    async def keep(self, user_id: int, dialog: Dialog) -> None:
        """Somebody is so far by now. Of too many talks in memory the one that rested longest is forgotten."""
        if not dialog.is_unkept:
            await self._memory.keep(_name(user_id), to_json(dialog))
            return
        self._unkept[user_id] = dialog
        self._unkept.move_to_end(user_id)
        if len(self._unkept) > _UNKEPT:
            self._unkept.popitem(last=False)

    async def drop(self, user_id: int, dialog: Dialog) -> None:
        """It is over."""
        if dialog.is_unkept:
            self._unkept.pop(user_id, None)
        else:
            await self._memory.drop(_name(user_id))


def _name(user_id: int) -> str:
    return f"form:{user_id}"
