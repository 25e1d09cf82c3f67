"""What a community may choose."""

from typing import Annotated

from pydantic import BaseModel, Field

from bot.api import ANSWERS_FROM


class AssistantSettings(BaseModel):
    """How sure an answer has to be, whether a machine words it, and how people of the team are asked for one."""

    least_confidence: Annotated[int, Field(ge=20, le=95)] = round(ANSWERS_FROM * 100)
    answers_in_public: bool = True
    phrasing: bool = False
    most_handed_in_a_day: Annotated[int, Field(ge=1, le=100)] = 5
    remind_after_minutes: Annotated[int, Field(ge=5, le=720)] = 30
    duty_hours: Annotated[int, Field(ge=1, le=72)] = 12
