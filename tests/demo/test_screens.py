"""The main screens as Discord and Telegram show them, in both languages, committed to be read in review."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.clock import VirtualClock
from bot.demo.opening import SetStage, open_for
from bot.demo.playing import Setting
from bot.demo.scenario import Chapter, Part, Place, Scenario, Stage
from bot.model.identity import Role
from tests.demo.discord_stage import DiscordStage, choose_channels, discord_stage
from tests.demo.telegram_stage import TelegramStage, appoint_the_owner, telegram_stage
from tests.snapshots.compare import matches

pytestmark = pytest.mark.long

START = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
PAUSE = timedelta(seconds=2)  # nobody types faster, and Telegram lets a chat have a message a second
WORDS = {
    "en": ("Tea house", "Teapots and glazes", "What clay is it?", "Ann for the lids", "Trimming"),
    "cs": ("Čajovna", "Konvičky a glazury", "Co je to za hlínu?", "Ann za víčka", "Obtáčení"),
}
Prepare = Callable[[App, Stage], Awaitable[None]]
SIDES: dict[str, tuple[SetStage, Prepare]] = {
    "discord": (discord_stage(), choose_channels),
    "telegram": (telegram_stage(), appoint_the_owner),
}


@dataclass
class Evening:
    """A stream with its hosts and two guests, seen screen by screen."""

    name: str
    language: str
    setting: Setting
    stage: DiscordStage | TelegramStage

    @property
    def app(self) -> App:
        return self.setting.app

    async def says(self, who: str, text: str, place: Place = Place.PRIVATE) -> None:
        await self._fresh(who)
        await self.stage.says(who, text, place)
        await self._settle()

    async def presses(self, who: str, action: str, *arguments: int | str) -> None:
        await self._fresh(who)
        await self.stage.presses(who, action, arguments)
        await self._settle()

    async def passes(self, span: timedelta) -> None:
        clock: VirtualClock = self.setting.clock
        await self.app.live_until(clock, clock.now() + span)

    def shows(self, who: str, screen: str) -> None:
        """What is new to somebody is the committed screen of that name."""
        matches(f"{self.name}/{screen}.{self.language}", self.stage.drawn(who))

    async def _fresh(self, who: str) -> None:
        self.stage.drawn(who)

    async def _settle(self) -> None:
        await self.app.dispatcher.idle()
        await self.app.turn()


@pytest.fixture(params=[(side, language) for side in SIDES for language in ("en", "cs")], ids="-".join)
async def evening(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Evening]:
    name, language = request.param
    set_stage, prepare = SIDES[name]
    community, title, *_ = WORDS[language]
    parts = (
        Part("Olga", language, role=Role.OWNER, visits=1),
        Part("Ann", language, visits=1),
        Part("Ben", language),
    )
    scenario = Scenario(community, title, (title,), START, timedelta(days=3), parts, (Chapter("", ()),))
    async with open_for(scenario, tmp_path, language, set_stage) as setting:
        await prepare(setting.app, setting.stage)
        assert isinstance(setting.stage, DiscordStage | TelegramStage)
        yield Evening(name, language, setting, setting.stage)


async def test_the_screens_of_an_evening(evening: Evening) -> None:
    it, (_, title, question, thanked, following) = evening, WORDS[evening.language]
    await it.says("Ann", "/start")
    it.shows("Ann", "start")
    await it.says("Ann", "/preferences")
    it.shows("Ann", "preferences")
    await it.presses("Ann", "passport.quiet_form")
    it.shows("Ann", "form")
    await it.says("Ann", "/help")
    it.shows("Ann", "help")
    it.stage.drawn("Ben")
    await it.says("Olga", f"/stream start {title}", Place.HOSTS)
    it.shows("Olga", "start-of-stream")
    it.shows("Ben", "live-post")
    await it.presses("Ann", "streams.write_after")
    it.shows("Ann", "agreed")
    for who in ("Ann", "Ben"):
        await it.stage.says(who, "hello", Place.EVERYBODY)
    await it.says("Ann", f"/q {question}")
    it.shows("Ann", "asked")
    await it.passes(timedelta(minutes=20))
    await it.says("Olga", "/cues", Place.HOSTS)
    it.shows("Olga", "cues")
    await it.says("Olga", f"/shoutout @{thanked}", Place.HOSTS)
    it.shows("Ben", "shoutout")
    await it.says("Olga", "/stream status", Place.HOSTS)
    it.shows("Olga", "live-control")
    await it.says("Olga", f"/stream plan 2026-11-27 19:00 {following}", Place.HOSTS)
    it.shows("Olga", "planned")
    await it.passes(timedelta(minutes=20))
    await it.says("Olga", "/stream end", Place.HOSTS)
    await it.passes(timedelta(minutes=2))
    it.shows("Olga", "end-of-stream")
    await it.presses("Olga", "admin.approve")
    it.shows("Olga", "approved")
    await it.passes(timedelta(minutes=10))
    it.shows("Ann", "follow-up")
    await it.presses("Ben", "followups.open_inbox")
    it.shows("Ben", "inbox")
    await it.says("Ann", "/why")
    it.shows("Ann", "why")
    await it.passes(timedelta(days=1))
    it.shows("Ann", "next-day")


STEPS = ("zone", "hosts", "places", "plugins", "routes", "end")
TYPED = {
    "plugins": "/plugin list",
    "plugin-configure": "/plugin configure streams",
    "settings-changed": "/plugin configure streams checkin_minutes 10",
    "settings-refused": "/plugin configure streams checkin_minutes soon",
    "host-added": "/host add @Ben",
    "permission": "/permission status moderator",
    "everything-stopped": "/everything stop",
    "doctor": "/doctor",
    "status": "/status",
    "audit": "/audit",
    "journeys": "/journey list",
}


async def test_the_screens_of_a_moderator(evening: Evening) -> None:
    it = evening
    await it.says("Ann", "/start")
    await it.says("Ben", "/start")
    await it.says("Olga", "/setup", Place.HOSTS)
    it.shows("Olga", "setup-language")
    for number, step in enumerate(STEPS, 2):
        await it.passes(PAUSE)
        await it.presses("Olga", "setup.step", number)
        it.shows("Olga", f"setup-{step}")
    for screen, typed in TYPED.items():
        await it.passes(PAUSE)
        await it.says("Olga", typed, Place.HOSTS)
        it.shows("Olga", screen)
    await it.says("Ann", "/stream end")
    it.shows("Ann", "refused")
    await it.passes(PAUSE)
    await it.presses("Olga", "admin.change_settings", "streams", 1)
    it.shows("Olga", "settings-form")
