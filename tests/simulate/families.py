"""Who is one person with whom, as the books say: members by the account that acts for them."""

from collections.abc import Mapping

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
