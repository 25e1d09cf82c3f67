"""The way to the Bot API server without a network: requests of a process reach it in the same event loop."""

from email.parser import BytesParser
from urllib.parse import parse_qsl

import httpx

from tests.platforms.telegram.server import CutOffError, TelegramServer

ADDRESS = "http://telegram.invalid/bot"


class InMemory(httpx.AsyncBaseTransport):
    """Carries the requests of one process; nothing gets through any more once it is `dead`."""

    def __init__(self, server: TelegramServer) -> None:
        self.server = server
        self.dead = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """See httpx."""
        self._check(request)
        if request.url.path.startswith("/file/"):
            return httpx.Response(200, content=self.server.world.sent[request.url.path.rpartition("/")[2]])
        token, _, method = request.url.path.removeprefix("/bot").rpartition("/")
        parameters = self._parameters(request, await request.aread())
        status, body = await self.ask(request, token, method, parameters)
        self._check(request)
        return httpx.Response(status, json=body)

    def _parameters(self, request: httpx.Request, body: bytes) -> dict[str, str]:
        """A form as it came: in an address's way, or with files in parts."""
        kind = request.headers.get("Content-Type", "")
        if not kind.startswith("multipart/"):
            return dict(parse_qsl(body.decode(), keep_blank_values=True))
        found: dict[str, str] = {}
        for part in BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body).walk():
            name, content = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
            if isinstance(name, str) and isinstance(content, bytes):
                file = part.get_filename()
                found[name] = content.decode() if file is None else self.server.upload(file, content)
        return found

    async def ask(
        self, request: httpx.Request, token: str, method: str, parameters: dict[str, str]
    ) -> tuple[int, object]:
        """What the server answers."""
        try:
            return await self.server.answer(token, method, parameters)
        except CutOffError:
            raise httpx.ReadError("cut off", request=request) from None

    def _check(self, request: httpx.Request) -> None:
        if self.dead:
            raise httpx.ConnectError("the process is dead", request=request)
