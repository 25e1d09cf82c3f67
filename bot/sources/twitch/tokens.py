"""The token for Twitch of an account that reads the chat: renewed, and what it is renewed with kept."""

import hashlib

import msgspec
from pydantic import BaseModel

from bot.errors import ConfigError
from bot.model.ports import Memory
from bot.model.sources import Notices
from bot.sources.asking import Reply, Service, refused
from bot.sources.tokens import Granted, Tokens, granted
from bot.sources.twitch.addresses import Addresses
from bot.sources.twitch.signing_in import SignIn
from bot.storage.types import to_json

KEPT = "refresh-token"
SCOPE = "user:read:chat"


class Identity(BaseModel):
    """Whose a token is, and what it allows."""

    user_id: str = ""
    login: str = ""
    scopes: list[str] | None = None


class UserTokens(Tokens):
    """The token of an account. What it is renewed with changes each time, so it is kept before it is used."""

    def __init__(
        self, service: Service, addresses: Addresses, client_id: str, secret: str, given: str, memory: Memory
    ) -> None:
        """`given` is the refresh token of the configuration; a new one there takes the place of what is kept.

        Without one somebody has to sign in, once.
        """
        super().__init__()
        self._service = service
        self._addresses = addresses
        self._client_id = client_id
        self._secret = secret
        self._given = given
        self._memory = memory
        self._sign_in = SignIn(service, addresses, client_id, SCOPE)

    async def prepare(self, notices: Notices) -> None:
        """Have somebody sign in where that is needed: nobody did, or what they allowed is taken back."""
        async with self._turn:
            if self._given or self._token:
                return
            try:
                if await self._kept() is not None:
                    self._token = await self._fetch()
                    return
            except ConfigError:
                await self._memory.drop(KEPT)
            given = (await self._sign_in.wait(notices)).read(Granted)
            await self._keep(given.refresh_token)
            self._token = given.access_token

    async def identity(self) -> Identity:
        """Whose it is; Twitch wants to be asked at the start and each hour. Raises ConfigError."""
        token = await self.token()
        reply = await self._validate(token)
        if not reply.is_ok:
            reply = await self._validate(await self.renew(token))
        identity = reply.read(Identity)
        if SCOPE not in (identity.scopes or ()):
            raise refused("twitch.refresh_token", "refusal-twitch-scope", "refusal-twitch-scope-cure", scope=SCOPE)
        return identity

    async def _validate(self, token: str) -> Reply:
        return await self._service.ask(
            "GET", f"{self._addresses.id}/validate", headers={"Authorization": f"OAuth {token}"}
        )

    async def _fetch(self) -> str:
        refresh = await self._kept() or self._given
        form = [
            ("client_id", self._client_id),
            ("client_secret", self._secret),
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh),
        ]
        reply = await self._service.ask("POST", f"{self._addresses.id}/token", form=form)
        given = granted(reply, "twitch.refresh_token", "refusal-twitch-account")
        await self._keep(given.refresh_token or refresh)
        return given.access_token

    async def _keep(self, refresh: str) -> None:
        kept = {"given": _name(self._given), "refresh": refresh}
        await self._memory.keep(KEPT, to_json(kept))

    async def _kept(self) -> str | None:
        """What came of the configured one; nothing where another one is configured by now."""
        kept = msgspec.json.decode(await self._memory.recall(KEPT) or "{}")
        return str(kept["refresh"]) if kept.get("given") == _name(self._given) else None


def _name(given: str) -> str:
    """Tells one from another without telling anything of it."""
    return hashlib.sha256(b"given " + given.encode()).hexdigest()[:16]
