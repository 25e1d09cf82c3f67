"""Points brought along: each line is paid once, to whose it is, and undoing takes what is still there and no more."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.community.import_undoing import ImportUndoing
from bot.community.leaderboards import Leaderboard
from bot.community.ledger import Ledger
from bot.community.point_imports import WAITS, PointImports
from bot.model.point_imports import BroughtLine, Claimed, Undone
from bot.model.points import Balance, LineKind
from bot.storage.database import Database
from bot.storage.points_tables import point_import_claims, point_import_lines
from bot.storage.tables import accounts, members
from tests.community.people import add_members
from tests.community.test_ledger import Shop, assert_sound, open_shop


@pytest.fixture
async def shop(each_database: Database) -> Shop:
    return await open_shop(each_database)


async def with_account(shop: Shop, member: int, platform: str, id: str, name: str = "") -> None:
    """The account that a member's person has."""
    async with shop.database.write() as transaction:
        person = await transaction.value(sa.select(members.c.person_id).where(members.c.id == member))
        values = {"person_id": person, "platform": platform, "external_id": id, "name": name or id}
        await transaction.execute(sa.insert(accounts).values(**values))


def line(name: str, amount: int, platform: str | None = None, id: str | None = None) -> BroughtLine:
    return BroughtLine(f"{platform}:{id}" if id else f"name:{name}", name, amount, platform, id)


async def bring(shop: Shop, *lines: BroughtLine, content: str = "") -> int:
    """As the command does: keep, pay until nobody is left."""
    async with shop.work() as work:
        imports = PointImports(work, shop.community_id)
        id = await imports.begin("csv", "points.csv", content or repr(lines), 1)
        await imports.keep(id, lines)
        await imports.done(id)
    await pay(shop)
    return id


async def pay(shop: Shop) -> int:
    total, more = 0, 1
    while more:
        async with shop.work() as work:
            more = await PointImports(work, shop.community_id).pay(limit=2)
        total += more
    return total


async def undo(shop: Shop, import_id: int) -> Undone:
    """In chunks of two."""
    async with shop.work() as work:
        await ImportUndoing(work, shop.community_id).begin(import_id)
    done, more = Undone(), Undone(1)
    while more.people:
        async with shop.work() as work:
            more = await ImportUndoing(work, shop.community_id).take_back(import_id, 2)
        done = Undone(done.people + more.people, done.taken + more.taken, done.missing + more.missing)
    return done


async def score(shop: Shop, member: int) -> int:
    async with shop.work() as work:
        return (await Leaderboard(work, shop.community_id).scores([member])).get(member, 0)


async def test_a_line_is_paid_to_the_account_that_it_names_and_only_once(shop: Shop) -> None:
    ann, ben = shop.ids
    await with_account(shop, ann, "discord", "11")
    lines = [line("ann", 70, "discord", "11"), line("x", 5, "telegram", "11"), line("ann", 9)]
    id = await bring(shop, *lines)
    assert await shop.balance(ann) == Balance(70, 0, 0)
    assert await bring(shop, *lines) == id
    assert await shop.balance(ann) == Balance(70, 0, 0)
    assert await shop.balance(ben) == Balance()
    async with shop.work() as work:
        [brought] = await PointImports(work, shop.community_id).all(10)
        [paid] = await Ledger(work).history(ann)
    assert (brought.lines, brought.paid, brought.points, brought.waiting, brought.waiting_points) == (3, 1, 70, 2, 14)
    assert (paid.kind, paid.expires_at) == (LineKind.IMPORTED, None)


async def test_who_was_not_here_is_paid_once_the_account_appears(shop: Shop) -> None:
    ann, ben = shop.ids
    await bring(shop, line("ben", 70, "discord", "22"), line("Annie", 5, "twitch"), line("annie", 3, "kick"))
    assert await shop.balance(ben) == Balance()
    await with_account(shop, ben, "discord", "22")
    await with_account(shop, ann, "twitch", "9", "ANNIE")
    async with shop.work() as work:
        assert await PointImports(work, shop.community_id).pay(member_id=ben) == 1
    assert await shop.balance(ben) == Balance(70, 0, 0)
    assert await pay(shop) == 1
    assert await shop.balance(ann) == Balance(5, 0, 0)


async def test_a_name_that_two_accounts_once_had_proves_nothing(shop: Shop) -> None:
    ann, ben = shop.ids
    await with_account(shop, ann, "twitch", "1", "moon")
    await with_account(shop, ben, "twitch", "2", "Moon")
    await bring(shop, line("moon", 5, "twitch"))
    assert await shop.balance(ann) == await shop.balance(ben) == Balance()


async def test_many_who_pay_at_once_pay_each_line_once(shop: Shop) -> None:
    crowd = await add_members(shop.database, shop.community_id, 12)
    for member in crowd:
        await with_account(shop, member, "discord", str(member))
    lines = [line("x", 10, "discord", str(member)) for member in crowd]
    async with shop.work() as work:
        imports = PointImports(work, shop.community_id)
        await imports.keep(await imports.begin("mee6", "page.json", "c", 1), lines)
    await asyncio.gather(*(pay(shop) for _ in range(4)))
    assert [(await shop.balance(member)).posted for member in crowd] == [10] * 12


async def test_a_claim_is_a_word_until_a_moderator_says_yes(shop: Shop) -> None:
    ann, ben = shop.ids
    await bring(shop, line("Žofie", 70), line("žofie", 5, "youtube"), line("Moon", 1))
    async with shop.work() as work:
        imports = PointImports(work, shop.community_id)
        assert await imports.claim(ann, "nobody") == (Claimed.UNKNOWN, None)
        what, found = await imports.claim(ann, " zofie ")
        assert what is Claimed.NOTED and found is not None and found.amount == 70
        assert (await imports.claim(ann, "Žofie"))[0] is Claimed.AGAIN
        assert (await imports.claim(ben, "Žofie"))[0] is Claimed.NOTED
        assert await shop.balance(ann) == Balance()
        [waits] = await imports.waiting(10, claimed=True)
        assert waits.claimed_by == (ann, ben)
        assert await imports.refuse(waits.id, ben) and not await imports.refuse(waits.id, ben)
        assert (await imports.claim(ben, "Žofie"))[0] is Claimed.REFUSED
        assert await imports.confirm(waits.id, ann, by=ben) is not None
        assert await imports.confirm(waits.id, ben, by=ben) is None
        assert await imports.waiting(10, claimed=True) == []
        assert len(await imports.waiting(10)) == 2
    assert await shop.balance(ann) == Balance(70, 0, 0)
    assert await shop.balance(ben) == Balance()


async def test_nobody_calls_everything_theirs(shop: Shop) -> None:
    ann, _ = shop.ids
    await bring(shop, *(line(f"moon {number}", 5) for number in range(5)))
    async with shop.work() as work:
        imports = PointImports(work, shop.community_id)
        said = [(await imports.claim(ann, f"moon {number}"))[0] for number in range(5)]
    assert said == [Claimed.NOTED] * 3 + [Claimed.TOO_MANY] * 2


async def test_lines_that_nobody_came_for_are_forgotten_after_a_year(shop: Shop) -> None:
    ann, _ = shop.ids
    await with_account(shop, ann, "discord", "11")
    await bring(shop, line("ann", 70, "discord", "11"), line("moon", 5))
    async with shop.work() as work:
        await PointImports(work, shop.community_id).claim(ann, "moon")
    for ahead, expected in ((WAITS - timedelta(days=1), 2), (timedelta(days=2), 1)):
        shop.clock.advance(ahead)
        async with shop.work() as work:
            await PointImports(work, shop.community_id).forget_old()
        async with shop.database.read() as reader:
            assert len(await reader.rows(sa.select(point_import_lines))) == expected
    async with shop.database.read() as reader:
        assert await reader.rows(sa.select(point_import_claims)) == []


async def test_undoing_takes_what_is_there_and_tells_what_is_not(shop: Shop) -> None:
    ann, ben = shop.ids
    await with_account(shop, ann, "discord", "11")
    await with_account(shop, ben, "discord", "22")
    id = await bring(shop, line("ann", 70, "discord", "11"), line("ben", 30, "discord", "22"), line("moon", 5))
    await shop.earn(ann, 10, "came:1")  # never expires, as what was brought: the older is spent first
    await shop.spend(ann, 50, "mug")
    async with shop.work() as work:
        assert await ImportUndoing(work, shop.community_id).still_there(id) == Undone(2, 50, 50)
    assert await undo(shop, id) == Undone(2, 50, 50)
    assert await undo(shop, id) == Undone()
    assert await shop.balance(ann) == Balance(10, 0, 0)
    assert await shop.balance(ben) == Balance()
    assert await score(shop, ann) == 10
    await with_account(shop, ben, "youtube", "x")
    async with shop.work() as work:
        imports = PointImports(work, shop.community_id)
        assert await imports.waiting(10) == []
        assert await imports.claim(ben, "moon") == (Claimed.UNKNOWN, None)
        brought = await imports.get(id)
    assert brought is not None and (brought.missing, brought.short) == (50, 1)
    await assert_sound(shop)


async def test_what_comes_back_after_the_undoing_goes_as_well(shop: Shop) -> None:
    ann, _ = shop.ids
    await with_account(shop, ann, "discord", "11")
    id = await bring(shop, line("ann", 70, "discord", "11"))
    await shop.spend(ann, 50, "mug")
    await undo(shop, id)
    assert await shop.give_back("mug") == 50
    assert await shop.balance(ann) == Balance()
    await assert_sound(shop)


async def test_an_import_that_was_broken_off_goes_on_where_it_stopped(shop: Shop) -> None:
    crowd = await add_members(shop.database, shop.community_id, 7)
    for member in crowd:
        await with_account(shop, member, "discord", str(member))
    lines = [line("x", 10, "discord", str(member)) for member in crowd]
    async with shop.work() as work:
        imports = PointImports(work, shop.community_id)
        id = await imports.begin("csv", "points.csv", "the same", 1)
        await imports.keep(id, lines[:4])
        await imports.pay(limit=2)
        assert (await imports.all(1))[0].done_at is None
    assert await bring(shop, *lines, content="the same") == id
    assert [(await shop.balance(member)).posted for member in crowd] == [10] * 7
    async with shop.work() as work:
        await ImportUndoing(work, shop.community_id).begin(id)
        await ImportUndoing(work, shop.community_id).take_back(id, 3)
    assert sorted([(await shop.balance(member)).posted for member in crowd]) == [0] * 3 + [10] * 4
    assert await undo(shop, id) == Undone(4, 40, 0)


async def test_many_who_undo_at_once_take_each_point_once(shop: Shop) -> None:
    crowd = await add_members(shop.database, shop.community_id, 9)
    for member in crowd:
        await with_account(shop, member, "discord", str(member))
    id = await bring(shop, *(line("x", 10, "discord", str(member)) for member in crowd))
    done = await asyncio.gather(*(undo(shop, id) for _ in range(3)))
    assert sum(one.taken for one in done) == 90
    assert [(await shop.balance(member)).posted for member in crowd] == [0] * 9
    await assert_sound(shop)


async def test_an_undone_file_can_be_brought_along_again(shop: Shop) -> None:
    ann, _ = shop.ids
    await with_account(shop, ann, "discord", "11")
    first = await bring(shop, line("ann", 70, "discord", "11"))
    await undo(shop, first)
    assert await bring(shop, line("ann", 70, "discord", "11")) != first
    assert await shop.balance(ann) == Balance(70, 0, 0)


async def test_what_was_brought_counts_ever_and_not_this_month(shop: Shop) -> None:
    ann, ben = shop.ids
    await with_account(shop, ann, "discord", "11")
    await shop.earn(ben, 10, "came:1")
    id = await bring(shop, line("ann", 70, "discord", "11"))
    since = shop.clock.now() - timedelta(days=1)

    async def boards() -> tuple[list[int], list[int]]:
        async with shop.work() as work:
            board = Leaderboard(work, shop.community_id)
            return [one.points for one in await board.top(9)], [one.points for one in await board.top(9, since)]

    assert await boards() == ([70, 10], [10])
    await undo(shop, id)
    assert await boards() == ([10], [10])


@dataclass
class Slow:
    """Lots in plain lists: what expires first is spent first, of the same the older one."""

    lots: list[list[int]] = field(default_factory=list)  # expiry (days), amount left, import (0: earned here)
    uses: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    undone: set[int] = field(default_factory=set)

    @property
    def balance(self) -> int:
        return sum(left for _, left, _ in self.lots)

    def spend(self, amount: int, name: str) -> bool:
        if name in self.uses or self.balance < amount:
            return False
        self.uses[name] = []
        for place in sorted(range(len(self.lots)), key=lambda place: (self.lots[place][0], place)):
            if taken := min(amount, self.lots[place][1]):
                self.lots[place][1] -= taken
                amount -= taken
                self.uses[name].append((place, taken))
        return True

    def give_back(self, name: str, today: int) -> None:
        if name in self.uses:
            for place, taken in self.uses[name]:
                self.lots[place][1] += taken
            self.uses[name] = []
            self.pass_time(today)

    def pass_time(self, today: int) -> None:
        for lot in self.lots:
            if lot[0] <= today or lot[2] in self.undone:
                lot[1] = 0

    def undo(self, number: int) -> tuple[int, int]:
        mine = [lot for lot in self.lots if lot[2] == number and number not in self.undone]
        taken = sum(lot[1] for lot in mine)
        for lot in mine:
            lot[1] = 0
        self.undone.add(number)
        return len(mine), taken


STEPS = st.one_of(
    st.tuples(st.just("bring"), st.integers(1, 40)),
    st.tuples(st.just("earn"), st.integers(1, 40), st.sampled_from([None, 3, 9])),
    st.tuples(st.just("spend"), st.integers(1, 50), st.sampled_from("abcd")),
    st.tuples(st.just("give_back"), st.sampled_from("abcd")),
    st.tuples(st.just("undo"), st.integers(1, 3)),
    st.tuples(st.just("days"), st.integers(1, 4)),
)


@pytest.mark.long
@given(steps=st.lists(STEPS, max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_happens_undoing_leaves_exactly_what_was_earned_here_and_not_spent(
    each_database: Database, steps: list[tuple[Any, ...]]
) -> None:
    shop = await open_shop(each_database)
    ann = shop.ids[0]
    await with_account(shop, ann, "discord", f"{shop.community_id}")
    slow, brought, today = Slow(), list[int](), 0
    for number, step in enumerate(steps):
        match step:
            case ("bring", amount):
                brought.append(
                    await bring(shop, line("ann", amount, "discord", f"{shop.community_id}"), content=f"{number}")
                )
                slow.lots.append([10_000, amount, len(brought)])
            case ("earn", amount, lives):
                await shop.earn(ann, amount, f"came:{number}", lives=lives)
                slow.lots.append([10_000 if lives is None else today + lives, amount, 0])
            case ("spend", amount, name):
                assert (await shop.spend(ann, amount, name)).value == (
                    "done" if slow.spend(amount, name) else "known" if name in slow.uses else "short"
                )
            case ("give_back", name):
                await shop.give_back(name)
                slow.give_back(name, today)
            case ("undo", which) if which <= len(brought):
                people, taken = slow.undo(which)
                done = await undo(shop, brought[which - 1])
                assert (done.people, done.taken) == (people, taken)
            case ("days", days):
                today += days
                shop.clock.advance(timedelta(days=days))
                await shop.pass_time()
                slow.pass_time(today)
        assert (await shop.balance(ann)).posted == slow.balance, step
        await assert_sound(shop)
    for which, id in enumerate(brought, 1):
        slow.undo(which)
        await undo(shop, id)
    assert (await shop.balance(ann)).posted == slow.balance
    async with shop.database.read() as reader:
        left = (
            sa.select(sa.func.count()).select_from(point_import_lines).where(point_import_lines.c.undone_at.is_(None))
        )
        assert await reader.value(left.where(point_import_lines.c.community_id == shop.community_id)) == 0
