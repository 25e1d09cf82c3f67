"""What must hold of tests, reviews and challenges: seats, leave to be seen, and one vote a person."""

from collections.abc import Iterator, Sequence

from bot.model.identity import Role
from bot.platforms.local.records import Shown
from bot.text.markup import plain
from tests.simulate.acts import Act
from tests.simulate.families import acting, families
from tests.simulate.town import Town

OPINION = "opinion"


# ---- after each act -----------------------------------------------------------------------------------------------


def trials_are_noted(town: Town, act: Act) -> Sequence[str]:
    """Note who votes in a challenge."""
    if act.person is None or not act.allowed:
        return []
    name, notes = act.name, town.ledger.trials
    member = acting(town, act.person.user_id)
    if name == "challenges.vote" and member is not None:
        sql = "SELECT challenge_id FROM challenges_entries WHERE id = :entry"
        challenge = town.books.value(sql, entry=int(act.arguments[0]))
        notes.voters.setdefault(challenge or 0, set()).add(member)
    return []


# ---- at every moment of rest --------------------------------------------------------------------------------------


def seats_are_kept(town: Town) -> Iterator[str]:
    """No more people test than there are seats, or ever were; whoever has two accounts has one seat."""
    most = town.ledger.trials.seats
    for call, seats in town.books.rows("SELECT id, seats FROM testers_calls"):
        most[call] = max(seats, most.get(call, 0))
    if not most:
        return
    sql = """SELECT call_id, count(DISTINCT coalesce(m.counts_for, m.id)) FROM testers_entries e
             JOIN members m ON m.id = e.member_id WHERE state IN ('asked', 'testing', 'reported') GROUP BY call_id"""
    for call, people in town.books.rows(sql):
        if people > most[call]:
            yield f"{people} people have the {most[call]} seats of call {call}"


def votes_in_challenges_are_one_each(town: Town) -> Iterator[str]:
    """What a challenge came to is at most one vote of each person who voted, whichever accounts they voted with."""
    notes, family = town.ledger.trials, None
    for challenge in town.books.column("SELECT id FROM challenges_challenges WHERE state = 'closed' ORDER BY id"):
        if challenge in notes.counted:
            continue
        notes.counted.add(challenge)  # links that are made or undone later change nothing of it
        family = families(town) if family is None else family
        people = {family[one] for one in notes.voters.get(challenge, ()) if one in family}
        sql = "SELECT coalesce(sum(votes), 0) FROM challenges_entries WHERE challenge_id = :challenge"
        if (votes := town.books.value(sql, challenge=challenge)) > len(people):
            yield f"challenge {challenge} came to {votes} votes, of {len(people)} people"


# ---- what is shown ------------------------------------------------------------------------------------------------


def reviews_are_shown_by_leave(town: Town, shown: Shown) -> Iterator[str]:
    """What its author keeps to the hosts nobody else reads."""
    text, notes = plain(shown.message.text), town.ledger.trials
    if OPINION not in text or shown.channel == town.chat.hosts:
        return
    reader = shown.only_for.user_id if shown.only_for else ""
    if reader and town.model.people[reader].role >= Role.HOST:
        return
    for word, (author, leave) in notes.leaves.items():
        if word in text and leave == "none" and town.main_of(reader) != town.main_of(author):
            yield f"a review of {author}, who lets it be seen as {leave}, is read by {reader or 'everybody'}"
