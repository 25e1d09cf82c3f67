"""What proves that a request comes from Kick: RSA over its id, its time and its body."""

import base64
import binascii
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from bot.clock import Clock
from bot.sources.keeping import AwayError

AGAIN = timedelta(minutes=10)
"""So seldom the key is asked for anew because of a signature that does not fit: anybody can send one."""


class Signatures:
    """Checks them with Kick's key, which is asked for once, and anew when it may have changed."""

    def __init__(self, fetch: Callable[[], Awaitable[bytes]], clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock
        self._key: RSAPublicKey | None = None
        self._fetched_at: datetime | None = None

    async def prepare(self) -> None:
        """Ask for the key. Raises AwayError."""
        self._fetched_at = self._clock.now()
        try:
            key = load_pem_public_key(await self._fetch())
        except ValueError:
            raise AwayError("refusal-source-odd", source="Kick") from None
        if not isinstance(key, RSAPublicKey):
            raise AwayError("refusal-source-odd", source="Kick")
        self._key = key

    async def hold(self, id: str, time: str, body: bytes, signature: str) -> bool:
        """Whether Kick signed these."""
        try:
            given = base64.b64decode(signature, validate=True)
        except (binascii.Error, ValueError):
            return False
        signed = f"{id}.{time}.".encode() + body
        if self._fits(signed, given):
            return True
        if self._fetched_at is not None and self._clock.now() - self._fetched_at < AGAIN:
            return False
        await self.prepare()
        return self._fits(signed, given)

    def _fits(self, signed: bytes, given: bytes) -> bool:
        if self._key is None:
            return False
        try:
            self._key.verify(given, signed, PKCS1v15(), SHA256())
        except InvalidSignature:
            return False
        return True
