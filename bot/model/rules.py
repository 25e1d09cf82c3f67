"""Rules over facts: data that moderators edit, evaluated for one member or for all at once (`bot.community.rules`)."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

FactValue = float | int | str | bool


class Comparison(StrEnum):
    """How a fact is compared. A missing fact is 0, "" or no."""

    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"

    @property
    def needs_number(self) -> bool:
        return self not in (Comparison.IS, Comparison.IS_NOT)

    @property
    def is_for_more(self) -> bool:
        """Whether it stays true of a number that grows."""
        return self in (Comparison.AT_LEAST, Comparison.MORE_THAN)


class Condition(BaseModel):
    """One fact compared with one value."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["condition"] = "condition"
    fact: str
    comparison: Comparison = Comparison.AT_LEAST
    value: FactValue = 1

    @model_validator(mode="after")
    def _numbers_where_needed(self) -> Self:
        if self.comparison.needs_number and isinstance(self.value, str | bool):
            raise ValueError(f"{self.comparison} compares numbers, not {self.value!r}")
        return self


class AllOf(BaseModel):
    """Holds when every part holds; an empty one always holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["all"] = "all"
    parts: tuple["Rule", ...] = ()


class AnyOf(BaseModel):
    """Holds when at least one part holds; an empty one never holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["any"] = "any"
    parts: tuple["Rule", ...] = ()


class Not(BaseModel):
    """Holds when the part does not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["not"] = "not"
    part: "Rule"


Rule = Annotated[Condition | AllOf | AnyOf | Not, Field(discriminator="kind")]

AllOf.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()

EVERYBODY = AllOf()

_RULE: TypeAdapter[Rule] = TypeAdapter(Rule)


def read_rule(value: object) -> Rule:
    """The rule that `model_dump` made into JSON values. Raises pydantic's ValidationError when it is none."""
    return _RULE.validate_python(value)
