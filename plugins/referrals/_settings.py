"""What a community may choose."""

from typing import Annotated

from pydantic import BaseModel, Field

Points = Annotated[int, Field(ge=0, le=100_000)]
Days = Annotated[int, Field(ge=0, le=365)]


class ReferralSettings(BaseModel):
    """When somebody counts as brought along, what both get for it, and what is looked at by a person first."""

    days_to_say: Annotated[int, Field(ge=1, le=365)] = 14
    days_stayed: Days = 7
    stream: bool = True
    order: bool = False
    days_in_all: Annotated[int, Field(ge=1, le=730)] = 60
    points_for_bringing: Points = 50
    points_for_coming: Points = 20
    days_pending: Days = 7
    days_taken_back: Days = 30
    most_in_a_week: Annotated[int, Field(ge=1, le=1000)] = 10
    codes_in_a_day: Annotated[int, Field(ge=1, le=1000)] = 5
    least_account_days: Days = 30
    on_request: bool = False
    fewest_for_rate: Annotated[int, Field(ge=5, le=1000)] = 20
