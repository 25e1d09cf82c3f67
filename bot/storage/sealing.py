"""What people wrote, kept so that whoever has the database but not the key cannot read it.

AES-256-GCM (NIST SP 800-38D) with a nonce drawn for each text. The key is derived from the configured one with HKDF
(RFC 5869), so that a leaked signature key of tokens does not follow from it, nor the other way round.
"""

import base64
import hashlib
import secrets
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from bot.errors import BotError, StorageError
from bot.storage.types import to_json

_MARK: Final = "sealed:"
_NONCE: Final = 12  # bytes, as the standard recommends
_PURPOSE: Final = b"afterglow texts at rest 1"


class Seal:
    """Seals texts with the newest key, and opens what any of its keys sealed."""

    def __init__(self, key: bytes, *former: bytes) -> None:
        """`key` is the configured secret; `former` are those it took the place of, still needed for what is old."""
        self._secrets = {_name(secret): secret for secret in (*former, key)}
        self._newest = _name(key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Seal) and (self._newest, self._secrets) == (other._newest, other._secrets)

    def __hash__(self) -> int:
        return hash(self._newest)

    @property
    def is_changed(self) -> bool:
        """Whether another key was in use before, and is still there to open what it sealed."""
        return len(self._secrets) > 1

    def close(self, text: str) -> str:
        """The text as it may be kept: "sealed:<key>:<nonce and ciphertext>"."""
        return self.close_bytes(text.encode())

    def close_bytes(self, content: bytes) -> str:
        """The same of what is no text."""
        nonce = secrets.token_bytes(_NONCE)
        closed = _cipher(self._secrets[self._newest]).encrypt(nonce, content, None)
        return f"{_MARK}{self._newest}:{base64.b64encode(nonce + closed).decode()}"

    def open(self, kept: str) -> str:
        """The text that `close` was given; what was never sealed is returned as it is.

        Raises StorageError when the key is none of ours, or somebody changed what is kept.
        """
        return self.open_bytes(kept).decode() if kept.startswith(_MARK) else kept

    def open_bytes(self, kept: str) -> bytes:
        """What `close_bytes` was given. Raises StorageError as `open` does."""
        from cryptography.exceptions import InvalidTag

        name, _, body = kept.removeprefix(_MARK).partition(":")
        if name not in self._secrets:
            raise StorageError(
                "A text was sealed with another key. Put back the one that was in use (secret_key, or secret.key in the"
                " data folder), or name it among former_secret_keys."
            )
        try:
            raw = base64.b64decode(body, validate=True)
            return bytes(_cipher(self._secrets[name]).decrypt(raw[:_NONCE], raw[_NONCE:], None))
        except (InvalidTag, ValueError) as error:
            raise StorageError("A sealed text is damaged; put the database back from a backup.") from error


class Sealed(sa.types.TypeDecorator[str]):
    """A text that is sealed on its way into the database and opened on its way out. Nothing can be searched in it."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else seal_of(dialect).close(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else seal_of(dialect).open(value)


class SealedBytes(Sealed):
    """A picture, or anything else that is no text, sealed in the same way."""

    cache_ok = True

    @property
    def python_type(self) -> type[Any]:
        return bytes

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
        return None if value is None else seal_of(dialect).close_bytes(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Any:
        return None if value is None else seal_of(dialect).open_bytes(value)


class SealedValues(sa.types.TypeDecorator[Any]):
    """A JSON object as text whose "values" are sealed where they are words, or hold some; the rest can be searched."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, Any] | None, dialect: sa.Dialect) -> str | None:
        if value is None:
            return None
        words = value.get("values") or {}
        if any(isinstance(word, _WORDY) for word in words.values()):
            close = seal_of(dialect).close
            value = {**value, "values": {name: _closed(word, close) for name, word in words.items()}}
        return to_json(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Any:
        return None if value is None else opened_values(value, dialect)


def opened_values(kept: str, dialect: sa.Dialect) -> Mapping[str, Any]:
    """What `SealedValues` kept, for raw statements."""
    value: dict[str, Any] = msgspec.json.decode(kept)
    words = value.get("values") or {}
    if any(isinstance(word, _WORDY) for word in words.values()):
        open = seal_of(dialect).open
        value["values"] = {name: _opened(word, open) for name, word in words.items()}
    return value


_WORDY: Final = (str, list, tuple, dict)
_WHOLE: Final = "sealed"
"""What stands for lists and the like, which are sealed as a whole."""


def _closed(word: Any, close: Callable[[str], str]) -> Any:
    if isinstance(word, str):
        return close(word)
    return {_WHOLE: close(to_json(word))} if isinstance(word, _WORDY) else word


def _opened(word: Any, open: Callable[[str], str]) -> Any:
    if isinstance(word, str):
        return open(word)
    return msgspec.json.decode(open(word[_WHOLE])) if isinstance(word, dict) and set(word) == {_WHOLE} else word


class Sealing:
    """The part of a dialect that knows the seal of its engine.

    What SQLAlchemy compiled holds on to the dialect that it was compiled with, and so to the seal.
    """

    seal: Seal | None = None


def seal_with(dialect: sa.Dialect, seal: Seal | None) -> None:
    """Let the sealed columns of this engine use `seal`."""
    assert isinstance(dialect, Sealing)
    dialect.seal = seal


def seal_of(dialect: sa.Dialect) -> Seal:
    """The engine's seal. Raises BotError where the database was opened without one."""
    if not isinstance(dialect, Sealing) or dialect.seal is None:
        raise BotError("The database was opened without a key, so that what people wrote can be neither kept nor read.")
    return dialect.seal


def _name(secret: bytes) -> str:
    """Tells keys apart without telling anything of them."""
    return hashlib.sha256(b"name of " + _PURPOSE + secret).hexdigest()[:8]


@cache
def _cipher(secret: bytes) -> Any:
    # Imported here, since it costs a process that only shows its version or its help.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return AESGCM(HKDF(SHA256(), 32, salt=None, info=_PURPOSE).derive(secret))
