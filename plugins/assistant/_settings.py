"""What a community may choose."""

from typing import Annotated

from pydantic import BaseModel, Field


class AssistantSettings(BaseModel):
    """How sure an answer has to be, how often somebody may ask for a person, and whether a machine words answers."""

    least_confidence: Annotated[int, Field(ge=20, le=95)] = 52
    most_handed_in_a_day: Annotated[int, Field(ge=1, le=100)] = 5
    phrasing: bool = False
