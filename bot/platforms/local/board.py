"""The board: everything the bot showed and asked in the local chat, and who is told when it changes."""

from collections.abc import Callable

from msgspec.structs import replace

from bot.model.identity import ChannelRef
from bot.model.messages import Message
from bot.platforms.local.records import Asked, Shown

Listener = Callable[[Shown | Asked], None]


class Board:
    """Messages in the order they were first shown, and the forms that are open."""

    def __init__(self) -> None:
        self.messages: list[Shown] = []
        self.forms: list[Asked] = []
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with all that is shown, edited or asked from now on. Returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def show(self, shown: Shown) -> None:
        """Put up a new message."""
        self.messages.append(shown)
        self._tell(shown)

    def edit(self, channel: ChannelRef, message_id: str, message: Message) -> Shown | None:
        """Replace a message's content; None when no such message is in that channel."""
        for index, old in enumerate(self.messages):
            if (old.channel.channel_id, old.message_id) == (channel.channel_id, message_id):
                self.messages[index] = replace(old, message=message, edited=True)
                self._tell(self.messages[index])
                return self.messages[index]
        return None

    def ask(self, asked: Asked) -> None:
        """Open a form; one with the same token that is still open for the person gives way."""
        same = (asked.only_for, asked.form.token)
        self.forms = [other for other in self.forms if (other.only_for, other.form.token) != same]
        self.forms.append(asked)
        self._tell(asked)

    def close(self, asked: Asked) -> None:
        """Take a form away; nothing happens when it is gone already."""
        self.forms = [other for other in self.forms if other != asked]

    def _tell(self, change: Shown | Asked) -> None:
        for listener in tuple(self._listeners):
            listener(change)
