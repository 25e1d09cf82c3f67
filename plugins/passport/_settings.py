"""What a community may choose: who answers for the data, and which topics members can be interested in."""

from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from bot.api import folded, in_a_line

MOST_TOPICS: Final = 12  # with the way back as many rows as every network shows
LONGEST_TOPIC: Final = 30  # a button


def _topics(typed: Sequence[str]) -> list[str]:
    """The topics, each once by its first spelling. Raises ValueError for what is no topic, and for too many."""
    found: dict[str, str] = {}
    for one in typed:
        topic = in_a_line(one)
        if not folded(topic).strip() or len(topic) > LONGEST_TOPIC:
            raise ValueError(f"a topic has 1 to {LONGEST_TOPIC} characters")
        found.setdefault(folded(topic), topic)
    if len(found) > MOST_TOPICS:
        raise ValueError(f"there are {MOST_TOPICS} topics at most")
    return list(found.values())


class Settings(BaseModel):
    """Who answers for the data here, and what members can say that they are interested in."""

    contact: str = Field(default="", max_length=500)
    policy: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$", max_length=300)] = ""
    interests: Annotated[list[str], AfterValidator(_topics)] = []
