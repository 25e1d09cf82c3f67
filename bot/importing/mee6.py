"""MEE6: pages of the public leaderboard of a Discord server, as its address answers them in JSON.

https://mee6.xyz/api/plugins/levels/leaderboard/<server>?limit=1000&page=0 answers one object with a list `players`,
each of which has `id` (the Discord account), `username`, `xp` and `level`. The route is public once a server's
leaderboard is, and undocumented by MEE6; its shape is that of the example in the README of the client mee6-py-api
(pypi.org/project/mee6-py-api), and of the interface in NachoToast/LSB-Discord-Bot (src/archive/Mee6Player.ts). A bare
list of players with `id` and `xp` is what exporters such as scrape6.py of randomairborne/experienced write.
"""

from bot.importing.entries import Entries, EntryError

FORMAT = "mee6"
PLATFORM = "discord"


def is_page(value: object) -> bool:
    """Whether it is a page of the leaderboard."""
    return isinstance(value, dict) and isinstance(value.get("players"), list)


def is_player(value: object) -> bool:
    """Whether it is a player by itself."""
    return isinstance(value, dict) and "xp" in value and "id" in value


def read_page(page: object, into: Entries) -> None:
    """The players of a page."""
    assert isinstance(page, dict)
    for player in page["players"]:
        read_player(player, into)


def read_player(player: object, into: Entries) -> None:
    """One player: what counts is the experience ever earned, `xp`."""
    if not isinstance(player, dict) or not str(player.get("id", "")).isdecimal():
        into.refuse(EntryError("importing-no-player"))
        return
    into.take(player.get("username") or "", player.get("xp"), player["id"])
