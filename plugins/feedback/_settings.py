"""What a community may choose."""

from typing import Annotated

from pydantic import BaseModel, Field


class FeedbackSettings(BaseModel):
    """How often somebody may say something, and whether the hosts hear of it at once."""

    most_in_an_hour: Annotated[int, Field(ge=1, le=100)] = 5
    most_in_a_day: Annotated[int, Field(ge=1, le=1000)] = 15
    tell_hosts: bool = True
    most_nameless: Annotated[int, Field(ge=0, le=50)] = 3
    tell_answers: bool = True
