"""Tokens in buttons: which action, with which arguments, signed so that only we can have made them."""

import hashlib
import hmac
import re
from base64 import b32encode, urlsafe_b64encode
from collections.abc import Sequence
from functools import lru_cache

from bot.model.messages import TOKEN_PATTERN, is_unkept

_WORD = re.compile(r"[A-Za-z0-9-]*")
_SIGN = 8
_LINK = re.compile(r"(?P<body>c(?P<id>\d{1,9})_(?P<token>[A-Za-z0-9_-]{0,40}))_(?P<sign>[A-Za-z0-9_-]{8})")
_ACTIONS_KEPT = 1024


class Tokens:
    """Makes and reads tokens: four letters for the action, arguments between underscores, eight of signature.

    They need no table and survive restarts. A signature shows only that the bot made the token; who may press it is
    decided when it is pressed.
    """

    def __init__(self, key: bytes) -> None:
        self._unsigned = hmac.new(key, digestmod=hashlib.sha256)

    def make(self, action: str, *arguments: int | str, community: int | None = None, unkept: bool = False) -> str:
        """The token of "plugin.action" with these arguments. Raises ValueError when they do not fit into one.

        Its signature is good in one `community` alone, if one is given: so it costs no room. `unkept`: the action is
        declared so, which the token shows (`is_unkept`).
        """
        words = [str(argument) for argument in arguments]
        if not all(isinstance(argument, int) or _WORD.fullmatch(argument) for argument in arguments):
            raise ValueError(f"arguments of {action} may hold letters, digits and hyphens: {words}")
        body = "_".join([code(action, unkept=unkept), *words])
        token = body + "_" + self._sign(body, community)
        if not TOKEN_PATTERN.fullmatch(token):
            raise ValueError(f"the arguments of {action} are too long for a button: {words}")
        return token

    def read(self, token: str, community: int | None = None) -> tuple[str, list[str]] | None:
        """The action's code and its arguments, or None for a token that is not ours, or another community's."""
        if not TOKEN_PATTERN.fullmatch(token) or len(token) <= _SIGN or token[-_SIGN - 1] != "_":
            return None
        body, sign = token[: -_SIGN - 1], token[-_SIGN:]
        if not (self.is_of(token, community) or hmac.compare_digest(sign, self._sign(body))):
            return None
        head, *arguments = body.split("_")
        return head, arguments

    def is_of(self, token: str, community: int | None) -> bool:
        """Whether that token was made in that community, and for it alone."""
        body, sign = token[: -_SIGN - 1], token[-_SIGN:]
        return community is not None and token.isascii() and hmac.compare_digest(sign, self._sign(body, community))

    def link(self, community_id: int, token: str = "") -> str:
        """The payload of a deep link into a private chat: `token`, for this community.

        ValueError for one of an unkept action: what a link brings is stored.
        """
        if is_unkept(token):
            raise ValueError("an unkept action has no deep link: what a link brings is stored")
        body = f"c{community_id}_{token}"
        return f"{body}_{self._sign(body)}"

    def read_link(self, payload: str) -> tuple[int, str] | None:
        """The community's id and the token, or None for a payload that `link` did not make."""
        found = _LINK.fullmatch(payload)
        if found is None or not hmac.compare_digest(found["sign"], self._sign(found["body"])):
            return None
        return int(found["id"]), found["token"]

    def seal(self, text: str) -> str:
        """What can be kept in the place of a short secret: only whoever has the key can tell which one it was."""
        sealed = self._unsigned.copy()
        sealed.update(b"seal:" + text.encode())
        return sealed.hexdigest()

    def _sign(self, body: str, community: int | None = None) -> str:
        signed = self._unsigned.copy()  # the key is worked in once for all
        signed.update(body.encode() if community is None else f"{community}:{body}".encode())
        return urlsafe_b64encode(signed.digest())[:_SIGN].decode()


@lru_cache(maxsize=_ACTIONS_KEPT)
def code(action: str, *, unkept: bool = False) -> str:
    """The four letters that stand for "plugin.action", the first of them a capital where the action is `unkept`."""
    digest = hashlib.blake2b(action.encode(), digest_size=5).digest()
    letters = b32encode(digest)[:4].decode().lower()
    return chr(ord("A") + digest[-1] % 26) + letters[1:] if unkept else letters


def short_for(name: str) -> str:
    """Eight letters that stand for a name in a button, which has no room for long ones."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def is_for(token: str, action: str, ending: Sequence[int | str] = ()) -> bool:
    """Whether a token is one of "plugin.action" whose last arguments are `ending`; its signature is not looked at."""
    head, *arguments = token[: -_SIGN - 1].split("_")
    words = [str(argument) for argument in ending]
    return head in (code(action), code(action, unkept=True)) and arguments[len(arguments) - len(words) :] == words
