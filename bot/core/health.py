"""How the bot is doing in a community: which platforms run, and where its deliveries stand."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from msgspec import Struct

from bot.clock import wall_clock
from bot.community.communities import Communities
from bot.core.parts import Parts
from bot.delivery.effects import IS_MESSAGE
from bot.delivery.tallying import WAS_GIVEN
from bot.delivery.zones import first_zone
from bot.model.decisions import Reason, State
from bot.model.identity import Community
from bot.storage.tables import UNSETTLED, deliveries
from bot.storage.work import Work
from bot.text.refusals import in_words

_IS_NEW = deliveries.c.reason.is_distinct_from(Reason.EDITED.value)
"""To edit a post that stands is no message more."""


class Running(Struct, frozen=True):
    """A platform that is set up; `problem` says why it does not run, and is empty while it does."""

    name: str
    problem: str


class SeenAt(Struct, frozen=True):
    """A source that is set up, with the channels watched for the community, and what does not work in words."""

    name: str
    channels: tuple[str, ...]
    problem: str
    notes: tuple[str, ...]


class Health:
    """Looks at one community within one piece of work."""

    def __init__(self, parts: Parts, work: Work, community: Community) -> None:
        self._parts = parts
        self._work = work
        self._community = community

    def platforms(self, language: str) -> Sequence[Running]:
        """Every platform that is set up, by name."""
        return [Running(name, self.problem(name, language)) for name in sorted(self._parts.platforms)]

    def problem(self, platform: str, language: str) -> str:
        """Why a platform does not run; "" when it does."""
        problem = self._parts.problems.get(platform, "")
        return problem if isinstance(problem, str) else in_words(problem, language)

    async def sources(self, language: str) -> Sequence[SeenAt]:
        """Every source that is set up, by name; what concerns only the channels of others is not told."""
        spaces = {space.ref for space in await Communities(self._work).spaces(self._community.id)}
        found = []
        for name, state in sorted(self._parts.sources.items()):
            mine = tuple(channel.name for channel in state.channels if channel.space in spaces)
            others = {channel.name for channel in state.channels} - {*mine}
            notes = [words for topic, words in state.notes.items() if topic.rpartition(" ")[2] not in others]
            problem = in_words(state.problem, language) if state.problem is not None else ""
            found.append(SeenAt(name, mine, problem, tuple(in_words(words, language) for words in notes)))
        return found

    async def watched_elsewhere(self, source: str, channel: str) -> bool:
        """Whether another community has the channel, which tells of its streams there."""
        spaces = {space.ref for space in await Communities(self._work).spaces(self._community.id)}
        state = self._parts.sources.get(source)
        return state is not None and any(one.name == channel and one.space not in spaces for one in state.channels)

    async def deliveries(self) -> Mapping[State, int]:
        """How many deliveries stand where: those that are open, and those that were settled since local midnight."""
        mine = (deliveries.c.community_id == self._community.id) & IS_MESSAGE
        count = sa.select(deliveries.c.state, sa.func.count()).where(mine)
        # Two questions, since each has an index of its own and both at once would have to look at every row.
        to_come = await self._work.rows(count.where(UNSETTLED).group_by(deliveries.c.state))
        today = count.where(deliveries.c.settled_at >= self._midnight(), _IS_NEW)
        settled = await self._work.rows(today.group_by(deliveries.c.state))
        return {State(state): count for state, count in (*to_come, *settled)}

    async def posts(self) -> int:
        """How many of those settled since local midnight were posts in channels, read by nobody in particular."""
        query = sa.select(sa.func.count()).select_from(deliveries).where(deliveries.c.member_id.is_(None))
        mine = (deliveries.c.community_id == self._community.id) & WAS_GIVEN & IS_MESSAGE
        return int(await self._work.value(query.where(mine, _IS_NEW, deliveries.c.settled_at >= self._midnight())))

    async def held(self) -> Mapping[Reason, int]:
        """How many deliveries are held, by why."""
        mine = (deliveries.c.community_id == self._community.id) & (deliveries.c.state == State.HELD.value) & IS_MESSAGE
        query = sa.select(deliveries.c.reason, sa.func.count()).where(mine).group_by(deliveries.c.reason)
        return {Reason(reason): count for reason, count in await self._work.rows(query)}

    async def next_due(self) -> datetime | None:
        """When the community's next delivery is due (aware UTC), or None."""
        mine = (deliveries.c.community_id == self._community.id) & (deliveries.c.state == State.PENDING.value)
        mine &= IS_MESSAGE
        found: datetime | None = await self._work.value(sa.select(sa.func.min(deliveries.c.due_at)).where(mine))
        return found

    def _midnight(self) -> datetime:
        zone = first_zone(self._community.zone)
        today = self._work.now.astimezone(ZoneInfo(zone)).date()
        return wall_clock(datetime.combine(today, time()), zone)
