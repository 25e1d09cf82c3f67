"""What a community may choose."""

from typing import Annotated

from pydantic import BaseModel, Field


class TriageSettings(BaseModel):
    """When the digest comes, and what hosts are told at once."""

    daily_digest: bool = True
    digest_hour: Annotated[int, Field(ge=0, le=23)] = 9
    urgent_at_once: bool = True
    most_urgent_in_an_hour: Annotated[int, Field(ge=1, le=30)] = 5
