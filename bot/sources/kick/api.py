"""What is asked of Kick's API: channels, subscriptions, and the key that Kick signs with."""

from collections.abc import Sequence

from msgspec import Struct
from pydantic import AwareDatetime, BaseModel

from bot.model.sources import LiveNow
from bot.sources.asking import Pairs, Reply, Service
from bot.sources.tokens import AppTokens

STATUS, CHAT = "livestream.status.updated", "chat.message.sent"
EVENTS = (STATUS, CHAT)


class Addresses(Struct, frozen=True):
    """The parts of Kick that are asked, without a slash at the end."""

    api: str = "https://api.kick.com/public/v1"
    id: str = "https://id.kick.com/oauth"


KICK = Addresses()


class _Stream(BaseModel):
    is_live: bool = False
    start_time: AwareDatetime | None = None


class Place(BaseModel):
    """A channel, with what is on there."""

    broadcaster_user_id: int
    slug: str
    stream_title: str = ""
    stream: _Stream | None = None

    @property
    def id(self) -> str:
        return str(self.broadcaster_user_id)

    @property
    def live(self) -> LiveNow | None:
        """What is on. Kick names no streams, and has one on a channel at a time: it goes by the channel's id."""
        if self.stream is None or not self.stream.is_live or self.stream.start_time is None:
            return None
        return LiveNow(self.id, self.stream_title, self.stream.start_time)


class _Places(BaseModel):
    data: list[Place]


class Subscription(BaseModel):
    """What we hear of."""

    id: str
    event: str
    broadcaster_user_id: int


class _Subscriptions(BaseModel):
    data: list[Subscription]


class _Begun(BaseModel):
    name: str = ""
    error: str | None = None


class _BegunAll(BaseModel):
    data: list[_Begun] = []


class _Key(BaseModel):
    public_key: str


class _Keys(BaseModel):
    data: _Key


class Kick:
    """Kick's API, with the application's own token."""

    def __init__(self, service: Service, addresses: Addresses, client_id: str, secret: str) -> None:
        self._service = service
        self._addresses = addresses
        self._tokens = AppTokens(service, f"{addresses.id}/token", client_id, secret)

    async def places(self, slugs: Sequence[str]) -> Sequence[Place]:
        """Those of these channels that there are."""
        return (await self._ask("GET", "/channels", [("slug", slug) for slug in slugs])).read(_Places).data

    async def subscriptions(self) -> Sequence[Subscription]:
        """All of the application."""
        return (await self._ask("GET", "/events/subscriptions")).read(_Subscriptions).data

    async def subscribe(self, broadcaster: str, events: Sequence[str]) -> Sequence[str]:
        """Ask for events of a channel; returns those that are refused."""
        body = {
            "broadcaster_user_id": int(broadcaster),
            "events": [{"name": name, "version": 1} for name in events],
            "method": "webhook",
        }
        begun = (await self._ask("POST", "/events/subscriptions", json=body)).read(_BegunAll).data
        return [one.name for one in begun if one.error]

    async def unsubscribe(self, id: str) -> None:
        """Hear of it no more; one that is gone is no fault."""
        await self._ask("DELETE", "/events/subscriptions", [("id", id)])

    async def key(self) -> bytes:
        """The key that Kick signs with, as PEM."""
        reply = await self._service.ask("GET", f"{self._addresses.api}/public-key")
        return reply.read(_Keys).data.public_key.encode()

    async def _ask(self, method: str, path: str, query: Pairs = (), json: object = None) -> Reply:
        async def send(token: str) -> Reply:
            headers = {"Authorization": f"Bearer {token}"}
            return await self._service.ask(method, self._addresses.api + path, headers=headers, query=query, json=json)

        return await self._tokens.ask(send)
