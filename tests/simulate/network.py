"""What the simulation needs of a chat network: its people act, and what each of them sees can be looked at."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Protocol

from bot.app import App
from bot.model.identity import ChannelRef, Role, SpaceRef
from bot.model.incoming import ReplyTo
from bot.model.messages import Form
from bot.model.ports import Platform
from bot.platforms.local.records import Shown
from bot.surroundings import Surroundings
from tests.simulate.ear import Ear
from tests.simulate.people import Newcomer, Resident
from tests.simulate.watch import Watch


class NotPossibleError(Exception):
    """Nobody can do such a thing on this network, so nothing was done."""


class Network(Protocol):
    """It stays while processes come and go. People's deeds return once the bot has been told.

    Everything that somebody does may raise NotPossibleError, before the bot is told anything.
    """

    name: str
    watch: Watch
    pace: timedelta  # people take so long between one thing and the next
    tells_of_doors: bool  # whether the bot hears who shuts it out
    keeps_rights: bool  # of somebody who goes and comes back
    instead: Sequence[str]  # keys of what is shown where an answer waits in the private chat
    forgets_words: bool  # what is said to the bot in private may not be stored
    hands_over_again: bool  # what a dead process did not take in comes to the next one

    @property
    def space(self) -> SpaceRef:
        """Where people meet."""

    @property
    def hosts(self) -> ChannelRef | None:
        """What only hosts read; None where that is somebody's private chat."""

    @property
    def badge(self) -> str:
        """A role, by its id, or a tag that the bot may give."""

    # The process

    def platform(self, around: Surroundings) -> Platform:
        """The edge of a new process."""

    def connected(self, app: App, ear: Ear) -> AbstractAsyncContextManager[None]:
        """The edge listens meanwhile."""

    async def ends(self) -> None:
        """There is no process any more, and will be none."""

    def dies(self) -> None:
        """Nothing of the process at hand gets through any more."""

    async def prepare(self, app: App) -> None:
        """What the owner sets up before anybody does anything; people are there by now."""

    async def settled(self) -> None:
        """Wait until everything that happened is handed over."""

    async def follows_the_clock(self) -> None:
        """The network's own time, where it has one, comes up to the bot's."""

    def moment(self) -> datetime:
        """The present moment as this network tells it."""

    def calm(self) -> None:
        """Forget the faults that were still to come."""

    # People

    @property
    def people(self) -> Sequence[Resident]:
        """Everybody who ever came, in order."""

    def comes(self, who: Newcomer, *, outside: bool = False) -> Resident:
        """Somebody is there from now on, or still `outside` of where people meet."""

    async def changes_rights(self, person: Resident, floor: Role) -> Role:
        """The network itself lets somebody be another role; which one that is here, where it does not know all."""

    async def says(self, person: Resident, text: str, *, privately: bool) -> None:
        """A line where everybody reads it or to the bot alone; a leading "/" makes it a command."""

    async def tells(self, person: Resident, text: str, *, privately: bool) -> None:
        """Plain words to the bot: with its name in them where everybody reads it, or in its private chat."""

    async def presses(self, person: Resident, token: str) -> None:
        """A button, whether they see it or only know its token."""

    async def votes(self, person: Resident, poll: str, places: Sequence[int]) -> None:
        """Choose just these options of a poll of the network's own, which it knows by that name; the first is 1."""

    async def fills_in(self, person: Resident, form: Form, values: Mapping[str, str]) -> Mapping[str, str]:
        """Everything of a form that comes before it is sent; what its fields will say then."""

    async def submits(self, person: Resident, form: Form) -> None:
        """Send the form that was filled in."""

    def dismisses(self, person: Resident, form: Form) -> None:
        """Close a form without sending it."""

    async def joins(self, person: Resident, invite: str = "") -> None:
        """Come in, perhaps by that invite."""

    async def leaves(self, person: Resident) -> None:
        """Go away."""

    async def shuts_out(self, person: Resident, *, shut: bool, quietly: bool) -> None:
        """Take no more messages from the bot, or take them again; it is told, or not."""

    async def opens(self, person: Resident) -> None:
        """Follow a link into the private chat."""

    async def repeats(self) -> None:
        """Hand over once more what was handed over last."""

    # What is seen

    def told(self) -> Sequence[str]:
        """The ids of what happened since this was last asked, as far as the network knows them."""

    def is_disturbed(self) -> bool:
        """Whether an answer may have been lost on the network's side since `told` was last asked."""

    def shown(self, person: Resident) -> Sequence[Shown]:
        """What somebody sees of the bot, oldest first."""

    @property
    def sent(self) -> Sequence[Shown]:
        """All that anybody sees of the bot, oldest first."""

    def news(self) -> Sequence[Shown]:
        """What was shown or edited since this was last asked."""

    def forms(self, person: Resident) -> Sequence[Form]:
        """The forms that are open for somebody, the oldest first."""

    def whose(self, to: ReplyTo) -> str:
        """Who gets an answer to that."""

    def copies(self, key: str) -> int:
        """How many messages of that delivery there are."""

    def objections(self) -> Sequence[str]:
        """What the bot did that this network does not stand for."""

    def stands(self, user_id: str, message_id: str) -> bool:
        """Whether this message of the bot stands in somebody's private chat."""

    def worn(self) -> Collection[tuple[str, str]]:
        """Who is there with which role or tag, or inside which private thread, that the bot gives."""
