"""Files that people hand in with a form on Discord, fetched from where it keeps them for a day."""

import discord

from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.line import Line


class DiscordFiles:
    """Implements the port `Files`. A reference is the address that Discord itself told with the form."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def fetch(self, reference: str) -> bytes | SendResult:
        """See the port."""
        found: list[bytes] = []

        async def get(client: discord.Client) -> SendResult:
            found.append(await client.http.get_from_cdn(reference))
            return SendResult(SendStatus.SENT)

        result = await self._line.ask(get, reached=False, unasked=False)
        return found[0] if found else result
