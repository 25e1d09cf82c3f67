"""Load what decisions need for a batch of due deliveries: a few set-based reads, however many people they are for."""

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, LiteralString

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from bot.delivery.case import NO_TWIN, Case, Due, Enrolment, JourneyStatus, Later, PluginStatus, Recipient
from bot.delivery.recipients import FAMILIES, Families, Ways, load_recipients
from bot.delivery.rolling import standings
from bot.delivery.twins import load_twins
from bot.model.decisions import Reason
from bot.model.identity import AccountRef, ChannelRef, Purpose
from bot.model.journeys import Journey, StepKind
from bot.model.ports import Platform
from bot.storage.database import Reader, Statement
from bot.storage.types import from_micros, to_json, to_micros
from bot.storage.unpacking import unpacked_ids

log = logging.getLogger(__name__)

PluginsStand = Callable[[str, bool | None], PluginStatus]
"""Where a plugin stands in a community that turned it on or off; None: it chose nothing."""


def as_chosen(plugin: str, chosen: bool | None) -> PluginStatus:
    """Every plugin is there, and on where nobody turned it off."""
    return PluginStatus.OFF if chosen is False else PluginStatus.ON


KEPT = 300
"""So many definitions of journeys are kept: those that were needed last."""


class _Starts(Struct, frozen=True):
    """When a community's newest stream that is over went live, and the one that is on."""

    over: datetime | None = None
    on: datetime | None = None


_NO_START = _Starts()


class Loader:
    """Turns due rows into cases. Keeps the journeys' definitions, which never change once written."""

    def __init__(
        self, platforms: Mapping[str, Platform], plugins_stand: PluginsStand = as_chosen, *, keep: int = KEPT
    ) -> None:
        self._platforms = platforms
        self._keep = keep
        self._plugins_stand = plugins_stand
        self._definitions: dict[tuple[int, int], Journey] = {}

    @property
    def kept(self) -> int:
        """How many definitions are kept right now."""
        return len(self._definitions)

    async def load(self, reader: Reader, dues: Sequence[Due], now: datetime, *, trigger: str = "") -> list[Case]:
        """The cases for `dues`, in their order. `trigger` is that of dues without an enrolment: a preview's."""
        read = await reader.fetch_each(_statements(reader.dialect, dues, now))
        communities, newest, lately, enrolled, open_rows, linked, posts_in = read
        families = Families(linked)
        enrolments = await self._enrolments(reader, enrolled)
        triggers = {id: enrolment.trigger for id, enrolment in enrolments.items()}
        wanted = [(due.member_id or 0, triggers.get(due.enrolment_id or 0, trigger)) for due in dues]
        anchor = min((enrolment.anchor for enrolment in enrolments.values()), default=None)
        who_is = {who for who in wanted if who[0]}
        people = await load_recipients(reader, who_is, self._ways(posts_in), anchor, now, families)
        twins = await load_twins(reader, dues, enrolments, families)
        starts = {id: _Starts(_moment(over), _moment(on)) for id, over, on in newest}
        ends = {f"stream:{id}": _moment(ended) for id, ended in lately}
        settings = {id: (at is not None, language, bool(pull)) for id, at, language, pull in communities}
        later, posts = _later(dues, enrolments, open_rows), await standings(reader, dues)
        cases = []
        for due, who in zip(dues, wanted, strict=True):
            enrolment = enrolments.get(due.enrolment_id or 0)
            stopped, language, pull_only = settings[due.community_id]
            post, start = posts.get(due.id), starts.get(due.community_id, _NO_START)
            cases.append(
                Case(
                    due=due,
                    community_stopped=stopped,
                    language=language,
                    recipient=_by_one_account(people.get(who), due),
                    enrolment=enrolment,
                    step=enrolment.journey.step(due.step) if enrolment else None,
                    newest_start=start.over,
                    on_air_since=start.on,
                    anchor_stands=not enrolment or ends.get(enrolment.trigger, enrolment.anchor) == enrolment.anchor,
                    later=later.get(due.id, ()),
                    pull_only=pull_only,
                    superseded=post is not None and post.newest != due.id,
                    stands_at=post.at if post is not None else None,
                    twin=twins.get(due.id, NO_TWIN),
                )
            )
        return cases

    def _ways(self, posts_in: Sequence[Sequence[Any]]) -> Ways:
        """Of several spaces on one platform the first one where posts go, which is where they all go."""
        places = {
            (community, platform): ChannelRef(platform, channel, space)
            for community, platform, space, channel in reversed(posts_in)
            if platform in self._platforms
        }
        return Ways({name: platform.capabilities.routes for name, platform in self._platforms.items()}, places)

    async def _enrolments(self, reader: Reader, rows: Sequence[Sequence[Any]]) -> dict[int, Enrolment]:
        """By id. Those whose journey, trigger and fate are the same are one object: a stream's are all alike."""
        by_kind: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
        for id, *kind in rows:
            by_kind[tuple(kind)].append(id)
        definitions = await self._learn(reader, {(journey_id, version) for journey_id, version, *_ in by_kind})
        found: dict[int, Enrolment] = {}
        for (journey_id, version, trigger, anchor, ended, status, plugin, chosen), ids in by_kind.items():
            if (journey_id, version) in definitions:
                enrolment = Enrolment(
                    journey_id=journey_id,
                    journey=definitions[journey_id, version],
                    status=JourneyStatus(status),
                    trigger=trigger,
                    anchor=from_micros(anchor),
                    ended=Reason(ended) if ended else None,
                    plugin=plugin,
                    plugin_status=self._plugins_stand(plugin, None if chosen is None else bool(chosen)),
                )
                found |= dict.fromkeys(ids, enrolment)
        return found

    async def _learn(self, reader: Reader, wanted: set[tuple[int, int]]) -> Mapping[tuple[int, int], Journey]:
        """The definitions that are wanted. What others want meanwhile may push out what we keep of them."""
        found = {key: self._definitions.pop(key) for key in wanted if key in self._definitions}
        for key in wanted - found.keys():
            rows = await reader.fetch(
                "SELECT definition FROM journey_versions WHERE journey_id = :journey AND version = :version",
                {"journey": key[0], "version": key[1]},
            )
            try:
                found[key] = Journey.model_validate_json(rows[0][0])
            except ValidationError:
                # Another version of the program wrote it. Its deliveries are broken, everybody else's go on.
                log.exception("version %d of journey %d cannot be read", key[1], key[0])
        self._definitions |= found
        while len(self._definitions) > self._keep:
            del self._definitions[next(iter(self._definitions))]
        return found


def _by_one_account(person: Recipient | None, due: Due) -> Recipient | None:
    """The person, by no other door than that of the account which a message is meant for, where it says so."""
    only = (due.payload or {}).get("account")
    if person is None or only is None:
        return person
    return replace(person, doors=tuple(door for door in person.doors if door.account == AccountRef(*only)))


def _statements(dialect: str, dues: Sequence[Due], now: datetime) -> Sequence[Statement]:
    ids = unpacked_ids(dialect, "ids")
    communities = {"ids": to_json(sorted({due.community_id for due in dues}))}
    enrolments = {"ids": to_json([due.enrolment_id for due in dues if due.enrolment_id])}
    members = {"ids": to_json(sorted({due.member_id for due in dues if due.member_id}))}
    return (
        (_COMMUNITIES.format(ids=ids), communities),
        (_NEWEST_STARTS.format(ids=ids), communities),
        (_LATELY.format(ids=ids), communities),
        (_ENROLMENTS.format(ids=ids), enrolments),
        (_OPEN.format(ids=ids), {**enrolments, "now": to_micros(now)}),
        (FAMILIES.format(ids=ids), members),
        (_POSTS_IN.format(ids=ids), communities),
    )


_COMMUNITIES: LiteralString = "SELECT id, stopped_at, language, pull_only FROM communities WHERE id IN ({ids})"

_POSTS_IN: LiteralString = """
SELECT community_id, platform, external_id, post_channel FROM spaces
WHERE community_id IN ({ids}) AND post_channel IS NOT NULL AND left_at IS NULL ORDER BY id
"""

# What does not count has no number.
_NEWEST_STARTS: LiteralString = """
SELECT community_id, max(CASE WHEN state NOT IN ('live', 'ending') THEN started_at END),
  max(CASE WHEN state IN ('live', 'ending') THEN started_at END)
FROM streams WHERE community_id IN ({ids}) AND number IS NOT NULL GROUP BY community_id
"""

# Those whose end may not be the one that enrolments count from: it was taken back, or told anew.
_LATELY: LiteralString = """
SELECT id, CASE WHEN state = 'ended' THEN ended_at END FROM streams
WHERE community_id IN ({ids}) AND state IN ('live', 'ending', 'ended')
"""

_ENROLMENTS: LiteralString = """
SELECT e.id, e.journey_id, e.version, e.trigger, e.anchor_at, e.ended, j.status, j.plugin, s.enabled
FROM enrolments e JOIN journeys j ON j.id = e.journey_id
LEFT JOIN plugin_settings s ON s.community_id = j.community_id AND s.plugin = j.plugin WHERE e.id IN ({ids})
"""

_OPEN: LiteralString = """
SELECT id, enrolment_id, step, purpose, due_at, expires_at FROM deliveries
WHERE enrolment_id IN ({ids}) AND state IN ('pending', 'claimed', 'sending', 'held') AND due_at <= :now
"""


def _later(
    dues: Sequence[Due], enrolments: Mapping[int, Enrolment], open_rows: Sequence[Sequence[Any]]
) -> dict[int, tuple[Later, ...]]:
    """By delivery, the messages of later steps of the same enrolment that are due as well."""
    rows = defaultdict(list)
    for row in open_rows:
        rows[row[1]].append(row)
    found = {}
    for due in dues:
        enrolment = enrolments.get(due.enrolment_id or 0)
        if enrolment is not None and len(rows[due.enrolment_id]) > 1:
            found[due.id] = _behind(due, enrolment.journey, rows[due.enrolment_id])
    return found


def _behind(due: Due, journey: Journey, rows: Sequence[Sequence[Any]]) -> tuple[Later, ...]:
    places = {step.id: place for place, step in enumerate(journey.steps)}
    found = []
    for id, _, name, purpose, due_at, expires_at in rows:
        step = journey.step(name)
        if step is not None and step.kind is StepKind.MESSAGE and places[name] > places.get(due.step, -1):
            row = replace(due, id=id, step=name, purpose=Purpose(purpose))
            found.append(Later(replace(row, due_at=from_micros(due_at), expires_at=from_micros(expires_at)), step))
    return tuple(found)


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)
