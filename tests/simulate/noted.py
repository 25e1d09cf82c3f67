"""What the simulation itself notes of votes, ideas and feedback: who did what, and what they were told of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.model.messages import Action


@dataclass(frozen=True, slots=True)
class Cast:
    """A vote in a poll of the network's own: all that is chosen by now, as places from 1."""

    poll: int
    places: Sequence[int]


@dataclass(slots=True)
class Urn:
    """One poll. Members are those who acted when they voted, as the books number them."""

    named: dict[int, tuple[int, str]] = field(default_factory=dict)  # when each voted last by name, and what
    unsure: set[int] = field(default_factory=set)  # whose vote by name may have been refused, and nobody saw it
    certain: dict[int, str] = field(default_factory=dict)  # what each voted without a name, and saw counted
    maybe: dict[int, list[str]] = field(default_factory=dict)  # the same, where nobody knows which of it counts
    counted: bool = False  # it was closed, and looked at then
    buttons: list[Action] = field(default_factory=list)  # that somebody voted with


@dataclass(slots=True)
class Urns:
    """All polls, by their numbers."""

    polls: dict[int, Urn] = field(default_factory=dict)

    def of(self, poll: int) -> Urn:
        """What is known of that poll."""
        return self.polls.setdefault(poll, Urn())


@dataclass(slots=True)
class Wishes:
    """Ideas, by their numbers."""

    votes: dict[int, set[int]] = field(default_factory=dict)  # the members who are for it, as they acted then
    told: int = 0  # the last line about who was told
    turns: dict[int, int] = field(default_factory=dict)  # how often each was decided about
    due: dict[int, set[int]] = field(default_factory=dict)  # who must hear of the last decision


@dataclass(slots=True)
class Heard:
    """Feedback, by its numbers: the member who gave it."""

    remarks: dict[int, int] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
