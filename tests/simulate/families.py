"""Who is one person with whom, as the books say: members by the account that acts for them."""

from collections.abc import Mapping, Sequence

from tests.simulate.acts import Act
from tests.simulate.model import Standing
from tests.simulate.town import Town


def families(town: Town) -> Mapping[int, int]:
    """By member's id who acts for them; whoever was forgotten is missing."""
    return dict(town.books.rows("SELECT id, coalesce(counts_for, id) FROM members"))


def acting(town: Town, user_id: str) -> int | None:
    """The member who acts where somebody does something with that account; None for one that the bot does not know."""
    sql = """SELECT coalesce(m.counts_for, m.id) FROM members m JOIN accounts a ON a.person_id = m.person_id
             JOIN communities c ON c.id = m.community_id WHERE a.external_id = :user AND c.joined_id IS NULL"""
    found = town.books.value(sql, user=user_id)
    return None if found is None else int(found)


def are_one(town: Town, user_id: str, other: str) -> bool:
    """Whether these are accounts of the same person, and the bot was told so."""
    is_theirs = town.main_of(user_id) == town.main_of(other)
    return user_id == other or (is_theirs and acting(town, user_id) == acting(town, other))


def forgotten_are_new(town: Town, act: Act) -> Sequence[str]:
    """Whoever had everything erased never said anything to the bot, and got nothing of it, by any of their accounts."""
    if act.person is None or act.name != "passport.forget_now":
        return []
    kept = "SELECT id FROM members WHERE name <> '' OR left_at IS NULL"  # what is left of others goes in a moment
    alive, theirs = set(town.books.column(kept)), town.main_of(act.person.user_id)
    newest = {user: id for id, user in sorted(town.members().items()) if town.main_of(user) == theirs}
    for user, id in newest.items():
        if id not in alive:
            before = town.model.people[user]
            town.model.people[user] = Standing(
                before.floor,
                left=before.left,
                left_unknown=before.left,
                blocking=before.blocking,
                questions=before.questions,
                spoken=before.spoken,
            )
    return []
