"""Twitch as a source of streams."""

import asyncio
import hashlib
import hmac
from collections.abc import Sequence

from msgspec import Struct, field

from bot.clock import Clock
from bot.config import Config, secret_key
from bot.model.ports import Memory, Sink
from bot.model.sources import Channel, LiveNow, Notices
from bot.sources.asking import Service
from bot.sources.together import together
from bot.sources.tokens import AppTokens, Tokens
from bot.sources.twitch.addresses import TWITCH, Addresses
from bot.sources.twitch.desk import NAME, Desk, Message
from bot.sources.twitch.helix import Helix, Wanted
from bot.sources.twitch.socket import EventSocket, Patience
from bot.sources.twitch.tokens import UserTokens
from bot.sources.twitch.webhook import PATH, Receiver, subscribe, transport
from bot.sources.watching import LiveWatch
from bot.surroundings import Surroundings
from bot.web.address import Address
from bot.web.messages import Answered, Asked

VALIDATE_SECONDS = 3600.0
LOOK_SECONDS = 600.0


class Paces(Struct, frozen=True):
    """Seconds between looks at the token and at what is on, and how long the connection may be silent."""

    validate: float = VALIDATE_SECONDS
    look: float = LOOK_SECONDS
    socket: Patience = field(default_factory=Patience)


PACES = Paces()


class TwitchSource:
    """Hears of streams and chat by a connection of its own, or at an address of ours."""

    name = NAME

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        clock: Clock,
        memory: Memory,
        refresh_token: str = "",
        address: Address | None = None,
        addresses: Addresses = TWITCH,
        paces: Paces = PACES,
    ) -> None:
        """With an `address` Twitch comes there; else `refresh_token` is of the account that listens."""
        self._service = Service("Twitch")
        self._users: UserTokens | None = None
        tokens: Tokens
        if address is None:
            tokens = self._users = UserTokens(self._service, addresses, client_id, client_secret, refresh_token, memory)
        else:
            tokens = AppTokens(self._service, f"{addresses.id}/token", client_id, client_secret)
        self._helix = Helix(self._service, addresses, client_id, tokens)
        self._watch = LiveWatch(NAME, memory, clock)
        self._desk = Desk(self._helix, self._watch, clock)
        self._socket = EventSocket(self._service, addresses.socket, paces.socket)
        self._clock = clock
        self._address = address
        self._paces = paces

    async def run(self, channels: Sequence[Channel], sink: Sink, notices: Notices) -> None:
        """See `bot.model.sources.StreamSource`."""
        if self._users is not None:
            await self._over_socket(self._users, channels, sink, notices)
        elif self._address is not None:
            await self._at_address(self._address, channels, sink, notices)

    async def current(self, channel: Channel) -> LiveNow | None:
        """See `bot.model.sources.StreamSource`."""
        for user in await self._helix.users([channel.name]):
            return (await self._helix.live([user.id])).get(user.id)
        return None

    async def leave(self, channel: Channel, sink: Sink) -> None:
        """See `bot.model.sources.StreamSource`."""
        await self._watch.leave(channel, sink)

    async def close(self) -> None:
        """See `bot.model.sources.StreamSource`."""
        await self._service.close()

    async def _over_socket(self, users: UserTokens, channels: Sequence[Channel], sink: Sink, notices: Notices) -> None:
        await users.prepare(notices)
        reader = (await users.identity()).user_id
        wanted = self._desk.wanted(await self._desk.open(channels, notices), reader)

        async def welcomed(session: str) -> None:
            await self._ask_for(wanted, {"method": "websocket", "session_id": session}, notices)
            await self._desk.look(sink)

        async def take(message: Message) -> object:
            return await self._desk.take(message, sink, notices)

        async def validate() -> None:
            while True:
                await asyncio.sleep(self._paces.validate)
                await users.identity()

        await together(self._socket.listen(welcomed, take), validate(), self._look_again(sink))

    async def _at_address(self, address: Address, channels: Sequence[Channel], sink: Sink, notices: Notices) -> None:
        receiver = Receiver(address, self._clock)

        async def take(message: Message) -> bool:
            return await self._desk.take(message, sink, notices)

        async def receive(asked: Asked) -> Answered:
            return await receiver.receive(asked, take)

        wanted = self._desk.wanted(await self._desk.open(channels, notices), "")
        async with address.open(receive):  # Twitch asks there before a subscription works
            missing = await subscribe(self._helix, wanted, address)
            await self._ask_for(missing, transport(address), notices)
            await self._desk.look(sink)
            await self._look_again(sink)

    async def _ask_for(self, wanted: Sequence[Wanted], transport: dict[str, str], notices: Notices) -> None:
        for one in wanted:
            self._desk.judge(one, await self._helix.subscribe(one, transport), notices)

    async def _look_again(self, sink: Sink) -> None:
        while True:
            await asyncio.sleep(self._paces.look)
            await self._desk.look(sink)


def twitch_source(around: Surroundings) -> TwitchSource:
    """Twitch as it is configured."""
    config = around.config.twitch
    assert config.client_id is not None and config.client_secret is not None
    refresh = config.refresh_token.get_secret_value() if config.refresh_token is not None else ""
    address = None
    if config.webhook_url is not None:
        address = Address(config.webhook_url, PATH, _secret(around.config, config.client_id), around.web)
    return TwitchSource(
        config.client_id,
        config.client_secret.get_secret_value(),
        clock=around.clock,
        memory=around.memory(NAME),
        refresh_token=refresh,
        address=address,
    )


def _secret(config: Config, client_id: str) -> str:
    """What Twitch signs with follows from the bot's own key, so that nothing need be kept."""
    return hmac.new(secret_key(config), f"twitch webhook {client_id}".encode(), hashlib.sha256).hexdigest()
