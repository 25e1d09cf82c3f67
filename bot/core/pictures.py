"""Pictures beside answers: the same text, with a card drawn for whoever reads it."""

from bot.community.preferences import Preferences
from bot.core.incidents import note_incident
from bot.core.parts import Parts
from bot.delivery.case import Case
from bot.delivery.illustrating import beside, has_picture
from bot.errors import PluginError
from bot.guard import Failure, attempt
from bot.model.cards import Card, Look
from bot.model.identity import Member
from bot.model.messages import Markup, Message
from bot.storage.work import Work
from bot.text.markup import plain

_ITSELF = Markup("")


class Pictures:
    """Draws cards beside the loop. A picture that fails, or would make people wait, leaves the text."""

    def __init__(self, parts: Parts, work: Work) -> None:
        self._parts = parts
        self._work = work

    async def are_wanted(self, reader: Member) -> bool:
        """Whether somebody is shown pictures at all; for who is not, nothing need be gathered for one."""
        return (await Preferences(self._work).of(reader.id)).look is not Look.TEXT

    async def beside(
        self, message: Message, card: Card, *, says: Markup = _ITSELF, reader: Member | None = None
    ) -> Message:
        """`message` with a picture of `card`, as `reader` likes it; in the dark for many readers.

        `says` is what somebody is told who cannot see it, else the card's own words. To be called before the first
        write (PluginError): drawing takes a while, and the database has one writer.
        """
        if self._work.is_writing:
            raise PluginError("core", "a picture comes too late: draw it before the first write.")
        look = (await Preferences(self._work).of(reader.id)).look if reader is not None else None
        drawn = await attempt(self._parts.studio.picture(card, look or Look.DARK), place="a picture")
        if isinstance(drawn, Failure):
            async with self._parts.work() as work:
                await note_incident(await work.transaction(), drawn, work.now, plugin="core", place="a picture")
            return message
        if drawn is None:
            return message
        return beside(message, card, drawn, plain(says))

    async def of(self, case: Case, message: Message) -> Message:
        """A delivery's message with the picture that goes with it, where somebody opens it only now.

        To be called before the first write; after that the text says it alone.
        """
        if self._work.is_writing or not has_picture(case.due):
            return message
        drawn = await self._parts.sender.illustrate(case, message)
        assert isinstance(drawn, Message), "a message stays one"
        return drawn
