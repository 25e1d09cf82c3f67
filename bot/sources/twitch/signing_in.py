"""Signing in to Twitch without a web page of our own: a person opens an address that we show, and allows us there."""

import asyncio
import logging

from pydantic import BaseModel, ValidationError

from bot.errors import Said
from bot.model.sources import Notices
from bot.sources.asking import Reply, Service
from bot.sources.twitch.addresses import Addresses

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
TOPIC = "sign-in"
_PENDING = ("authorization_pending", "slow_down")
_LEAST = 1

log = logging.getLogger(__name__)


class _Begun(BaseModel):
    device_code: str
    user_code: str
    verification_uri: str
    expires_in: float
    interval: float = 5


class _Answer(BaseModel):
    message: str = ""


class SignIn:
    """Shows where to sign in, and waits until somebody has."""

    def __init__(self, service: Service, addresses: Addresses, client_id: str, scope: str) -> None:
        self._service = service
        self._addresses = addresses
        self._client = [("client_id", client_id), ("scopes", scope)]

    async def wait(self, notices: Notices) -> Reply:
        """What Twitch grants to whoever signed in. An address that nobody opened in time is replaced by another."""
        while True:
            begun = (await self._service.ask("POST", f"{self._addresses.id}/device", form=self._client)).read(_Begun)
            words = Said("refusal-twitch-sign-in", address=begun.verification_uri, code=begun.user_code)
            notices.tell(TOPIC, words)
            log.warning("%s", words)
            if (granted := await self._granted(begun)) is not None:
                notices.tell(TOPIC, None)
                return granted

    async def _granted(self, begun: _Begun) -> Reply | None:
        """None when the time is over, or the person refused."""
        form = [*self._client, ("device_code", begun.device_code), ("grant_type", GRANT)]
        now = asyncio.get_running_loop().time
        ends = now() + begun.expires_in
        while now() < ends:
            await asyncio.sleep(begun.interval)
            reply = await self._service.ask("POST", f"{self._addresses.id}/token", form=form)
            if reply.is_ok:
                return reply
            if _says(reply) not in _PENDING:
                await asyncio.sleep(_LEAST)
                return None
        return None


def _says(reply: Reply) -> str:
    try:
        return _Answer.model_validate_json(reply.body).message
    except ValidationError:
        return ""
