"""A plugin with settings of every kind and a journey, to be run by what moderators do."""

from collections.abc import Sequence
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from bot.api import Context, Delay, Journey, LocalTime, Plugin, Purpose, Route, Step, StreamTrigger, Variant
from bot.core.loader import Loaded, LoadFailure
from bot.core.registry import Registry
from plugins.admin import plugin as admin


class Settings(BaseModel):
    """One setting of each kind."""

    greeting: Annotated[str, Field(max_length=40)] = "Hello"
    minutes: Annotated[int, Field(ge=1, le=60)] = 10
    loud: bool = False
    tone: Literal["warm", "brief"] = "warm"
    days: list[Literal["saturday", "sunday"]] = ["saturday"]
    patience: timedelta = timedelta(hours=3)
    evening: time = time(18)


THANKS = Step(
    id="thanks",
    when=Delay(after=timedelta(minutes=10)),
    variants=(Variant(name="a", message="sample-thanks"), Variant(name="b", message="sample-thanks-brief")),
    routes=(Route.DIRECT, Route.INBOX),
)
QUESTION = Step(
    id="question",
    when=LocalTime(days=1, at=time(18)),
    variants=(Variant(message="sample-question"),),
    satisfied_by=("score",),
    buttons=("sample.wave",),
)
LAST = Step(
    id="last-call",
    when=Delay(after=timedelta(hours=44)),
    variants=(Variant(message="sample-last"),),
    purpose=Purpose.MARKETING,
    routes=(Route.DIRECT,),
    expires_after=timedelta(hours=4),
)
JOURNEY = Journey(name="after", trigger=StreamTrigger(), steps=(THANKS, QUESTION, LAST))


def sample(*, journeys: Sequence[Journey] = (JOURNEY,)) -> Plugin:
    """A fresh plugin `sample`."""
    locales = Path(__file__).parent / "locales"
    plugin = Plugin("sample", settings=Settings, journeys=journeys, locales=locales)

    @plugin.command(examples=["/hello"])
    async def hello(ctx: Context) -> None:
        """Say hello."""
        settings = await ctx.settings(Settings)
        await ctx.reply(ctx.t("sample-hello", greeting=settings.greeting))

    @plugin.action("sample-wave")
    async def wave(ctx: Context, delivery: int) -> None:
        await ctx.reply(ctx.t("sample-hello", greeting=str(delivery)))

    return plugin


def loaded(*failures: LoadFailure, journeys: Sequence[Journey] = (JOURNEY,)) -> Loaded:
    """The plugin `admin` and the sample, with `failures` for what could not be loaded."""
    return Loaded(Registry([admin, sample(journeys=journeys)]), failures)
