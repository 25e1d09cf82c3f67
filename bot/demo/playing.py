"""Plays a scenario through a whole bot: time passes on a virtual clock, and people act when it is their turn."""

from collections.abc import AsyncIterator
from datetime import datetime

from msgspec import Struct

from bot.app import App
from bot.clock import VirtualClock
from bot.community.activities import ORDERED, Activities
from bot.community.people import People
from bot.demo.scenario import Act, Chapter, FillsIn, Looks, Orders, Part, Presses, Says, Scenario, Seen, Stage
from bot.model.identity import Community


class Moment(Struct, frozen=True):
    """Something worth telling: when (aware UTC), whose, in which chapter, the act, and what the bot showed then."""

    at: datetime
    chapter: Chapter
    part: Part
    act: Act
    seen: Seen | None


class Setting(Struct, frozen=True):
    """Where a scenario is played: the bot, the clock it runs on, one of its platforms as the stage, the community."""

    app: App
    clock: VirtualClock
    stage: Stage
    community: Community


class Player:
    """Plays one scenario, whose people have entered the stage."""

    def __init__(self, setting: Setting, scenario: Scenario) -> None:
        self._app = setting.app
        self._clock = setting.clock
        self._stage = setting.stage
        self._community = setting.community
        self._scenario = scenario
        self._quiet_until = setting.clock.now()  # nothing is due before
        self._is_settled = True  # what follows from the acts of this moment is done

    async def play(self) -> AsyncIterator[Moment]:
        """Live through the whole scenario, and hand out its moments as they come.

        Raises ScenarioError when somebody cannot do what the scenario says, because no such button or form is there.
        """
        for chapter in self._scenario.chapters:
            for act in chapter.acts:
                part = self._scenario.part(act.who)
                await self._pass_to(self._scenario.start + act.at)
                if act.tell and not isinstance(act, Looks):
                    self._stage.news(act.who)  # what came before is not the answer to this
                await self._do(act)
                if act.tell:
                    await self._settle()
                    yield Moment(self._clock.now(), chapter, part, act, self._look(act))
        await self._app.live_until(self._clock, self._scenario.start + self._scenario.span)

    async def _pass_to(self, moment: datetime) -> None:
        """Let time pass. Where nothing is due on the way the clock just moves, as it does between lines of a chat."""
        if moment > self._clock.now():
            await self._settle()
        if moment < self._quiet_until:
            self._clock.set(moment)
            return
        await self._app.live_until(self._clock, moment)
        await self._look_ahead()

    async def _settle(self) -> None:
        """Do what follows from the acts of this moment, before anything else is looked at or time moves on."""
        if not self._is_settled:
            await self._app.turn()
            await self._look_ahead()
            self._is_settled = True

    async def _look_ahead(self) -> None:
        self._quiet_until = await self._app.next_due() or self._scenario.start + self._scenario.span

    async def _do(self, act: Act) -> None:
        match act:
            case Looks():
                return
            case Says(who=who, text=text, place=place):
                await self._stage.says(who, text, place)
                if not text.startswith("/"):
                    return  # nobody answers a line of chat
            case Presses(who=who, action=action, arguments=arguments):
                await self._stage.presses(who, action, arguments)
            case FillsIn(who=who, values=values):
                await self._stage.fills_in(who, values)
            case Orders():
                await self._order(act)
        await self._app.dispatcher.idle()
        self._is_settled = False

    async def _order(self, act: Orders) -> None:
        account = self._stage.account(act.who)
        await self._app.turn()  # who only spoke so far becomes known
        async with self._app.parts.work() as work:
            buyer = await People(work).find(self._community, f"{account.platform}:{account.user_id}")
            await Activities(work).record(self._community.id, buyer.id, ORDERED, act.reference, value=act.amount)

    def _look(self, act: Act) -> Seen | None:
        news = self._stage.news(act.who)
        return next((seen for seen in reversed(news) if seen.place is act.shows), None)
