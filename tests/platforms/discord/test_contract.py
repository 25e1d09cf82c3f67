"""Discord keeps the contract of the port."""

import pytest

from tests.platforms.contract import PlatformContract, World
from tests.platforms.contract_ways import WaysContract
from tests.platforms.discord.bench import Bench
from tests.platforms.discord.world import DiscordWorld


class TestDiscord(PlatformContract, WaysContract):
    """Every test of the contract, on Discord."""

    @pytest.fixture
    def world(self, bench: Bench) -> World:
        return DiscordWorld(bench)
