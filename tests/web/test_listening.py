"""Where the bot listens, and where the world reaches it, as configured."""

import pytest

from bot.config import Config, load_config
from bot.errors import ConfigError


def configured(**environment: str) -> Config:
    """The configuration with these variables."""
    return load_config(environment=environment)


@pytest.mark.parametrize(
    ("listen", "place"),
    [("0.0.0.0:80", ("0.0.0.0", 80)), ("[::1]:8080", ("::1", 8080)), ("bot.local:0", ("bot.local", 0))],
)
def test_where_the_bot_listens_is_an_address_and_a_port(listen: str, place: tuple[str, int]) -> None:
    assert configured(AFTERGLOW_WEB__LISTEN=listen).web.place == place


@pytest.mark.parametrize("listen", ["8080", "localhost", "localhost:", "localhost:99999", "https://bot.local:80"])
def test_anything_else_to_listen_on_is_refused(listen: str) -> None:
    with pytest.raises(ConfigError, match=r"127\.0\.0\.1:8080"):
        configured(AFTERGLOW_WEB__LISTEN=listen)


def test_a_webhook_needs_https() -> None:
    with pytest.raises(ConfigError, match="https://"):
        configured(AFTERGLOW_TELEGRAM__WEBHOOK_URL="http://bot.example.org")
