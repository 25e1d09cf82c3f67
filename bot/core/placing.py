"""The placeholders of journeys' texts that plugins fill: asked once for a batch of deliveries."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from bot.community.communities import Communities
from bot.core.context import Background
from bot.core.declarations import Contribution
from bot.core.parts import Parts
from bot.core.settings import PluginSettings
from bot.delivery.case import Case
from bot.delivery.sending import Placed
from bot.guard import Failure, attempt
from bot.model.identity import Community

KIND = "placeholder"
"""A contribution of this kind is called with a Background and cases of one community; it returns by delivery's id what
its names and switches stand for, at that moment and for every step of the person's journey. It only reads."""

SECONDS = 10.0


class Placeholders:
    """Asks the plugins. One that fails, or is off, leaves its names empty: the texts of others go on.

    One that is off is asked for its own journeys still. Nothing of those leaves; but who looks at what would, once the
    plugin is on, is to see it as it would be.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._contributions = parts.registry.contributions(KIND)

    async def values(self, cases: Sequence[Case]) -> Placed:
        """What every plugin's placeholders stand for, by delivery; `cases` have recipients."""
        found: defaultdict[int, dict[str, object]] = defaultdict(dict)
        by_community: defaultdict[int, list[Case]] = defaultdict(list)
        for case in cases if self._contributions else ():
            by_community[case.due.community_id].append(case)
        for community_id, together in by_community.items():
            async with self._parts.work() as work:
                community = await Communities(work).get(community_id)
                enabled = await PluginSettings(work, self._parts.registry, community_id).enabled()
            for contribution in self._contributions:
                given = await self._ask(contribution, community, enabled, together)
                empty = dict.fromkeys((*contribution.names, *contribution.switches), "")
                for case in together:
                    found[case.due.id] |= {**empty, **given.get(case.due.id, {})}
        return found

    async def _ask(
        self, contribution: Contribution, community: Community, enabled: Collection[str], cases: Sequence[Case]
    ) -> Placed:
        place = f"placeholders of {contribution.plugin}"
        if contribution.plugin not in enabled:
            cases = [case for case in cases if case.enrolment and case.enrolment.plugin == contribution.plugin]
        if not cases:
            return {}
        done = await attempt(self._values(contribution, community, cases), place=place, seconds=SECONDS)
        # Logged only: whoever renders may hold the database's one writer, so an incident cannot be written here.
        return {} if isinstance(done, Failure) else done

    async def _values(self, contribution: Contribution, community: Community, cases: Sequence[Case]) -> Placed:
        async with self._parts.work() as work:
            background = Background(self._parts, work, community, contribution.plugin)
            values: Mapping[int, Mapping[str, object]] = await contribution.handler(background, cases)
            return values
