"""An update in hand: one that the intake holds until it is marked as handled, or one that is stored nowhere."""

from msgspec import Struct

from bot.community.communities import Communities
from bot.core.incidents import note_incident
from bot.core.parts import Parts
from bot.errors import BotError
from bot.guard import Failure
from bot.model.identity import Community
from bot.model.incoming import Incoming
from bot.storage import intake
from bot.storage.intake import JoinedMeanwhileError, Waiting
from bot.storage.work import Work


class Unkept(Struct, frozen=True):
    """An update that nobody may store. There is no mark to be made: what a crash takes is pressed again."""

    update: Incoming


InHand = Waiting | Unkept


class HandledAlreadyError(BotError):
    """Somebody else handled the update meanwhile; our effects are undone."""


async def mark(in_hand: InHand, work: Work, community: Community | None = None) -> None:
    """Keep with the handler's effects that it is handled, in this community.

    Raises HandledAlreadyError, and JoinedMeanwhileError where nothing is left of the community.
    """
    if work.only_read:  # else each question that somebody asks would wake all that wait for something to do
        work.forget_after_commit()
    # Whoever let the community join another one by this very update has nothing to do again.
    within = community.id if community is not None and community.id != work.has_let_join else None
    if isinstance(in_hand, Unkept):
        if within is not None and work.is_writing and await Communities(work).has_joined(within):
            raise JoinedMeanwhileError(f"community {within}")
        return
    if not await intake.mark_handled(await work.transaction(), in_hand.id, work.now, within=within):
        raise HandledAlreadyError(f"update {in_hand.id}")


async def close(parts: Parts, in_hand: InHand, failure: Failure | None = None, *, plugin: str, place: str) -> bool:
    """Note how it ended without effects. False where somebody else did so before, who reports and answers it as well.

    What an unkept one leaves behind is an incident without words, filed under its action.
    """
    if isinstance(in_hand, Unkept) and failure is None:
        return True
    async with parts.database.write() as transaction:
        now = parts.clock.now()
        incident = failure.code if failure else None
        ours = isinstance(in_hand, Unkept) or await intake.mark_handled(transaction, in_hand.id, now, incident=incident)
        if failure is not None and ours:
            await note_incident(transaction, failure, now, plugin=plugin, place=place)
        return ours
