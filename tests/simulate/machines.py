"""What people do about the AI server, and what must hold of it: it is paid by the budget, and is never believed."""

from collections.abc import Iterator
from datetime import timedelta

from bot.model.identity import Role
from bot.platforms.local.records import Shown
from bot.text.markup import plain
from tests.simulate.doing import presses, says, submits
from tests.simulate.machine import BUDGET, MADE_UP, OF_EACH
from tests.simulate.town import Town

KNOWN = {
    "How much is delivery?": "Within Europe it is 12 euros.",
    "Kolik stojí doprava?": "V Evropě stojí 12 eur.",
    "Which clay do you use?": "Stoneware from the valley.",
}
ASKED = (*KNOWN, "how much delivery", "kolik doprava", "Who won the hockey?")


async def teach(town: Town) -> None:
    """A moderator adds an entry."""
    person = town.anybody(Role.MODERATOR)
    title = town.rng.choice(sorted(KNOWN))
    await says(town, person, "faq add")
    await submits(town, person, {"title": title, "body": KNOWN[title]})


async def ask(town: Town) -> None:
    """Somebody asks what is known, or what is not, often several times in a row, and perhaps reads the source."""
    person = town.anybody()
    for _ in range(town.rng.choice((1, 1, 2, 6))):
        seen = len(town.chat.shown(person))
        await says(town, person, "ask", town.rng.choice(ASKED))
        if town.rng.random() < 0.2:
            await presses(town, person, seen, ["assistant.read_entry"])
        if town.rng.random() < 0.3:
            await town.passes(timedelta(minutes=town.rng.choice((1, 7, 25))))


async def switch(town: Town) -> None:
    """Moderators let a machine word answers and recaps, or not."""
    person = town.anybody(Role.OWNER)
    words = town.rng.choice(
        ("assistant phrasing yes", "assistant phrasing yes", "assistant phrasing no", "streams recap phrased")
    )
    await says(town, person, "plugin configure", words)


async def switch_on(town: Town) -> None:
    """Before anything else: something is known, and both is wanted."""
    for _ in range(4):
        await teach(town)
    for words in ("assistant phrasing yes", "streams recap phrased", "streams recap_also_in cs"):
        await says(town, town.anybody(Role.OWNER), "plugin configure", words)


# ---- what must hold -----------------------------------------------------------------------------------------------


def nothing_made_up_is_shown(town: Town, shown: Shown) -> Iterator[str]:
    """What the server added to its sources is nowhere."""
    text = plain(shown.message.text)
    yield from (f"{one} was made up by the AI server, and shown: {text[:200]}" for one in MADE_UP if one in text)


def tokens_are_accounted_for(town: Town) -> Iterator[str]:
    """No day and nobody costs more than was allowed, and what is written down is what the server said, to the token."""
    sql = "SELECT day, input_tokens + output_tokens + untold_tokens + reserved_tokens FROM ai_days"
    yield from (f"{day} cost {tokens} tokens" for day, tokens in town.books.rows(sql) if tokens > BUDGET)
    sql = "SELECT member_id, day, tokens + reserved_tokens FROM ai_member_days"
    yield from (f"member {id} cost {tokens} on {day}" for id, day, tokens in town.books.rows(sql) if tokens > OF_EACH)
    if (machine := town.machine) is None:
        return
    sql = """SELECT coalesce(sum(input_tokens), 0), coalesce(sum(output_tokens), 0),
             coalesce(sum(reserved_tokens), 0) FROM ai_days"""
    [(put_in, came_out, reserved)] = town.books.rows(sql)
    told = machine.told
    if machine.is_certain(town.bot.deaths) and (put_in, came_out, reserved) != (*told, 0):
        yield f"the AI server counted {told} tokens, written down are {put_in} and {came_out}, reserved {reserved}"
    if put_in > told[0] or came_out > told[1]:
        yield f"the AI server counted {told} tokens, written down are {put_in} and {came_out}"
