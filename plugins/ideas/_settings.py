"""What a community may choose."""

from typing import Annotated

from pydantic import BaseModel, Field


class IdeaSettings(BaseModel):
    """How many ideas somebody may give, and whether everybody hears of what is done."""

    most_in_an_hour: Annotated[int, Field(ge=1, le=100)] = 3
    most_in_a_day: Annotated[int, Field(ge=1, le=1000)] = 8
    post_done: bool = True
