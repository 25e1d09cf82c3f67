"""Reaching into the library's inside still works, changes nothing but the cost, and can be done without."""

import discord

from bot.model.incoming import PresenceKind
from bot.platforms.discord.thinning import EVENT, thin
from tests.platforms.discord.bench import Bench, account


class Changed:
    """A client of a library that has other things inside."""

    def __init__(self, inside: object) -> None:
        self._connection = inside


class Inside:
    parsers: object = ()


def test_the_library_still_looks_inside_as_it_did() -> None:
    client = discord.Client(intents=discord.Intents.none())
    assert thin(client, lambda *_: None), "discord.py has changed inside: see bot/platforms/discord/thinning.py"


def test_a_library_that_has_changed_is_left_alone() -> None:
    for inside in (None, Inside()):
        assert not thin(Changed(inside), lambda *_: None)  # type: ignore[arg-type]


async def test_both_ways_tell_the_same_of_a_message(bench: Bench) -> None:
    await bench.ann.send(bench.channel, "the short way")
    client = bench.env.bot
    client._connection.parsers[EVENT] = client._connection.parse_message_create
    await bench.ann.send(bench.channel, "the public way")
    short, public = bench.sink.presences
    for one in (short, public):
        assert (one.account, one.name, one.kind, one.space) == (
            account(bench.ann),
            "Ann",
            PresenceKind.CHAT,
            bench.space,
        )
    assert 0 <= (public.at - short.at).total_seconds() < 1


async def test_a_nickname_goes_before_other_names(bench: Bench) -> None:
    bench.env.backend.guilds[bench.guild.id].members[bench.ann.id].nick = "Queen of glaze"
    await bench.ann.send(bench.channel, "hello")
    assert bench.sink.presences[-1].name == "Queen of glaze"
