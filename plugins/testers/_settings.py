"""What a community may choose."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field


class TesterSettings(BaseModel):
    """What holds for a call where its host says nothing else."""

    way: Literal["first", "lot", "hand"] = "first"
    volunteer_days: Annotated[int, Field(ge=1, le=60)] = 3
    test_days: Annotated[int, Field(ge=1, le=180)] = 7
    confirm_hours: Annotated[int, Field(ge=1, le=168)] = 24
    wait_days: Annotated[int, Field(ge=1, le=30)] = 3
    tell_hosts: bool = True
