"""What goes wrong on the real edges, each kind a small function that is drawn by its weight; it returns its words."""

import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from simcord.backend import serializers

from tests.demo.discord_stage import DiscordStage
from tests.demo.telegram_stage import TelegramStage

Fault = Callable[[Any, random.Random, str], Awaitable[str]]
"""Gets the stage, the seed's chance, and somebody whom it may concern."""

# ---- Telegram -----------------------------------------------------------------------------------------------------


async def too_many(stage: TelegramStage, rng: random.Random, who: str) -> str:
    """The next sends are refused with a flood limit, a short or a long one."""
    seconds, count = rng.choice((1, 3, 90, 4000)), rng.randint(1, 4)
    for _ in range(count):
        stage.server.floods("sendMessage", seconds)
    return f"{count} sends are to wait {seconds} s"


async def broken_server(stage: TelegramStage, rng: random.Random, who: str) -> str:
    """A send ends in an error of the server, or the line is cut; it took effect or did not."""
    done, cut = rng.random() < 0.5, rng.random() < 0.5
    if cut:
        stage.server.cuts("sendMessage", done=done)
    else:
        stage.server.refuses("sendMessage", rng.choice((500, 502, 504)), "Bad Gateway", done=done)
    return f"a send {'is cut' if cut else 'ends in an error'}, {'done' if done else 'not done'}"


async def shut_out(stage: TelegramStage, rng: random.Random, who: str) -> str:
    """Somebody blocks the bot or lets it in again; the bot may hear of it or not."""
    person = stage.person(who)
    if who == stage.owner:
        return "nothing"
    if rng.random() < 0.5:
        person.blocked = not person.blocked
        return f"{who} quietly turns the block to {person.blocked}"
    await (person.unblocks_bot() if person.blocked else person.blocks_bot())
    return f"{who} turns the block to {person.blocked}"


async def twice(stage: TelegramStage, rng: random.Random, who: str) -> str:
    """The last update comes once more."""
    if stage.server.world.last is not None:
        await stage.server.world.repeat()
    return "the last update comes again"


async def poison(stage: TelegramStage, rng: random.Random, who: str) -> str:
    """An update that is not built as documented."""
    broken: Sequence[Any] = ({"message": {"message_id": "x", "chat": []}}, {"callback_query": 7}, {"message": None})
    await stage.server.world.inject(dict(rng.choice(broken)))
    return "a poison update"


async def moved(stage: TelegramStage, rng: random.Random, who: str) -> str:
    """The group gets another id."""
    await stage.moves()
    return "the group has another id"


# ---- Discord ------------------------------------------------------------------------------------------------------

SENDS = "/channels/*/messages"


async def refused(stage: DiscordStage, rng: random.Random, who: str) -> str:
    """The next requests to send are refused: too many, a server's error, a shut door, a missing right."""
    faults = ((429, 0), (500, 0), (503, 0), (403, 50007), (403, 50013), (404, 10003), (429, 40003))
    status, code = rng.choices(faults, (5, 5, 5, 5, 2, 2, 1))[0]  # the last one shuts new direct chats for a day
    path = "/users/@me/channels" if code == 40003 else SENDS
    stage.env.inject_error("POST", path, status=status, code=code, message="provoked", times=rng.randint(1, 3))
    return f"sends are refused with {status}, {code}"


async def new_session(stage: DiscordStage, rng: random.Random, who: str) -> str:
    """The connection drops and comes back with another session, as where the old one cannot be resumed."""
    backend = stage.env.backend
    ready = {
        "v": 10,
        "user": dict(serializers.user_payload(backend.bot_user)),
        "guilds": [],
        "session_id": f"session-{rng.random()}",
        "resume_gateway_url": "wss://nowhere",
        "application": {"id": str(backend.application_id), "flags": 0},
    }
    backend.emit("READY", ready)
    backend.emit("GUILD_CREATE", dict(serializers.guild_create_payload(backend, backend.guilds[stage.guild.id])))
    await stage.env.settle()
    return "a new session"


async def told_twice(stage: DiscordStage, rng: random.Random, who: str) -> str:
    """The last interaction comes once more."""
    told = [entry for entry in stage.env.backend.transcript if entry[:2] == ("GATEWAY", "INTERACTION_CREATE")]
    if told:
        stage.env.backend.emit("INTERACTION_CREATE", told[-1][2])
        await stage.env.settle()
    return "the last interaction comes again"


FAULTS: Mapping[str, Sequence[tuple[Fault, int]]] = {
    "telegram": ((too_many, 3), (broken_server, 3), (shut_out, 3), (twice, 3), (poison, 2), (moved, 1)),
    "discord": ((refused, 5), (new_session, 2), (told_twice, 3)),
}
