"""What somebody in a simulated community did, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.declarations import ActionSpec, Command
from bot.model.messages import Form
from bot.platforms.local.records import Shown
from tests.simulate.effects import Effect
from tests.simulate.noted import Cast
from tests.simulate.people import Resident


@dataclass(slots=True)
class Act:
    """Something that one person did, and what came of it."""

    person: Resident | None
    words: str
    what: Command | ActionSpec | None = None
    allowed: bool = True
    died: bool = False
    stored: bool = True
    was_blocking: bool = False
    answer_lost: bool = False
    again: bool = False
    seen: Sequence[Shown] = ()
    posted: Sequence[Shown] = ()  # what came where everybody reads it
    asked: Sequence[Form] = ()
    audit: Sequence[tuple[object, ...]] = ()
    arguments: Sequence[str] = ()  # of a button
    answers: Mapping[str, str] = field(default_factory=dict)  # in a form
    cast: Cast | None = None  # in a poll of the network's own
    told: Sequence[str] = ()  # the ids of the updates
    is_unkept: bool = False  # nobody may store it
    is_plain: bool = False  # plain words to the bot
    is_private: bool = False  # where nobody else sees it

    @property
    def name(self) -> str:
        """What was used: a button or a form by its full name, a command as it is typed; "" for none of them."""
        if isinstance(self.what, ActionSpec):
            return self.what.full_name
        return self.what.name if self.what is not None else ""

    @property
    def is_button(self) -> bool:
        """Whether a button was pressed, or a form sent."""
        return isinstance(self.what, ActionSpec)


@dataclass(frozen=True, slots=True)
class Lost:
    """What was done, but the bot died before it took it in; the platform may hand it over again."""

    person: Resident | None
    what: Command | ActionSpec | None
    effect: Effect | None
    words: Sequence[str]
    answers: Mapping[str, str]
    cast: Cast | None
