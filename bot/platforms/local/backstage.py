"""Backstage: what the terminal asks of the bot behind the chat."""

from typing import Protocol

from bot.model.identity import Role
from bot.model.messages import File
from bot.platforms.local.records import Person


class Backstage(Protocol):
    """The bot, as far as whoever sits at the terminal has to know of it."""

    @property
    def log_file(self) -> str:
        """Where the log goes meanwhile."""

    def keep(self, file: File) -> str:
        """Put a file that the bot sent where whoever sits here finds it; returns its path."""

    async def first_zone(self) -> str | None:
        """The time zone of this machine, if a community is still to begin with it; None where another is configured."""

    async def settled(self) -> None:
        """Return once all that was typed is dealt with, and what it led to is shown; or when that takes too long."""

    async def role(self, person: Person) -> Role:
        """What the community made of somebody; a member when it does not know them yet."""

    async def appoint(self, person: Person, role: Role) -> None:
        """Let the community make somebody what they were introduced as."""
