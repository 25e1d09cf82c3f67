"""What comes in by the web and what is answered, free of any library."""

from collections.abc import Awaitable, Callable, Mapping

from msgspec import Struct, field


class Asked(Struct, frozen=True):
    """A request. The names of `headers` are in small letters."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""
    query: Mapping[str, str] = field(default_factory=dict)


class Answered(Struct, frozen=True):
    """An answer."""

    status: int = 200
    body: bytes = b""
    media_type: str = "text/plain"
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[Asked], Awaitable[Answered]]
