"""What an edge is built on: the configuration, the clock, the texts, and a memory of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.config import Config
from bot.model.ports import Memory
from bot.text.saying import Say


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`memory` gives each platform, by its name, what it keeps over restarts. It may be used once the bot is open."""

    config: Config
    clock: Clock
    say: Say
    memory: Callable[[str], Memory]
