"""A scenario that was played to its end, with every follow-up as the outbox has it then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.demo.playing import Moment, Player, Setting
from bot.demo.result import Result, result_of
from bot.demo.scenario import Scenario
from bot.model.decisions import Reason, State
from bot.model.identity import Route
from bot.storage.tables import deliveries, enrolments, members


@dataclass(frozen=True, slots=True)
class Followed:
    """One follow-up as the outbox has it in the end."""

    who: str
    step: str
    state: State
    reason: Reason
    route: Route | None
    settled_at: datetime


@dataclass(frozen=True, slots=True)
class Played:
    """A scenario, played to its end."""

    setting: Setting
    moments: Sequence[Moment]
    result: Result
    followed: Sequence[Followed]

    def of(self, who: str, step: str) -> Followed:
        """The one follow-up of a person."""
        [found] = [one for one in self.followed if (one.who, one.step) == (who, step)]
        return found


async def played_to_the_end(setting: Setting, scenario: Scenario) -> Played:
    """Play it, and see what came of it."""
    moments = [moment async for moment in Player(setting, scenario).play()]
    return Played(setting, moments, await result_of(setting.app, setting.community), await _followed_up(setting))


async def _followed_up(setting: Setting) -> list[Followed]:
    columns = (deliveries.c[name] for name in ("step", "state", "reason", "route", "settled_at"))
    query = (
        sa.select(members.c.name, *columns)
        .join(enrolments, enrolments.c.id == deliveries.c.enrolment_id)
        .join(members, members.c.id == deliveries.c.member_id)
    )
    async with setting.app.parts.work() as work:
        return [
            Followed(row[0], row[1], State(row[2]), Reason(row[3]), Route(row[4]) if row[4] else None, row[5])
            for row in await work.rows(query)
        ]
