"""The community of a simulated year: its people, the dice that decide what they do, and the diary of what they did."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.community.communities import Communities
from bot.core.context import Background
from bot.model.identity import Community, Role
from bot.platforms.local.records import GENERAL, Person
from bot.storage.work import Work
from bot.testing import WholeBot
from tests.year.claims import Claims, Reward
from tests.year.diary import Diary
from tests.year.home import Home
from tests.year.keys import Keyring

EARLY = 0.8
"""So many of the people are there from the beginning, the others come to a stream some time."""


@dataclass
class Town:
    """Hana hosts; the people are called m0, m1 and so on."""

    home: Home
    size: int
    seed: int
    diary: Diary = field(default_factory=Diary)
    keyring: Keyring = field(default_factory=Keyring)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.claims = Claims(self.diary, self.keyring)
        self.hana = self.bot.person("Hana", Role.OWNER)
        self.people = [self.bot.person(f"m{number}") for number in range(self.size)]
        self.named = {person.name: person for person in self.people}
        self.keen = {person.name: self.dice.random() ** 2 for person in self.people}
        self.memberships: dict[str, int] = {}  # each account's own
        self.acting: dict[str, int] = {}  # the one that counts
        self.gone: dict[str, int] = {}  # memberships that were erased
        self.counted = 0
        self.rewards: list[Reward] = []
        self.heard = 0  # the newest offer that anybody was told of

    @property
    def bot(self) -> WholeBot:
        return self.home.bot

    def work(self) -> Work:
        """A piece of work of the bot's."""
        return self.bot.app.parts.work()

    def background(self, work: Work) -> Background:
        """The same as the plugin for rewards has it."""
        return Background(self.bot.app.parts, work, self.community, "rewards")

    async def settle_in(self) -> None:
        """The owner starts the bot, and there is a cellar, which some will be let into."""
        await self.bot.says(self.hana, "/start")
        async with self.work() as work:
            [self.community] = await Communities(work).all()
            [space] = await Communities(work).spaces(self.community.id)
        self.space_id = space.id
        self.cellar, self.back_room = [await self._room(name) for name in ("Cellar", "Back room")]

    community: Community = field(init=False)
    space_id: int = field(init=False)
    cellar: str = field(init=False)
    back_room: str = field(init=False)

    async def _room(self, name: str) -> str:
        doors = self.bot.chat.natives.doors
        assert doors is not None
        return str((await doors.open_thread(GENERAL, name, [])).reference)

    def look_who_is_who(self) -> None:
        """Somebody came, was linked or parted."""
        sql = """SELECT a.external_id, m.id, coalesce(m.counts_for, m.id)
                 FROM accounts a JOIN members m ON m.person_id = a.person_id"""
        for name, own, acting in self.home.books.rows(sql):
            self.memberships[name] = own
            self.acting[name] = acting

    def acts_for(self, name: str) -> str:
        """Who acts for somebody now, mostly they themselves."""
        acting = self.acting.get(name)
        return next((one for one in self.diary.circle(name) if self.memberships.get(one) == acting), name)

    def family(self, name: str) -> set[int]:
        """The memberships that are one with somebody's now."""
        return {self.memberships[other] for other in self.diary.circle(name) if self.acting[other] == self.acting[name]}

    def here(self) -> Sequence[Person]:
        """Who has come and was not forgotten."""
        diary = self.diary
        return [person for person in self.people if person.name in diary.joined and person.name not in diary.forgotten]

    def some(self, share: float) -> Sequence[Person]:
        """A few of those."""
        here = self.here()
        return self.dice.sample(here, min(max(round(len(here) * share), 1), len(here)))

    def next_number(self) -> int:
        """Never the same again."""
        self.counted += 1
        return self.counted
