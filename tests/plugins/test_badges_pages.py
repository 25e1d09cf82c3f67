"""Lists of badges and of those who have them, where they are longer than a page."""

from collections.abc import AsyncIterator, Sequence

import pytest

from bot.community.awards import Awards
from bot.community.badges import Badges, KeptBadge
from bot.community.communities import Communities
from bot.model.badges import Badge
from bot.platforms.local.records import Person
from bot.testing import whole_bot
from tests.plugins.badging import Evening, evening_of


@pytest.fixture
async def it() -> AsyncIterator[Evening]:
    async with whole_bot() as bot:
        yield await evening_of(bot)


async def badge(it: Evening, number: int, *people: Person) -> KeptBadge:
    """A badge without a rule, given to these people in a row."""
    member_ids = [await it.id_of(person) for person in people]
    parts = it.bot.app.parts
    async with parts.work() as work:
        [community] = await Communities(work).all()
        made = Badge(name=f"cup-{number}", titles={"en": f"Cup {number}"}, emoji="🍵")
        kept = await Badges(work, parts.registry.badges).create(community.id, "badges", made, None)
        for member_id in member_ids:
            await Awards(work).give(kept, member_id, "for the tea", None)
    return kept


def buttons(it: Evening, who: Person) -> Sequence[str]:
    """Those of the newest message that turn a page."""
    return [label for label in it.labels(who) if label in ("‹ Back", "More ›")]


@pytest.mark.long
async def test_the_hall_of_fame_has_six_badges_on_a_page_and_the_others_on_the_next(it: Evening) -> None:
    cups = [f"🍵 Cup {number}: Ann" for number in range(8)]
    for number in range(8):
        await badge(it, number, it.ann)
    await badge(it, 8)  # which nobody has, and which stands nowhere
    first = (await it.says(it.ben, "/hall")).splitlines()
    assert first == ["Hall of fame · page 1 of 2", *cups[:6]] and buttons(it, it.ben) == ["More ›"]
    second = (await it.presses(it.ben, "More ›")).splitlines()
    assert second == ["Hall of fame · page 2 of 2", *cups[6:]] and buttons(it, it.ben) == ["‹ Back"]
    assert (await it.presses(it.ben, "‹ Back")).splitlines() == first


@pytest.mark.long
async def test_who_has_a_badge_is_read_twenty_at_a_time_without_who_asked_not_to_be_shown(it: Evening) -> None:
    guests = [it.bot.person(f"Guest {number}") for number in range(23)]
    await badge(it, 1, *guests)
    await it.hides(guests[4])
    assert "and 17 more" in await it.says(it.ben, "/hall")
    first = (await it.presses(it.ben, "🍵 Cup 1")).splitlines()
    assert first[0] == "🍵 Cup 1 · page 1 of 2" and len(first) == 21 and buttons(it, it.ben) == ["More ›"]
    second = (await it.presses(it.ben, "More ›")).splitlines()
    assert second[0] == "🍵 Cup 1 · page 2 of 2" and len(second) == 3 and buttons(it, it.ben) == ["‹ Back"]
    assert sorted(first[1:] + second[1:]) == sorted(f"• {guest.name}" for guest in guests if guest != guests[4])
    assert (await it.presses(it.ben, "‹ Back")).splitlines() == first


@pytest.mark.long
async def test_badges_of_somebody_are_read_page_by_page_and_what_is_near_stands_on_ones_own_last(it: Evening) -> None:
    for number in range(9):
        await badge(it, number, it.ann)
    others = (await it.says(it.ben, "/badges Ann")).splitlines()
    assert others[0] == "Badges of Ann · page 1 of 2" and len(others) == 9
    last = (await it.presses(it.ben, "More ›")).splitlines()
    assert last[0] == "Badges of Ann · page 2 of 2" and [line[:7] for line in last[1:]] == ["🍵 Cup 0"]
    assert buttons(it, it.ben) == ["‹ Back"]
    mine = await it.says(it.ann, "/badges")
    assert mine.startswith("Your badges · page 1 of 2") and "In reach" not in mine
    rest = await it.presses(it.ann, "More ›")
    assert rest.startswith("Your badges · page 2 of 2\n🍵 Cup 0") and "In reach\n🎬 First stream" in rest
    await it.hides(it.ann)
    assert "Ann prefers not to be shown" in await it.presses(it.ben, "‹ Back")
