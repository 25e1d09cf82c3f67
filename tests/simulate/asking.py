"""What people do about polls: hosts ask in a line or at leisure, people vote, change it, vote twice and too late."""

from collections.abc import Sequence

from bot.model.identity import Role
from bot.model.messages import Action, FieldKind, Form
from tests.simulate.acts import Act
from tests.simulate.doing import presses, says, submits
from tests.simulate.noted import Cast
from tests.simulate.people import Resident
from tests.simulate.second_accounts import accounts_of
from tests.simulate.town import Town
from tests.simulate.votes import VOTES

KINDS = ("single", "single", "several", "ranked", "score", "stars", "words")
SECRECIES = ("public", "anonymous", "anonymous", "answerable", "public")
TEAS = ("Green", "Black", "White", "Rooibos", "Mint")
FORMS = ("polls.words_form", "polls.cast_form")
KEEPS_BUTTONS = 12
NEW = 3
"""People vote in one of so many of the newest."""


async def ask(town: Town) -> None:
    """A host asks in a line, as in haste: a question and its answers, or only a question."""
    answers = town.rng.sample(TEAS, town.rng.choice((0, 2, 3)))
    words = " | ".join([f"Which tea {len(town.trail)}?", *answers])
    await says(town, town.anybody(Role.HOST), "poll", words)


async def prepare(town: Town) -> None:
    """A host fills in the form, says how it is to be, and asks; some drafts are forgotten."""
    rng, host = town.rng, town.anybody(Role.HOST)
    seen, kind = len(town.chat.shown(host)), rng.choice(KINDS)
    await says(town, host, "poll")
    values = {"question": f"What of it {len(town.trail)}?", "answers": "\n".join(TEAS[:4]), "kind": kind}
    await submits(town, host, values)
    if rng.random() < 0.8:
        await presses(town, host, seen, ["polls.set_one"], "secrecy", rng.choice(SECRECIES))
    if rng.random() < 0.2:
        await presses(town, host, seen, ["polls.set_one"], rng.choice(("hides", "who")))
    if rng.random() < 0.4:
        await presses(town, host, seen, ["polls.lasts"])
    await presses(town, host, seen, ["polls.post_now"])


async def vote(town: Town) -> None:
    """Somebody votes; whoever has two accounts may try it with both."""
    if polls := _numbers(town, "open"):
        await _votes_as(town, town.anybody(), town.rng.choice(polls[-NEW:]))


async def rush(town: Town) -> None:
    """Some vote in the same poll, one after another; some of them once more."""
    polls = _numbers(town, "open")
    if not polls:
        await ask(town)
        await town.turns()
        polls = _numbers(town, "open")
    if not polls:
        return
    poll, twice = town.rng.choice(polls[-NEW:]), list(town.seconds.values())
    people = [person for person in town.people if person.user_id in twice]
    for _ in range(town.rng.randint(2, 6)):
        person = town.rng.choice(people) if people and town.rng.random() < 0.4 else town.anybody()
        await _votes_as(town, person, poll)


async def _votes_as(town: Town, person: Resident, poll: int) -> None:
    accounts = accounts_of(town, person)
    for account in town.rng.sample(accounts, town.rng.randint(1, len(accounts))):
        await _votes(town, account, poll)


async def _votes(town: Town, person: Resident, poll: int) -> None:
    """By what they see of it, or by the list of polls; in the network's own poll where it is one."""
    if town.standing(person).left:
        return
    if (reference := _network_own(town, poll)) is not None:
        await _votes_there(town, person, poll, reference)
        return
    if (found := _paper(town, person, poll)) is None:
        seen = len(town.chat.shown(person))
        await says(town, person, "polls")
        if await presses(town, person, seen, ["polls.look_at"], str(poll)):
            await presses(town, person, seen, ["polls.ballot"], str(poll))
        found = _paper(town, person, poll)
    if found is not None:
        await _presses_and_fills_in(town, person, poll, found)


def _paper(town: Town, person: Resident, poll: int) -> Action | None:
    """One of the newest buttons to vote with in that poll that they see."""
    for shown in reversed(town.chat.shown(person)[-40:]):
        fitting = []
        for action in shown.buttons:
            spec, words = town.behind(action.token)
            if spec is not None and spec.full_name in (*VOTES, *FORMS) and words[:1] == [str(poll)]:
                fitting.append(action)
        if fitting:
            return town.rng.choice(fitting)
    return None


async def _presses_and_fills_in(town: Town, person: Resident, poll: int, action: Action) -> None:
    kept = town.ledger.urns.of(poll).buttons
    if len(kept) < KEEPS_BUTTONS:
        kept.append(action)
    await town.presses(person, action)
    for form in town.chat.forms(person)[-1:]:
        spec, _ = town.behind(form.token)
        if spec is not None and spec.full_name in VOTES:
            await town.submits(person, form, _answers(town, form))


def _answers(town: Town, form: Form) -> dict[str, str]:
    """Words, some answers, or the first, second and third."""
    values = {}
    for field in form.fields:
        offered = [choice.value for choice in field.choices]
        if field.kind is FieldKind.CHOICES:
            values[field.name] = ",".join(town.rng.sample(offered, town.rng.randint(1, len(offered))))
        elif offered:
            values[field.name] = town.rng.choice(offered)
        else:
            values[field.name] = town.rng.choice(("So warm.", "Čaj!", "More of it", ""))
    return values


def _network_own(town: Town, poll: int) -> str | None:
    """What the network calls its own poll, once it stands there."""
    sql = "SELECT reference FROM native_polls WHERE name = 'poll:' || :poll AND opened_at IS NOT NULL"
    found = town.books.value(sql, poll=poll)
    return None if found is None else str(found)


async def _votes_there(town: Town, person: Resident, poll: int, reference: str) -> None:
    places = town.rng.choice(((1,), (2,), (2,), ()))
    act = Act(person, f"votes {list(places)} in the network's own poll {poll}", cast=Cast(poll, places))
    await town.does(act, lambda: town.chat.votes(person, reference, places))


async def too_late(town: Town) -> None:
    """Somebody presses an old button of a poll that is closed."""
    polls = [poll for poll in _numbers(town, "closed") if town.ledger.urns.of(poll).buttons]
    if polls:
        action = town.rng.choice(town.ledger.urns.of(town.rng.choice(polls)).buttons)
        await town.presses(town.anybody(), action)


async def close(town: Town) -> None:
    """A host looks at a poll, and closes it by hand."""
    host, polls = town.anybody(Role.HOST), _numbers(town, "open")
    if not polls:
        return
    poll = str(town.rng.choice(polls))
    if await presses(town, host, max(0, len(town.chat.shown(host)) - 40), ["polls.close_now"], poll):
        return
    seen = len(town.chat.shown(host))
    await says(town, host, "polls")
    await presses(town, host, seen, ["polls.look_at"], poll)
    if town.rng.random() < 0.7:
        await presses(town, host, seen, ["polls.close_now"], poll)


async def look(town: Town) -> None:
    """Somebody looks at what polls came to."""
    person = town.anybody()
    seen = len(town.chat.shown(person))
    await says(town, person, "polls")
    await presses(town, person, seen, ["polls.look_at"])


def _numbers(town: Town, state: str) -> Sequence[int]:
    return town.books.column("SELECT id FROM polls_polls WHERE state = :state ORDER BY id", state=state)
