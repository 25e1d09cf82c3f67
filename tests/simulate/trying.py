"""What people do about tests, reviews and challenges: hosts call and decide, members put forward, say, enter, vote."""

from collections.abc import Sequence

from bot.model.identity import Role
from tests.simulate.doing import button, presses, says, submits
from tests.simulate.people import Resident
from tests.simulate.second_accounts import accounts_of
from tests.simulate.town import Town

SEES = 60
LEAVES = ("named", "nameless", "none", "none")
THINGS = ("", "Blue teapot", "Small cup")


# ---- testers ------------------------------------------------------------------------------------------------------


async def call(town: Town) -> None:
    """A host calls for testers in a line, or closes one."""
    rng, host = town.rng, town.anybody(Role.HOST)
    if rng.random() < 0.8:
        await says(town, host, "tester call", f"Glaze {len(town.trail)} | {rng.choice((1, 1, 2))}")
        return
    seen = len(town.chat.shown(host))
    await says(town, host, "tester list")
    await presses(town, host, seen, ["testers.host_card"])
    if await presses(town, host, seen, ["testers.close_now", "testers.close", "testers.ask_close"]):
        await presses(town, host, seen, ["testers.close_now"])


async def volunteer(town: Town) -> None:
    """Some put themselves forward for the same test, with all of their accounts; some step back."""
    for _ in range(town.rng.randint(1, 3)):
        for person in _as_they_like(town):
            seen = len(town.chat.shown(person))
            await says(town, person, "testers")
            await presses(town, person, seen, ["testers.look"])
            names = ["testers.step_back"] if town.rng.random() < 0.2 else ["testers.volunteer", "testers.confirm"]
            await presses(town, person, seen, names)


# ---- reviews ------------------------------------------------------------------------------------------------------


async def review(town: Town) -> None:
    """Somebody says what they think of something, and who may see it; once more of the same is another word of it."""
    rng, person = town.rng, town.anybody()
    seen = len(town.chat.shown(person))
    await says(town, person, "review", rng.choice(THINGS))
    word, leave = f"opinion{len(town.ledger.trials.leaves)}x", rng.choice(LEAVES)
    given = {"stars": rng.choice("12345"), "text": f"So it is. {word}", "leave": leave}
    if any({"stars", "leave"} <= {field.name for field in form.fields} for form in town.chat.forms(person)[-1:]):
        town.ledger.trials.leaves[word] = person.user_id, leave
        await submits(town, person, given)
    if rng.random() < 0.15 and await presses(town, person, seen, ["reviews.withdraw"]):
        await presses(town, person, seen, ["reviews.withdraw_now"])


async def read_reviews(town: Town) -> None:
    """A host looks at what waits, and lets it be seen or not, and shows it to everybody; others look as well."""
    rng, host = town.rng, town.anybody(Role.HOST)
    seen = len(town.chat.shown(host))
    await says(town, host, "reviews")
    if await presses(town, host, seen, ["reviews.look"]):
        await presses(town, host, seen, ["reviews.approve", "reviews.publish"])
        if rng.random() < 0.6:
            await presses(town, host, seen, ["reviews.publish"])
    await town.turns()
    await says(town, town.anybody(), "reviews")


# ---- challenges ---------------------------------------------------------------------------------------------------


async def challenge(town: Town) -> None:
    """A host begins a challenge, or closes the one that is on."""
    host = town.anybody(Role.HOST)
    if not _challenges(town, "open"):
        await says(
            town, host, "challenge start", f"A cup {len(town.trail)} | {town.rng.choice(('week', 'day', 'hand'))}"
        )
    else:
        await says(town, host, "challenge close")


async def enter(town: Town) -> None:
    """Somebody hands something in, and a host lets everybody see it."""
    if not _challenges(town, "open"):
        return
    person, host = town.anybody(), town.anybody(Role.HOST)
    await says(town, person, "challenge join", f"My cup {len(town.trail)}")
    await town.turns()
    newest = max(0, len(town.chat.shown(host)) - SEES)
    await presses(town, host, newest, ["challenges.show_it"])


async def vote(town: Town) -> None:
    """Some look at what was handed in, and vote, with all of their accounts; some for another one later."""
    for challenge in _challenges(town, "open")[-1:]:
        for _ in range(town.rng.randint(1, 3)):
            for person in _as_they_like(town):
                await _votes(town, person, str(challenge))


async def _votes(town: Town, person: Resident, challenge: str) -> None:
    newest = max(0, len(town.chat.shown(person)) - SEES)
    look = button(town, person, newest, "challenges.gallery", challenge)
    if look is None:
        seen = len(town.chat.shown(person))
        await says(town, person, "challenges")
        await presses(town, person, seen, ["challenges.look"], challenge)
        look = button(town, person, seen, "challenges.gallery", challenge)
    if look is None:
        return
    seen = len(town.chat.shown(person))
    await town.presses(person, look)
    if town.rng.random() < 0.4:
        await presses(town, person, seen, ["challenges.gallery"], challenge)
    await presses(town, person, seen, ["challenges.vote"])


# ---- parts --------------------------------------------------------------------------------------------------------


def _as_they_like(town: Town) -> Sequence[Resident]:
    """Somebody, by some of their accounts; whoever has two more often than others."""
    twice = [person for person in town.people if person.user_id in town.seconds.values()]
    person = town.rng.choice(twice) if twice and town.rng.random() < 0.4 else town.anybody()
    accounts = accounts_of(town, person)
    return town.rng.sample(accounts, town.rng.randint(1, len(accounts)))


def _challenges(town: Town, state: str) -> Sequence[int]:
    return town.books.column("SELECT id FROM challenges_challenges WHERE state = :state ORDER BY id", state=state)
