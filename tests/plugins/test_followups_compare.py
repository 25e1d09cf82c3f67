"""Two texts of a step over many people: nothing is said too early, then that it is open, then which is better."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.community.activities import ORDERED, Activities
from bot.community.streams import Streams
from bot.core.context import Background
from bot.delivery.journeys import Journeys
from bot.model.decisions import State
from bot.model.identity import Route
from bot.storage.tables import deliveries, enrolments, members, persons
from bot.text.markup import plain
from plugins.followups._comparing import compared
from tests.plugins.following import Evening, evening

FIRST = 1000  # the id of the first of many; all of them are stored at once, which is a tenth of the work


async def many(it: Evening, given: dict[str, tuple[int, int]], version: int = 1, *, buys: bool = False) -> None:
    """By text of the thank-you, so many had it in their inbox and opened it; with `buys` those ordered something."""
    community = (await it.community()).id
    people = [(variant, number, number < did) for variant, (of, did) in given.items() for number in range(of)]
    ids = [{"id": id} for id in range(FIRST, FIRST + len(people))]
    async with it.bot.app.parts.work() as work:
        kept = await Journeys(work).get(community, "followups.after-stream")
        stream = (await Streams(work).start(community, title="Autumn glazes")).stream.id
        named = [{**one, "name": f"{variant}{number}"} for one, (variant, number, _) in zip(ids, people, strict=True)]
        shown = [{"variant": variant, "opened_at": work.now if opened else None} for variant, _, opened in people]
        begun = {"trigger": f"stream:{stream}", "anchor_at": work.now, "version": version, "journey_id": kept.id}
        when = dict.fromkeys(("due_at", "expires_at", "settled_at"), work.now)
        state = {"state": State.AVAILABLE.value, "route": Route.INBOX.value, "purpose": "service", "step": "thanks"}
        given_to = [
            {"enrolment_id": one["id"], "member_id": one["id"], "key": one["name"], **what}
            for one, what in zip(named, shown, strict=True)
        ]
        here = {"community_id": community}
        await work.insert_all(sa.insert(persons), [{**one, "created_at": work.now} for one in ids])
        await work.insert_all(
            sa.insert(members), [{**one, **here, "person_id": one["id"], "joined_at": work.now} for one in named]
        )
        await work.insert_all(sa.insert(enrolments), [{**one, **begun, "member_id": one["id"]} for one in ids])
        await work.insert_all(sa.insert(deliveries), [{**one, **here, **when, **state} for one in given_to])
        for id, (variant, number, opened) in enumerate(people, FIRST):
            if buys and opened:
                after = work.now + timedelta(hours=1 if number % 2 else 200)  # the others too late for the goal
                await Activities(work).record(community, id, ORDERED, f"{variant}{number}", at=after)


async def told(it: Evening) -> str:
    """What a report says of it."""
    async with it.bot.app.parts.work() as work:
        ctx = Background(it.bot.app.parts, work, await it.community(), "followups")
        kept = await Journeys(work).get(ctx.community.id, "followups.after-stream")
        return "\n".join(plain(line) for line in (await compared(ctx, kept)).get("thanks", []))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"a": (29, 29), "b": (200, 0)}, "it takes 30 people for each"),
        ({"a": (200, 60), "b": (200, 66)}, "a 60 of 200 (30 %, likely 24 to 37 %)"),
        ({"a": (200, 60), "b": (200, 66)}, "Which is better is open."),
        ({"a": (400, 100), "b": (400, 260)}, "Text b is better, by "),
        ({"a": (400, 100)}, ""),
    ],
)
async def test_texts_are_compared_once_enough_people_had_them(given: dict[str, tuple[int, int]], said: str) -> None:
    async with evening() as it:
        await many(it, given)
        found = await told(it)
        assert said in found and bool(said) is bool(found), found


async def test_what_the_journey_is_for_counts_before_all_else_where_it_was_done_after_the_text_and_in_time() -> None:
    async with evening() as it:
        await many(it, {"a": (100, 20), "b": (100, 90)}, buys=True)
        found = await told(it)
        assert "reached the goal: a 10 of 100" in found and "b 45 of 100" in found and "Text b is better" in found


async def test_what_was_given_before_the_journey_was_changed_counts_no_more() -> None:
    async with evening() as it:
        await many(it, {"a": (400, 100), "b": (400, 260)}, version=0)
        assert await told(it) == ""
