"""What a community may choose."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field


class RewardSettings(BaseModel):
    """What holds for all rewards of a community."""

    remind_minutes: Annotated[int, Field(ge=5, le=1440)] = 60
    give_up_hours: Annotated[int, Field(ge=0, le=720)] = 24
    late_points: Literal["back", "gone"] = "gone"
    no_show: Literal["nothing", "pause"] = "pause"
    pause_days: Annotated[int, Field(ge=1, le=365)] = 30
    offer_hours: Annotated[int, Field(ge=1, le=168)] = 12
    deliver_days: Annotated[int, Field(ge=1, le=90)] = 14
    tell_bookings: bool = True
