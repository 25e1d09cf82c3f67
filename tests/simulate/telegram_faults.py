"""What goes wrong on Telegram besides, each kind a small function that is drawn by its weight."""

from collections.abc import Sequence
from typing import Any

from tests.simulate.faults import ANYWHERE, Fault
from tests.simulate.telegram_network import TelegramNetwork
from tests.simulate.town import Town

BROKEN: Sequence[Any] = (
    {"message": {"message_id": "x", "chat": []}},
    {"callback_query": 7},
    {"message": None},
    {"callback_query": {"id": 5, "from": "nobody", "data": ["x"]}},
    {"my_chat_member": {"chat": {"id": "?"}}},
)
"""Updates that are not built as documented."""


async def floods(town: Town) -> None:
    """The next sends are refused with a flood limit, a short or a long one."""
    seconds, count = town.rng.choice((1, 3, 90, 4000)), town.rng.randint(1, 4)
    for _ in range(count):
        _telegram(town).floods(seconds)
    town.note(f"{count} sends are to wait {seconds} s")


async def broken_server(town: Town) -> None:
    """Sends end in an error of the server, or the line is cut; they took effect or did not."""
    chat, done, cut = _telegram(town), town.rng.random() < 0.5, town.rng.random() < 0.5
    status, unasked = town.rng.choice((500, 502, 504)), town.rng.random() < 0.7

    def happens() -> None:
        if cut:
            chat.server.cuts("sendMessage", done=done)
        else:
            chat.server.refuses("sendMessage", status, "Bad Gateway", done=done)

    count = town.rng.randint(1, 3)
    for _ in range(count):
        chat.faults.append(happens) if unasked else happens()
    what = "deliveries" if unasked else "sends"
    town.note(f"{count} {what} {'are cut' if cut else 'end in an error'}, {'done' if done else 'not done'}")


async def shut_doors(town: Town) -> None:
    """The next send is refused as to somebody who is gone, or where the bot may not write."""
    words = town.rng.choice(("user is deactivated", "bot was blocked by the user"))
    _telegram(town).server.refuses("sendMessage", 403, f"Forbidden: {words}")
    town.note(f"Telegram will say: {words}")


async def no_tags(town: Town) -> None:
    """The next tags are not changed, or nobody can tell."""
    server, done = _telegram(town).server, town.rng.random() < 0.5
    status, words = town.rng.choice(((500, "Bad Gateway"), (400, "Bad Request: not enough rights"), (0, "")))
    for _ in range(town.rng.randint(1, 3)):
        if status:
            server.refuses("setChatMemberTag", status, words, done=done and status != 400)
        else:
            server.cuts("setChatMemberTag", done=done)
    town.note(f"some tags end in {status} {words}, {'done' if done else 'not done'}")


async def poison(town: Town) -> None:
    """An update that is not built as documented, before others that are."""
    town.ledger.poisoned += 1
    broken = dict(town.rng.choice(BROKEN))
    await town.follows_up("a poison update", lambda: _telegram(town).server.world.inject(broken))


async def moved(town: Town) -> None:
    """The group gets another id; the bot is told so in both of them, as Telegram does it, or misses one of the two."""
    old, new = town.rng.choice(((True, True), (True, False), (False, True)))
    words = f"the group has another id, told in {', '.join(['the old'] * old + ['the new'] * new)}"
    await town.follows_up(words, lambda: _telegram(town).moves(told_in_old=old, told_in_new=new))


async def death_with_updates_at_hand(town: Town) -> None:
    """The bot dies of the next updates, fetched and not yet stored; Telegram has them still."""
    town.chat.watch.deadly_intakes += 1
    town.note("the next update will be deadly")


def _telegram(town: Town) -> TelegramNetwork:
    assert isinstance(town.chat, TelegramNetwork)
    return town.chat


TELEGRAM: Sequence[tuple[Fault, int]] = (
    *ANYWHERE,
    (floods, 3),
    (broken_server, 8),
    (shut_doors, 2),
    (no_tags, 3),
    (poison, 3),
    (moved, 1),
    (death_with_updates_at_hand, 4),
)
"""What goes wrong on Telegram."""
