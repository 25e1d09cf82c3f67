"""A scenario: who is there and what they do when, the same on every chat network."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from bot.errors import BotError
from bot.model.identity import AccountRef, Role, SpaceRef
from bot.model.messages import Markup


class ScenarioError(BotError):
    """Somebody in a scenario cannot do what it says: who, what, and what they see instead."""


class Place(StrEnum):
    """Where something is said or seen."""

    EVERYBODY = "everybody"
    HOSTS = "hosts"
    PRIVATE = "private"  # only this person sees it, wherever it stands


class Part(Struct, frozen=True):
    """Somebody in the scenario. `name` is also how acts call them; `zone` an IANA name, where they live."""

    name: str
    language: str | None = None  # as the network tells it; None: not told
    zone: str = "Europe/Prague"
    role: Role = Role.MEMBER
    visits: int = 0  # how many streams before this one they saw


class Act(Struct, frozen=True, kw_only=True):
    """What one person does `at` so long after the stream's start.

    `tell` is the text that tells of it, "" for what goes without saying; `shows` where to look for what the bot
    answered, None when that goes without saying too.
    """

    at: timedelta
    who: str
    tell: str = ""
    shows: Place | None = None


class Says(Act, frozen=True, kw_only=True):
    """Says something; with a leading slash it is a command."""

    text: str
    place: Place = Place.EVERYBODY


class Presses(Act, frozen=True, kw_only=True):
    """Presses the newest button of an action ("plugin.action") whose last arguments are these."""

    action: str
    arguments: tuple[int | str, ...] = ()


class FillsIn(Act, frozen=True, kw_only=True):
    """Fills in the form that is open, and sends it."""

    values: tuple[tuple[str, str], ...]


class Orders(Act, frozen=True, kw_only=True):
    """Orders in the shop, which tells the bot. `amount` in the community's currency."""

    reference: str
    amount: float


class Looks(Act, frozen=True, kw_only=True):
    """Does nothing but look at what has come."""


class Chapter(Struct, frozen=True):
    """A part of the story; `title` is a text's key."""

    title: str
    acts: Sequence[Act]


class Scenario(Struct, frozen=True):
    """The whole story: `span` from `start` (aware UTC), when the stream goes live. The first part is the host.

    `past` are the titles of the streams before, one a week, which people saw as their `visits` say.
    """

    community: str
    title: str
    past: Sequence[str]
    start: datetime
    span: timedelta
    parts: Sequence[Part]
    chapters: Sequence[Chapter]

    @property
    def told(self) -> Sequence[Act]:
        """The acts that are told of."""
        return [act for chapter in self.chapters for act in chapter.acts if act.tell]

    def part(self, name: str) -> Part:
        """Who is called so. Raises ScenarioError when nobody is."""
        found = next((part for part in self.parts if part.name == name), None)
        if found is None:
            raise ScenarioError(f"Nobody in this scenario is called {name}.")
        return found


class Seen(Struct, frozen=True):
    """A message of the bot as one person sees it. `buttons` are the labels, row after row."""

    place: Place
    text: Markup
    buttons: tuple[tuple[str, ...], ...]


class Stage(Protocol):
    """A chat network with the bot and people in it. Acts return once the bot has stored what was done."""

    @property
    def space(self) -> SpaceRef:
        """Where the people meet."""

    def account(self, who: str) -> AccountRef:
        """The account of somebody who entered."""

    def enters(self, part: Part) -> None:
        """Bring somebody in."""

    async def says(self, who: str, text: str, place: Place) -> None:
        """See `Says`."""

    async def presses(self, who: str, action: str, arguments: Sequence[int | str]) -> None:
        """See `Presses`. Raises ScenarioError when the person sees no such button."""

    async def fills_in(self, who: str, values: Sequence[tuple[str, str]]) -> None:
        """See `FillsIn`. Raises ScenarioError when no form is open for the person."""

    def news(self, who: str) -> Sequence[Seen]:
        """What the person sees that they had not seen when this was last asked, oldest first."""
