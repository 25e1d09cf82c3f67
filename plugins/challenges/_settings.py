"""What a community may choose."""

from typing import Annotated

from pydantic import BaseModel, Field


class ChallengeSettings(BaseModel):
    """Whether hosts see an entry before everybody does, and how long a challenge lasts where no stream is on."""

    moderated: bool = True
    days: Annotated[int, Field(ge=1, le=90)] = 7
