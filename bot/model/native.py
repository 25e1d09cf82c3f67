"""Ports for what a network may have of its own beside messages: polls, badges, invites, doors, and who is there.

An edge has those it can (`Platform.natives`). As with `Platform`, expected refusals are results and never exceptions,
and one contract test runs on every implementation.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from msgspec import Struct

from bot.model.identity import AccountRef, ChannelRef, Role, SpaceRef
from bot.model.incoming import Incoming, RawUpdate
from bot.model.results import Problem, SendResult

# ---- polls --------------------------------------------------------------------------------------------------------


class Poll(Struct, frozen=True):
    """A poll as the network itself shows it; plain text. Whoever may see who voted decides whether it will do."""

    question: str
    options: tuple[str, ...]
    closes_at: datetime  # aware; an edge rounds up to what its network knows
    several: bool = False  # more than one option may be chosen
    anonymous: bool = False  # nobody learns who voted what


class PollResults(Struct, frozen=True):
    """The votes for each option, in the poll's order. They may still change unless `final`."""

    votes: tuple[int, ...]
    final: bool


class PollLimits(Struct, frozen=True):
    """What fits into a poll of the network's own."""

    question: int  # characters
    options: int
    option: int  # characters
    shortest: timedelta
    longest: timedelta
    secret: bool = True  # it can be anonymous
    open: bool = True  # who voted what can be told

    def misfit(self, poll: Poll, now: datetime) -> Problem | None:
        """Why the network would not take a poll at `now`."""
        lasts = poll.closes_at - now
        if not 0 < len(poll.question.strip()) <= self.question:
            return Problem("core-poll-question", (("most", str(self.question)),))
        if not 0 < len(poll.options) <= self.options:
            return Problem("core-poll-options", (("most", str(self.options)),))
        if not all(0 < len(option.strip()) <= self.option for option in poll.options):
            return Problem("core-poll-option", (("most", str(self.option)),))
        if lasts < self.shortest:
            return Problem("core-poll-short", (("least", _span(self.shortest)),))
        if lasts > self.longest:
            return Problem("core-poll-long", (("days", str(self.longest.days)),))
        if poll.anonymous and not self.secret:
            return Problem("core-poll-open")
        return Problem("core-poll-secret") if not poll.anonymous and not self.open else None


def _span(span: timedelta) -> str:
    hours, seconds = divmod(int(span.total_seconds()), 3600)
    return f"{hours} h" if hours else f"{seconds} s"


class Polls(Protocol):
    """Polls of the network's own. Each vote comes in as `PollVoted`, the end as `PollEnded`."""

    async def limits(self, channel: ChannelRef) -> PollLimits:
        """What fits there; the network itself is not asked."""

    async def open_poll(self, channel: ChannelRef, poll: Poll, *, key: str) -> SendResult:
        """Post a poll. `reference` of the result is what its votes name it by. INVALID where it does not fit."""

    async def close_poll(self, channel: ChannelRef, message_id: str) -> PollResults | SendResult:
        """End a poll before its time, and what came of it; the refusal where that cannot be done."""


# ---- badges -------------------------------------------------------------------------------------------------------


class NativeBadge(Struct, frozen=True):
    """Something that a space can put on a person: a Discord role, a Telegram tag. `problem`: why it cannot be given."""

    id: str  # the role's number; the tag's text
    name: str
    problem: Problem | None = None


class Badges(Protocol):
    """Badges that the network shows beside a name. Giving one twice, or taking one that is not there, is no fault."""

    @property
    def one_at_a_time(self) -> bool:
        """Whether a person shows one at most, so that giving another takes the one before."""

    async def badges(self, space: SpaceRef) -> Sequence[NativeBadge]:
        """What the space has to give, highest first; empty where badges are free text."""

    async def check_badge(self, space: SpaceRef, badge: str) -> Sequence[Problem]:
        """What would stop the bot from giving this one: rights, the order of roles, a text that does not fit."""

    async def give_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        """Put it on the person; `reason` stands in the network's own log where it keeps one."""

    async def take_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        """Take it off again."""


# ---- invites and doors --------------------------------------------------------------------------------------------


class InviteSpec(Struct, frozen=True):
    """An invite to a space. `name` tells them apart, up to 32 characters; no `uses` or `until`: without a limit."""

    name: str
    uses: int | None = None
    until: datetime | None = None  # aware
    on_request: bool = False  # who follows it asks to come in, and the bot decides (JoinRequested)


class OwnInvite(Struct, frozen=True):
    """An invite that the bot made, as the network lists it."""

    address: str
    uses: int
    made_at: datetime  # aware


class Invites(Protocol):
    """Invites of the network's own. Who came by which one stands in `MemberJoined`, as far as the network tells."""

    async def make_invite(self, space: SpaceRef, invite: InviteSpec) -> SendResult:
        """A new invite: `reference` of the result is its address. INVALID where the network has no such kind."""

    async def revoke_invite(self, space: SpaceRef, address: str) -> SendResult:
        """Let nobody in by it any more. GONE when it does not exist."""

    async def own_invites(self, space: SpaceRef) -> Sequence[OwnInvite] | None:
        """Those that the bot made and that still lead in; None where the network does not tell."""

    async def answer_request(self, space: SpaceRef, account: AccountRef, *, welcome: bool) -> SendResult:
        """Let in, or turn away, who asked to come in. GONE when they no longer wait."""


class Doors(Protocol):
    """Places that not everybody may enter: a private thread, a channel behind a role, a group that one asks to join."""

    async def open_thread(self, channel: ChannelRef, name: str, people: Sequence[AccountRef]) -> SendResult:
        """A private thread with these people; `reference` of the result is its channel's id."""

    async def let_in(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """Let a person into the place. Where they can only come themselves, `reference` is the address to follow."""

    async def see_out(self, door: ChannelRef, account: AccountRef) -> SendResult:
        """Take the person out of it; who is not there is no fault."""

    async def check_door(self, door: ChannelRef) -> Sequence[Problem]:
        """What would stop the bot from letting people in and seeing them out."""


# ---- files --------------------------------------------------------------------------------------------------------


class Files(Protocol):
    """Files that people handed in with a form's field of the kind FILE."""

    async def fetch(self, reference: str) -> bytes | SendResult:
        """What is in the file that an `Upload` names so; the refusal where the network does not give it (any more)."""


# ---- who and where ------------------------------------------------------------------------------------------------


class Place(Struct, frozen=True):
    """A channel of a space. `problem`: why the bot could not post there."""

    channel: ChannelRef
    name: str
    hosts_only: bool = False  # not everybody reads it
    problem: Problem | None = None


class Standing(Struct, frozen=True):
    """How somebody stands in a space right now."""

    name: str
    here: bool
    floor: Role = Role.MEMBER
    groups: frozenset[str] = frozenset()  # the network's own roles
    since: datetime | None = None  # when they joined (aware), where the network tells
    again: bool = False  # they were there before, and the network tells


class Directory(Protocol):
    """Who and what there is in a space."""

    async def places(self, space: SpaceRef) -> Sequence[Place]:
        """Its channels, in the order people see them."""

    async def standing(self, space: SpaceRef, account: AccountRef) -> Standing | None:
        """How an account stands there; None when the network does not answer."""

    def made_at(self, account: AccountRef) -> datetime | None:
        """When an account was made (aware), where its number tells; asks nobody."""

    def link(self, payload: str) -> str | None:
        """An address that opens the private chat with the bot and brings `payload` (a token) as `LinkOpened`.

        None where there are no such addresses, or nobody knows yet who the bot is.
        """


class Reader(Protocol):
    """Reads the updates that an edge had stored as they came."""

    async def understand(self, raw: RawUpdate) -> Incoming | None:
        """What it means; None: nothing, or the edge has seen to it. Raises where it cannot be read.

        It is asked when the update is handled, and once more about the same one when the process died meanwhile.
        """


class Natives(Struct, frozen=True):
    """What a platform has; None: nothing of the kind, so that the core has a way of its own or says so."""

    reader: Reader | None = None

    polls: Polls | None = None
    badges: Badges | None = None
    invites: Invites | None = None
    doors: Doors | None = None
    files: Files | None = None
    directory: Directory | None = None
