"""The local chat as a stage."""

import contextlib
from collections.abc import AsyncIterator, Sequence

from bot.app import App
from bot.clock import VirtualClock
from bot.config import Config
from bot.core.tokens import is_for
from bot.demo.scenario import Part, Place, ScenarioError, Seen
from bot.local_bot import open_local_bot
from bot.model.identity import AccountRef, SpaceRef
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import GENERAL, HOSTS, SPACE, Person, Shown


@contextlib.asynccontextmanager
async def local_stage(config: Config, clock: VirtualClock) -> AsyncIterator[tuple[App, "LocalStage"]]:
    """A whole bot, and its local chat as the stage."""
    async with open_local_bot(config, clock) as (app, chat):
        yield app, LocalStage(chat)


class LocalStage:
    """Lets a scenario's people act in a `LocalPlatform`."""

    def __init__(self, chat: LocalPlatform) -> None:
        self._chat = chat
        self._people: dict[str, Person] = {}
        self._seen: dict[str, int] = {}

    @property
    def space(self) -> SpaceRef:
        return SPACE

    def account(self, who: str) -> AccountRef:
        return self._people[who].account

    def enters(self, part: Part) -> None:
        person = self._chat.person(part.name, name=part.name, floor=part.role, language=part.language)
        self._people[part.name] = person

    async def says(self, who: str, text: str, place: Place) -> None:
        person = self._people[who]
        channel = {Place.EVERYBODY: GENERAL, Place.HOSTS: HOSTS, Place.PRIVATE: person.private_chat}[place]
        await self._chat.says(person, text, channel)

    async def presses(self, who: str, action: str, arguments: Sequence[int | str]) -> None:
        person = self._people[who]
        buttons = [button for shown in reversed(self._chat.shown(person)) for button in shown.buttons]
        wanted = next((button for button in buttons if is_for(button.token, action, arguments)), None)
        if wanted is None:
            seen = ", ".join(button.label for button in buttons) or "none at all"
            raise ScenarioError(f"{who} sees no button {action} {list(arguments)}; the newest first: {seen}.")
        await self._chat.presses(person, wanted.token)

    async def fills_in(self, who: str, values: Sequence[tuple[str, str]]) -> None:
        open_ones = self._chat.forms(self._people[who])
        if not open_ones:
            raise ScenarioError(f"No form is open for {who}.")
        await self._chat.submits(self._people[who], open_ones[-1].form, dict(values))

    def news(self, who: str) -> Sequence[Seen]:
        shown = self._chat.shown(self._people[who])
        seen, self._seen[who] = self._seen.get(who, 0), len(shown)
        return [_seen(one) for one in shown[seen:]]


def _seen(shown: Shown) -> Seen:
    place = Place.HOSTS if shown.channel == HOSTS else Place.EVERYBODY
    rows = tuple(tuple(action.label for action in row) for row in shown.message.actions)
    return Seen(Place.PRIVATE if shown.private else place, shown.message.text, rows)
