"""Kick as far as the bot asks it, with a key pair of its own."""

import base64
from typing import Any

from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.sources.kick.api import Addresses
from tests.sources.serving import Service

CLIENT, SECRET = "client-1", "secret-of-the-app-1"


def key_pair() -> RSAPrivateKey:
    """As long as Kick's."""
    return generate_private_key(65537, 2048)


class KickServer(Service):
    """It knows the channel tea (id 5)."""

    def __init__(self, key: RSAPrivateKey) -> None:
        super().__init__()
        self.key = key
        self.live: dict[str, str] = {}
        self.subscriptions: list[dict[str, Any]] = []
        self.failing: set[str] = set()
        self.access: set[str] = set()
        self._count = 0

    @property
    def addresses(self) -> Addresses:
        """For the source."""
        return Addresses(f"{self.url}/public/v1", f"{self.url}/oauth")

    def sign(self, text: bytes) -> str:
        """As Kick signs."""
        return base64.b64encode(self.key.sign(text, PKCS1v15(), SHA256())).decode()

    def routes(self) -> list[web.RouteDef]:
        """See `Service`."""
        return [
            web.post("/oauth/token", self._token),
            web.get("/public/v1/public-key", self._key),
            web.get("/public/v1/channels", self._channels),
            web.get("/public/v1/events/subscriptions", self._subscriptions),
            web.post("/public/v1/events/subscriptions", self._subscribe),
            web.delete("/public/v1/events/subscriptions", self._unsubscribe),
        ]

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return web.json_response({"error": "invalid_client"}, status=401)
        self._count += 1
        self.access.add(f"access-{self._count}")
        return web.json_response({"access_token": f"access-{self._count}", "expires_in": 3600, "token_type": "Bearer"})

    def _refused(self, request: web.Request) -> web.Response | None:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return None if token in self.access else web.json_response({"message": "Unauthorized"}, status=401)

    async def _key(self, request: web.Request) -> web.Response:
        pem = self.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
        return web.json_response({"data": {"public_key": pem}, "message": "OK"})

    async def _channels(self, request: web.Request) -> web.Response:
        began = self.live.get("tea")
        stream = {"is_live": began is not None, "start_time": began or "0001-01-01T00:00:00Z"}
        tea = {"broadcaster_user_id": 5, "slug": "tea", "stream_title": "Tea night", "stream": stream}
        found = [tea] if "tea" in request.query.getall("slug") else []
        return self._refused(request) or web.json_response({"data": found, "message": "OK"})

    async def _subscriptions(self, request: web.Request) -> web.Response:
        return self._refused(request) or web.json_response({"data": self.subscriptions, "message": "OK"})

    async def _subscribe(self, request: web.Request) -> web.Response:
        asked, told = await request.json(), []
        for event in asked["events"]:
            failed = event["name"] in self.failing
            self._count += 1
            id = f"subscription-{self._count}"
            told.append({"name": event["name"], "version": 1, "subscription_id": id, "error": "no" if failed else ""})
            if not failed:
                whose = asked["broadcaster_user_id"]
                self.subscriptions.append({"id": id, "event": event["name"], "broadcaster_user_id": whose})
        return self._refused(request) or web.json_response({"data": told, "message": "OK"})

    async def _unsubscribe(self, request: web.Request) -> web.Response:
        self.subscriptions = [one for one in self.subscriptions if one["id"] != request.query["id"]]
        return self._refused(request) or web.Response(status=204)
