"""The ear of the bot: notes what a network hands over."""

from collections.abc import Sequence
from datetime import datetime

from bot.model.identity import SpaceRef
from bot.model.incoming import Asked, Incoming, Presence
from bot.model.messages import Choice
from bot.model.ports import Sink


class Ear:
    """Stands between the network and the bot; a new process listens with the same ear."""

    def __init__(self) -> None:
        self.sink: Sink | None = None
        self.heard: list[Incoming] = []

    async def receive(self, update: Incoming) -> None:
        """Hand an update over."""
        self.heard.append(update)
        assert self.sink is not None
        await self.sink.receive(update)

    async def receive_all(self, updates: Sequence[Incoming]) -> None:
        """Hand several over."""
        self.heard.extend(updates)
        assert self.sink is not None
        await self.sink.receive_all(updates)

    async def receive_unkept(self, update: Incoming) -> None:
        """Hand over what nobody may store."""
        assert self.sink is not None
        await self.sink.receive_unkept(update)

    def note(self, presence: Presence) -> None:
        """Hand a sign of presence over."""
        assert self.sink is not None
        self.sink.note(presence)

    async def was_live(self, space: SpaceRef, since: datetime, until: datetime) -> bool:
        """Ask on."""
        assert self.sink is not None
        return await self.sink.was_live(space, since, until)

    async def suggest(self, asked: Asked) -> Sequence[Choice]:
        """Ask on."""
        assert self.sink is not None
        return await self.sink.suggest(asked)
