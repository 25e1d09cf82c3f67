"""What a community may choose."""

from typing import Annotated

from pydantic import BaseModel, Field


class ReviewSettings(BaseModel):
    """How many reviews somebody may give."""

    most_in_a_day: Annotated[int, Field(ge=1, le=100)] = 5
