"""The audit log: changes are told, undone once, and never over somebody else's later change."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.clock import VirtualClock
from bot.community.audit import Audit, AuditEntry, Restore
from bot.errors import UserError
from bot.storage.database import Database
from bot.storage.work import Work
from bot.text.files import bundled_locales
from bot.text.translator import load_translator
from tests.community.people import START, add_community, add_members


@dataclass
class House:
    """One lamp whose colour people change."""

    database: Database
    community_id: int
    people: list[int]
    colours: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Any] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    @asynccontextmanager
    async def log(self) -> AsyncIterator[Audit]:
        async with Work(self.database, VirtualClock(START)) as work:
            yield Audit(work)

    async def paint(self, colour: str, by: int | None = None, lamp: str = "hall") -> int:
        before, self.colours[lamp] = self.colours.get(lamp), colour
        async with self.log() as log:
            return await log.note(self.community_id, by, "lamp.paint", lamp, before, colour)

    async def restore(self, work: Work, community_id: int, subject: str, value: Any) -> None:
        assert community_id == self.community_id
        self.colours[subject] = value

    async def undo(self, entry_id: int, by: int | None = None) -> int:
        async with self.log() as log:
            return await log.undo(self.community_id, entry_id, by, self.ways)

    async def offered(self, entry_id: int) -> bool:
        async with self.log() as log:
            entry = await log.entry(self.community_id, entry_id)
            assert entry is not None
            return await log.can_undo(self.community_id, entry, self.ways)

    async def unbroken(self, work: Work, community_id: int, entry: AuditEntry) -> bool:
        return entry.subject not in self.broken

    async def hang(self, work: Work, community_id: int, subject: str, value: Any) -> None:
        self.places[subject] = value

    @property
    def ways(self) -> dict[str, Restore]:
        paint = Restore(self.restore, self.unbroken)
        return {"lamp.paint": paint, "lamp.spray": paint, "lamp.hang": Restore(self.hang)}

    async def refusal(self, entry_id: int) -> UserError:
        with pytest.raises(UserError) as refused:
            await self.undo(entry_id)
        return refused.value

    async def newest(self, limit: int = 20, subject: str | None = None) -> list[AuditEntry]:
        async with self.log() as log:
            return await log.newest(self.community_id, limit, subject)


@pytest.fixture
async def house(each_database: Database) -> House:
    community_id = await add_community(each_database)
    return House(each_database, community_id, await add_members(each_database, community_id, 2))


async def test_changes_are_listed_newest_first_with_who_made_them(house: House) -> None:
    first = await house.paint("red", by=house.people[0])
    await house.paint("blue", lamp="porch")
    last = await house.paint("green")
    assert [(entry.id, entry.name, entry.before, entry.after) for entry in await house.newest(subject="hall")] == [
        (last, None, "red", "green"),
        (first, "Guest 0", None, "red"),
    ]
    assert [entry.subject for entry in await house.newest(2)] == ["hall", "porch"]
    assert (await house.newest())[0].at == START


async def test_undoing_brings_back_what_was_before_and_is_noted(house: House) -> None:
    await house.paint("red")
    painted = await house.paint("blue")
    undone = await house.undo(painted, by=house.people[1])
    assert house.colours == {"hall": "red"}
    entry = (await house.newest())[0]
    assert (entry.id, entry.undoes, entry.member_id) == (undone, painted, house.people[1])
    assert (entry.before, entry.after) == ("blue", "red")


async def test_undoing_an_undo_brings_the_change_back_again_and_again(house: House) -> None:
    await house.paint("red")
    entry = await house.paint("blue")
    for colour in ("red", "blue", "red", "blue"):
        entry = await house.undo(entry)
        assert house.colours == {"hall": colour}


async def test_what_was_undone_is_not_undone_twice(house: House) -> None:
    entry = await house.paint("red")
    await house.undo(entry, by=house.people[1])
    refusal = await house.refusal(entry)
    assert (refusal.key, refusal.values) == ("audit-undone", {"name": "Guest 1", "named": True})


async def test_a_later_change_stands_in_the_way_and_says_whose_it_is(house: House) -> None:
    entry = await house.paint("red")
    await house.paint("blue", by=house.people[0])
    await house.paint("white", lamp="porch")
    refusal = await house.refusal(entry)
    assert (refusal.key, refusal.values) == ("audit-changed-since", {"name": "Guest 0", "named": True})
    assert house.colours["hall"] == "blue"


async def test_changes_are_undone_one_after_another_back_to_the_start(house: House) -> None:
    entries = [await house.paint(colour) for colour in ("red", "blue", "green")]
    for entry in reversed(entries):
        await house.undo(entry)
    assert house.colours == {"hall": None}


async def test_of_two_who_undo_at_the_same_time_one_is_refused(house: House) -> None:
    entry = await house.paint("red")
    outcomes = await asyncio.gather(*(house.undo(entry, by) for by in house.people), return_exceptions=True)
    [refusal] = [outcome for outcome in outcomes if isinstance(outcome, UserError)]
    assert refusal.key == "audit-undone"
    assert len(await house.newest()) == 2


async def test_an_earlier_change_can_be_undone_once_the_later_one_was(house: House) -> None:
    first, second = await house.paint("red"), await house.paint("blue")
    await house.undo(second)
    await house.undo(first)
    assert house.colours == {"hall": None}


async def test_an_action_without_a_way_back_is_refused(house: House) -> None:
    async with house.log() as log:
        entry = await log.note(house.community_id, None, "lamp.smash", "hall", "whole", "broken")
    assert (await house.refusal(entry)).key == "audit-no-way-back"


async def test_a_change_of_something_else_about_the_same_thing_is_not_in_the_way(house: House) -> None:
    painted = await house.paint("red")
    async with house.log() as log:
        hung = await log.note(house.community_id, None, "lamp.hang", "hall", "left", "right")
    await house.undo(painted)
    assert house.colours == {"hall": None}
    await house.undo(hung)
    assert house.places == {"hall": "left"}


async def test_another_action_that_changes_the_same_is_in_the_way(house: House) -> None:
    painted = await house.paint("red")
    async with house.log() as log:
        await log.note(house.community_id, None, "lamp.spray", "hall", "red", "gold")
    assert (await house.refusal(painted)).key == "audit-changed-since"


async def test_what_is_not_as_the_change_left_it_is_not_undone(house: House) -> None:
    painted = await house.paint("red")
    house.broken.add("hall")
    assert (await house.refusal(painted)).key == "audit-moved-on"
    assert not await house.offered(painted)


async def test_only_what_would_be_undone_is_offered(house: House) -> None:
    first, second = await house.paint("red"), await house.paint("blue")
    assert [await house.offered(entry) for entry in (first, second)] == [False, True]
    await house.undo(second)
    assert [await house.offered(entry) for entry in (first, second)] == [True, False]


async def test_another_communitys_changes_are_out_of_reach(house: House) -> None:
    entry = await house.paint("red")
    stranger = House(house.database, await add_community(house.database), [])
    assert (await stranger.refusal(entry)).key == "audit-unknown"
    async with stranger.log() as log:
        assert await log.entry(stranger.community_id, entry) is None
        assert await log.entry(house.community_id, entry) is not None


async def test_a_restore_that_fails_leaves_the_log_as_it_was(house: House) -> None:
    entry = await house.paint("red")

    async def fail(work: Work, community_id: int, subject: str, value: Any) -> None:
        await Audit(work).note(community_id, None, "lamp.paint", subject, "red", "half")
        raise UserError("audit-no-way-back")

    with pytest.raises(UserError):
        async with house.log() as log:
            await log.undo(house.community_id, entry, None, {"lamp.paint": Restore(fail)})
    assert [entry.after for entry in await house.newest()] == ["red"]


@pytest.mark.parametrize("language", ["en", "cs"])
@pytest.mark.parametrize(
    "key", ["audit-unknown", "audit-no-way-back", "audit-undone", "audit-changed-since", "audit-moved-on"]
)
@pytest.mark.parametrize("name", ["Eva", ""])
def test_each_refusal_has_words(key: str, language: str, name: str) -> None:
    words = load_translator([bundled_locales()], strict=True, names={"core"}).text(
        key, language, name=name, named=bool(name), entry="7"
    )
    assert words.endswith(".")
    assert "  " not in words
