"""StreamElements: pages of a channel's points, as its API answers them in JSON; its dashboard exports none.

https://api.streamelements.com/kappa/v2/points/<channel>/top?limit=1000&offset=0 (or /alltime) answers one object with
`_total` and a list `users`, each of which has `username` and `points`. So says the document points.md of the API's own
documentation (a copy is superstringman/api-docs on GitHub) for version 1; version 2, which is asked today, answers
alike, as its users show (samuelrbo/streamelements-leaderboard-search). The name is the one in the chat of the channel:
on Twitch the login, which belongs to one account; the file does not say which network it was.
"""

from bot.importing.entries import Entries, EntryError

FORMAT = "streamelements"


def is_page(value: object) -> bool:
    """Whether it is a page of points."""
    return isinstance(value, dict) and isinstance(value.get("users"), list)


def is_user(value: object) -> bool:
    """Whether it is a user by itself."""
    return isinstance(value, dict) and "username" in value and "points" in value


def read_page(page: object, into: Entries) -> None:
    """The users of a page."""
    assert isinstance(page, dict)
    for user in page["users"]:
        read_user(user, into)


def read_user(user: object, into: Entries) -> None:
    """One user: what counts is what they have now, `points`."""
    if not is_user(user):
        into.refuse(EntryError("importing-no-user"))
        return
    assert isinstance(user, dict)
    into.take(user["username"], user["points"])
