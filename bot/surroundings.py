"""What platforms and sources are built on: the configuration, the clock, the texts, and a memory of its own."""

from collections.abc import Callable

from msgspec import Struct

from bot.clock import Clock
from bot.config import Config
from bot.model.ports import Memory
from bot.text.saying import Say
from bot.web.server import WebServer


class Surroundings(Struct, frozen=True):
    """`memory` gives each of them, by its name, what it keeps over restarts. It may be used once the bot is open.

    `web` listens only while somebody has an address on it.
    """

    config: Config
    clock: Clock
    say: Say
    memory: Callable[[str], Memory]
    web: WebServer
