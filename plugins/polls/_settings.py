"""What a community can choose about its polls."""

from typing import Annotated

from pydantic import BaseModel, Field


class PollSettings(BaseModel):
    """Settings of the plugin."""

    anonymous: bool = False
    minutes: Annotated[int, Field(ge=1, le=43_200)] = 1440
    fewest: Annotated[int, Field(ge=3, le=50)] = 5
    own_network: bool = False
