"""Discord keeps the contracts of its native ports; it knows neither requests to join nor addresses with a payload."""

import pytest

from bot.model.native import InviteSpec
from bot.model.results import SendStatus
from tests.platforms.contract_native import (
    BadgesContract,
    DirectoryContract,
    DoorsContract,
    InvitesContract,
    NativeWorld,
    PollsContract,
    ThreadsContract,
)
from tests.platforms.discord.bench import Bench
from tests.platforms.discord.world import DiscordWorld


class Native:
    """Gives each contract its world, with the members intent, without which nobody is told who joins."""

    @pytest.fixture
    def world(self, members_bench: Bench) -> NativeWorld:
        return DiscordWorld(members_bench)


class TestPolls(Native, PollsContract):
    """Every test of the contract, on Discord."""


class TestBadges(Native, BadgesContract):
    """Every test of the contract, on Discord."""


class TestInvites(Native, InvitesContract):
    """Every test of the contract, on Discord."""


class TestDoors(Native, DoorsContract, ThreadsContract):
    """Every test of the contract, on Discord."""


class TestDirectory(Native, DirectoryContract):
    """Every test of the contract, on Discord."""


async def test_what_discord_does_not_know_is_refused_or_not_there(bench: Bench) -> None:
    invites, directory = bench.platform.natives.invites, bench.platform.natives.directory
    assert invites is not None
    assert directory is not None
    made = await invites.make_invite(bench.space, InviteSpec("a seat", on_request=True))
    assert made.status is SendStatus.INVALID
    assert directory.link("payload") is None
