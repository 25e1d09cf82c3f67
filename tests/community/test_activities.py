"""Activities: each is known once, whoever tells it."""

from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest

from bot.clock import VirtualClock
from bot.community.activities import Activities
from bot.model.events import ActivityRecorded, Event
from bot.storage.database import Database
from bot.storage.queue import Line
from bot.storage.work import Work
from tests.community.people import START, add_community, add_members


def told_to(events: list[Event]) -> Callable[[Event], Iterable[Line]]:
    """Who keeps the events it is told of in a list, and queues nothing."""

    def keep(event: Event) -> Iterable[Line]:
        events.append(event)
        return ()

    return keep


async def test_an_activity_is_recorded_once_and_told_once(each_database: Database) -> None:
    community_id = await add_community(each_database)
    [member_id] = await add_members(each_database, community_id, 1)
    told: list[Event] = []

    async def record(kind: str) -> bool:
        async with Work(each_database, VirtualClock(START), told_to(told)) as work:
            return await Activities(work).record(community_id, member_id, kind, "A-17", value=12.5)

    assert [await record("ordered"), await record("ordered"), await record("returned")] == [True, False, True]
    assert told == [
        ActivityRecorded(
            community_id=community_id, at=START, member_id=member_id, kind=kind, reference="A-17", value=12.5
        )
        for kind in ("ordered", "returned")
    ]


@pytest.mark.long
async def test_the_first_line_stays_as_it_was(each_database: Database) -> None:
    community_id = await add_community(each_database)
    [member_id] = await add_members(each_database, community_id, 1)
    async with Work(each_database, VirtualClock(START)) as work:
        service = Activities(work)
        earlier = START - timedelta(days=1)
        await service.record(community_id, member_id, "ordered", "A-17", at=earlier, value=1, detail={"cups": 2})
        await service.record(community_id, member_id, "ordered", "A-17", value=9)
        [line] = await service.of(member_id)
    assert (line.at, line.value, line.detail) == (earlier, 1, {"cups": 2})


async def test_activities_are_listed_newest_first_page_by_page(each_database: Database) -> None:
    community_id = await add_community(each_database)
    [member_id] = await add_members(each_database, community_id, 1)
    async with Work(each_database, VirtualClock(START)) as work:
        service = Activities(work)
        for number in range(7):
            at = START - timedelta(minutes=number // 3)  # some at the same moment
            await service.record(community_id, member_id, "checked_in", str(number), at=at)
        pages = [await service.of(member_id, 3)]
        while pages[-1]:
            pages.append(await service.of(member_id, 3, pages[-1][-1]))
        assert [line.reference for page in pages for line in page] == ["2", "1", "0", "5", "4", "3", "6"]
        assert await service.count(member_id, "checked_in") == 7
        assert await service.count(member_id, "checked_in", since=START) == 3
        assert await service.count(member_id, "ordered") == 0
