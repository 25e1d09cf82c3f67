"""Badges as data: what moderators edit and rules give. A plugin declares some; a community keeps its own."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.model.rules import Rule

NAME = r"^[a-z][a-z0-9-]{0,23}$"
LONGEST_TITLE = 40
FACT = "badges."
"""What a fact's name begins with that says which level of a badge somebody has."""
MOST_LEVELS = 10
LONGEST_INVITATION = 600


class Badge(BaseModel):
    """One badge. Level n is reached when the n-th rule holds; one without levels is given by people alone.

    What a plugin declares is called by the text "<plugin>-badge-<name>"; a community's own by its titles, by language.
    `activities`: kinds without which nobody could earn it; it is there once a plugin records them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(pattern=NAME)]
    titles: dict[str, Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE)]] = {}
    emoji: Annotated[str, Field(min_length=1, max_length=16)] = "🏅"
    levels: Annotated[tuple[Rule, ...], Field(max_length=MOST_LEVELS)] = ()
    by_hand: bool = True
    thanked: bool = False  # whoever wins it is thanked in the next stream
    invitation: dict[str, Annotated[str, Field(min_length=1, max_length=LONGEST_INVITATION)]] = {}
    activities: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _can_be_won(self) -> Self:
        if not self.levels and not self.by_hand:
            raise ValueError(f"badge {self.name}: it needs a rule, or people who give it")
        return self


class AwardSource(StrEnum):
    """How somebody came by a badge."""

    RULE = "rule"
    HAND = "hand"
    BACKFILL = "backfill"  # by its rule, which held before the badge was there
    IMPORT = "import"


class Won(Struct, frozen=True):
    """A badge that a member has: the highest level, and since when (aware UTC). `why` is a person's word."""

    badge_id: int
    member_id: int
    level: int
    at: datetime
    source: AwardSource
    why: str | None = None
