"""Somebody who visits the bot's web server from this machine."""

import ssl

import httpx

_TRUSTS_NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def visitor(port: int) -> httpx.AsyncClient:
    """A client of the server at this port, without the certificates of the world, which take longer than a visit."""
    return httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", verify=_TRUSTS_NOBODY)
