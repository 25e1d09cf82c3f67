"""What is asked of Twitch's API: who, what is on, and subscriptions to events."""

from collections.abc import Sequence

from msgspec import Struct
from pydantic import AwareDatetime, BaseModel

from bot.model.sources import LiveNow
from bot.sources.asking import Pairs, Reply, Service
from bot.sources.tokens import Tokens
from bot.sources.twitch.addresses import Addresses

ONLINE, OFFLINE, CHAT = "stream.online", "stream.offline", "channel.chat.message"
_PAGES = 50


class User(BaseModel):
    """An account."""

    id: str
    login: str
    display_name: str = ""


class _Users(BaseModel):
    data: list[User]


class _Stream(BaseModel):
    id: str
    user_id: str
    title: str = ""
    type: str = ""
    started_at: AwareDatetime


class _Streams(BaseModel):
    data: list[_Stream]


class _Info(BaseModel):
    title: str = ""


class _Infos(BaseModel):
    data: list[_Info]


class Transport(BaseModel):
    """Where events go."""

    method: str = ""
    callback: str = ""
    session_id: str = ""


class Subscription(BaseModel):
    """What we hear of."""

    id: str
    type: str
    status: str = ""
    condition: dict[str, str] = {}
    transport: Transport = Transport()


class _Cursor(BaseModel):
    cursor: str = ""


class _Subscriptions(BaseModel):
    data: list[Subscription]
    pagination: _Cursor = _Cursor()


class Wanted(Struct, frozen=True):
    """Events that a channel is to be heard of: the kind and whom it is about."""

    type: str
    condition: tuple[tuple[str, str], ...]


class Helix:
    """Twitch's API, with a token that is renewed when it has run out."""

    def __init__(self, service: Service, addresses: Addresses, client_id: str, tokens: Tokens) -> None:
        self._service = service
        self._url = addresses.helix
        self._client_id = client_id
        self._tokens = tokens

    async def users(self, logins: Sequence[str]) -> Sequence[User]:
        """Those of these names that there are."""
        reply = await self._ask("GET", "/users", [("login", login) for login in logins])
        return reply.read(_Users).data

    async def live(self, user_ids: Sequence[str]) -> dict[str, LiveNow]:
        """What is on, by the id of its channel. Reruns and the like are none of it."""
        reply = await self._ask("GET", "/streams", [("user_id", id) for id in user_ids] + [("first", "100")])
        streams = reply.read(_Streams).data
        return {one.user_id: LiveNow(one.id, one.title, one.started_at) for one in streams if one.type == "live"}

    async def title(self, user_id: str) -> str:
        """What a channel's stream is called; it is known here at once, while `live` lags behind."""
        infos = (await self._ask("GET", "/channels", [("broadcaster_id", user_id)])).read(_Infos).data
        return infos[0].title if infos else ""

    async def subscribe(self, wanted: Wanted, transport: dict[str, str]) -> Reply:
        """Ask for events; how it went is for the caller to judge."""
        body = {
            "type": wanted.type,
            "version": "1",
            "condition": dict(wanted.condition),
            "transport": transport,
        }
        return await self._ask("POST", "/eventsub/subscriptions", json=body, patient=False)

    async def subscriptions(self) -> Sequence[Subscription]:
        """All of the application."""
        found: list[Subscription] = []
        after = ""
        for _ in range(_PAGES):
            query = [("after", after)] if after else []
            page = (await self._ask("GET", "/eventsub/subscriptions", query)).read(_Subscriptions)
            found += page.data
            after = page.pagination.cursor
            if not after:
                break
        return found

    async def unsubscribe(self, id: str) -> None:
        """Hear of it no more; one that is gone is no fault."""
        await self._ask("DELETE", "/eventsub/subscriptions", [("id", id)])

    async def _ask(
        self, method: str, path: str, query: Pairs = (), json: object = None, *, patient: bool = True
    ) -> Reply:
        async def send(token: str) -> Reply:
            headers = {"Client-Id": self._client_id, "Authorization": f"Bearer {token}"}
            return await self._service.ask(
                method, self._url + path, headers=headers, query=query, json=json, patient=patient
            )

        return await self._tokens.ask(send)
