"""Rules over facts: data that moderators edit, evaluated for one member or for all at once (`bot.community.rules`)."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

FactValue = float | int | str | bool


class Comparison(StrEnum):
    """How a fact is compared. A missing fact is 0, "" or no; HAS and HAS_NOT look for one of several texts."""

    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    HAS = "has"
    HAS_NOT = "has_not"

    @property
    def needs_number(self) -> bool:
        return self not in (Comparison.IS, Comparison.IS_NOT, Comparison.HAS, Comparison.HAS_NOT)

    @property
    def needs_words(self) -> bool:
        return self in (Comparison.HAS, Comparison.HAS_NOT)

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
    def _values_that_fit(self) -> Self:
        if self.comparison.needs_number and isinstance(self.value, str | bool):
            raise ValueError(f"{self.comparison} compares numbers, not {self.value!r}")
        if self.comparison.needs_words and not (isinstance(self.value, str) and self.value.strip()):
            raise ValueError(f"{self.comparison} looks for a text, not {self.value!r}")
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
    """The rule that `model_dump` made into JSON values, or `model_dump_json` into a text.

    Raises pydantic's ValidationError when it is none.
    """
    return _RULE.validate_json(value) if isinstance(value, str) else _RULE.validate_python(value)


class Together(Struct, frozen=True):
    """A rule as it is put together piece by piece: its parts, and whether any of them is enough."""

    parts: tuple[Rule, ...] = ()
    any_of: bool = False

    @classmethod
    def of(cls, rule: Rule | None) -> Self:
        """The parts of an "all of" or "any of"; another rule is one part, and None has none."""
        if rule is None:
            return cls()
        if isinstance(rule, AllOf | AnyOf):
            return cls(rule.parts, isinstance(rule, AnyOf))
        return cls((rule,))

    @property
    def rule(self) -> Rule | None:
        """The whole; None where there are no parts: of nothing, any would be nobody."""
        if len(self.parts) < 2:
            return self.parts[0] if self.parts else None
        return AnyOf(parts=self.parts) if self.any_of else AllOf(parts=self.parts)

    def plus(self, part: Rule) -> Self:
        """With one part more."""
        return replace(self, parts=(*self.parts, part))

    def without_last(self) -> Self:
        """Without the last part."""
        return replace(self, parts=self.parts[:-1])

    def turned(self, *, any_of: bool) -> Self:
        """All parts are needed, or any of them is enough; of fewer than two that makes no difference."""
        return replace(self, any_of=any_of) if len(self.parts) > 1 else self
