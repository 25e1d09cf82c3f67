"""What people do about ideas and feedback: they say something, vote, and hosts make something of it."""

from collections.abc import Sequence

from bot.model.identity import Role
from tests.simulate.doing import button, presses, says, submits
from tests.simulate.second_accounts import accounts_of
from tests.simulate.town import Town

WISHES = ("A blue glaze", "Shorter nights", "Příště v neděli", "A <b>loud</b> bell", "Tea for everybody", "Recordings")
STATES = ("planned", "done", "declined", "new")
SEES = 60


async def wish(town: Town) -> None:
    """Somebody has an idea, in a line or in the form; where there is one like it, they vote or say it is another."""
    rng, person = town.rng, town.anybody()
    seen, title = len(town.chat.shown(person)), f"{rng.choice(WISHES)} {rng.choice('abcdefgh')}{len(town.trail)}"
    if rng.random() < 0.6:
        await says(town, person, "idea", title)
    else:
        await says(town, person, "idea")
        await submits(town, person, {"title": title, "more": rng.choice(("", "Because."))})
    await presses(town, person, seen, ["ideas.give_draft", "ideas.vote_instead"])


async def support(town: Town) -> None:
    """Somebody looks at an idea and is for it, or is so no more; with both accounts where they have two."""
    rng = town.rng
    twice = [person for person in town.people if person.user_id in town.seconds.values()]
    person = rng.choice(twice) if twice and rng.random() < 0.4 else town.anybody()
    accounts = accounts_of(town, person)
    if not (numbers := _numbers(town)):
        return
    number = str(rng.choice(numbers))
    for account in rng.sample(accounts, rng.randint(1, len(accounts))):
        newest = max(0, len(town.chat.shown(account)) - SEES)
        if not await presses(town, account, newest, ["ideas.look"], number):
            await says(town, account, "ideas")
            await presses(town, account, newest, ["ideas.look"])
        votes = button(town, account, newest, "ideas.vote")
        if votes is None or rng.random() < 0.3:
            await presses(town, account, newest, ["ideas.vote", "ideas.unvote"])
            continue
        for _ in range(rng.choice((1, 1, 2))):
            await town.presses(account, votes)


async def decide(town: Town) -> None:
    """A host says how an idea stands, in a line; sometimes once more, or otherwise."""
    if numbers := _numbers(town):
        words = f'"#{town.rng.choice(numbers)}" {town.rng.choice(STATES)} {town.rng.choice(("", "We will see."))}'
        await says(town, town.anybody(Role.HOST), "answer idea", words.strip())


async def merge(town: Town) -> None:
    """A host lets an idea go into another one, or takes it out again."""
    host = town.anybody(Role.HOST)
    seen = len(town.chat.shown(host))
    await says(town, host, "ideas")
    await presses(town, host, seen, ["ideas.look"])
    if await presses(town, host, seen, ["ideas.parts_page"]):
        await presses(town, host, seen, ["ideas.take_apart"])
    elif await presses(town, host, seen, ["ideas.merge_page"]):
        await presses(town, host, seen, ["ideas.ask_merge"])
        await presses(town, host, seen, ["ideas.merge"])


async def remark(town: Town) -> None:
    """Somebody says something that the hosts alone are to read."""
    rng, person = town.rng, town.anybody()
    words = f"It was warm. {town.secret(person)}"
    if rng.random() < 0.6:
        await says(town, person, "feedback", words)
    else:
        await says(town, person, "feedback")
        given = {"text": words, "about": "stream", "stars": rng.choice(("", "1", "5"))}
        await submits(town, person, {**given, "may_answer": rng.choice(("yes", "yes", "no"))})


async def reply(town: Town) -> None:
    """A host reads what was said, and answers some of it."""
    host = town.anybody(Role.HOST)
    seen = len(town.chat.shown(host))
    await says(town, host, "read feedback")
    await presses(town, host, seen, ["feedback.look"])
    if await presses(town, host, seen, ["feedback.answer_form", "feedback.read"]):
        await submits(town, host, {"text": "Thank you, we keep the lamp."})


def _numbers(town: Town) -> Sequence[int]:
    return town.books.column("SELECT id FROM ideas_ideas WHERE merged_into IS NULL ORDER BY id")
