"""Pseudonyms: what stands for a member in one matter, and says nothing of them without the bot's key."""

from bot.core.tokens import Tokens


class Pseudonyms:
    """HMAC-SHA-256 under the bot's own key: whoever has the database alone cannot find out whom one stands for.

    A column of it need not be erased with a member, since it leads to nobody; it is no secret from whoever has the key.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def of(self, matter: str, member_id: int) -> str:
        """Who the member is in a matter, such as "poll:12": the same each time, and another in any other matter."""
        return self._tokens.seal(f"pseudonym:{matter}:{member_id}")[:32]
