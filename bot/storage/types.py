"""Column types: moments as whole microseconds of UTC, JSON as text; the same on every database."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

import msgspec
import sqlalchemy as sa

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """A moment as whole microseconds since 1970 in UTC. Raises ValueError for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a zone cannot be stored: {moment!r}")
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment (aware, UTC) that `to_micros` stored."""
    return _moment(micros)


@lru_cache(maxsize=4096)
def _moment(micros: int) -> datetime:
    # What follows a stream is due at the same few moments for everybody.
    return _EPOCH + timedelta(microseconds=micros)


def span_micros(span: timedelta) -> int:
    """A span as whole microseconds."""
    return span // _MICROSECOND


def to_json(value: object) -> str:
    """`value` as compact JSON text. Raises TypeError for what JSON has no form for."""
    return _JSON.encode(value).decode()


def to_parts(value: msgspec.Struct) -> dict[str, Any]:
    """`value` as JSON has it, down to its last part; `msgspec.convert` makes it whole again."""
    parts: dict[str, Any] = msgspec.to_builtins(value, enc_hook=_as_plain)
    return parts


def _as_plain(value: object) -> object:
    """A text of a type of its own as the text that it is: msgspec knows `str` itself only."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


_JSON: Final = msgspec.json.Encoder(enc_hook=_as_plain)


class Instant(sa.types.TypeDecorator[datetime]):
    """An aware moment, kept as an integer so that SQL can reckon with it on every database alike."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> int | None:
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else from_micros(value)


class Json(sa.types.TypeDecorator[Any]):
    """Any JSON value, kept as text: we never search inside it, so no database's own JSON type is needed."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
        return None if value is None else to_json(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Any:
        return None if value is None else msgspec.json.decode(value)


Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""Whole-number keys; SQLite only counts up by itself for a column that is plainly INTEGER."""
