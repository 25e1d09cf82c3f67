"""Calendar dates that are kept in facts: whose day begins now, by the clock on their own wall."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from msgspec import Struct

from bot.clock import wall_clock
from bot.community.linked import is_here
from bot.delivery.zones import first_zone
from bot.model.identity import Community
from bot.model.journeys import DateTrigger
from bot.storage.database import Reader
from bot.storage.tables import member_facts, members, persons


class Day(Struct, frozen=True):
    """The day of some members who live by the same clock: which, from when (aware UTC), and whose."""

    day: date
    anchor: datetime
    member_ids: tuple[int, ...]


async def days_between(
    reader: Reader, community: Community, trigger: DateTrigger, since: datetime, until: datetime
) -> Sequence[Day]:
    """The days that begin (at the trigger's time, on each person's own wall) after `since` and by `until`, both aware.

    Who was born on 29 February has their day on the 28th in the other years.
    """
    # Somewhere on Earth it is the day before or after already.
    first, last = (since - timedelta(days=1)).date(), (until + timedelta(days=1)).date()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    by_date: defaultdict[str, list[date]] = defaultdict(list)
    for day in days:
        for name in _dates_on(day):
            by_date[name].append(day)
    found: defaultdict[tuple[date, datetime], list[int]] = defaultdict(list)
    for member_id, zone, text in await reader.rows(_with_dates(community.id, trigger.fact, list(by_date))):
        zone = first_zone(zone, community.zone)
        for day in by_date[text]:
            anchor = wall_clock(datetime.combine(day, trigger.at), zone)
            if since < anchor <= until:
                found[day, anchor].append(member_id)
    return [Day(day, anchor, tuple(sorted(ids))) for (day, anchor), ids in sorted(found.items())]


def _dates_on(day: date) -> list[str]:
    """The dates ("MM-DD") that are kept on this day."""
    leaps_over = day.month == 2 and day.day == 28 and (day + timedelta(days=1)).month == 3
    return [f"{day:%m-%d}", *(["02-29"] if leaps_over else [])]


def _with_dates(community_id: int, fact: str, dates: Sequence[str]) -> sa.Select[int, str | None, str | None]:
    return (
        sa.select(members.c.id, persons.c.zone, member_facts.c.text)
        .join(members, members.c.id == member_facts.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(member_facts.c.fact == fact, member_facts.c.text.in_(dates))
        .where(members.c.community_id == community_id, is_here())
    )
