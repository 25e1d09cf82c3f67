"""Who lives in a simulated community, drawn from a seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from bot.model.identity import AccountRef, Actor, Role

STARTS = (
    datetime(2026, 11, 20, 16, tzinfo=UTC),
    datetime(2026, 3, 27, 17, tzinfo=UTC),  # Prague loses an hour two nights later
    datetime(2026, 10, 23, 17, tzinfo=UTC),  # and gets it back
    datetime(2026, 3, 6, 22, tzinfo=UTC),  # the same in New York
    datetime(2026, 10, 30, 21, tzinfo=UTC),
    datetime(2026, 4, 3, 9, tzinfo=UTC),  # Lord Howe gets half an hour back
    datetime(2026, 12, 30, 20, tzinfo=UTC),
)

COMMUNITIES = (("en", "Europe/Prague"), ("cs", "Europe/Prague"), ("en", "America/New_York"), ("en", "UTC"))

QUIET_HOURS = ((time(22), time(8)), (time(0), time(0)), (time(1, 30), time(2, 45)))

NAMES = (
    *("Ann", "Bob", "Cyril", "Dana", "Ema", "Filip", "Greta", "Hugo", "Iva", "Jan", "Klara", "Leo", "Mia", "Nela"),
    *("Ota", "Petr", "Quinn", "Rosa", "Sam", "Tina", "Uma", "Vera", "Walt", "Xena", "Yara", "Zoe", "Šárka", "Jiří"),
    *("<b>Bold</b>", "@everyone", "O'Neil", "Ann Lee", "{ $name }", "*star*", "7", "Ann", "x" * 40, "[a](b)", "&amp;"),
)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody as they come into the chat."""

    user_id: str
    name: str
    floor: Role
    language: str | None


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who is there, under the network's own id. `floor` is what the network itself lets them be."""

    account: AccountRef
    name: str
    floor: Role
    language: str | None

    @property
    def user_id(self) -> str:
        return self.account.user_id

    @property
    def actor(self) -> Actor:
        return Actor(self.account, self.name, self.language, self.floor)


def draw_people(rng: random.Random, *, few: bool = False) -> Iterator[Newcomer]:
    """Five to forty people: an owner, perhaps moderators and hosts by the platform's own rights, and members."""
    count = rng.choice((5, 8) if few else (5, 8, 12, 20, 40))
    floors = [Role.OWNER, *rng.choices((Role.MODERATOR, Role.HOST, Role.MEMBER), (3, 2, 1), k=2)]
    names = rng.sample(NAMES, k=len(NAMES))
    for place in range(count):
        floor = floors[place] if place < len(floors) else Role.MEMBER
        yield Newcomer(f"u{place}", names[place % len(names)], floor, rng.choice(("en", "cs", "cs", "de", None)))
