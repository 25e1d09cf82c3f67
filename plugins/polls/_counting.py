"""What votes come to. Pure: from how often each thing was chosen to figures that can be shown."""

import json
from collections.abc import Mapping, Sequence

from msgspec import Struct

from plugins.polls._poll import Kind, Poll

PLACES = 3
"""So many answers somebody puts in order at most."""


class Row(Struct, frozen=True):
    """What one answer has: `votes` by so many people; in a ranked poll `points` decide."""

    label: str
    votes: int
    points: int


class Figures(Struct, frozen=True):
    """What a poll came to so far. `people` answered; `spread` says how often each figure of a scale was given."""

    people: int
    rows: tuple[Row, ...] = ()
    spread: tuple[tuple[int, int], ...] = ()

    @property
    def best(self) -> tuple[Row, ...]:
        """The answer ahead, or those that are level; none where nobody voted."""
        most = max((row.points for row in self.rows), default=0)
        return tuple(row for row in self.rows if most and row.points == most)

    def share(self, row: Row) -> float:
        """How many of those who answered chose it, from 0 to 1."""
        return row.votes / self.people if self.people else 0.0

    @property
    def mean(self) -> float | None:
        """The mean of a scale; None where nobody answered."""
        return sum(value * times for value, times in self.spread) / self.people if self.people else None


Tallies = Mapping[str, int]
"""How often each thing was chosen: "2", or "1,3" where several may be, in their order where that is asked for."""


def figures(poll: Poll, tallies: Tallies) -> Figures:
    """What these votes come to in a poll."""
    people = sum(tallies.values())
    if (scale := poll.kind.scale) is not None:
        return Figures(people, spread=tuple((value, tallies.get(str(value), 0)) for value in scale.values))
    votes, points = [0] * len(poll.options), [0] * len(poll.options)
    for chosen, times in tallies.items():
        for turn, place in enumerate(places(chosen)):
            votes[place - 1] += times
            points[place - 1] += times * (PLACES - turn if poll.kind is Kind.RANKED else 1)
    return Figures(people, tuple(Row(*of) for of in zip(poll.options, votes, points, strict=True)))


def places(chosen: str) -> list[int]:
    """The places in what was chosen."""
    return [int(place) for place in chosen.split(",") if place]


def chosen_from(places: Sequence[int]) -> str:
    """The places as they are kept."""
    return ",".join(str(place) for place in places)


def as_shown(tallies: Tallies) -> str:
    """Tallies as text."""
    return json.dumps(tallies, sort_keys=True)


def from_shown(text: str | None) -> Tallies:
    """Tallies from that text."""
    return {str(chosen): int(times) for chosen, times in json.loads(text).items()} if text else {}
